"""What breaches ask on which day, for the calendar of the municipality."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from uuid import UUID

from gemeentedossier.catalogue.engine.durations import parse_duration
from gemeentedossier.catalogue.facts.breaches import BreachRuleFor
from gemeentedossier.dossier.breaches.engine.clock import Law, clocks_of
from gemeentedossier.dossier.breaches.enums import BreachTermKind
from gemeentedossier.dossier.breaches.facts import PersonalDataBreach
from gemeentedossier.foundation.clock import AMSTERDAM


@dataclass(frozen=True, slots=True, order=True)
class BreachTerm:
    """Something that a breach asks on a day at the latest; ``name`` is its number and title.

    ``at`` is the moment where the law counts hours; None where it counts days. ``measure_id`` is the measure that is
    due: two of one breach may be due on one day.
    """

    on: dt.date
    kind: BreachTermKind
    breach_id: UUID
    name: str
    at: dt.datetime | None = field(default=None, compare=False)
    measure_id: UUID | None = field(default=None, compare=False)


def terms_for(
    breaches: Iterable[PersonalDataBreach],
    law: Law,
    *,
    now: dt.datetime,
    agreed_hours: Callable[[PersonalDataBreach], int | None] = lambda _breach: None,
) -> tuple[BreachTerm, ...]:
    """What breaches ask, in the order of days; also what is past and not yet done. Exercises ask nothing.

    ``agreed_hours`` are those within which the processor must report by its agreement; None where none says so.
    """
    real = (each for each in breaches if not each.is_exercise)
    return tuple(sorted(term for each in real for term in _terms(each, law, now, agreed_hours(each))))


def _terms(breach: PersonalDataBreach, law: Law, now: dt.datetime, agreed: int | None) -> Iterator[BreachTerm]:
    name = f"{breach.number} {breach.title}"
    if breach.closing.closed_at is None:
        for clock in clocks_of(breach, law, now=now, agreed_hours=agreed):
            if clock.is_running and clock.due_at:
                at = clock.due_at if clock.hours else None
                yield BreachTerm(clock.due_at.astimezone(AMSTERDAM).date(), clock.kind, breach.id, name, at)
    for measure in breach.measures:
        if measure.due_on and measure.done_on is None:
            yield BreachTerm(measure.due_on, BreachTermKind.MEASURE, breach.id, name, measure_id=measure.id)
    kept = kept_until(breach, law)
    if kept:
        yield BreachTerm(kept, BreachTermKind.KEPT_UNTIL, breach.id, name)


def kept_until(breach: PersonalDataBreach, law: Law) -> dt.date | None:
    """The last day on which the record is kept at least, from its closing; None while the work is not done."""
    return kept_at_least(breach, law) if breach.closing.closed_at else None


def kept_at_least(breach: PersonalDataBreach, law: Law) -> dt.date | None:
    """The first day on which the record may be destroyed, as far as is known: from its closing, or from the report."""
    day = (breach.closing.closed_at or breach.reported_at).astimezone(AMSTERDAM).date()
    rule = law.rule(BreachRuleFor.KEPT, day)
    return parse_duration(rule.duration).after(day) if rule and rule.duration else None
