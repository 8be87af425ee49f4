"""What was decided about the law as subjects of rules: ``interpretation.*`` and ``position.*`` (GDPR 5(2), 24(1))."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from gemeentedossier.assessment.engine.readings import Names, Readings, named, readings_in, record_names
from gemeentedossier.assessment.engine.subjects.law import Law
from gemeentedossier.assessment.engine.subjects.organisation import OrganisationSubject
from gemeentedossier.assessment.engine.subjects.whole import Whole
from gemeentedossier.assessment.facts import Case
from gemeentedossier.catalogue.facts.rules import SubjectKind
from gemeentedossier.catalogue.facts.sources import Text
from gemeentedossier.dossier.governance.facts import ContestedMatter, Interpretation, Position
from gemeentedossier.dossier.snapshot.facts import Dossier


@dataclass(frozen=True, slots=True, kw_only=True)
class InterpretationSubject:
    """How the municipality reads one open norm: ``interpretation.*``."""

    name: str
    """Of which norm it is a reading, in Dutch."""
    name_en: str
    """The same in English."""
    reading: str
    """What it says."""
    decided_on: dt.date
    """When it was decided."""
    ended_on: dt.date | None
    """The first day on which it does not hold any more."""
    is_ended: bool
    """Whether that day has come."""
    review_overdue: bool | None
    """Whether the day on which it must be looked at again has passed; unknown without one."""
    applied_in: tuple[str, ...]
    """Names of the records that apply it."""
    applied_in_count: int
    """How many records do."""
    newer_readings: tuple[str, ...]
    """What readings of the same norm say that hold beside it and were decided later."""
    newer_reading_count: int
    """How many there are."""
    newer_applied_in: tuple[str, ...]
    """Names of the records that apply one of those."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionSubject:
    """What somebody holds about contested law: ``position.*``."""

    name: str
    """The contested matter."""
    holder: str
    """Whose position it is: "supervisor", "court", "advisory_body", "legislator", "own_counsel" or "officer"."""
    statement: str
    """What they hold."""
    stated_on: dt.date
    """When they said so."""
    decisions: tuple[str, ...]
    """Names of the records about which a decision rests on it."""
    decision_count: int
    """How many decisions do."""
    overtaken_count: int
    """How many of these were taken before somebody recorded a later position on the matter."""
    newest_holder: str | None
    """Whose position is the latest that those who decided did not know."""
    newest_statement: str | None
    """What it says."""
    newest_stated_on: dt.date | None
    """When it was stated."""


def governed_cases(dossier: Dossier, organisation: OrganisationSubject, law: Law, *, whole: Whole) -> Iterator[Case]:
    """Yield each reading and each position as a case; ``whole`` knows all activities."""
    readings, names = readings_in(dossier, day=law.day), record_names(dossier, whole.activities.values())
    for reading in dossier.interpretations:
        own: object = interpretation_subject(reading, readings, names, law)
        layers: Mapping[str, object] = {"interpretation": own, "organisation": organisation}
        yield Case(SubjectKind.INTERPRETATION, reading.id, None, layers)
    for matter in dossier.matters:
        for position in matter.positions:
            own = position_subject(position, matter, readings, names)
            layers = {"position": own, "organisation": organisation}
            yield Case(SubjectKind.POSITION, position.id, None, layers)


def interpretation_subject(
    reading: Interpretation, readings: Readings, names: Names, law: Law
) -> InterpretationSubject:
    """Return a reading as a subject of rules on the law's day."""
    norm, newer = law.catalogue.open_norms.get(reading.norm), readings.newer_than(reading)
    name = norm.name if norm else Text(reading.norm, reading.norm)
    resting = readings.resting_on(reading.id)
    return InterpretationSubject(
        name=f"Lezing van “{name.nl}”",
        name_en=f"Reading of “{name.in_language('en')}”",
        reading=reading.reading,
        decided_on=reading.decided_on,
        ended_on=reading.ended_on,
        is_ended=reading.is_ended_on(law.day),
        review_overdue=None if reading.review_on is None else reading.review_on < law.day,
        applied_in=tuple(named(resting, names)),
        applied_in_count=len(resting),
        newer_readings=tuple(f"“{each.reading}”" for each in newer),
        newer_reading_count=len(newer),
        newer_applied_in=tuple(named((r for each in newer for r in readings.resting_on(each.id)), names)),
    )


def position_subject(position: Position, matter: ContestedMatter, readings: Readings, names: Names) -> PositionSubject:
    """Return a position as a subject of rules."""
    resting = readings.resting_on(position.id)
    unseen = [found for each in resting if (found := readings.unseen_by(each))]
    newest = unseen[0][0] if unseen else None
    return PositionSubject(
        name=matter.title,
        holder=position.holder.value,
        statement=position.statement,
        stated_on=position.stated_on,
        decisions=tuple(named(resting, names)),
        decision_count=len(resting),
        overtaken_count=len(unseen),
        newest_holder=newest.holder.value if newest else None,
        newest_statement=newest.statement if newest else None,
        newest_stated_on=newest.stated_on if newest else None,
    )
