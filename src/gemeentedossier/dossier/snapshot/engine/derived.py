"""What was worked out from a whole dossier, remembered as long as the dossier is the same tree but for its moment.

A dossier that is kept (``kept``) is told anew at each moment, and what does not depend on that moment need not be.
"""

from collections import deque
from collections.abc import Callable
from dataclasses import fields
from operator import attrgetter, is_
from typing import ClassVar, Generic, TypeAlias, TypeVar, cast

from gemeentedossier.dossier.snapshot.facts import Dossier

Found = TypeVar("Found")
Shelf: TypeAlias = dict["Derived[object]", deque[tuple[tuple[object, ...], object]]]
"""What was worked out from one dossier: by what worked it out, beside what, the last one first. It goes with it."""
MOST = 8
"""Of so many dossiers that nobody keeps, and of what stood beside one: those that were looked at last."""
_all_but_its_moment = attrgetter(*(each.name for each in fields(Dossier) if each.name != "moment"))


def is_same_tree(one: Dossier, other: Dossier) -> bool:
    """Whether both hold the very same records, at whatever moments they are told."""
    return all(map(is_, _all_but_its_moment(one), _all_but_its_moment(other)))


def _nobody_keeps(_dossier: Dossier) -> Shelf | None:
    return None


class Derived(Generic[Found]):
    """Works something out of dossiers. ``work`` may look at all of a dossier but its moment, and at ``beside``."""

    shelf_of: ClassVar[Callable[[Dossier], Shelf | None]] = staticmethod(_nobody_keeps)
    """Where what follows from a dossier is kept; None for one that nobody keeps. Set by who keeps dossiers."""

    def __init__(self, work: Callable[..., Found]) -> None:
        self._work = work
        self._lately: deque[tuple[Dossier, Shelf]] = deque(maxlen=MOST)

    def of(self, dossier: Dossier, *beside: object) -> Found:
        """What is worked out from this dossier and from what stands beside it, which are compared as values."""
        known = self._shelf(dossier).setdefault(cast(Derived[object], self), deque(maxlen=MOST))
        for told, found in tuple(known):
            if told == beside:
                return cast(Found, found)
        made = self._work(dossier, *beside)
        known.appendleft((beside, made))
        return made

    def _shelf(self, dossier: Dossier) -> Shelf:
        if (kept := Derived.shelf_of(dossier)) is not None:
            return kept
        for known, shelf in tuple(self._lately):
            if is_same_tree(known, dossier):
                return shelf
        made: Shelf = {}
        self._lately.appendleft((dossier, made))  # another thread may put its own before it at once
        return made
