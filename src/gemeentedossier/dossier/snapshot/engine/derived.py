"""What was worked out from a whole dossier, remembered as long as the dossier is the same tree but for its moment.

A dossier that is kept (``kept``) is told anew at each moment, and what does not depend on that moment need not be.
"""

from collections import deque
from collections.abc import Callable, Hashable
from dataclasses import fields
from operator import attrgetter, is_
from typing import Generic, TypeVar

from gemeentedossier.dossier.snapshot.facts import Dossier

Found = TypeVar("Found")
MOST = 8
"""Of so many dossiers that were looked at last: a process serves some municipalities at once."""
_all_but_its_moment = attrgetter(*(each.name for each in fields(Dossier) if each.name != "moment"))


class Derived(Generic[Found]):
    """Works something out of dossiers. ``work`` may look at all of a dossier but its moment, and at ``beside``."""

    def __init__(self, work: Callable[..., Found]) -> None:
        self._work = work
        self._kept: deque[tuple[tuple[object, ...], tuple[Hashable, ...], Found]] = deque(maxlen=MOST)

    def of(self, dossier: Dossier, *beside: Hashable) -> Found:
        """What is worked out from this dossier and from what stands beside it, which are compared as values."""
        parts = _all_but_its_moment(dossier)
        for known, told, found in tuple(self._kept):
            if told == beside and all(map(is_, known, parts)):
                return found
        made = self._work(dossier, *beside)
        self._kept.appendleft((parts, beside, made))
        return made
