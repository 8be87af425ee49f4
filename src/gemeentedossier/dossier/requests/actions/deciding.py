"""Weighing and deciding on a request, telling the answer, and what comes after it."""

import datetime as dt
from collections.abc import Mapping, Sequence
from uuid import UUID, uuid5

from django.utils.translation import gettext as _

from gemeentedossier.catalogue.facts.requests import Entitlement, RequestRefusal
from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.dossier.requests import models
from gemeentedossier.dossier.requests.actions.rows import check_own, insert_parts, locked, write
from gemeentedossier.dossier.requests.engine.clock import RequestLaw, clock_of
from gemeentedossier.dossier.requests.engine.entitlement import adult_from, entitlement_for, may_ask
from gemeentedossier.dossier.requests.enums import RequestQuestion
from gemeentedossier.dossier.requests.facts import DataSubjectRequest, DecisionPart, RequestAdvice
from gemeentedossier.dossier.requests.policies import (
    check_advice,
    check_decider,
    check_decision,
    check_entitled,
    check_identified,
    check_later_day,
    check_open,
    check_part,
    check_told,
    check_undecided,
)
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.shaping import stored_values
from gemeentedossier.foundation.trail import Actor, verb
from gemeentedossier.organisation.permissions import check_permitted


def answer_questions(request_id: UUID, answers: Mapping[RequestQuestion, bool | None], *, read: int, by: Actor) -> None:
    """Record the answers to questions of the law; None takes an answer away. ``read`` is the revision that was read."""
    check_permitted(by, "requests.edit_request")
    with verb("requests.answer_questions", by=by):
        stored = locked(request_id, read=read)
        check_own(by, stored)
        check_open(stored)
        for question, answer in answers.items():
            if stored.answered(question) == answer:
                continue
            rows = models.QuestionAnswer.objects.filter(request_id=request_id, question=question.value)
            if answer is None:
                rows.delete()
            elif not rows.update(answer=answer):
                models.QuestionAnswer.objects.create(
                    id=uuid5(request_id, question.value), request_id=request_id, question=question.value, answer=answer
                )
        write(stored)


def write_parts(request_id: UUID, parts: Sequence[DecisionPart], *, read: int, by: Actor) -> None:
    """Say of each part of the request whether it is granted, in the place of what stood there."""
    check_permitted(by, "requests.edit_request")
    known = frozenset(current_catalogue().entries_of(RequestRefusal))
    for part in parts:
        check_part(part, known_refusals=known)
    with verb("requests.write_parts", by=by):
        stored = locked(request_id, read=read)
        check_own(by, stored)
        check_open(stored)
        check_undecided(stored)
        models.DecisionPart.objects.filter(request_id=request_id).delete()
        insert_parts(models.DecisionPart, request_id, parts)
        write(stored)


def advise_request(request_id: UUID, advice: str, *, read: int, by: Actor) -> None:
    """Record what the data protection officer advises (GDPR 39(1)(a)); nobody else writes it, and nobody changes it.

    ``read`` is the revision of what the advice is about. Another advice stands beside the ones of before.
    """
    check_permitted(by, "requests.advise_request")
    with verb("requests.advise_request", by=by):
        stored = locked(request_id, read=read)
        check_advice(stored, advice=advice, by_id=by.person_id)
        if by.person_id is None:
            raise Refused(_("Only a person can give advice."))
        made = RequestAdvice(new_id(), advice.strip(), by.person_id, clock.now())
        models.RequestAdvice.objects.create(request_id=request_id, **stored_values(models.RequestAdvice, made))
        write(stored)


