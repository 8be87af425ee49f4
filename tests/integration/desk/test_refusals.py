"""What the desk does with addresses and moments that nobody should have asked for."""

from typing import Any

import pytest
from django.test import Client

from gemeentedossier.desk.rules import own_place
from gemeentedossier.dossier.register.actions.activities import insert_activities
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.enums import Role
from tests.builders import an_activity
from tests.integration.desk.people import signed_in, someone

DESK = "/duinveld/desk/"


@pytest.fixture
def officer(municipality: Municipality) -> Client:
    return signed_in(Role.PRIVACY_OFFICER)


def gone_upload() -> str:
    return f"{DESK}exchange/mapping/01940000-0000-7000-8000-000000000000/"


@pytest.mark.parametrize("came_from", ["https://elsewhere.example/", "", f"http://testserver{gone_upload()}"])
def test_a_page_that_refuses_to_be_read_leads_to_the_desk(officer: Client, came_from: str) -> None:
    asked = came_from.removeprefix("http://testserver") if "testserver" in came_from else gone_upload()
    assert officer.get(asked, headers={"Referer": came_from})["Location"] == DESK


def test_a_page_that_refuses_leads_back_to_where_somebody_was(officer: Client) -> None:
    came_from = f"http://testserver{DESK}exchange/"
    assert officer.get(gone_upload(), headers={"Referer": came_from})["Location"] == came_from


@pytest.mark.parametrize("elsewhere", ["register", "%00", "é", "elsewhere.example", "//elsewhere.example"])
def test_turning_the_desk_goes_to_addresses_of_this_site_only(officer: Client, elsewhere: str) -> None:
    assert officer.post(f"{DESK}moment/", {"next": elsewhere})["Location"] == DESK


@pytest.mark.parametrize(
    "moment", ["0001-01-01T00:00", "0001-01-02T00:00", "0001-01-01T00:00+23:59", "9999-12-31T23:59", "2026-02-31"]
)
def test_a_moment_that_cannot_be_is_refused_and_the_desk_stays_in_the_present(officer: Client, moment: str) -> None:
    officer.post(f"{DESK}moment/", {"moment": moment})
    assert "moments" not in officer.session


@pytest.mark.parametrize("field", ["revision", "recipients-count"])
def test_a_count_of_thousands_of_digits_is_no_fault_of_the_program(officer: Client, field: str) -> None:
    made = an_activity()
    insert_activities([made])
    values = {"revision": "1", "recipients-count": "0", "done": "1", field: "9" * 5000}
    assert officer.post(f"{DESK}register/{made.id}/sections/recipients/save/", values).status_code == 200


def test_what_is_too_large_gets_a_page_with_a_sentence(municipality: Municipality, settings: Any) -> None:
    settings.DATA_UPLOAD_MAX_NUMBER_FIELDS = 2
    answer = signed_in(Role.PRIVACY_OFFICER).post("/duinveld/desk/agreements/new/", {"a": "1", "b": "2", "c": "3"})
    assert (answer.status_code, "Er is niets bewaard." in answer.content.decode()) == (400, True)


@pytest.mark.parametrize(
    ("role", "place"),
    [
        (Role.ADMINISTRATOR, f"{DESK}people/"),
        (Role.PROVIDER, "/partner/"),
        (Role.PRIVACY_OFFICER, DESK),
        (Role.COUNCIL_MEMBER, f"{DESK}council/"),
    ],
)
def test_whoever_may_not_see_a_page_is_led_to_their_own(municipality: Municipality, role: Role, place: str) -> None:
    refused = signed_in(role).get(f"{DESK}people/" if role is Role.PRIVACY_OFFICER else f"{DESK}register/")

    assert refused.status_code == 403
    assert f'href="{place}"' in refused.content.decode()


@pytest.mark.parametrize(
    ("role", "place", "told"),
    [
        (Role.ADMINISTRATOR, f"{DESK}people/", True),
        (Role.COUNCIL_MEMBER, f"{DESK}council/", True),
        (Role.PROVIDER, "/partner/", False),
    ],
)
def test_the_front_of_the_desk_brings_everybody_to_their_own_page(
    municipality: Municipality, role: Role, place: str, *, told: bool
) -> None:
    account = someone(role).account
    assert account
    for came_from, expected in ({}, told), ({"Referer": "http://testserver/duinveld/"}, False):
        client = Client()
        client.force_login(account)
        answer = client.get(DESK, headers=came_from)
        assert (answer.status_code, answer.headers["Location"]) == (302, place)
        assert ("Uw eigen pagina is deze" in client.get(place).content.decode()) is expected


@pytest.mark.parametrize("role", list(Role))
def test_every_role_has_a_place_of_its_own(role: Role) -> None:
    assert own_place(Actor(name="Jet", roles=frozenset({role})), "duinveld")
