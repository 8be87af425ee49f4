"""The standing judgement of each municipality: kept between requests, renewed as soon as its dossier is another.

What was judged of a dossier holds as long as that is the same (``dossier.snapshot.kept``), on that day, in that hour
where a clock runs, and by that catalogue. No word is made here, so that the reader's language does not matter.
"""

from dataclasses import dataclass, replace
from threading import Lock
from uuid import UUID

from gemeentedossier.assessment.engine.assess import assess, collector_at_rest, day_of, whole_anew, whole_in
from gemeentedossier.assessment.engine.lots import keep_lots, let_lots_go
from gemeentedossier.assessment.engine.renewal import reassess
from gemeentedossier.assessment.engine.subjects.breached import hours_turned
from gemeentedossier.assessment.engine.subjects.whole import Whole
from gemeentedossier.assessment.facts import Judged
from gemeentedossier.catalogue.facts.catalogue import Catalogue
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.dossier.snapshot.kept import Dossiers
from gemeentedossier.dossier.snapshot.queries import dossier_of
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.models import Municipality


@dataclass(frozen=True, slots=True)
class _Kept:
    read: Dossier
    """As it was read: the same tree as long as nothing changes."""
    catalogue: Catalogue
    judged: Judged
    whole: Whole
    """What was gathered of it."""


class Standing:
    """The judgements that one process keeps. Who asks at the same time waits, so that none is made twice."""

    def __init__(self, dossiers: Dossiers) -> None:
        self._dossiers = dossiers
        self._kept: dict[UUID, _Kept] = {}
        self._locks: dict[UUID, Lock] = {}
        self._shelf = Lock()

    def of(self, municipality: Municipality, catalogue: Catalogue) -> Judged:
        """The judgement as of now; inside the municipality's scope.

        A transaction that wrote sees what nobody else sees yet: for it everything is read and judged, and nothing kept.
        """
        with self._lock_for(municipality.id), collector_at_rest():
            reading = self._dossiers.of(municipality)
            if reading is not None:
                judged = self._judged(reading.dossier, municipality.id, catalogue)
                whole = self._whole(municipality.id, judged)
                self._keep(municipality.id, _Kept(reading.dossier, catalogue, judged, whole))
                return _as_of_now(judged)
        return judge_once(dossier_of(municipality), catalogue)

    def is_of_today(self, municipality: UUID, catalogue: Catalogue) -> bool:
        """Whether a judgement of this day by this catalogue is kept; what changed since is seen by who asks."""
        kept = self._kept.get(municipality)
        if kept is None or kept.catalogue is not catalogue or not self._dossiers.keeps(municipality):
            return False
        return day_of(kept.judged.dossier) == clock.today()

    def forget(self) -> None:
        """Keep nothing any longer, as a process that just started."""
        self._dossiers.forget()
        with self._shelf:
            self._let_go()

    def _judged(self, read: Dossier, municipality: UUID, catalogue: Catalogue) -> Judged:
        kept, dossier = self._kept.get(municipality), replace(read, moment=clock.now())
        if kept is None or kept.catalogue is not catalogue:
            return judge(dossier, catalogue)
        old = kept.judged
        same_day = kept.read is read and day_of(dossier) == day_of(old.dossier)
        if same_day and not hours_turned(dossier, since=old.dossier.moment, now=dossier.moment):
            return old
        found = reassess(old.assessment, of=old.dossier, now=dossier, catalogue=catalogue, knew=kept.whole)
        return Judged(dossier, found)

    def _whole(self, municipality: UUID, judged: Judged) -> Whole:
        kept = self._kept.get(municipality)
        return kept.whole if kept and kept.judged is judged else whole_in(judged.dossier)

    def _lock_for(self, municipality: UUID) -> Lock:
        with self._shelf:
            return self._locks.setdefault(municipality, Lock())

    def _keep(self, municipality: UUID, made: _Kept) -> None:
        with self._shelf:
            self._kept[municipality] = made
            keep_lots(municipality, made.judged.assessment)
            self._let_go()

    def _let_go(self) -> None:
        """A judgement goes with its dossier."""
        for key in [each for each in self._kept if not self._dossiers.keeps(each)]:
            del self._kept[key]
            let_lots_go(key)


def judge(dossier: Dossier, catalogue: Catalogue) -> Judged:
    """The dossier with its findings, all made anew; what was gathered of it is remembered, for it stays."""
    return Judged(dossier, assess(dossier, catalogue))


def judge_once(dossier: Dossier, catalogue: Catalogue) -> Judged:
    """The same of a dossier that is looked at once."""
    return Judged(dossier, assess(dossier, catalogue, whole=whole_anew(dossier)))


def _as_of_now(judged: Judged) -> Judged:
    """The same, told at this moment; what is kept stays the same tree, by which what is known of it is found again."""
    moment = clock.now()
    return Judged(replace(judged.dossier, moment=moment), replace(judged.assessment, moment=moment))
