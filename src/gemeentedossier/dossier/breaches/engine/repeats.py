"""Whether a breach is one that a measure should have kept from happening: the same again after it was done."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from gemeentedossier.dossier.breaches.enums import MeasureKind
from gemeentedossier.dossier.breaches.facts import BreachMeasure, PersonalDataBreach
from gemeentedossier.foundation.clock import AMSTERDAM


@dataclass(frozen=True, slots=True)
class Repeat:
    """An earlier breach of the same kind, and the improvement after it that was called done."""

    before: PersonalDataBreach
    measure: BreachMeasure


def repeats_of(breach: PersonalDataBreach, among: Iterable[PersonalDataBreach]) -> tuple[Repeat, ...]:
    """Return the improvements that were done before this breach and did not prevent it, the newest first.

    The same is: the same kind of incident, in an activity that was hit before or, where no activity is known, anywhere.
    Exercises repeat nothing.
    """
    day = _day_of(breach)
    if breach.is_exercise or breach.nature.kind is None or day is None:
        return ()
    found = [
        Repeat(earlier, measure)
        for earlier in among
        if _is_alike(breach, earlier)
        for measure in earlier.measures
        if measure.kind is MeasureKind.IMPROVEMENT and measure.done_on and measure.done_on < day
    ]
    return tuple(sorted(found, key=lambda each: (each.measure.done_on or dt.date.min, each.measure.id), reverse=True))


def _is_alike(breach: PersonalDataBreach, earlier: PersonalDataBreach) -> bool:
    if earlier.id == breach.id or earlier.is_exercise or earlier.nature.kind is not breach.nature.kind:
        return False
    if not breach.activity_ids or not earlier.activity_ids:
        return True
    return not set(breach.activity_ids).isdisjoint(earlier.activity_ids)


def _day_of(breach: PersonalDataBreach) -> dt.date | None:
    """The day on which it happened, as far as is known."""
    known = breach.moments.began_at or breach.moments.discovered_at or breach.moments.aware_at
    return known.astimezone(AMSTERDAM).date() if known else None
