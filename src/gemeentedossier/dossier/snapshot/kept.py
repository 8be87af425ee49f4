"""The dossier of each municipality as it is now: kept between requests, renewed as soon as its ledger moved on.

A ledger number is one committed state of the dossier, so what was read at a number holds as long as the ledger stands
there: whichever process or program wrote, the next who asks reads what changed.
"""

from collections import OrderedDict
from dataclasses import dataclass, field, replace
from threading import Lock
from uuid import UUID

from django.conf import settings

from gemeentedossier.dossier.snapshot.engine.derived import Derived, Shelf, is_same_tree
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.dossier.snapshot.queries import dossier_of
from gemeentedossier.dossier.snapshot.renewal import renewed
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.ledger.tip import Tip, stands_in_ledger, tip
from gemeentedossier.foundation.models import Municipality

LEAST = 20
"""What a municipality counts for beside its activities."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A dossier as it was read, and the tip of the ledger at which it was."""

    tip: Tip
    dossier: Dossier
    derived: Shelf = field(default_factory=dict)
    """What was worked out from it since."""


class Dossiers:
    """The dossiers that one process keeps. Who asks at the same time waits, so that none is read twice.

    ``most`` is how many activities they may have together: beyond that the municipality not asked for longest goes, and
    is read anew when somebody asks.
    """

    def __init__(self, *, most: int) -> None:
        self._most = most
        self._kept: OrderedDict[UUID, Reading] = OrderedDict()
        self._locks: dict[UUID, Lock] = {}
        self._shelf = Lock()

    def of(self, municipality: Municipality) -> Reading | None:
        """The dossier as of now, the same tree as long as nothing changes; inside the municipality's scope.

        None for a transaction that wrote: it sees what nobody else sees yet.
        """
        with self._lock_for(municipality.id):
            reached = tip()
            if reached is None:
                return None
            reading = self._up_to(reached, municipality)
            self._keep(municipality.id, reading)
            return reading

    def keeps(self, municipality_id: UUID) -> bool:
        """Whether its dossier is kept."""
        return municipality_id in self._kept

    def is_current(self, municipality_id: UUID) -> bool:
        """Whether what is kept of it is all that the ledger has by now; inside the municipality's scope."""
        kept = self._kept.get(municipality_id)
        return kept is not None and kept.tip == tip()

    def has_room(self, activities: int) -> bool:
        """Whether a municipality of so many activities can be kept beside those that are."""
        with self._shelf:
            return self._weight() + LEAST + activities <= self._most

    def derived(self, dossier: Dossier) -> Shelf | None:
        """What was worked out from this dossier, at whatever moment; None where it is not the one that is kept."""
        kept = self._kept.get(dossier.organisation.id)
        return kept.derived if kept and is_same_tree(kept.dossier, dossier) else None

    def forget(self) -> None:
        """Keep nothing any longer, as a process that just started."""
        with self._shelf:
            self._kept.clear()

    def _up_to(self, reached: Tip, municipality: Municipality) -> Reading:
        kept = self._kept.get(municipality.id)
        if kept is None or not _is_named(kept.dossier, municipality):
            return Reading(reached, dossier_of(municipality))
        if kept.tip == reached:
            return kept
        if not stands_in_ledger(kept.tip):
            return Reading(reached, dossier_of(municipality))
        return Reading(reached, renewed(kept.dossier, municipality, since=kept.tip))

    def _lock_for(self, municipality: UUID) -> Lock:
        with self._shelf:
            return self._locks.setdefault(municipality, Lock())

    def _keep(self, municipality: UUID, reading: Reading) -> None:
        with self._shelf:
            self._kept[municipality] = reading
            self._kept.move_to_end(municipality)
            while len(self._kept) > 1 and self._weight() > self._most:
                self._kept.popitem(last=False)

    def _weight(self) -> int:
        return sum(LEAST + len(each.dossier.activities) for each in self._kept.values())


DOSSIERS = Dossiers(most=settings.KEPT_ACTIVITIES)
Derived.shelf_of = DOSSIERS.derived


def dossier_now(municipality: Municipality) -> Dossier:
    """The dossier as it is now, read anew only as far as it changed; inside the municipality's scope."""
    reading = DOSSIERS.of(municipality)
    return replace(reading.dossier, moment=clock.now()) if reading else dossier_of(municipality)


def _is_named(dossier: Dossier, municipality: Municipality) -> bool:
    """Whether it tells of the municipality itself what stands in no ledger."""
    told = dossier.organisation
    known = (municipality.slug, municipality.name, municipality.is_example)
    return (told.slug, told.name, told.is_example) == known
