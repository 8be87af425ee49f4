"""Requests and consents as cases: from what is recorded to what rules can ask (GDPR 12, 15 to 22, 7)."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from typing import Any
from uuid import UUID

from gemeentedossier.assessment.engine.subjects.law import Law
from gemeentedossier.assessment.engine.subjects.observed import ConsentSubject
from gemeentedossier.assessment.engine.subjects.organisation import OrganisationSubject
from gemeentedossier.assessment.engine.subjects.request import RequestSubject
from gemeentedossier.assessment.facts import Case
from gemeentedossier.catalogue.facts.rules import SubjectKind
from gemeentedossier.dossier.register.enums import Article6, DataSubjectRight
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.requests.engine.clock import CHANGES, RequestClock, RequestLaw, clock_of
from gemeentedossier.dossier.requests.engine.grounds import ERASURE_EXCEPTION, EXCESSIVE, LIMITATION, rests_on
from gemeentedossier.dossier.requests.engine.search_plan import omitted_recipients, search_plan
from gemeentedossier.dossier.requests.enums import ConsentKind, ExtensionGround, LineKind, RequestQuestion
from gemeentedossier.dossier.requests.facts import Consent, DataSubjectRequest, DecisionPart, SearchLine
from gemeentedossier.dossier.snapshot.facts import Dossier

RIGHTS: Mapping[DataSubjectRight, str] = {
    DataSubjectRight.NO_AUTOMATED_DECISION: "automated_decision",
    DataSubjectRight.WITHDRAW_CONSENT: "consent_withdrawal",
}
"""Rights that rules call by another word than records do."""
CONSENT_OR_CONTRACT = frozenset({Article6.CONSENT, Article6.CONTRACT})
TASK_OR_INTERESTS = frozenset({Article6.PUBLIC_TASK, Article6.LEGITIMATE_INTERESTS})
ANSWERED = frozenset(each.value for each in RequestQuestion) & {each.name for each in fields(RequestSubject)}
"""Facts that are answers to questions, under the same name."""


def requested_cases(
    dossier: Dossier,
    organisation: OrganisationSubject,
    law: Law,
    *,
    activities: Mapping[UUID, Activity],
    same: Mapping[UUID, Case],
) -> Iterator[Case]:
    """Yield each request and each consent as a case; ``activities`` are all, ``same`` the cases that are known."""
    terms = RequestLaw.of(law.catalogue)
    planning = {
        "systems": {each.id: each for each in dossier.systems},
        "parties": {each.id: each for each in dossier.parties},
        "categories": law.recipient_names,
    }
    for request in dossier.requests:
        if request.id in same:
            yield same[request.id]
            continue
        own = tuple(activities[key] for key in request.activity_ids if key in activities)
        plan = search_plan(own, on=law.day, **planning)  # type: ignore[arg-type]  # each mapping has its own type
        subject: object = request_subject(request, own, plan, terms, law)
        yield Case(SubjectKind.REQUEST, request.id, None, {"request": subject, "organisation": organisation})
    for consent in dossier.consents:
        about = activities.get(consent.activity_id)
        subject = consent_subject(consent, about)
        yield Case(SubjectKind.CONSENT, consent.id, None, {"consent": subject, "organisation": organisation})


def request_subject(
    request: DataSubjectRequest,
    activities: Sequence[Activity],
    plan: Sequence[SearchLine],
    terms: RequestLaw,
    law: Law,
) -> RequestSubject:
    """Return a request as a subject on the law's day; ``plan`` is what the register names now."""
    facts: dict[str, Any] = {name: request.answered(RequestQuestion(name)) for name in ANSWERED}
    omitted = omitted_recipients(request, plan) if request.told_on else None
    return RequestSubject(
        **facts,
        **_timed(request, terms, law),
        **_decided(request),
        **_changed(request),
        name=request.number,
        right=RIGHTS.get(request.right, request.right.value),
        subject_age=request.subject_age,
        guardianship=request.guardianship,
        requested_by=request.asked_by.value,
        rests_on_consent_or_contract=rests_on(activities, CONSENT_OR_CONTRACT),
        rests_on_public_task_or_interests=rests_on(activities, TASK_OR_INTERESTS),
        omitted_recipients=omitted,
        omitted_recipient_count=None if omitted is None else len(omitted),
    )


