"""Judgements of past moments, kept a while: who turns the desk to a day, or reads a report, looks more than once.

What was known at a moment changes only with the ledger (a late commit, an erasure), so a judgement holds as long as its
tip stands. Beside those of now it takes memory for nothing once nobody looks any more: few are kept, and not for long.
"""

import datetime as dt
from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock
from uuid import UUID

from gemeentedossier.assessment.facts import Judged
from gemeentedossier.assessment.standing import judge_once
from gemeentedossier.catalogue.facts.catalogue import Catalogue
from gemeentedossier.dossier.snapshot.queries import dossier_at
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.ledger.tip import Tip, tip
from gemeentedossier.foundation.models import Municipality

MOST = 4_000
"""How many activities a process keeps of the past, of all moments together; the last moment looked at stays anyway."""
LEAST = 20
"""What a moment counts for beside its activities."""
A_WHILE = dt.timedelta(minutes=15)
"""After which it is made anew, so that nothing stays for good of what was erased."""


@dataclass(frozen=True, slots=True)
class _Asked:
    municipality_id: UUID
    name: str
    is_example: bool
    """This and the name stand in no ledger."""
    moment: dt.datetime


@dataclass(frozen=True, slots=True)
class _Kept:
    tip: Tip
    catalogue: Catalogue
    made_at: dt.datetime
    judged: Judged

    @property
    def weight(self) -> int:
        return LEAST + len(self.judged.dossier.activities)


class Past:
    """The moments that one process keeps. Who asks for the same one at the same time waits for the first."""

    def __init__(self, *, most: int = MOST) -> None:
        self._most = most
        self._kept: OrderedDict[_Asked, _Kept] = OrderedDict()
        self._locks: dict[UUID, Lock] = {}
        self._shelf = Lock()

    def of(self, municipality: Municipality, catalogue: Catalogue, *, moment: dt.datetime) -> Judged:
        """The judgement of what was known at the moment; inside the municipality's scope.

        A transaction that wrote has no tip yet: for it everything is made, and nothing kept.
        """
        with self._lock_for(municipality.id):
            reached = tip()
            if reached is None:
                return judge_once(dossier_at(municipality, moment=moment), catalogue)
            asked = _Asked(municipality.id, municipality.name, municipality.is_example, moment)
            kept = self._kept.get(asked)
            if kept is None or not _holds(kept, reached, catalogue):
                judged = judge_once(dossier_at(municipality, moment=moment), catalogue)
                kept = _Kept(reached, catalogue, clock.now(), judged)
            self._keep(asked, kept)
            return kept.judged

    def forget(self) -> None:
        """Keep nothing any longer, as a process that just started."""
        with self._shelf:
            self._kept.clear()

    def forget_old(self) -> None:
        """Keep nothing that was made longer ago, also where nobody asks for it any more."""
        with self._shelf:
            self._drop_old()

    def _drop_old(self) -> None:
        for asked in [each for each, kept in self._kept.items() if not _is_fresh(kept)]:
            del self._kept[asked]

    def _lock_for(self, municipality: UUID) -> Lock:
        with self._shelf:
            return self._locks.setdefault(municipality, Lock())

    def _keep(self, asked: _Asked, made: _Kept) -> None:
        with self._shelf:
            self._kept[asked] = made
            self._kept.move_to_end(asked)
            self._drop_old()
            while len(self._kept) > 1 and sum(each.weight for each in self._kept.values()) > self._most:
                self._kept.popitem(last=False)


def _holds(kept: _Kept, reached: Tip, catalogue: Catalogue) -> bool:
    return kept.tip == reached and kept.catalogue is catalogue and _is_fresh(kept)


def _is_fresh(kept: _Kept) -> bool:
    return dt.timedelta() <= clock.now() - kept.made_at < A_WHILE
