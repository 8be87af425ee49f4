"""Requests and consents in random histories: received, looked for, paused, extended, decided, told, closed."""

from dataclasses import replace
from uuid import UUID

from gemeentedossier.dossier.register.enums import DataSubjectRight
from gemeentedossier.dossier.requests.actions.consents import check_use, record_consent, withdraw_consent
from gemeentedossier.dossier.requests.actions.deciding import (
    advise_request,
    answer_questions,
    decide_request,
    record_remedies,
    tell_request,
    undo_decision,
    write_parts,
)
from gemeentedossier.dossier.requests.actions.requests import (
    acknowledge_request,
    close_request,
    edit_request,
    record_request,
    reopen_request,
)
from gemeentedossier.dossier.requests.actions.searching import lay_search_plan, remove_line, tick_line
from gemeentedossier.dossier.requests.actions.terms import extend_request, resume_request, suspend_request
from gemeentedossier.dossier.requests.enums import (
    Channel,
    ClosedAs,
    ConsentBy,
    ConsentForm,
    ConsentKind,
    ExtensionGround,
    LineKind,
    RequestQuestion,
    SuspensionGround,
)
from gemeentedossier.dossier.requests.facts import Consent, DataSubjectRequest, DecisionPart, SearchLine, Suspension
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.models import Person

CONSENTING = ("say yes", "take it back")
WORKING = (
    "look for data",
    "pause or go on",
    "extend",
    "answer questions",
    "advise on it",
    "go on deciding",
    "go on deciding",
)
REQUESTING = ("ask", "ask", *WORKING, "close or reopen", *CONSENTING)


def request_something(verb: str, now: Dossier, activity: UUID, by: Actor) -> None:
    """One step with requests or consents."""
    if verb in CONSENTING:
        _consent(verb, now, activity, by)
    elif not now.requests:
        _ask(activity, by)
    elif verb == "ask":
        _correct(now.requests[-1], activity, by)
    elif verb == "close or reopen":
        _end(now.requests[-1], by)
    else:
        _work(verb, now.requests[-1], activity, by)


def _ask(activity: UUID, by: Actor) -> None:
    asked = DataSubjectRequest(new_id(), "", DataSubjectRight.ERASURE, clock.today(), Channel.LETTER)
    record_request(replace(asked, activity_ids=(activity,)), requester={"name": "Wil"}, mark="K-1", by=by)


def _correct(known: DataSubjectRequest, activity: UUID, by: Actor) -> None:
    if known.acknowledged_on is None:
        acknowledge_request(known.id, on=clock.today(), read=known.revision, by=by)
    elif known.closed_on:
        _ask(activity, by)
    else:
        other = DataSubjectRight.ACCESS if known.right is DataSubjectRight.ERASURE else DataSubjectRight.ERASURE
        edit_request(replace(known, right=other, activity_ids=(activity,)), by=by)


def _end(known: DataSubjectRequest, by: Actor) -> None:
    if known.closed_on:
        reopen_request(known.id, reason="Er is meer.", read=known.revision, by=by)
    elif known.told_on:
        close_request(known.id, as_=ClosedAs.ANSWERED, because="By letter.", read=known.revision, by=by)
    else:
        close_request(known.id, as_=ClosedAs.WITHDRAWN, because="Hij zag ervan af.", read=known.revision, by=by)


def _work(verb: str, known: DataSubjectRequest, activity: UUID, by: Actor) -> None:
    if verb == "look for data":
        _look(known, activity, by)
    elif verb == "pause or go on":
        _pause(known, by)
    elif verb == "extend":
        extend_request(
            known.id, ground=ExtensionGround.COMPLEXITY, months=1, reason="Veel dossiers.", told_on=clock.today(),
            late_because="Vakantie.", read=known.revision, by=by,
        )  # fmt: skip
    elif verb == "answer questions":
        was = known.answered(RequestQuestion.CONFIRMED)
        answers = {RequestQuestion.CONFIRMED: False if was is None else None, RequestQuestion.REST_GIVEN: not was}
        answer_questions(known.id, answers, read=known.revision, by=by)
    elif verb == "advise on it":
        officer = Person.objects.create(name="Wie adviseert")
        adviser = replace(by, person_id=officer.pk, name=officer.name)
        advise_request(known.id, "Geef alles.", read=known.revision, by=adviser)
    else:
        _decide(known, by)


def _look(known: DataSubjectRequest, activity: UUID, by: Actor) -> None:
    """A place is planned, then looked at, and at last taken out of the plan."""
    if not known.lines:
        lay_search_plan(known.id, [SearchLine(new_id(), LineKind.RECIPIENT, activity, "Zorgaanbieder")], by=by)
    elif known.lines[0].found is None:
        found = replace(known.lines[0], found=True, delivered_on=clock.today(), told_on=clock.today())
        tick_line(found, request_id=known.id, read=known.lines[0], by=by)
    else:
        remove_line(known.lines[0].id, request_id=known.id, reason="Dubbel.", by=by)


def _pause(known: DataSubjectRequest, by: Actor) -> None:
    if any(each.until is None for each in known.suspensions):
        resume_request(known.id, until=clock.today(), read=known.revision, by=by)
    else:
        pause = Suspension(new_id(), SuspensionGround.IDENTITY, clock.today(), "Wie vraagt dit?")
        suspend_request(known.id, pause, read=known.revision, by=by)


def _decide(known: DataSubjectRequest, by: Actor) -> None:
    """One step further on the way to the answer; after it an objection."""
    if not known.parts:
        write_parts(known.id, (DecisionPart(new_id(), "Alles.", granted=True),), read=known.revision, by=by)
    elif known.decided_at is None and known.answered(RequestQuestion.IDENTITY_DOUBT) is None:
        answer_questions(known.id, {RequestQuestion.IDENTITY_DOUBT: False}, read=known.revision, by=by)
    elif known.decided_at is None:
        decide_request(known.id, because="Het is van hem.", advice_answer="Gevolgd.", read=known.revision, by=by)
    elif known.told_on is None and known.lines:
        undo_decision(known.id, reason="Er is meer gevonden.", read=known.revision, by=by)
    elif known.told_on is None:
        tell_request(known.id, told_on=clock.today(), late_because="Veel werk.", read=known.revision, by=by)
    else:
        record_remedies(
            known.id, objection_on=clock.today(), objection_decided_on=None, objection_outcome="", default_on=None,
            read=known.revision, by=by,
        )  # fmt: skip


def _consent(verb: str, now: Dossier, activity: UUID, by: Actor) -> None:
    known = now.consents[-1] if now.consents else None
    if known is None or verb == "say yes":
        given = Consent(
            new_id(), ConsentKind.SECRECY, activity, "Overleg met de huisarts.", clock.today(), ConsentForm.ORAL,
            ConsentBy.SELF,
        )  # fmt: skip
        record_consent(given, mark="K-1", by=by)
    elif known.withdrawn_on is None:
        withdraw_consent(
            known.id, on=clock.today(), by_whom=ConsentBy.SELF, form=ConsentForm.ORAL, consequences="Geen overleg.",
            by=by,
        )  # fmt: skip
    else:
        check_use(known.id, after_withdrawal=True, outside_exceptions=False, read=known.revision, by=by)
