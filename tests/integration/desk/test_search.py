"""One search over everything that the dossier holds, of now and of then, for who works in this municipality."""

import dataclasses
from collections.abc import Iterator

import pytest
from django.test import Client
from django.utils import translation

from gemeentedossier.dossier.assets.actions.systems import record_system
from gemeentedossier.dossier.assets.facts import System
from gemeentedossier.dossier.register.actions.activities import create_activity, edit_activity
from gemeentedossier.dossier.register.queries.activities import activity_facts
from gemeentedossier.dossier.snapshot.queries import stems_of
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.ledger.actions import settle
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.tenancy import municipality_scope
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.enums import Role
from tests.builders import an_activity
from tests.integration.desk.people import signed_in
from tests.integration.desk.test_moment import MOMENT

SEARCH = "/duinveld/desk/search/"


@pytest.fixture(autouse=True)
def _dutch() -> Iterator[None]:
    with translation.override("nl"):
        yield


@pytest.fixture
def officer(municipality: Municipality) -> Client:
    return signed_in(Role.PRIVACY_OFFICER)


def found(client: Client, query: str, *, at: str = SEARCH, **more: str) -> dict[str, list[str]]:
    groups = client.get(at, {"q": query, **more}).context["groups"]
    return {
        each.identifier: ["".join(piece.text for piece in hit.name) for hit in each.hits]
        for each in groups
        if each.identifier not in ("found-criterion", "found-field", "found-page")
    }


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("text", "stems"),
    [
        ("de bezwaren van cliënten", ("bezwar", "client")),
        ("2026-012", ("2026-012",)),
        ("de, het", ()),
        ("", ()),
        ("nul\x00zorg", ("nulzorg",)),
        (" ".join(f"woord{n}" for n in range(40)), tuple(f"woord{n}" for n in range(12))),
    ],
)
def test_a_question_is_cut_into_stems(text: str, stems: tuple[str, ...]) -> None:
    assert stems_of(text) == stems


def test_records_of_different_rooms_stand_by_kind(officer: Client, everyone: Actor) -> None:
    create_activity(an_activity(name="Bezwaar en beroep"), by=everyone)
    record_system(System(new_id(), "Bezwaarsysteem"), by=everyone)
    assert found(officer, "bezwaren") == {
        "found-activity": ["Bezwaar en beroep"],
        "found-system": ["Bezwaarsysteem"],
    }


def test_of_a_kind_five_are_shown_and_the_rest_on_its_own_page(officer: Client, everyone: Actor) -> None:
    for number in range(7):
        create_activity(an_activity(name=f"Bezwaar {number}"), by=everyone)
    group = officer.get(SEARCH, {"q": "bezwaar"}).context["groups"][0]
    assert (len(group.hits), group.more.label, group.more.url) == (
        5,
        "Alle 7",
        "/duinveld/desk/search/?q=bezwaar&kind=activity",
    )
    assert len(found(officer, "bezwaar", kind="activity")["found-activity"]) == 7


def test_a_criterion_is_found_by_its_words_and_leads_to_its_page(officer: Client) -> None:
    hits = [hit for group in officer.get(SEARCH, {"q": "bewaartermijn"}).context["groups"] for hit in group.hits]
    assert hits
    assert all(hit.url.startswith("/duinveld/desk/coverage/rules/") for hit in hits)


def test_an_article_finds_the_criteria_that_rest_on_it(officer: Client) -> None:
    groups = {each.identifier: each for each in officer.get(SEARCH, {"q": "art. 33 AVG"}).context["groups"]}
    assert "found-criterion" in groups


def test_a_page_is_found_by_what_it_is_called(officer: Client) -> None:
    group = officer.get(SEARCH, {"q": "verzoeken"}).context["groups"][0]
    assert (group.identifier, {hit.url for hit in group.hits}) == ("found-page", {"/duinveld/desk/requests/"})


