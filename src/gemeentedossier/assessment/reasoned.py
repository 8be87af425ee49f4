"""What all activities reason, kept between requests, so that one activity alone is told whom it reasons like.

It is renewed as soon as the ledger moved on, by what the ledger names since (``standing`` does so for everything).
"""

from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock
from uuid import UUID

from gemeentedossier.assessment.engine.subjects.copies import Copies, Reasoning, reasoning_in
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.security.facts import Classification
from gemeentedossier.dossier.snapshot.reasoned import reasoned_in, reasoning_touched
from gemeentedossier.foundation.ledger.tip import Tip, stands_in_ledger, tip, touched_since
from gemeentedossier.foundation.models import Municipality

KEPT = 4
"""How many municipalities a process keeps, as many as of judgements."""
MANY = 200
"""From so many activities on, reading everything costs less than finding these."""


@dataclass(frozen=True, slots=True)
class _Kept:
    tip: Tip
    reasoning: Reasoning


class Reasoned:
    """The reasoning that one process keeps. Who asks of the same municipality meanwhile waits: it is read once."""

    def __init__(self, *, most: int = KEPT) -> None:
        self._most = most
        self._kept: OrderedDict[UUID, _Kept] = OrderedDict()
        self._lock = Lock()
        self._reading: dict[UUID, Lock] = {}
        """One for each municipality, so that nobody waits for what is read of another."""

    def copies_of(
        self, activity: Activity, levels: Classification | None, *, municipality: Municipality
    ) -> Copies | None:
        """Where the activity, as it is handed over, reasons as others do now; inside the municipality's scope.

        A transaction that wrote is told of the others as they were when it, or anybody, last looked before it wrote.
        """
        with self._lock:
            reading = self._reading.setdefault(municipality.id, Lock())
        with reading:
            reasoning = self._now(municipality)
            with reasoning.as_if(activity, levels):
                return reasoning.copies_of(activity.id)

    def forget(self, municipality: UUID | None = None) -> None:
        """Keep nothing of a municipality, or of any: what it reasons is read anew for whoever asks next."""
        with self._lock:
            for each in [municipality] if municipality else list(self._kept):
                self._kept.pop(each, None)

    def _now(self, municipality: Municipality) -> Reasoning:
        reached, kept = tip(), self._kept.get(municipality.id)
        if reached is None:
            return kept.reasoning if kept else reasoning_in(*reasoned_in())
        reasoning = kept.reasoning if kept and kept.tip == reached else self._renewed(kept)
        with self._lock:
            self._kept[municipality.id] = _Kept(reached, reasoning)
            self._kept.move_to_end(municipality.id)
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
        return reasoning

    def _renewed(self, kept: _Kept | None) -> Reasoning:
        if kept is None or not stands_in_ledger(kept.tip):
            return reasoning_in(*reasoned_in())
        touched = reasoning_touched(touched_since(kept.tip))
        if touched is None or len(touched) > MANY:
            return reasoning_in(*reasoned_in())
        if touched:
            activities, levels = reasoned_in(touched)
            for gone in touched:
                kept.reasoning.drop(gone)
            for activity in activities:
                kept.reasoning.put(activity, levels.get(activity.id))
        return kept.reasoning
