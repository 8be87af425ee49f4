"""What was worked out once and is asked again: kept by what it was worked out from."""

from collections.abc import Callable, Hashable
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)
Found = TypeVar("Found")


class Remembered(dict[Key, Found]):
    """A dictionary that makes what it has not yet. It holds at most so many, and begins anew at the next one.

    ``made`` depends on nothing but the key, so that forgetting costs time and never changes what is found.
    """

    def __init__(self, made: Callable[[Key], Found], *, most: int) -> None:
        super().__init__()
        self._made, self._most = made, most

    def __missing__(self, key: Key) -> Found:
        found = self._made(key)
        if len(self) >= self._most:
            self.clear()
        self[key] = found
        return found
