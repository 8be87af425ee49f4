"""What Part B asks on which day: looking at logs, decisions that run out, support and evidence that end."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID

from gemeentedossier.catalogue.engine.durations import Duration, InvalidDuration
from gemeentedossier.dossier.assets.enums import SystemState
from gemeentedossier.dossier.assets.facts import System
from gemeentedossier.dossier.evidence.facts import Evidence
from gemeentedossier.dossier.governance.facts import RiskAppetite
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.security.engine.reviews import due_on
from gemeentedossier.dossier.security.enums import SecurityTermKind
from gemeentedossier.dossier.security.facts import Continuity, ControlExclusion, LogReviewPlan, SecurityRisk


@dataclass(frozen=True, slots=True, order=True)
class SecurityTerm:
    """Something that is to be done on a day at the latest; ``record_id`` is the record that asks it."""

    on: dt.date
    kind: SecurityTermKind
    record_id: UUID
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """The records that ask something on a day."""

    systems: Iterable[System] = ()
    evidence: Iterable[Evidence] = ()
    appetites: Iterable[RiskAppetite] = ()
    activities: Iterable[Activity] = ()
    plans: Iterable[LogReviewPlan] = ()
    risks: Iterable[SecurityRisk] = ()
    exclusions: Iterable[ControlExclusion] = ()
    continuities: Iterable[Continuity] = ()


def terms_for(asking: Asking, *, on: dt.date) -> tuple[SecurityTerm, ...]:
    """Return what these records ask, as known on a day, in the order of days; also what is past and not yet done."""
    made = (*_of_systems(asking, on), *_of_decisions(asking, on), *_of_trials(asking), *_of_evidence(asking))
    return tuple(sorted(made))


def _of_systems(asking: Asking, day: dt.date) -> Iterator[SecurityTerm]:
    names = {system.id: system.name for system in asking.systems}
    for plan in asking.plans:
        if plan.holds_on(day):
            yield SecurityTerm(due_on(plan), SecurityTermKind.LOG_REVIEW, plan.id, names.get(plan.system_id, ""))
    for system in asking.systems:
        if system.supported_until and system.state is not SystemState.ENDED:
            yield SecurityTerm(system.supported_until, SecurityTermKind.SUPPORT_ENDS, system.id, system.name)


def _of_decisions(asking: Asking, day: dt.date) -> Iterator[SecurityTerm]:
    for risk in asking.risks:
        if risk.accepted_until:
            yield SecurityTerm(risk.accepted_until, SecurityTermKind.ACCEPTANCE_ENDS, risk.id, risk.threat)
    for exclusion in asking.exclusions:
        if exclusion.review_on:
            yield SecurityTerm(exclusion.review_on, SecurityTermKind.EXCLUSION_REVIEW, exclusion.id, exclusion.number)
    for appetite in asking.appetites:
        if appetite.review_on and appetite.holds_on(day):
            yield SecurityTerm(appetite.review_on, SecurityTermKind.APPETITE_REVIEW, appetite.id, appetite.controller)


def _of_trials(asking: Asking) -> Iterator[SecurityTerm]:
    names = {activity.id: activity.name for activity in asking.activities}
    for plan in asking.continuities:
        if plan.tried_on:
            name = names.get(plan.activity_id, "")
            yield SecurityTerm(_a_year_after(plan.tried_on), SecurityTermKind.FALLBACK_TRIAL, plan.id, name)


def _of_evidence(asking: Asking) -> Iterator[SecurityTerm]:
    for piece in asking.evidence:
        if piece.valid_until and piece.withdrawn_at is None:
            yield SecurityTerm(piece.valid_until, SecurityTermKind.EVIDENCE_ENDS, piece.id, piece.title)


def _a_year_after(day: dt.date) -> dt.date:
    try:
        return Duration(years=1).after(day)
    except InvalidDuration:
        return dt.date.max
