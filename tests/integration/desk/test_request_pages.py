"""The pages of requests: each step is saved, an older page goes over nothing, the list is narrowed and written out."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from gemeentedossier.dossier.register.actions.activities import create_activity
from gemeentedossier.dossier.register.enums import DataSubjectRight
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.requests.actions.requests import record_request
from gemeentedossier.dossier.requests.actions.searching import follow_party, lay_search_plan
from gemeentedossier.dossier.requests.enums import Channel, IdentityMethod, LineKind
from gemeentedossier.dossier.requests.facts import DataSubjectRequest, SearchLine
from gemeentedossier.dossier.requests.models import Consent
from gemeentedossier.dossier.requests.models import DataSubjectRequest as Row
from gemeentedossier.dossier.requests.models import DecisionPart as PartRow
from gemeentedossier.dossier.requests.models import SearchLine as LineRow
from gemeentedossier.dossier.requests.queries import request_of
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.enums import Role
from tests.integration.desk.people import signed_in

RECEIVED, DAY = dt.date(2026, 11, 2), "2026-11-24"


@pytest.fixture(autouse=True)
def _today(settings: Any, tmp_path: Path) -> Iterator[None]:
    settings.HOME = settings.ENVELOPE_KEYS = tmp_path
    with clock.clock_at(dt.datetime(2026, 11, 24, 9, tzinfo=dt.UTC)):
        yield


@pytest.fixture
def request_(municipality: Municipality, everyone: Actor) -> DataSubjectRequest:
    asked = DataSubjectRequest(new_id(), "", DataSubjectRight.ACCESS, RECEIVED, Channel.LETTER)
    known = replace(asked, identity_method=IdentityMethod.DIGID, identity_on=RECEIVED)
    made = record_request(known, requester={"name": "Wil"}, by=everyone)
    PartRow.objects.create(request_id=made.id, what="Alles.", granted=True)
    return made


def stands(request: DataSubjectRequest) -> DataSubjectRequest:
    return request_of(request.id, people={})


def posted(client: Client, request: DataSubjectRequest, step: str, **said: Any) -> Any:
    given = {"as_read": stands(request).revision, **said}
    return client.post(f"/duinveld/desk/requests/{request.id}/{step}/", given)


STEPS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("acknowledge", {"on": DAY}),
    ("suspend", {"ground": "clarification", "since": DAY, "reason": "Welke jaren?"}),
    ("resume", {"until": DAY}),
    ("extend", {"ground": "complexity", "months": "2", "reason": "Veel systemen.", "told_on": DAY}),
    ("advise", {"advice": "Geef alles."}),
    ("decide", {"because": "Het is van hem.", "advice_answer": "Gevolgd."}),
    ("undo", {"reason": "Vergissing."}),
    ("decide", {"because": "Het is van hem.", "advice_answer": "Gevolgd."}),
    ("tell", {"told_on": DAY}),
    ("close", {"as_": "answered", "because": "Per brief."}),
    ("reopen", {"reason": "Er is meer."}),
)


def test_what_is_open_stands_before_closing_and_closing_asks_why(
    municipality: Municipality, request_: DataSubjectRequest
) -> None:
    decides = signed_in(Role.PRIVACY_OFFICER)
    Row.objects.filter(pk=request_.id).update(told_on=RECEIVED)
    page = posted(decides, request_, "close", as_="answered").content.decode()
    assert ("Voordat u sluit" in page, "Nog niet alles is gedaan" in page) == (True, True)
    assert Row.objects.get(pk=request_.id).closed_on is None


@pytest.mark.parametrize(("excepted", "count"), [({}, 0), ({"is_excepted": "on"}, 1)])
def test_a_child_alone_consents_only_where_the_exception_is_said(
    municipality: Municipality, everyone: Actor, excepted: dict[str, str], count: int
) -> None:
    about = Activity(id=new_id(), name="Hulp")
    create_activity(about, by=everyone)
    said = {
        **{"kind": "legal_basis", "activity_id": about.id, "scope": "Hulp.", "given_on": DAY},
        **{"form": "oral", "given_by": "self", "subject_age": "11", **excepted},
    }
    signed_in(Role.PRIVACY_OFFICER).post("/duinveld/desk/requests/consents/new/", said)
    assert Consent.objects.count() == count


def test_every_step_is_saved_from_its_page(municipality: Municipality, request_: DataSubjectRequest) -> None:
    officer, decides = signed_in(Role.DATA_PROTECTION_OFFICER), signed_in(Role.PRIVACY_OFFICER)
    answers = [
        posted(officer if step == "advise" else decides, request_, step, **said).status_code for step, said in STEPS
    ]
    assert answers == [302] * len(STEPS)
    found = stands(request_)
    assert (found.is_open, found.told_on, len(found.advices)) == (True, dt.date(2026, 11, 24), 1)


@pytest.mark.parametrize(("step", "said"), [STEPS[1], STEPS[3], STEPS[5]])
def test_an_older_page_is_told_keeps_its_words_and_can_then_be_saved_on_purpose(
    municipality: Municipality, request_: DataSubjectRequest, step: str, said: dict[str, Any]
) -> None:
    client, older = signed_in(Role.PRIVACY_OFFICER), stands(request_).revision
    posted(client, request_, "acknowledge", on=DAY)
    page = posted(client, request_, step, **said, as_read=older).content.decode()
    assert "Iemand anders" in page
    assert str(said.get("reason") or said["because"]) in page
    assert posted(client, request_, step, **said).status_code == 302


def test_words_of_a_step_that_another_took_meanwhile_are_not_lost(
    municipality: Municipality, request_: DataSubjectRequest
) -> None:
    client = signed_in(Role.PRIVACY_OFFICER)
    posted(client, request_, "decide", because="Eerst.")
    page = posted(client, request_, "decide", because="Mijn lange redenering.", as_read=0).content.decode()
    assert "Mijn lange redenering." in page
    assert stands(request_).decided_because == "Eerst."


def test_a_place_goes_out_of_the_plan_with_a_reason(municipality: Municipality, request_: DataSubjectRequest) -> None:
    LineRow.objects.create(request_id=request_.id, kind="system", target_id=new_id(), name="Zaaksysteem")
    (line,) = stands(request_).lines
    client = signed_in(Role.PRIVACY_OFFICER)
    url = f"/duinveld/desk/requests/{request_.id}/lines/{line.id}/remove/"
    mark = client.get(url).context["form"].initial["as_read"]
    assert client.post(url, {"as_read": mark, "reason": ""}).status_code == 200
    assert client.post(url, {"as_read": 1, "reason": "Leeg."}).status_code == 200
    assert len(stands(request_).lines) == 1
    assert client.post(url, {"as_read": mark, "reason": "Leeg."}).status_code == 302
    assert stands(request_).lines == ()


def test_the_plan_follows_a_party_that_was_joined_with_another(everyone: Actor, request_: DataSubjectRequest) -> None:
    double, kept = new_id(), new_id()
    places = [SearchLine(new_id(), kind, double, "Baken") for kind in (LineKind.PROCESSOR, LineKind.RECIPIENT)]
    lay_search_plan(request_.id, [*places, SearchLine(new_id(), LineKind.RECIPIENT, kept, "Het Baken")], by=everyone)
    follow_party(double, to=kept, by=everyone)
    targets = {(line.kind, line.name): line.target_id for line in stands(request_).lines}
    assert targets == {
        (LineKind.PROCESSOR, "Baken"): kept,
        (LineKind.RECIPIENT, "Baken"): double,
        (LineKind.RECIPIENT, "Het Baken"): kept,
    }


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("", True),
        ("?state=open", True),
        ("?state=late", False),
        ("?state=closed", False),
        ("?right=access&year=2026", True),
        ("?right=erasure", False),
        ("?year=2025", True),
        ("?q=2026-0001", True),
        ("?q=nergens", False),
    ],
)
def test_the_list_is_narrowed(
    municipality: Municipality, request_: DataSubjectRequest, asked: str, found: bool
) -> None:
    page = signed_in(Role.PRIVACY_OFFICER).get(f"/duinveld/desk/requests/{asked}")
    assert (page.context["table"] is not None) is found


@pytest.mark.parametrize(("day", "late"), [(2, False), (3, True)])
def test_a_request_is_late_the_day_after_its_last(
    municipality: Municipality, request_: DataSubjectRequest, day: int, late: bool
) -> None:
    with clock.clock_at(dt.datetime(2026, 12, day, 9, tzinfo=dt.UTC)):
        page = signed_in(Role.PRIVACY_OFFICER).get("/duinveld/desk/requests/?state=late")
    assert (page.context["table"] is not None) is late


def test_the_file_of_the_list_tells_nobody_who_asked(municipality: Municipality, request_: DataSubjectRequest) -> None:
    Row.objects.update(subject_key="0f" * 10, asks="Het dossier van Wil.")
    lines = signed_in(Role.PRIVACY_OFFICER).get("/duinveld/desk/requests/list.csv").content.decode("utf-8-sig")
    assert "2026-0001" in lines
    assert "0f0f" not in lines
    assert "Wil" not in lines


def test_a_ground_that_nobody_verified_is_offered_with_a_mark(
    municipality: Municipality, request_: DataSubjectRequest
) -> None:
    client = signed_in(Role.PRIVACY_OFFICER)
    form = client.get(reverse("desk:request-part-new", args=["duinveld", request_.id])).content.decode()
    assert "misbruik van recht [niet geverifieerd: controleer dit]" in form
    assert "identiteit niet vastgesteld [" not in form


@pytest.mark.parametrize(
    ("today", "offered"),
    [
        (dt.date(2026, 12, 2), ("Verleng de termijn", False)),
        (dt.date(2026, 12, 3), ("Verlengen is op tijd gemeld", True)),
    ],
)
def test_a_term_can_be_made_longer_until_the_day_on_which_that_must_be_told(
    municipality: Municipality, request_: DataSubjectRequest, today: dt.date, offered: tuple[str, bool]
) -> None:
    title, is_over = offered
    client = signed_in(Role.PRIVACY_OFFICER)
    with clock.clock_at(dt.datetime(today.year, today.month, today.day, 11, tzinfo=dt.UTC)):
        page = client.get(f"/duinveld/desk/requests/{request_.id}/").content.decode()
    assert (f"{title}</summary>" in page, "Dat kan niet meer: het moest uiterlijk op 2 december 2026" in page) == (
        True,
        is_over,
    )


def test_where_no_term_runs_none_is_made_longer(municipality: Municipality, request_: DataSubjectRequest) -> None:
    Row.objects.update(received_on=dt.date(2018, 5, 22))
    page = signed_in(Role.PRIVACY_OFFICER).get(f"/duinveld/desk/requests/{request_.id}/").content.decode()
    told = ("Verleng de termijn</summary>", "Verlengen is op tijd gemeld</summary>", "waar geen termijn loopt")
    assert [each in page for each in told] == [False, False, True]
