"""A request from receipt to closing: who writes what, what is refused, and what stays of the person."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from django.utils import translation

from gemeentedossier.desk.views.request_parts import WHOLE
from gemeentedossier.dossier.register.actions.activities import create_activity
from gemeentedossier.dossier.register.enums import DataSubjectRight
from gemeentedossier.dossier.register.queries.history import happenings_in
from gemeentedossier.dossier.requests import models
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
    change_requester,
    close_request,
    edit_request,
    read_requester,
    record_request,
    reopen_request,
)
from gemeentedossier.dossier.requests.actions.searching import lay_search_plan, tick_line
from gemeentedossier.dossier.requests.actions.terms import extend_request, resume_request, suspend_request
from gemeentedossier.dossier.requests.enums import (
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
from gemeentedossier.dossier.requests.tasks import destroy_every_day
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.envelopes.queries import standing_of
from gemeentedossier.foundation.errors import EditedMeanwhile, NotPermitted, Refused
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.models import Envelope, LedgerEntry, Municipality
from gemeentedossier.foundation.tenancy import municipality_scope
from gemeentedossier.foundation.trail import Actor
from tests.builders import an_activity

TODAY = dt.date(2026, 11, 24)
RECEIVED = dt.date(2026, 11, 2)
NAME = {"name": "Wil Voorbeeld", "address": "Dorpsstraat 1, Elders", "words": "Welke gegevens heeft u van mij?"}
GRANTED = DecisionPart(new_id(), "All of it", True)


@pytest.fixture(autouse=True)
def _today_in_english(settings: Any, tmp_path: Any) -> Iterator[None]:
    settings.ENVELOPE_KEYS = tmp_path
    with translation.override("en"), clock.clock_at(dt.datetime(2026, 11, 24, 9, tzinfo=dt.UTC)):
        yield


def asked(**more: Any) -> DataSubjectRequest:
    known = {"identity_method": IdentityMethod.REGISTERED_ADDRESS, "identity_on": dt.date(2026, 1, 5)}
    bare = DataSubjectRequest(new_id(), "", DataSubjectRight.ACCESS, RECEIVED, Channel.LETTER)
    return replace(bare, **{**known, **more})


@pytest.fixture
def request_(everyone: Actor) -> DataSubjectRequest:
    return record_request(asked(), requester=NAME, mark="K-1", by=everyone)


def stands(request: DataSubjectRequest) -> DataSubjectRequest:
    return request_of(request.id, people={})


def decided(request: DataSubjectRequest, by: Actor) -> None:
    write_parts(request.id, (GRANTED,), read=stands(request).revision, by=by)
    decide_request(request.id, because="It is theirs.", read=stands(request).revision, by=by)


def test_numbers_follow_each_other_in_the_year_of_receipt(everyone: Actor) -> None:
    made = [
        record_request(asked(received_on=on), requester={}, by=everyone).number
        for on in (RECEIVED, RECEIVED, dt.date(2025, 12, 31))
    ]
    assert made == ["2026-0001", "2026-0002", "2025-0001"]


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        (
            {"received_on": TODAY + dt.timedelta(days=1)},
            "The day of receipt is still to come. The term runs from it, so give the day on which it came.",
        ),
        ({"subject_age": 131}, "Give the age in whole years, as it was on the day of receipt."),
        (
            {"identity_on": None},
            "Say both how and when it was established who asks, or neither of the two.",
        ),
    ],
)
def test_a_receipt_is_refused(everyone: Actor, more: dict[str, Any], sentence: str) -> None:
    with pytest.raises(Refused) as refused:
        record_request(asked(**more), requester=NAME, by=everyone)
    assert str(refused.value) == sentence
    assert models.DataSubjectRequest.objects.count() == 0


def test_name_and_address_stand_nowhere_but_in_the_envelope(everyone: Actor, request_: DataSubjectRequest) -> None:
    sealed = bytes(Envelope.objects.get(record_id=request_.id).sealed)
    assert b"Voorbeeld" not in sealed
    assert not LedgerEntry.objects.filter(content__contains="Voorbeeld").exists()
    assert read_requester(request_.id, reason="Letter", by=everyone) == NAME


def test_who_read_the_envelope_is_known(everyone: Actor, request_: DataSubjectRequest) -> None:
    read_requester(request_.id, reason="Letter", by=everyone)
    openings = standing_of(request_.id).openings
    assert [(name, reason) for _, name, reason in openings] == [("Sam de Tester", "Letter")]


def test_an_envelope_is_read_for_a_reason_and_by_the_privacy_officer_only(
    everyone: Actor, request_: DataSubjectRequest
) -> None:
    with pytest.raises(Refused):
        read_requester(request_.id, reason=" ", by=everyone)
    with pytest.raises(NotPermitted):
        read_requester(request_.id, reason="Letter", by=replace(everyone, roles=frozenset({"process_owner"})))
    assert standing_of(request_.id).openings == ()


def test_the_same_person_has_the_same_pseudonym_here_and_another_elsewhere(
    everyone: Actor, request_: DataSubjectRequest, other_municipality: Municipality
) -> None:
    again = record_request(asked(), requester={}, mark=" k-1 ", by=everyone)
    with municipality_scope(other_municipality.id):
        elsewhere = record_request(asked(), requester={}, mark="K-1", by=everyone)
    assert again.subject_key == request_.subject_key
    assert elsewhere.subject_key != request_.subject_key


def test_an_envelope_is_destroyed_when_nobody_can_object_any_more(
    everyone: Actor, request_: DataSubjectRequest
) -> None:
    decided(request_, everyone)
    tell_request(request_.id, told_on=TODAY, read=stands(request_).revision, by=everyone)
    close_request(request_.id, as_=ClosedAs.ANSWERED, because="By letter.", read=stands(request_).revision, by=everyone)
    assert standing_of(request_.id).destroy_on == dt.date(2027, 1, 13)
    last = dt.datetime(2027, 1, 12, 12, tzinfo=dt.UTC)
    for moment, is_there in ((last, True), (last + dt.timedelta(days=1), False)):
        with clock.clock_at(moment):
            destroy_every_day()
        assert standing_of(request_.id).is_there is is_there
    assert read_requester(request_.id, reason="Letter", by=everyone) == {}


def test_a_request_that_is_opened_again_keeps_its_envelope(everyone: Actor, request_: DataSubjectRequest) -> None:
    close_request(request_.id, as_=ClosedAs.WITHDRAWN, because="By phone.", read=stands(request_).revision, by=everyone)
    reopen_request(request_.id, reason="A mistake.", read=stands(request_).revision, by=everyone)
    destroy_every_day()
    assert (standing_of(request_.id).is_there, stands(request_).is_open) == (True, True)


def test_only_what_was_filled_in_changes_and_their_own_words_stay(
    everyone: Actor, request_: DataSubjectRequest
) -> None:
    said = {"name": " ", "address": "Kerkweg 2, Elders", "words": "Iets anders."}
    change_requester(request_.id, requester=said, reason="Moved.", read=stands(request_).revision, by=everyone)
    assert standing_of(request_.id).openings == ()
    assert read_requester(request_.id, reason="Letter", by=everyone) == {**NAME, "address": "Kerkweg 2, Elders"}


def test_the_history_tells_that_name_and_address_changed_and_not_into_what(
    everyone: Actor, request_: DataSubjectRequest
) -> None:
    change_requester(request_.id, requester={"name": "W. Anders"}, reason="Misspelt.", read=0, by=everyone)
    told = next(each for each in happenings_in(WHOLE, request_.id) if each.verb == "requests.change_requester")
    assert (told.by, told.reason) == (everyone.name, "Misspelt.")
    assert [column for change in told.changes for column in change.columns] == []
    assert not LedgerEntry.objects.filter(content__contains="Anders").exists()


def test_an_envelope_is_changed_for_a_reason(everyone: Actor, request_: DataSubjectRequest) -> None:
    with pytest.raises(Refused, match="Say why"):
        change_requester(request_.id, requester={"name": "W. Anders"}, reason=" ", read=0, by=everyone)
    assert read_requester(request_.id, reason="Letter", by=everyone) == NAME


def test_two_who_edit_at_once_do_not_overwrite_each_other(everyone: Actor, request_: DataSubjectRequest) -> None:
    edit_request(replace(request_, asks="Only the reports."), by=everyone)
    with pytest.raises(EditedMeanwhile):
        edit_request(replace(request_, asks="Everything."), by=everyone)
    assert stands(request_).asks == "Only the reports."


def test_the_activities_of_a_request_are_those_that_were_chosen(everyone: Actor, request_: DataSubjectRequest) -> None:
    activity = an_activity()
    create_activity(activity, by=everyone)
    edited = edit_request(replace(request_, activity_ids=(activity.id,)), by=everyone)
    assert stands(request_).activity_ids == edited.activity_ids == (activity.id,)
    edit_request(replace(edited, activity_ids=()), by=everyone)
    assert stands(request_).activity_ids == ()


def test_the_term_stands_still_once_at_a_time(everyone: Actor, request_: DataSubjectRequest) -> None:
    question = Suspension(new_id(), SuspensionGround.CLARIFICATION, dt.date(2026, 11, 4), "Which reports?")
    suspend_request(request_.id, question, read=stands(request_).revision, by=everyone)
    with pytest.raises(Refused, match="stands still already"):
        suspend_request(request_.id, replace(question, id=new_id()), read=stands(request_).revision, by=everyone)
    resume_request(request_.id, until=dt.date(2026, 11, 9), read=stands(request_).revision, by=everyone)
    assert [each.until for each in stands(request_).suspensions] == [dt.date(2026, 11, 9)]


def extend(request: DataSubjectRequest, by: Actor, **more: Any) -> None:
    said: dict[str, Any] = {
        "ground": ExtensionGround.COMPLEXITY, "months": 2, "reason": "Six systems.", "told_on": TODAY,
    }  # fmt: skip
    extend_request(request.id, **{**said, **more}, read=stands(request).revision, by=by)


@pytest.mark.parametrize(
    ("more", "part"),
    [
        ({"ground": ExtensionGround.OTHER}, "Only complexity or the number"),
        ({"months": 3}, "two further months at most"),
        ({"reason": " "}, "Write why more time is needed"),
        ({"told_on": TODAY + dt.timedelta(days=1)}, "told on a day between"),
    ],
)
def test_an_extension_is_refused(
    everyone: Actor, request_: DataSubjectRequest, more: dict[str, Any], part: str
) -> None:
    with pytest.raises(Refused, match=part):
        extend(request_, everyone, **more)
    assert not stands(request_).is_extended


def test_the_term_is_made_longer_once(everyone: Actor, request_: DataSubjectRequest) -> None:
    extend(request_, everyone)
    with pytest.raises(Refused, match="once only"):
        extend(request_, everyone)


def test_an_extension_that_was_told_late_is_recorded_with_its_reason(everyone: Actor) -> None:
    request = record_request(asked(received_on=dt.date(2026, 10, 1)), requester={}, by=everyone)
    with pytest.raises(Refused, match=r"should have heard this by 02-11-2026"):
        extend(request, everyone)
    extend(request, everyone, late_because="Illness.")
    assert (stands(request).extension_told_on, stands(request).late_because) == (TODAY, "Illness.")


def test_a_plan_grows_and_what_was_ticked_stays(everyone: Actor, request_: DataSubjectRequest) -> None:
    one, two = (SearchLine(new_id(), LineKind.SYSTEM, new_id(), name) for name in ("Archive", "Mail"))
    assert lay_search_plan(request_.id, (one,), by=everyone) == 1
    (line,) = stands(request_).lines
    tick_line(replace(line, found=True, delivered_on=TODAY), request_id=request_.id, read=line, by=everyone)
    assert lay_search_plan(request_.id, (two, one), by=everyone) == 1
    assert [(each.name, each.found) for each in stands(request_).lines] == [("Archive", True), ("Mail", None)]


def test_a_line_that_another_ticked_meanwhile_is_not_overwritten(everyone: Actor, request_: DataSubjectRequest) -> None:
    lay_search_plan(request_.id, (SearchLine(new_id(), LineKind.SYSTEM, new_id(), "Archive"),), by=everyone)
    (line,) = stands(request_).lines
    tick_line(replace(line, found=True), request_id=request_.id, read=line, by=everyone)
    with pytest.raises(EditedMeanwhile):
        tick_line(replace(line, found=False), request_id=request_.id, read=line, by=everyone)


def test_a_process_owner_ticks_their_own_lines_only(everyone: Actor, request_: DataSubjectRequest) -> None:
    line = SearchLine(new_id(), LineKind.SYSTEM, new_id(), "Archive")
    lay_search_plan(request_.id, (line, replace(line, target_id=new_id(), owner_id=everyone.person_id)), by=everyone)
    theirs, own = stands(request_).lines
    owner = replace(everyone, roles=frozenset({"process_owner"}))
    with pytest.raises(NotPermitted):
        tick_line(replace(theirs, found=False), request_id=request_.id, read=theirs, by=owner)
    tick_line(replace(own, found=False), request_id=request_.id, read=own, by=owner)
    assert stands(request_).lines[1].found is False


def test_a_refusal_names_its_ground_and_reason(everyone: Actor, request_: DataSubjectRequest) -> None:
    for part in (replace(GRANTED, granted=False), replace(GRANTED, granted=False, refusal="excessive")):
        with pytest.raises(Refused, match="Name the ground"):
            write_parts(request_.id, (part,), read=0, by=everyone)


def test_an_answered_question_can_be_taken_back(everyone: Actor, request_: DataSubjectRequest) -> None:
    for answer in (True, None):
        answer_questions(request_.id, {RequestQuestion.CONFIRMED: answer}, read=stands(request_).revision, by=everyone)
        assert stands(request_).answered(RequestQuestion.CONFIRMED) is answer


def test_advice_is_the_officers_and_the_decision_answers_it(everyone: Actor, request_: DataSubjectRequest) -> None:
    with pytest.raises(NotPermitted):
        advise_request(request_.id, "Give all.", read=0, by=replace(everyone, roles=frozenset({"privacy_officer"})))
    advise_request(request_.id, "Give it all.", read=0, by=everyone)
    with pytest.raises(Refused, match="Say what is done with it"):
        decided(request_, everyone)


def test_a_decision_that_was_sent_is_not_taken_back(everyone: Actor, request_: DataSubjectRequest) -> None:
    decided(request_, everyone)
    undo_decision(request_.id, reason="A slip.", read=stands(request_).revision, by=everyone)
    decided(request_, everyone)
    tell_request(request_.id, told_on=TODAY, read=stands(request_).revision, by=everyone)
    with pytest.raises(Refused, match="sent already"):
        undo_decision(request_.id, reason="A slip.", read=stands(request_).revision, by=everyone)


def test_a_late_answer_is_recorded_with_its_reason(everyone: Actor) -> None:
    request = record_request(asked(received_on=dt.date(2026, 10, 1)), requester={}, by=everyone)
    decided(request, everyone)
    with pytest.raises(Refused, match=r"The last day was 02-11-2026"):
        tell_request(request.id, told_on=TODAY, read=stands(request).revision, by=everyone)
    tell_request(request.id, told_on=TODAY, late_because="Illness.", read=stands(request).revision, by=everyone)
    assert stands(request).late_because == "Illness."


def test_a_request_is_not_closed_as_answered_before_it_was(everyone: Actor, request_: DataSubjectRequest) -> None:
    with pytest.raises(Refused, match="was not sent yet"):
        close_request(
            request_.id, as_=ClosedAs.ANSWERED, because="By letter.", read=stands(request_).revision, by=everyone
        )


def remedies(request: DataSubjectRequest, by: Actor, **more: Any) -> None:
    stored = stands(request)
    names = ("objection_on", "objection_decided_on", "objection_outcome", "default_on")
    held: dict[str, Any] = {"read": stored.revision, **{name: getattr(stored, name) for name in names}}
    record_remedies(request.id, **{**held, **more}, by=by)


def test_who_records_a_notice_of_default_from_an_older_page_wipes_no_objection(
    everyone: Actor, request_: DataSubjectRequest
) -> None:
    remedies(request_, everyone, objection_on=TODAY)
    with pytest.raises(EditedMeanwhile):
        remedies(request_, everyone, read=request_.revision, objection_on=None, default_on=TODAY)
    assert (stands(request_).objection_on, stands(request_).default_on) == (TODAY, None)


def test_an_envelope_is_kept_while_an_objection_waits_and_then_until_the_court_is_closed(
    everyone: Actor, request_: DataSubjectRequest
) -> None:
    decided(request_, everyone)
    tell_request(request_.id, told_on=TODAY, read=stands(request_).revision, by=everyone)
    remedies(request_, everyone, objection_on=TODAY)
    close_request(request_.id, as_=ClosedAs.ANSWERED, because="By letter.", read=stands(request_).revision, by=everyone)
    with clock.clock_at(dt.datetime(2027, 6, 1, 12, tzinfo=dt.UTC)):
        destroy_every_day()
        assert (standing_of(request_.id).is_there, standing_of(request_.id).destroy_on) == (True, None)
        reopen_request(request_.id, reason="Decided on the objection.", read=stands(request_).revision, by=everyone)
        remedies(request_, everyone, objection_decided_on=dt.date(2027, 6, 1), objection_outcome="Unfounded.")
        close_request(
            request_.id, as_=ClosedAs.ANSWERED, because="By letter.", read=stands(request_).revision, by=everyone
        )
    assert standing_of(request_.id).destroy_on == dt.date(2027, 7, 21)
