"""What is left without an accountable person: everything that is still on the name of who does not work here.

What nobody was ever recorded for is no leaver's: the criteria tell that themselves.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from uuid import UUID

from gemeentedossier.dossier.assets.facts import Measure
from gemeentedossier.dossier.requests.facts import DataSubjectRequest
from gemeentedossier.dossier.risks.facts import ImpactAssessment
from gemeentedossier.dossier.snapshot.engine.derived import Derived
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.method.enums import HeldKind
from gemeentedossier.method.facts import Held, Leaver
from gemeentedossier.organisation.facts import Person


def leavers_of(dossier: Dossier, *, on: dt.date) -> tuple[Leaver, ...]:
    """Return who does not work here on the day and is still the accountable person of something, by name."""
    held = defaultdict[UUID, list[Held]](list)
    for each in held_in(dossier, on=on):
        held[each.person_id].append(each)
    return tuple(
        Leaver(person=person, until=_until(person, on), held=tuple(held[person.id]))
        for person in dossier.organisation.people
        if person.id in held and not person.works_here_on(on)
    )


def held_in(dossier: Dossier, *, on: dt.date) -> tuple[Held, ...]:
    """Return everything that is on somebody's name and not done on the day, by kind and then by name."""
    return _HELD.of(dossier, on)


def _in_order(dossier: Dossier, on: dt.date) -> tuple[Held, ...]:
    order = list(HeldKind)
    return tuple(sorted(_held_in(dossier, on), key=lambda each: (order.index(each.kind), each.name, each.id)))


_HELD = Derived(_in_order)


def _until(person: Person, on: dt.date) -> dt.date | None:
    return max((each.ends_on for each in person.roles if each.ends_on and each.ends_on < on), default=None)


def _held_in(dossier: Dossier, on: dt.date) -> Iterator[Held]:
    """An activity or agreement that ended still has data or papers to account for, so it counts."""
    yield from _records(dossier)
    yield from _guarded(dossier, on)
    for assessment in dossier.impact_assessments:
        yield from _treatments(assessment, {each.id: each for each in dossier.measures})
    for breach in dossier.breaches:
        for each in breach.measures:
            if each.owner_id and each.done_on is None:
                yield _held(HeldKind.BREACH_MEASURE, each.id, each.what, each.owner_id, breach.id, breach.revision)
    for request in dossier.requests:
        yield from _asked(request)
    for piece in dossier.evidence:
        if piece.withdrawn_at is None:
            yield _held(HeldKind.EVIDENCE, piece.id, piece.title, piece.owner_id, piece.id)
    for step in dossier.planned_steps:
        yield Held(
            kind=HeldKind.STEP,
            id=step.id,
            name=step.step,
            person_id=step.owner_id,
            record_id=step.id,
            revision=step.revision,
            place=step.step,
        )


def _records(dossier: Dossier) -> Iterator[Held]:
    named = (
        (HeldKind.ACTIVITY, dossier.activities),
        (HeldKind.AGREEMENT, dossier.agreements),
        (HeldKind.SYSTEM, dossier.systems),
        (HeldKind.MEASURE, dossier.measures),
        (HeldKind.TOOL, dossier.tools),
    )
    for kind, records in named:
        for each in records:
            if each.owner_id:
                yield _held(kind, each.id, each.name, each.owner_id, each.id, each.revision)
    for clause in dossier.policy_clauses:
        if clause.owner_id:
            yield _held(HeldKind.CLAUSE, clause.id, clause.title, clause.owner_id, clause.id, clause.revision)


def _guarded(dossier: Dossier, on: dt.date) -> Iterator[Held]:
    for plan in dossier.log_review_plans:
        if plan.owner_id and (plan.ended_on is None or plan.ended_on > on):
            yield _held(HeldKind.LOG_PLAN, plan.id, plan.looks_at, plan.owner_id, plan.id, plan.revision)
    for risk in dossier.security_risks:
        if risk.owner_id:
            yield _held(HeldKind.SECURITY_RISK, risk.id, risk.threat, risk.owner_id, risk.id, risk.revision)


def _treatments(assessment: ImpactAssessment, measures: dict[UUID, Measure]) -> Iterator[Held]:
    for risk in assessment.risks:
        for each in risk.treatments:
            if each.owner_id and each.done_on is None:
                measure = measures.get(each.measure_id) if each.measure_id else None
                name = each.text or (measure.name if measure else risk.threat)
                revision = assessment.revision
                yield _held(HeldKind.TREATMENT, each.id, name, each.owner_id, assessment.id, revision)


def _asked(request: DataSubjectRequest) -> Iterator[Held]:
    if not request.is_open:
        return
    key, revision = request.id, request.revision
    if request.handler_id:
        yield _held(HeldKind.REQUEST, key, request.number, request.handler_id, key, revision)
    for line in request.lines:
        if line.owner_id and line.found is None:
            name = f"{request.number}: {line.name}"
            yield _held(HeldKind.SEARCH, line.id, name, line.owner_id, key, revision)


def _held(kind: HeldKind, key: UUID, name: str, person_id: UUID, record_id: UUID, revision: int = 0) -> Held:
    return Held(kind=kind, id=key, name=name, person_id=person_id, record_id=record_id, revision=revision)
