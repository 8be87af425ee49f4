"""Steps with a request: what is refused before it is known who asks, whose advice stands, and who reads what."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.utils import translation

from gemeentedossier.dossier.register.enums import DataSubjectRight
from gemeentedossier.dossier.requests import models
from gemeentedossier.dossier.requests.actions.deciding import (
    advise_request,
    answer_questions,
    decide_request,
    tell_request,
    undo_decision,
    write_parts,
)
from gemeentedossier.dossier.requests.actions.requests import (
    acknowledge_request,
    change_requester,
    close_request,
    edit_request,
    record_request,
    reopen_request,
)
from gemeentedossier.dossier.requests.actions.searching import lay_search_plan
from gemeentedossier.dossier.requests.actions.terms import extend_request, resume_request, suspend_request
from gemeentedossier.dossier.requests.enums import (
    AskedBy,
    Channel,
    ClosedAs,
    ExtensionGround,
    IdentityMethod,
    LineKind,
    RequestQuestion,
    SuspensionGround,
)
from gemeentedossier.dossier.requests.facts import DataSubjectRequest, DecisionPart, SearchLine, Suspension
from gemeentedossier.dossier.requests.queries import request_of
from gemeentedossier.dossier.snapshot.queries import dossier_up_to
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.errors import EditedMeanwhile, NotPermitted, Refused
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.ledger.actions import settle
from gemeentedossier.foundation.ledger.queries import ledger_size
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.trail import Actor, verb
from gemeentedossier.organisation.models import Person

Q = RequestQuestion
TODAY = dt.date(2026, 11, 24)
GRANTED = DecisionPart(new_id(), "All of it", True)
REFUSED = replace(GRANTED, granted=False, reason="Nobody could tell.", refusal="identity")
OTHERWISE = replace(REFUSED, refusal="not-personal")
KNOWN = {"identity_method": IdentityMethod.DIGID, "identity_on": TODAY}


@pytest.fixture(autouse=True)
def _today_in_english(settings: Any, tmp_path: Any) -> Iterator[None]:
    settings.ENVELOPE_KEYS = tmp_path
    with translation.override("en"), clock.clock_at(dt.datetime(2026, 11, 24, 9, tzinfo=dt.UTC)):
        yield


def recorded(by: Actor, **more: Any) -> DataSubjectRequest:
    asked = DataSubjectRequest(new_id(), "", DataSubjectRight.ACCESS, dt.date(2026, 11, 2), Channel.LETTER)
    return record_request(replace(asked, **{"asks": "Everything.", **more}), requester={"name": "Wil"}, by=by)


def stands(request: DataSubjectRequest) -> DataSubjectRequest:
    return request_of(request.id, people={})


def decided(request: DataSubjectRequest, by: Actor, part: DecisionPart = GRANTED, **more: Any) -> DataSubjectRequest:
    write_parts(request.id, (part,), read=stands(request).revision, by=by)
    decide_request(request.id, because="It is theirs.", read=stands(request).revision, by=by, **more)
    return stands(request)


def an_officer(by: Actor) -> Actor:
    person = Person.objects.create(name="Wie adviseert")
    return replace(by, person_id=person.pk, name=person.name)


STEPS: dict[str, Callable[[DataSubjectRequest, int, Actor], object]] = {
    "acknowledge": lambda each, read, by: acknowledge_request(each.id, on=TODAY, read=read, by=by),
    "suspend": lambda each, read, by: suspend_request(
        each.id, Suspension(new_id(), SuspensionGround.IDENTITY, TODAY, "Who?"), read=read, by=by
    ),
    "extend": lambda each, read, by: extend_request(
        each.id, ground=ExtensionGround.NUMBER, months=1, reason="Many.", told_on=TODAY, read=read, by=by
    ),
    "advise": lambda each, read, by: advise_request(each.id, "Give all.", read=read, by=by),
    "parts": lambda each, read, by: write_parts(each.id, (GRANTED,), read=read, by=by),
    "answers": lambda each, read, by: answer_questions(each.id, {Q.CONFIRMED: True}, read=read, by=by),
    "requester": lambda each, read, by: change_requester(
        each.id, requester={"name": "Wim"}, reason="Misspelt.", read=read, by=by
    ),
    "close": lambda each, read, by: close_request(
        each.id, as_=ClosedAs.WITHDRAWN, because="By phone.", read=read, by=by
    ),
}


@pytest.mark.parametrize("name", STEPS)
def test_no_step_goes_over_what_nobody_on_that_page_saw(everyone: Actor, name: str) -> None:
    request = recorded(everyone)
    edit_request(replace(request, asks="Only reports."), by=everyone)
    with pytest.raises(EditedMeanwhile):
        STEPS[name](request, request.revision, everyone)
    STEPS[name](request, stands(request).revision, everyone)
    assert stands(request).revision == 2


def test_going_on_taking_back_sending_and_opening_again_read_what_stands_too(everyone: Actor) -> None:
    request = recorded(everyone, **KNOWN)
    suspend_request(request.id, Suspension(new_id(), SuspensionGround.IDENTITY, TODAY, "Who?"), read=0, by=everyone)
    with pytest.raises(EditedMeanwhile):
        resume_request(request.id, until=TODAY, read=0, by=everyone)
    read = decided(request, everyone).revision - 1
    for step in (
        lambda: undo_decision(request.id, reason="A slip.", read=read, by=everyone),
        lambda: tell_request(request.id, told_on=TODAY, read=read, by=everyone),
    ):
        with pytest.raises(EditedMeanwhile):
            step()
    close_request(request.id, as_=ClosedAs.WITHDRAWN, because="By phone.", read=read + 1, by=everyone)
    with pytest.raises(EditedMeanwhile):
        reopen_request(request.id, reason="More.", read=read + 1, by=everyone)


@pytest.mark.parametrize(
    ("said", "doubt", "part", "is_decided"),
    [
        ({}, None, GRANTED, False),
        ({}, True, GRANTED, False),
        ({}, False, GRANTED, True),
        (KNOWN, None, GRANTED, True),
        ({}, None, OTHERWISE, False),
        ({}, None, REFUSED, True),
    ],
)
def test_who_asks_is_known_before_it_is_decided_on(
    everyone: Actor, said: dict[str, Any], doubt: bool | None, part: DecisionPart, is_decided: bool
) -> None:
    request = recorded(everyone, **said)
    answer_questions(request.id, {Q.IDENTITY_DOUBT: doubt}, read=0, by=everyone)
    if is_decided:
        decided(request, everyone, part)
    else:
        with pytest.raises(Refused, match="not established who asks"):
            decided(request, everyone, part)
    assert (stands(request).decided_at is not None) is is_decided


@pytest.mark.parametrize(
    ("age", "asked_by", "established", "part", "sentence"),
    [
        (11, AskedBy.SELF, True, GRANTED, "The law lets another person ask"),
        (11, AskedBy.SELF, None, OTHERWISE, ""),
        (11, AskedBy.REPRESENTATIVE, None, GRANTED, "not established that this person may ask"),
        (11, AskedBy.REPRESENTATIVE, False, GRANTED, "not established that this person may ask"),
        (11, AskedBy.REPRESENTATIVE, True, GRANTED, ""),
        (12, AskedBy.SELF, True, GRANTED, ""),
        (15, AskedBy.SELF, None, GRANTED, "not established that this person may ask"),
        (16, AskedBy.SELF, None, GRANTED, ""),
        (16, AskedBy.REPRESENTATIVE, True, GRANTED, "The law lets another person ask"),
        (None, AskedBy.SELF, None, GRANTED, ""),
    ],
)
def test_nothing_is_granted_to_who_may_not_ask(
    everyone: Actor, age: int | None, asked_by: AskedBy, established: bool | None, part: DecisionPart, sentence: str
) -> None:
    request = recorded(everyone, subject_age=age, asked_by=asked_by, **KNOWN)
    answer_questions(request.id, {Q.ENTITLEMENT_ESTABLISHED: established}, read=0, by=everyone)
    if sentence:
        with pytest.raises(Refused, match=sentence):
            decided(request, everyone, part)
    else:
        decided(request, everyone, part)
    assert (stands(request).decided_at is None) is bool(sentence)


def test_after_the_decision_the_term_is_not_made_longer_and_does_not_stand_still(everyone: Actor) -> None:
    request = decided(recorded(everyone, **KNOWN), everyone)
    for name in ("suspend", "extend"):
        with pytest.raises(Refused, match="was decided on"):
            STEPS[name](request, request.revision, everyone)


def test_an_advice_stands_as_it_was_given_and_another_stands_beside_it(everyone: Actor) -> None:
    request, officer = recorded(everyone), an_officer(everyone)
    for text in ("Give all.", "Give all but the names."):
        advise_request(request.id, text, read=stands(request).revision, by=officer)
    assert [each.text for each in stands(request).advices] == ["Give all.", "Give all but the names."]
    with pytest.raises(DatabaseError), transaction.atomic():
        models.RequestAdvice.objects.update(text="Give nothing.")


def test_a_decision_answers_the_advice_and_taking_it_back_takes_the_answer_back(everyone: Actor) -> None:
    request = recorded(everyone, **KNOWN)
    advise_request(request.id, "Give all.", read=0, by=an_officer(everyone))
    with pytest.raises(Refused, match="Say what is done with it"):
        decided(request, everyone)
    found = decided(request, everyone, advice_answer="Followed.")
    assert [(each.answer, each.answered_by_id) for each in found.advices] == [("Followed.", everyone.person_id)]
    undo_decision(request.id, reason="A slip.", read=found.revision, by=everyone)
    assert len(stands(request).unanswered_advice) == 1


def test_who_advised_does_not_decide(everyone: Actor) -> None:
    request, officer = recorded(everyone, **KNOWN), an_officer(everyone)
    advise_request(request.id, "Give all.", read=0, by=officer)
    with pytest.raises(Refused, match="somebody else decides"):
        decided(request, officer, advice_answer="Followed.")


@pytest.mark.parametrize(("handles", "looks", "may"), [(True, False, True), (False, True, True), (False, False, False)])
def test_a_process_owner_works_on_what_they_handle_or_look_for(
    everyone: Actor, handles: bool, looks: bool, may: bool
) -> None:
    other = Person.objects.create(name="Een ander").pk
    request = recorded(everyone, handler_id=everyone.person_id if handles else other)
    line = SearchLine(new_id(), LineKind.SYSTEM, new_id(), "Archive", everyone.person_id if looks else other)
    lay_search_plan(request.id, (line,), by=everyone)
    owner = replace(everyone, roles=frozenset({"process_owner"}))
    if may:
        STEPS["extend"](request, stands(request).revision, owner)
    else:
        with pytest.raises(NotPermitted):
            STEPS["extend"](request, stands(request).revision, owner)
    assert stands(request).is_extended is may


def with_an_advice_of_before(by: Actor, officer: Actor) -> DataSubjectRequest:
    """As a request was kept before an advice stood in a table of its own."""
    request = recorded(by, **KNOWN)
    with verb("requests.advise_request", by=officer):
        models.DataSubjectRequest.objects.filter(pk=request.id).update(
            advice="Give all.", advised_by=officer.person_id, advised_at=clock.now()
        )
    return request


def test_an_advice_of_before_is_read_as_the_first_now_and_in_the_past(
    everyone: Actor, municipality: Municipality
) -> None:
    officer = an_officer(everyone)
    request = with_an_advice_of_before(everyone, officer)
    settle()
    then = ledger_size()
    advise_request(request.id, "Give all but the names.", read=0, by=officer)
    assert [each.text for each in stands(request).advices] == ["Give all.", "Give all but the names."]
    (past,) = dossier_up_to(municipality, ledger_number=then, moment=clock.now()).requests
    assert [(each.text, each.given_by) for each in past.advices] == [("Give all.", "Wie adviseert")]


def test_an_advice_of_before_is_answered_once_and_its_answer_is_taken_back(everyone: Actor) -> None:
    request = with_an_advice_of_before(everyone, an_officer(everyone))
    (before,) = stands(request).advices
    found = decided(request, everyone, advice_answer="Followed.")
    assert [(each.id, each.text, each.answer) for each in found.advices] == [(before.id, "Give all.", "Followed.")]
    undo_decision(request.id, reason="A slip.", read=found.revision, by=everyone)
    assert stands(request).advices == (before,)


def test_a_decision_of_before_answers_its_advice_and_can_be_taken_back(everyone: Actor) -> None:
    request = with_an_advice_of_before(everyone, an_officer(everyone))
    told = {"decided_by": everyone.person_id, "decided_at": clock.now(), "decided_because": "It is theirs."}
    with verb("requests.decide_request", by=everyone):
        models.DataSubjectRequest.objects.filter(pk=request.id).update(advice_answer="Followed.", **told)
    (advice,) = stands(request).advices
    assert (advice.answer, advice.answered_by_id) == ("Followed.", everyone.person_id)
    undo_decision(request.id, reason="A slip.", read=0, by=everyone)
    assert [each.answer for each in stands(request).advices] == [""]
