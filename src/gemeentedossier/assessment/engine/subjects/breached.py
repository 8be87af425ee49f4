"""Breaches as cases: what their records tell rules, on the hours that passed (GDPR 33, 34; Cbw 25 to 29).

What the law still gives time for is unknown, not missing: nobody is told that people were not informed while the term
runs. An exercise, and what was found to be no breach, is judged by no rule.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from gemeentedossier.assessment.engine.subjects.breach import BreachSubject
from gemeentedossier.assessment.engine.subjects.law import Law
from gemeentedossier.assessment.engine.subjects.organisation import OrganisationSubject
from gemeentedossier.assessment.facts import Case
from gemeentedossier.catalogue.facts.breaches import BreachFormField, BreachRule, BreachRuleFor
from gemeentedossier.catalogue.facts.catalogue import Catalogue
from gemeentedossier.catalogue.facts.holidays import Holiday
from gemeentedossier.catalogue.facts.rules import SubjectKind
from gemeentedossier.catalogue.facts.sources import Text
from gemeentedossier.dossier.agreements.facts import Agreement
from gemeentedossier.dossier.breaches.engine.agreed import agreed_hours
from gemeentedossier.dossier.breaches.engine.around import around_of
from gemeentedossier.dossier.breaches.engine.clock import (
    BreachClock,
    ClockState,
    begun_hours,
    clocks_of,
)
from gemeentedossier.dossier.breaches.engine.clock import Law as Terms
from gemeentedossier.dossier.breaches.engine.form import Around, differences_of, last_sent
from gemeentedossier.dossier.breaches.engine.severity import severity_of
from gemeentedossier.dossier.breaches.engine.terms import kept_at_least
from gemeentedossier.dossier.breaches.enums import (
    BreachTermKind,
    DecisionKind,
    IncidentKind,
    InformGround,
    MeasureKind,
    MessageElement,
    NotificationKind,
)
from gemeentedossier.dossier.breaches.facts import PersonalDataBreach
from gemeentedossier.dossier.register.enums import PartyRole
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.foundation.clock import AMSTERDAM

_POINTS: Mapping[InformGround, str] = {
    InformGround.UNINTELLIGIBLE: "a",
    InformGround.RISK_REMOVED: "b",
    InformGround.DISPROPORTIONATE: "c",
}
"""The point of Article 34(3) that each ground rests on."""
_MUST_TELL = frozenset(MessageElement) - {MessageElement.ADVICE}
"""What Article 34(2) lists; what people can do themselves is advice."""


@dataclass(frozen=True, slots=True)
class BreachSight:
    """What is known around a breach: the moment, the terms of the law, the form, the activities by key."""

    now: dt.datetime
    catalogue: Catalogue
    terms: Terms
    form: tuple[BreachFormField, ...]
    around: Around
    activities: Mapping[UUID, Activity]
    agreements: tuple[Agreement, ...] = ()

    def agreed_hours(self, breach: PersonalDataBreach) -> int | None:
        """Within how many hours a processor reports by its agreements; None where none says so."""
        return agreed_hours(breach, self.agreements)

    @classmethod
    def of(cls, dossier: Dossier, catalogue: Catalogue, activities: Mapping[UUID, Activity]) -> "BreachSight":
        """From the dossier and the catalogue; ``activities`` are all, also where the dossier holds a part."""
        return cls(
            now=dossier.moment,
            catalogue=catalogue,
            terms=Terms(
                rules=tuple(catalogue.entries_of(BreachRule).values()),
                holidays=tuple(catalogue.entries_of(Holiday).values()),
            ),
            form=catalogue.breach_form,
            around=around_of(dossier.organisation, catalogue),
            activities=activities,
            agreements=dossier.agreements,
        )


def breach_cases(
    dossier: Dossier,
    organisation: OrganisationSubject,
    law: Law,
    *,
    activities: Mapping[UUID, Activity],
    same: Mapping[UUID, Case],
) -> Iterator[Case]:
    """Yield each breach, and what may be one, as a case; ``same`` are cases that are known already."""
    judged = [each for each in dossier.breaches if not each.is_exercise and each.is_breach is not False]
    if not judged:
        return
    sight = BreachSight.of(dossier, law.catalogue, activities)
    for breach in judged:
        if breach.id in same:
            yield same[breach.id]
            continue
        layers = {"breach": breach_subject(breach, sight), "organisation": organisation}
        yield Case(SubjectKind.BREACH, breach.id, None, layers)


def breach_subject(breach: PersonalDataBreach, sight: BreachSight) -> BreachSubject:
    """Return a breach as a subject of rules at the moment of the dossier."""
    return BreachSubject(
        name=f"{breach.number} {breach.title}",
        **_assessed(breach, sight),
        **_notified(breach, sight),
        **_told(breach, sight),
        **_of_other_law(breach, sight),
        **_compared(breach, sight),
    )


def is_term_over(breach: PersonalDataBreach, sight: BreachSight) -> bool:
    """Whether the hours of Article 33(1) passed, after which what was not done counts as not done."""
    start = (breach.moments.aware_at or sight.now).astimezone(AMSTERDAM).date()
    rule = sight.terms.rule(BreachRuleFor.AUTHORITY, start)
    hours = begun_hours(breach.moments.aware_at, sight.now)
    return hours is not None and rule is not None and rule.hours is not None and hours > rule.hours


def _assessed(breach: PersonalDataBreach, sight: BreachSight) -> dict[str, Any]:
    moments, judgement, nature = breach.moments, breach.judgement, breach.nature
    unknown = _unknown_of_awareness(breach)
    scale = sight.catalogue.severity_scale
    band = severity_of(breach.score, scale, broken=breach.triage.types).band if scale else None
    weighed = judgement.risk is not None
    decided = breach.decision(DecisionKind.NOTIFY_AUTHORITY)
    advised = [each.given_at for each in breach.advices]
    hours = begun_hours(moments.aware_at, sight.now)
    asked_in_time = any(decided is None or moment <= decided.decided_at for moment in advised)
    return {
        "awareness_recorded": not unknown,
        "awareness_missing": tuple(each.nl for each in unknown),
        "awareness_missing_en": tuple(each.in_language("en") for each in unknown),
        "hours_since_awareness": hours,
        "days_since_awareness": None if hours is None else int(hours / 24),
        "risk": judgement.risk,
        "risk_method_named": bool(judgement.risk_method.strip()) if weighed else None,
        "risk_score": band.level if band else None,
        "risk_reasons_written": bool(judgement.risk_reason.strip()) if weighed else None,
        "officer_involved": asked_in_time if decided or advised else None,
        "officer_advice_recorded": bool(advised) if decided or advised else None,
        "cause_found": nature.cause_found,
        "improvement_assigned": _is_improvement_assigned(breach),
        **_for_another(breach, sight),
        "at_processor": breach.processor.at_processor,
        "processor_recorded": _is_processor_recorded(breach, sight),
    }


def _unknown_of_awareness(breach: PersonalDataBreach) -> tuple[Text, ...]:
    """What is not recorded of the moment from which the hours of Article 33(1) run."""
    wanted = (
        (breach.moments.aware_at is not None, Text("dag en uur", "day and hour")),
        (bool(breach.moments.aware_who.strip()), Text("wie het wist", "who knew")),
    )
    return tuple(name for is_known, name in wanted if not is_known)


def _for_another(breach: PersonalDataBreach, sight: BreachSight) -> dict[str, Any]:
    clock = clock_of(breach, sight, BreachTermKind.CONTROLLER_REPORT)
    told = bool(breach.sent(NotificationKind.CONTROLLER) and breach.triage.controller_id)  # to nobody is no message
    in_time = {ClockState.MET: True, ClockState.LATE: False}
    return {
        "acts_as_processor": breach.is_for_another,
        "controller_told": True if told else False if clock and clock.state is ClockState.OVERDUE else None,
        "controller_told_in_time": in_time.get(clock.state) if clock else None,
    }


def clock_of(breach: PersonalDataBreach, sight: BreachSight, kind: BreachTermKind) -> BreachClock | None:
    """One clock of a breach, by the hours of its agreements; None where it does not run."""
    clocks = clocks_of(breach, sight.terms, now=sight.now, agreed_hours=sight.agreed_hours(breach))
    return next((each for each in clocks if each.kind is kind), None)


def _is_improvement_assigned(breach: PersonalDataBreach) -> bool | None:
    improvements = [each for each in breach.measures if each.kind is MeasureKind.IMPROVEMENT]
    if any(each.owner_id and each.due_on for each in improvements):
        return True
    return False if improvements or breach.closing.closed_at else None


def _is_processor_recorded(breach: PersonalDataBreach, sight: BreachSight) -> bool | None:
    hit = [sight.activities[key] for key in breach.activity_ids if key in sight.activities]
    if not hit:
        return None
    processors = {each.party_id for one in hit for each in one.parties if each.role is PartyRole.PROCESSOR}
    return breach.processor.party_id in processors if breach.processor.party_id else bool(processors)


def _notified(breach: PersonalDataBreach, sight: BreachSight) -> dict[str, Any]:
    first = breach.first_notification
    missing = _missing(breach, sight)
    followed = breach.sent(NotificationKind.FOLLOW_UP, NotificationKind.WITHDRAWAL)
    return {
        "notified": first is not None,
        "hours_to_notification": begun_hours(breach.moments.aware_at, first.sent_at if first else None),
        "delay_reasons_written": bool(first.delay_reason.strip()) if first else None,
        "notification_complete": None if missing is None else not missing,
        "notification_missing": None if missing is None else tuple(each.nl for each in missing),
        "notification_missing_en": None if missing is None else tuple(each.in_language("en") for each in missing),
        "notification_preliminary": first.is_preliminary if first else None,
        "notification_followed_up": True if followed else False if breach.closing.closed_at else None,
    }


def _missing(breach: PersonalDataBreach, sight: BreachSight) -> tuple[Text, ...] | None:
    """What Article 33(3) asks and no answer told; None where nobody kept what was filled in."""
    sent = last_sent(breach)
    if not sent:
        return None
    return tuple(each.question for each in sight.form if each.is_required and each.id not in sent)


def _told(breach: PersonalDataBreach, sight: BreachSight) -> dict[str, Any]:
    decided, messages = breach.decision(DecisionKind.INFORM_PEOPLE), breach.messages
    over = is_term_over(breach, sight)
    ground = decided.ground if decided else None
    known = decided is not None or bool(messages) or over
    tells = {each for message in messages for each in message.tells}
    first = min((each.told_at for each in messages), default=None)
    aware = breach.moments.aware_at
    reasoned = bool(decided.reason.strip()) if decided and ground else None
    return {
        "people_told": True if messages else False if over or (decided and not decided.is_yes) else None,
        "days_to_communication": (first - aware).days if first and aware else None,
        "message_complete": tells >= _MUST_TELL if tells else None,
        "exception": (_POINTS.get(ground, "none") if ground else "none") if known else None,
        "exception_reasons_written": reasoned if ground in _POINTS else None,
        "public_message_given": any(each.is_public for each in messages) if known else None,
        "withheld": ground is InformGround.UAVG_41 if known else None,
        "withheld_reasons_written": reasoned if ground is InformGround.UAVG_41 else None,
    }


def _of_other_law(breach: PersonalDataBreach, sight: BreachSight) -> dict[str, Any]:
    triage, aware = breach.triage, breach.moments.aware_at
    final = clock_of(breach, sight, BreachTermKind.FINAL_REPORT)
    in_time = {ClockState.MET: True, ClockState.LATE: False, ClockState.OVERDUE: False}
    return {
        "police_data": triage.police_data,
        "police_duty_assessed": bool(breach.judgement.police_duty.strip()) if triage.police_data else None,
        "significant_incident": triage.significant_incident,
        "hours_to_early_warning": begun_hours(aware, _first_sent(breach, NotificationKind.EARLY_WARNING)),
        "hours_to_incident_notification": begun_hours(aware, _first_sent(breach, NotificationKind.INCIDENT)),
        "final_report_in_time": in_time.get(final.state) if final else None,
    }


def _first_sent(breach: PersonalDataBreach, kind: NotificationKind) -> dt.datetime | None:
    return min((each.sent_at for each in breach.sent(kind)), default=None)


def _compared(breach: PersonalDataBreach, sight: BreachSight) -> dict[str, Any]:
    found = differences_of(breach, sight.form, sight.around)
    planned, kind = breach.closing.deletion_planned_on, breach.nature.kind
    kept = kept_at_least(breach, sight.terms)
    return {
        "text_differences": None if found is None else tuple(each.nl for each in found),
        "text_differences_en": None if found is None else tuple(each.in_language("en") for each in found),
        "text_difference_count": None if found is None else len(found),
        "integrity_incident": None if kind is None else kind is IncidentKind.UNAUTHORISED_VIEWING,
        "triaged": breach.triage.triaged_at is not None,
        "deletion_planned_on": planned,
        "deletion_before_term": planned < kept if planned and kept else None,
    }


def hours_turned(dossier: Dossier, *, since: dt.datetime, now: dt.datetime) -> bool:
    """Whether an hour began on the clock of a breach that is still worked on, so that rules may find something else."""
    open_ones = (each for each in dossier.breaches if not each.is_exercise and each.closing.closed_at is None)
    starts = (each.moments.aware_at for each in open_ones)
    return any(begun_hours(start, since) != begun_hours(start, now) for start in starts if start)


def turned_since(breaches: Iterable[PersonalDataBreach], *, since: dt.datetime, now: dt.datetime) -> Set[UUID]:
    """The breaches on whose clock an hour began between the two moments of one day; each term ends with an hour."""
    known = ((each.id, each.moments.aware_at) for each in breaches)
    return {key for key, start in known if start and begun_hours(start, since) != begun_hours(start, now)}
