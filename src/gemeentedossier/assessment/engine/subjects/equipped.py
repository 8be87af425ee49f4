"""Systems and measures as subjects of rules: what they are given, what they bring about, and whether that was seen."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from uuid import UUID

from gemeentedossier.assessment.engine.subjects.law import Law
from gemeentedossier.assessment.engine.subjects.left_over import left_over_in, texts_of_measure, texts_of_system
from gemeentedossier.assessment.engine.subjects.security import MeasureSubject, SystemSubject
from gemeentedossier.assessment.engine.subjects.truths import over_a_year_ago
from gemeentedossier.catalogue.engine.durations import InvalidDuration, parse_duration
from gemeentedossier.catalogue.facts.security import SecurityAspect
from gemeentedossier.dossier.assets.enums import MeasureState
from gemeentedossier.dossier.assets.facts import Measure, System
from gemeentedossier.dossier.evidence.facts import Evidence
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.security.engine.continuity import shortest_outage
from gemeentedossier.dossier.security.engine.departures import is_lower, is_overtaken
from gemeentedossier.dossier.security.engine.exclusions import excluded_among
from gemeentedossier.dossier.security.engine.inherited import inherited_levels
from gemeentedossier.dossier.security.engine.reviews import due_on, most_urgent
from gemeentedossier.dossier.security.facts import (
    Classification,
    Continuity,
    ControlExclusion,
    LogReviewPlan,
    SystemLevel,
)
from gemeentedossier.dossier.snapshot.facts import Dossier


@dataclass(frozen=True, slots=True, kw_only=True)
class AroundSystems:
    """What systems must know of the rest of the dossier: by system, and by activity."""

    plans: Mapping[UUID, Sequence[LogReviewPlan]] = field(default_factory=dict)
    departures: Mapping[UUID, Sequence[SystemLevel]] = field(default_factory=dict)
    levels: Mapping[UUID, Classification] = field(default_factory=dict)
    outages: Mapping[UUID, Continuity] = field(default_factory=dict)


NOTHING_AROUND = AroundSystems()


def around_systems(dossier: Dossier) -> AroundSystems:
    """Return what is recorded around the systems of a dossier."""
    plans: dict[UUID, list[LogReviewPlan]] = defaultdict(list)
    for plan in dossier.log_review_plans:
        plans[plan.system_id].append(plan)
    departures: dict[UUID, list[SystemLevel]] = defaultdict(list)
    for departure in dossier.system_levels:
        departures[departure.system_id].append(departure)
    return AroundSystems(
        plans=plans,
        departures=departures,
        levels={each.activity_id: each for each in dossier.classifications},
        outages={each.activity_id: each for each in dossier.continuities},
    )


def measure_subject(
    measure: Measure, evidence: Mapping[UUID, Evidence], law: Law, *, exclusions: Iterable[ControlExclusion] = ()
) -> MeasureSubject:
    """Return a measure as a subject of rules on the law's day."""
    excluded = excluded_among(measure.baseline, exclusions)
    return MeasureSubject(
        name=measure.name,
        declared_done=None if measure.state is None else measure.state is MeasureState.DONE,
        has_fresh_evidence=measure.is_shown_on(law.day, evidence),
        repeated_incident_on=measure.repeated_incident_on,
        incident_repeated=measure.repeated_incident_on is not None,
        has_indicator=law.lint.says_something(measure.indicator),
        measurement_overdue=over_a_year_ago(measure.measured_on, on=law.day),
        excluded_numbers=excluded,
        carries_out_excluded=bool(excluded),
        **vars(left_over_in(texts_of_measure(measure), law.lint)),
    )


def system_subject(
    system: System, using: Sequence[Activity], law: Law, *, around: AroundSystems = NOTHING_AROUND
) -> SystemSubject:
    """Return a system as a subject of rules on the law's day; ``using`` are the activities that use it."""
    longest, ends = _longest_kept(system, using)
    keys = [activity.id for activity in using]
    plan, outage = _looked_at(around.plans.get(system.id, ()), law), shortest_outage(keys, around.outages)
    levels = inherited_levels(keys, around.levels, around.departures.get(system.id, ()))
    departed = any(each.departure for each in levels)
    return SystemSubject(
        name=system.name,
        oldest_record_on=system.oldest_record_on,
        oldest_record_past_retention=None if ends is None else ends < law.day,
        longest_period=longest,
        log_review_months=plan.every_months if plan else None,
        log_review_due_on=due_on(plan) if plan else None,
        log_review_overdue=due_on(plan) < law.day if plan else None,
        availability=next(each.level for each in levels if each.aspect is SecurityAspect.AVAILABILITY),
        recovery_hours=system.recovery_hours,
        shortest_outage_hours=outage.outage_hours if outage else None,
        has_departure=departed,
        has_lower_level=is_lower(levels) if departed else None,
        lower_aspects=tuple(each.aspect.value for each in levels if each.is_lowered),
        lower_level_overtaken=any(is_overtaken(each, around.levels) for each in levels),
        **vars(left_over_in(texts_of_system(system), law.lint)),
    )


def _looked_at(plans: Iterable[LogReviewPlan], law: Law) -> LogReviewPlan | None:
    """The plan that is due first; a review of which the findings are only a blank was not done."""
    done = [
        replace(plan, reviews=tuple(each for each in plan.reviews if not law.lint.is_unfinished(each.findings)))
        for plan in plans
    ]
    return most_urgent(done, on=law.day)


def _longest_kept(system: System, using: Iterable[Activity]) -> tuple[str | None, dt.date | None]:
    """The longest period of the activities, and until when the oldest record may then stay; both may be unknown.

    What is kept for ever, or for a time that nobody wrote as a period, leaves it open.
    """
    periods = [period for activity in using for period in activity.retention]
    if not periods or any(each.permanent or not each.period for each in periods):
        return None, None
    start = system.oldest_record_on or dt.date(2000, 1, 1)
    try:
        longest = max(periods, key=lambda each: parse_duration(each.period).after(start)).period
        ends = parse_duration(longest).after(system.oldest_record_on) if system.oldest_record_on else None
    except InvalidDuration:
        return None, None
    return longest, ends