def consent_subject(consent: Consent, activity: Activity | None) -> ConsentSubject:
    """Return one consent as a subject; it is called by its activity and day, never by the person."""
    name = activity.name if activity else consent.scope
    return ConsentSubject(
        name=f"{name} ({consent.given_on:%d-%m-%Y})",
        withdrawn_on=consent.withdrawn_on,
        processed_after_withdrawal=consent.used_after_withdrawal if consent.withdrawn_on else False,
        outside_recorded_exception=consent.used_outside_exceptions if consent.exceptions else False,
        is_legal_basis=consent.kind is ConsentKind.LEGAL_BASIS,
        given_by=consent.given_by.value,
        subject_age=consent.subject_age,
    )


def _timed(request: DataSubjectRequest, terms: RequestLaw, law: Law) -> dict[str, Any]:
    reckoned = clock_of(request, terms, on=law.day)
    notice = request.default_on
    if notice and reckoned and notice <= reckoned.due:
        notice = None  # before the term was over it begins nothing (Awb 4:17(3), 6:12(2))
    since = ((request.told_on or law.day) - notice).days if notice else None
    return {
        "has_due_date": reckoned is not None,
        "days_overdue": reckoned.days_overdue(on=law.day) if reckoned else None,
        "answer_sent_or_due": _sent_or_due(request, reckoned, law.day),
        "extended": request.is_extended,
        "extension_months": request.extension_months,
        "extension_count": int(request.is_extended),
        "extension_told_in_first_month": _in_time(request.extension_told_on, reckoned.told_by if reckoned else None),
        "extension_reason_written": _extension_reasoned(request),
        "notice_of_default": notice is not None,
        "days_since_notice_of_default": since,
        "refused_in_first_month": _refused_in_time(request, reckoned),
    }


def _sent_or_due(request: DataSubjectRequest, reckoned: RequestClock | None, day: dt.date) -> bool | None:
    """What ended without an answer owes none; unknown while no term is known."""
    if request.told_on or request.closed_on:
        return request.told_on is not None
    return reckoned.due < day if reckoned else None


def _refused_in_time(request: DataSubjectRequest, reckoned: RequestClock | None) -> bool | None:
    """Wholly refused, the person hears so within a month (12(4)); partly, with the rest of the answer (12(3))."""
    if reckoned is None:
        return None
    partly = any(part.granted for part in request.parts)
    return _in_time(request.told_on, reckoned.due if partly else reckoned.told_by)


def _in_time(day: dt.date | None, last: dt.date | None) -> bool | None:
    return None if day is None or last is None else day <= last


def _extension_reasoned(request: DataSubjectRequest) -> bool | None:
    if not request.is_extended:
        return None
    return request.extension_ground is not ExtensionGround.OTHER and bool(request.extension_reason.strip())


def _decided(request: DataSubjectRequest) -> dict[str, Any]:
    """What was decided; all of it unknown while nobody did."""
    if request.decided_at is None:
        return dict.fromkeys(_DECIDED)
    refused = [part for part in request.parts if not part.granted]
    limited = [part for part in refused if part.refusal == LIMITATION]
    erasure = next((part for part in refused if part.refusal == ERASURE_EXCEPTION), None)
    return {
        "granted": any(part.granted for part in request.parts),
        "refused": bool(refused),
        "excessive": any(part.refusal == EXCESSIVE for part in refused),
        "decision_notified": request.told_on is not None,
        "limited": bool(limited),
        "limitation_ground": next((part.point or None for part in limited), None),
        "limitation_necessity_written": all(part.reason.strip() for part in limited) if limited else None,
        "limitation_factors_weighed": _factors(limited),
        "erasure_exception": (erasure.point or None) if erasure else None,
        "erasure_provision_written": bool(erasure.provision.strip()) if erasure else None,
    }


_DECIDED = (
    *("granted", "refused", "excessive", "decision_notified", "limited", "limitation_ground"),
    *("limitation_necessity_written", "limitation_factors_weighed", "erasure_exception", "erasure_provision_written"),
)


def _factors(limited: Sequence[DecisionPart]) -> bool | None:
    said = {part.factors_weighed for part in limited}
    if False in said:
        return False
    return None if None in said or not said else True


def _changed(request: DataSubjectRequest) -> dict[str, Any]:
    """Whether recipients have the data, and heard what was changed (GDPR 19)."""
    lines = [line for line in request.lines if line.kind is LineKind.RECIPIENT]
    having = [line for line in lines if line.found]
    if request.right.value not in CHANGES:
        return {"data_disclosed": None, "recipients_told": None, "telling_impossible_written": None}
    unsure = any(line.found is None for line in lines) or not request.lines
    untold = [line for line in having if line.told_on is None]
    return {
        "data_disclosed": True if having else None if unsure else False,
        "recipients_told": not untold if having else None,
        "telling_impossible_written": all(line.untold_because for line in untold) if untold else None,
    }
