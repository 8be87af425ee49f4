"""Markup that is written once: remembered by what it was made of, whoever looks at it, and for a quarter of an hour.

What was shown may be taken away from the dossier, so none of it stays in the memory of a process that goes on for days.
"""

import threading
from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Any, TypeVar

from django.utils.safestring import SafeString

LASTS = 15 * 60
"""Seconds from the first that is written until all is forgotten."""
Write = TypeVar("Write", bound=Callable[..., SafeString])
_forgets: list[Callable[[], None]] = []
_under_way: list[threading.Timer] = []
_lock = threading.Lock()


def written_once(*, most: int) -> Callable[[Write], Write]:
    """Remember what a function writes, the last so many, until all is forgotten. Its values must be hashable."""

    def decorate(write: Write) -> Write:
        remembered = lru_cache(maxsize=most)(write)
        forgotten_by(remembered.cache_clear)

        @wraps(remembered)
        def written(*made_of: Any) -> SafeString:
            found = remembered(*made_of)
            begin_to_forget()  # once it is remembered: else what is written while all is forgotten would stay
            return found

        return written  # type: ignore[return-value]  # the same call, remembered

    return decorate


def forgotten_by(forget: Callable[[], None]) -> None:
    """This throws away what a module remembers."""
    _forgets.append(forget)


def begin_to_forget() -> None:
    """From now on all is forgotten in ``LASTS`` seconds, also where nobody asks for anything any more."""
    if _under_way:
        return
    with _lock:
        if _under_way:
            return
        timer = threading.Timer(LASTS, forget_written)
        timer.daemon = True
        _under_way.append(timer)
        timer.start()


def forget_written() -> None:
    """Forget all that was written."""
    with _lock:
        _under_way.clear()
    for forget in _forgets:
        forget()