def decide_request(request_id: UUID, *, because: str, advice_answer: str = "", read: int, by: Actor) -> None:
    """Decide on a request in the name of the public authority (UAVG 34); ``read`` is the revision that was read."""
    check_permitted(by, "requests.decide_request")
    if by.person_id is None:
        raise Refused(_("Only a person can decide on a request."))
    with verb("requests.decide_request", by=by, reason=because):
        stored = locked(request_id, read=read)
        check_decision(stored, because=because, advice_answer=advice_answer)
        check_decider(stored, by_id=by.person_id)
        check_identified(stored)
        _check_entitled(stored)
        now = clock.now()
        _table_advices(stored)
        unanswered = models.RequestAdvice.objects.filter(request_id=request_id, answered_at=None)
        unanswered.update(answer=advice_answer.strip(), answered_by=by.person_id, answered_at=now)
        write(stored, decided_by_id=by.person_id, decided_at=now, decided_because=because.strip())


def _table_advices(stored: DataSubjectRequest) -> None:
    """Write what still stands with the request itself in the table, where its answer can change. Part of a verb."""
    there = set(models.RequestAdvice.objects.filter(request_id=stored.id).values_list("id", flat=True))
    insert_parts(models.RequestAdvice, stored.id, [each for each in stored.advices if each.id not in there])


def undo_decision(request_id: UUID, *, reason: str, read: int, by: Actor) -> None:
    """Take a decision back that was not sent yet; the history keeps it."""
    check_permitted(by, "requests.decide_request")
    if not reason.strip():
        raise Refused(_("Say why the decision is taken back."))
    with verb("requests.undo_decision", by=by, reason=reason):
        stored = locked(request_id, read=read)
        check_open(stored)
        if stored.decided_at is None:
            raise Refused(_("Nobody decided on this request yet."))
        if stored.told_on:
            raise Refused(_("The decision was sent already. A new decision follows on an objection."))
        _table_advices(stored)
        models.RequestAdvice.objects.filter(request_id=request_id, answered_at=stored.decided_at).update(
            answer="", answered_by=None, answered_at=None
        )
        write(stored, decided_by_id=None, decided_at=None, decided_because="")


def tell_request(request_id: UUID, *, told_on: dt.date, late_because: str = "", read: int, by: Actor) -> None:
    """Record when the answer was sent; a late one is recorded too, with its reason."""
    check_permitted(by, "requests.edit_request")
    with verb("requests.tell_request", by=by, reason=late_because):
        stored = locked(request_id, read=read)
        check_own(by, stored)
        reckoned = clock_of(stored, RequestLaw.of(current_catalogue()), on=clock.today())
        due = reckoned.due if reckoned else dt.date.max
        check_told(stored, told_on=told_on, late_because=late_because, due=due, today=clock.today())
        late = "\n".join(filter(None, (stored.late_because, late_because.strip())))
        write(stored, told_on=told_on, late_because=late)


def record_remedies(
    request_id: UUID,
    *,
    objection_on: dt.date | None,
    objection_decided_on: dt.date | None,
    objection_outcome: str,
    default_on: dt.date | None,
    read: int,
    by: Actor,
) -> None:
    """Record an objection with its outcome (Awb 7:10), and a notice of default (Awb 4:17(3)).

    ``read`` is the revision that was read.
    """
    check_permitted(by, "requests.edit_request")
    with verb("requests.record_remedies", by=by):
        stored = locked(request_id, read=read)
        check_own(by, stored)
        check_open(stored)
        for day in (objection_on, objection_decided_on, default_on):
            check_later_day(day, stored, today=clock.today())
        if objection_decided_on and not (objection_on and objection_outcome.strip()):
            raise Refused(_("Say when the objection came, and what was decided on it."))
        write(
            stored,
            objection_on=objection_on,
            objection_decided_on=objection_decided_on,
            objection_outcome=objection_outcome.strip(),
            default_on=default_on,
        )


def _check_entitled(request: DataSubjectRequest) -> None:
    """By the law of the day of receipt; whether this person may ask is unknown where age or law are."""
    rules, on = tuple(current_catalogue().entries_of(Entitlement).values()), request.received_on
    rule = entitlement_for(rules, age=request.subject_age, guardianship=request.guardianship, on=on)
    check_entitled(request, may=may_ask(rule, request.asked_by), adult_from=adult_from(rules, on=on))
