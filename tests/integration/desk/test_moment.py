"""The moment that a desk is turned to: asked by a form, for one municipality, and back to now from there."""

import datetime as dt

import pytest
from django.test import Client
from django.utils.html import escape

from gemeentedossier.desk.queries import latest_changes
from gemeentedossier.dossier.register.actions.activities import create_activity
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.ledger.actions import settle
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.tenancy import municipality_scope
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.models import Person, RoleAssignment
from tests.builders import an_activity
from tests.integration.desk.people import browser_of, someone

MOMENT, OTHER = "/duinveld/desk/moment/", "/heiloo-oost/desk/"
MENU = '<details class="gd-menu" open>'
"""The only menu that a page may show open."""
THEN = {"moment": "2026-01-31T14:30:00+01:00"}


@pytest.fixture
def officer(municipality: Municipality, other_municipality: Municipality) -> Client:
    """Somebody who works for two municipalities."""
    here = someone(Role.PRIVACY_OFFICER)
    with municipality_scope(other_municipality.id):
        there = Person.objects.create(name="Jet", account=here.account)
        RoleAssignment.objects.create(person=there, role=Role.PRIVACY_OFFICER.value)
    return browser_of(here)


def moment_of(client: Client, desk: str = "/duinveld/desk/") -> dt.datetime | None:
    """The moment that the page says it shows."""
    found: dt.datetime | None = client.get(desk).context["frame"].moment.at
    return found


def test_a_form_turns_the_desk_and_back(officer: Client) -> None:
    officer.post(MOMENT, THEN)
    assert moment_of(officer) == dt.datetime(2026, 1, 31, 13, 30, tzinfo=dt.UTC)
    officer.post(MOMENT, {**THEN, "now": "1"})
    assert moment_of(officer) is None


@pytest.mark.parametrize("written", ["31-01-2026 14:30", "31-01-2026, 14.30", "31/1/2026 14:30", "2026-01-31T14:30"])
def test_a_moment_is_typed_as_people_write_it(officer: Client, written: str) -> None:
    officer.post(MOMENT, {"moment": written})
    assert moment_of(officer) == dt.datetime(2026, 1, 31, 13, 30, tzinfo=dt.UTC)


@pytest.mark.parametrize("written", ["31-10-2025", "31/10/2025", "2025-10-31", "20251031", " 20251031 "])
def test_a_day_alone_is_its_end(officer: Client, written: str) -> None:
    officer.post(MOMENT, {"moment": written})
    assert moment_of(officer) == dt.datetime(2025, 10, 31, 22, 59, 59, 999999, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("31102025", "Dit is geen moment. Schrijf het zoals 31-01-2026 14:30, of schrijf alleen de dag."),
        ("2025103", "Dit is geen moment. Schrijf het zoals 31-01-2026 14:30, of schrijf alleen de dag."),
        ("gisteren <b>", "Dit is geen moment. Schrijf het zoals 31-01-2026 14:30, of schrijf alleen de dag."),
        ("31-12-2199", "Dat moment moet nog komen. Kies een moment in het verleden."),
    ],
)
def test_a_mistake_comes_back_in_the_open_menu_of_the_same_page(officer: Client, written: str, told: str) -> None:
    here = "/duinveld/desk/register/?q=jeugd"
    answer = officer.post(MOMENT, {"moment": written, "next": here})
    assert answer.headers["Location"] == here
    page = officer.get(here)
    moment = page.context["frame"].moment
    assert (moment.at, moment.typed, str(moment.refused)) == (None, written, told)
    text = page.content.decode()
    assert (MENU in text, f'value="{escape(written)}"' in text, text.count(told)) == (True, True, 1)
    assert "<title>Fout: " in text


def test_the_menu_is_shut_again_on_the_page_after(officer: Client) -> None:
    officer.post(MOMENT, {"moment": "gisteren"})
    pages = [officer.get("/duinveld/desk/").content.decode() for _time in range(2)]
    assert [MENU in page for page in pages] == [True, False]


def test_a_day_that_has_yet_to_come_is_refused(officer: Client) -> None:
    officer.post(MOMENT, {"moment": (clock.today() + dt.timedelta(days=1)).strftime("%d-%m-%Y")})
    assert moment_of(officer) is None


def test_the_desk_of_another_municipality_stays_where_it_is(officer: Client) -> None:
    officer.post(MOMENT, THEN)
    assert moment_of(officer, OTHER) is None
    officer.post(f"{OTHER}moment/", {"now": "1"})
    assert moment_of(officer) == dt.datetime(2026, 1, 31, 13, 30, tzinfo=dt.UTC)


def test_a_link_turns_nothing(officer: Client) -> None:
    assert officer.get(MOMENT, THEN).status_code == 404
    assert moment_of(officer) is None


def test_another_site_turns_nothing(officer: Client) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = officer.cookies
    assert strict.post(MOMENT, THEN).status_code == 403


def test_the_band_and_the_menu_lead_back_to_now(officer: Client) -> None:
    officer.post(MOMENT, THEN)
    assert officer.get("/duinveld/desk/").content.decode().count('name="now" value="1"') == 2


def test_what_entered_the_ledger_later_is_no_news_of_before(everyone: Actor) -> None:
    create_activity(an_activity(name="Net begonnen"), by=everyone)
    before = clock.now()
    settle()
    assert latest_changes(count=5, moment=before) == ()
    assert [each.name for each in latest_changes(count=5, moment=clock.now())] == ["Net begonnen"]


def test_the_register_shows_what_was_in_it_then(officer: Client, everyone: Actor) -> None:
    create_activity(an_activity(name="Al begonnen"), by=everyone)
    settle()
    then = clock.now()
    create_activity(an_activity(name="Later begonnen"), by=everyone)
    settle()
    officer.post(MOMENT, {"moment": then.isoformat()})
    page = officer.get("/duinveld/desk/register/").content.decode()
    assert ("Al begonnen" in page, "Later begonnen" in page) == (True, False)


def test_an_empty_register_of_the_past_offers_no_import(officer: Client) -> None:
    officer.post(MOMENT, THEN)
    pages = [officer.get(f"/duinveld/desk/{page}").content.decode() for page in ("", "register/")]
    assert [page.count("Uw register importeren uit een bestand") for page in pages] == [0, 0]