def test_a_slip_of_the_pen_offers_what_was_meant(officer: Client, everyone: Actor) -> None:
    create_activity(an_activity(name="Toegang jeugdhulp"), by=everyone)
    page = officer.get(SEARCH, {"q": "jeugthulp"}).content.decode()
    assert "Bedoelde u “jeugdhulp”?" in page
    assert "/duinveld/desk/search/?q=jeugdhulp" in page


def test_what_was_typed_is_shown_as_text(officer: Client) -> None:
    page = officer.get(SEARCH, {"q": "<script>x</script>"}).content.decode()
    assert "<script>x" not in page
    assert "&lt;script&gt;x&lt;/script&gt;" in page


def test_in_the_past_is_found_what_was_recorded_then(officer: Client, everyone: Actor) -> None:
    activity = an_activity(name="Hulp in natura")
    create_activity(activity, by=everyone)
    settle()
    then = clock.now()
    edit_activity(dataclasses.replace(activity_facts(activity.id), name="Voorziening"), by=everyone)
    settle()
    assert found(officer, "natura") == {}
    officer.post(MOMENT, {"moment": then.isoformat()})
    assert found(officer, "natura") == {"found-activity": ["Hulp in natura"]}


def test_another_municipality_is_not_looked_through(
    officer: Client, everyone: Actor, other_municipality: Municipality
) -> None:
    create_activity(an_activity(name="Hulp in natura"), by=everyone)
    with municipality_scope(other_municipality.id):
        stranger = signed_in(Role.PRIVACY_OFFICER)
    assert stranger.get(SEARCH, {"q": "natura"}).status_code == 404
    assert found(stranger, "natura", at="/heiloo-oost/desk/search/") == {}


def test_without_a_question_the_page_says_what_can_be_asked(officer: Client) -> None:
    page = officer.get(SEARCH)
    assert page.context["groups"] == ()
    assert "Alles in het dossier" in page.content.decode()


def test_the_list_of_the_keyboard_names_records_with_their_kind_and_place(officer: Client, everyone: Actor) -> None:
    made = an_activity(name="Bezwaar en beroep")
    create_activity(made, by=everyone)
    told = officer.get(SEARCH, {"q": "bezwaar", "as": "list"}).json()["found"]
    assert told[0] == {
        "kind": "Verwerkingsactiviteiten",
        "name": "Bezwaar en beroep",
        "url": f"/duinveld/desk/register/{made.id}/",
    }


@pytest.mark.parametrize(
    ("query", "name", "url"),
    [
        ("cijfers", "Cijfers in beeld", "/duinveld/desk/figures/"),
        ("kaart", "Kaart van gegevensstromen", "/duinveld/desk/flows/"),
        ("raadsvenster", "Raadsvenster", "/duinveld/desk/council/"),
    ],
)
def test_the_keyboard_leads_to_places_that_are_not_in_the_rail(
    query: str, name: str, url: str, officer: Client
) -> None:
    told = officer.get(SEARCH, {"q": query, "as": "list"}).json()["found"]
    assert {"kind": "Plaatsen", "name": name, "url": url} in told


def test_a_place_of_the_rail_stands_in_the_list_of_the_keyboard_once(municipality: Municipality) -> None:
    asked = {"q": "toezicht"}
    supervisor, officer = signed_in(Role.DATA_PROTECTION_OFFICER), signed_in(Role.PRIVACY_OFFICER)
    names = [[each["name"] for each in client.get(SEARCH, {**asked, "as": "list"}).json()["found"]
              if each["kind"] == "Plaatsen"] for client in (supervisor, officer)]  # fmt: skip
    assert [len(each) for each in names] == [0, 1]


def test_the_help_beside_a_field_is_found_by_the_name_of_the_field(officer: Client) -> None:
    groups = officer.get(SEARCH, {"q": "subsidiariteit"}).context["groups"]
    hits = [hit for each in groups if each.identifier == "found-field" for hit in each.hits]
    assert ["".join(piece.text for piece in hit.name) for hit in hits] == ["Subsidiariteit (Grondslag)"]
    assert hits[0].url == "/duinveld/desk/help/legal-basis/#subsidiarity"
