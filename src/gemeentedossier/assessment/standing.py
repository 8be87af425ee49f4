"""The standing judgement of each municipality: kept between requests, renewed as soon as its ledger moved on.

A ledger number is one committed state of the dossier, so what was judged at a number holds as long as the ledger
stands there, on that day and by that catalogue. No word is made here, so that the reader's language does not matter.
"""

from collections import OrderedDict
from dataclasses import dataclass, replace
from threading import Lock
from uuid import UUID

from gemeentedossier.assessment.engine.assess import assess, collector_at_rest, day_of
from gemeentedossier.assessment.engine.renewal import reassess
from gemeentedossier.assessment.engine.subjects.breached import hours_turned
from gemeentedossier.assessment.facts import Judged
from gemeentedossier.catalogue.facts.catalogue import Catalogue
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.dossier.snapshot.queries import dossier_of
from gemeentedossier.dossier.snapshot.renewal import renewed
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.ledger.tip import Tip, stands_in_ledger, tip
from gemeentedossier.foundation.models import Municipality

KEPT = 4
"""How many municipalities a process keeps. One of 2,000 activities takes about 70 MiB, and an installation serves
one, or a few that work together; of others the one not asked for longest is judged anew."""


@dataclass(frozen=True, slots=True)
class _Kept:
    tip: Tip
    catalogue: Catalogue
    named: tuple[str, str, bool]
    judged: Judged


class Standing:
    """The judgements that one process keeps. Who asks at the same time waits, so that none is made twice."""

    def __init__(self, *, most: int = KEPT) -> None:
        self._most = most
        self._kept: OrderedDict[UUID, _Kept] = OrderedDict()
        self._locks: dict[UUID, Lock] = {}
        self._shelf = Lock()

    def of(self, municipality: Municipality, catalogue: Catalogue) -> Judged:
        """The judgement as of now; inside the municipality's scope.

        A transaction that wrote sees what nobody else sees yet: for it everything is read and judged, and nothing kept.
        """
        with self._lock_for(municipality.id), collector_at_rest():
            reached = tip()
            if reached is not None:
                judged = self._up_to(reached, municipality, catalogue)
                self._keep(municipality.id, _Kept(reached, catalogue, _named(municipality), judged))
                return _as_of_now(judged)
        return judge(dossier_of(municipality), catalogue)

    def _up_to(self, reached: Tip, municipality: Municipality, catalogue: Catalogue) -> Judged:
        kept = self._kept.get(municipality.id)
        if kept is None or kept.catalogue is not catalogue or kept.named != _named(municipality):
            return judge(dossier_of(municipality), catalogue)
        old = kept.judged
        if kept.tip == reached:
            dossier = replace(old.dossier, moment=clock.now())
            if day_of(dossier) != day_of(old.dossier):
                return judge(dossier, catalogue)
            if not hours_turned(dossier, since=old.dossier.moment, now=dossier.moment):
                return old
            return Judged(dossier, reassess(old.assessment, of=old.dossier, now=dossier, catalogue=catalogue))
        if not stands_in_ledger(kept.tip):
            return judge(dossier_of(municipality), catalogue)
        dossier = renewed(old.dossier, municipality, since=kept.tip)
        return Judged(dossier, reassess(old.assessment, of=old.dossier, now=dossier, catalogue=catalogue))

    def _lock_for(self, municipality: UUID) -> Lock:
        with self._shelf:
            return self._locks.setdefault(municipality, Lock())

    def _keep(self, municipality: UUID, made: _Kept) -> None:
        with self._shelf:
            self._kept[municipality] = made
            self._kept.move_to_end(municipality)
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)


def judge(dossier: Dossier, catalogue: Catalogue) -> Judged:
    """The dossier with its findings, all made anew."""
    return Judged(dossier, assess(dossier, catalogue))


def _as_of_now(judged: Judged) -> Judged:
    """The same, told at this moment; what is kept stays the same tree, by which what is known of it is found again."""
    moment = clock.now()
    return Judged(replace(judged.dossier, moment=moment), replace(judged.assessment, moment=moment))


def _named(municipality: Municipality) -> tuple[str, str, bool]:
    """What of the municipality itself stands in its dossier and in no ledger."""
    return municipality.slug, municipality.name, municipality.is_example
