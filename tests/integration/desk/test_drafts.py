"""What is typed in a form is kept for who typed it, offered again, and gone once it is saved or its term is over."""

import datetime as dt
import json
from uuid import UUID

import pytest
from django.test import Client

from gemeentedossier.desk.actions.drafts import MOST, drop_old_drafts
from gemeentedossier.desk.models import Draft
from gemeentedossier.dossier.register.actions.activities import insert_activities
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.tenancy import municipality_scope
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.models import Person
from tests.builders import an_activity
from tests.integration.desk.people import browser_of, signed_in, someone

KEEP, FOUND, DROP = (f"/duinveld/desk/drafts/{each}/" for each in ("keep", "found", "drop"))
FORM = "/duinveld/desk/register/new/:name"
TYPED = [["name", ["Een halve zin over de"]]]


@pytest.fixture
def officer(municipality: Municipality) -> Person:
    return someone(Role.PRIVACY_OFFICER)


@pytest.fixture
def browser(officer: Person) -> Client:
    return browser_of(officer)


def keep(browser: Client, form: str = FORM, **said: str) -> bool:
    """Whether it was kept; else a sentence says why not."""
    values = {"form": form, "page": "/duinveld/desk/register/new/", "title": "Nieuw", "fields": json.dumps(TYPED)}
    answer = browser.post(KEEP, {**values, **said}).json()
    assert len(answer) == 1
    return "at" in answer


def kept(browser: Client) -> list[object]:
    drafts: list[object] = [each["fields"] for each in browser.get(FOUND, {"form": FORM}).json()["drafts"]]
    return drafts


def key(form: str = FORM) -> str:
    """Of the draft of a form that was begun first."""
    return str(Draft.objects.filter(form=form).order_by("pk").values_list("pk", flat=True)[0])


def test_what_was_typed_is_offered_to_who_typed_it(browser: Client) -> None:
    assert (keep(browser), kept(browser)) == (True, [TYPED])


def test_what_was_typed_later_takes_its_place(browser: Client) -> None:
    keep(browser)
    keep(browser, fields='[["name", ["Een hele zin."]]]')
    assert (kept(browser), Draft.objects.count()) == ([[["name", ["Een hele zin."]]]], 1)


def test_nobody_else_reads_it(browser: Client) -> None:
    keep(browser)
    assert kept(signed_in(Role.PRIVACY_OFFICER)) == []


def test_another_municipality_has_none_of_it(browser: Client, other_municipality: Municipality) -> None:
    keep(browser)
    with municipality_scope(other_municipality.id):
        assert Draft.objects.count() == 0


def test_the_database_does_not_hold_it_in_words(browser: Client) -> None:
    keep(browser)
    assert b"halve zin" not in bytes(Draft.objects.get().sealed)


def test_what_was_saved_is_no_draft_any_more(browser: Client) -> None:
    keep(browser)
    browser.post("/duinveld/desk/register/new/", {"name": "Leerplicht", "draft": FORM})
    assert kept(browser) == []


def test_what_was_refused_stays_a_draft(browser: Client) -> None:
    keep(browser)
    browser.post("/duinveld/desk/register/new/", {"name": "", "draft": FORM})
    assert kept(browser) == [TYPED]


def test_what_is_thrown_away_is_offered_no_more_and_nothing_else(browser: Client) -> None:
    keep(browser)
    keep(browser, form="/duinveld/desk/parties/:name")
    browser.post(DROP, {"key": key()})
    assert (kept(browser), Draft.objects.filter(thrown_away_at=None).count()) == ([], 1)


@pytest.mark.parametrize(("days", "left"), [(14, 1), (15, 0)])
def test_a_draft_goes_after_its_term(browser: Client, days: int, left: int) -> None:
    keep(browser)
    Draft.objects.update(saved_at=clock.now() - dt.timedelta(days=days) + dt.timedelta(minutes=1))
    drop_old_drafts()
    assert (Draft.objects.count(), len(kept(browser))) == (left, left)


def test_the_oldest_gives_way_where_one_person_has_too_many(browser: Client) -> None:
    for number in range(MOST + 1):
        keep(browser, form=f"/{number}")
    assert Draft.objects.count() == MOST
    assert not Draft.objects.filter(form="/0").exists()


@pytest.mark.parametrize(
    "said",
    [
        {"page": "https://elders.example/"},
        {"page": "/heiloo-oost/desk/"},
        {"form": ""},
        {"form": "many 00000000-0000-0000-0000-000000000001"},
        {"form": "\0many 00000000-0000-0000-0000-000000000001"},
        {"form": "x" * 301},
        {"writing": "x" * 37},
        {"fields": "geen json"},
        {"fields": "[[1]]"},
        {"recorded": "[[1]]"},
        {"fields": json.dumps([["name", ["x" * 200_000]]])},
    ],
)
def test_what_cannot_be_a_draft_is_refused_with_a_sentence(browser: Client, said: dict[str, str]) -> None:
    assert (keep(browser, **said), Draft.objects.count()) == (False, 0)


@pytest.mark.parametrize(
    "page", ["javascript:/duinveld/desk/", "//evil.example/duinveld/desk/", "https://evil.example"]
)
def test_a_draft_leads_nowhere_but_to_its_own_desk(browser: Client, page: str) -> None:
    assert keep(browser, page=page) is False


def test_signs_that_no_column_holds_take_nothing_along(browser: Client) -> None:
    half = json.dumps([["name", ["Een \ud800 halve zin."]]])
    assert keep(browser, FORM + "\0", fields=half)
    assert kept(browser) == [[["name", ["Een  halve zin."]]]]
    browser.post(DROP, {"key": key(FORM)})
    assert kept(browser) == []


def test_what_is_nested_without_end_is_refused_with_a_sentence(browser: Client) -> None:
    assert keep(browser, fields="[" * 100_000) is False


def test_the_page_of_drafts_leads_to_each_form(browser: Client) -> None:
    keep(browser)
    shown = browser.get("/duinveld/desk/drafts/").content.decode()
    assert ('href="/duinveld/desk/register/new/"' in shown, "Nieuw" in shown) == (True, True)


def test_of_who_asks_something_no_draft_is_kept(browser: Client) -> None:
    shown = browser.get("/duinveld/desk/requests/new/").content.decode()
    unkept = {
        name
        for name in ("name", "address", "email", "subject_name", "words", "mark", "asks")
        if f'name="{name}"' in shown and "data-unkept" in shown.split(f'name="{name}"')[1].split(">")[0]
    }
    assert unkept == {"name", "address", "email", "subject_name", "words", "mark"}


def test_the_past_offers_no_drafts(browser: Client) -> None:
    made = an_activity()
    insert_activities([made])
    assert "gd-draft" in page_of(browser, made.id)
    browser.post("/duinveld/desk/moment/", {"moment": clock.now().isoformat()})
    assert 'id="gd-draft"' not in page_of(browser, made.id)


def page_of(browser: Client, activity_id: UUID) -> str:
    return browser.get(f"/duinveld/desk/register/{activity_id}/").content.decode()


BACK, EVERY = "/duinveld/desk/drafts/back/", "/duinveld/desk/drafts/"


def test_the_list_tells_the_record_and_the_first_words(browser: Client) -> None:
    made = an_activity(name="Leerplicht")
    insert_activities([made])
    fields = '[["revision", ["3"]], ["role", ["controller"]], ["description", ["Wie niet naar  school gaat."]]]'
    keep(browser, page=f"/duinveld/desk/register/{made.id}/?edit=identity", title="Wijzigen", fields=fields)
    page = browser.get(EVERY).content.decode()
    assert ["<h2>Leerplicht: Wijzigen</h2>" in page, "<p>“Wie niet naar school gaat.”</p>" in page] == [True, True]


def test_long_words_end_at_a_word(browser: Client) -> None:
    keep(browser, fields=json.dumps([["description", ["woord " * 40]]]))
    assert f"<p>“{' '.join(['woord'] * 23)}…”</p>" in browser.get(EVERY).content.decode()


def test_what_was_thrown_away_is_taken_back(browser: Client) -> None:
    keep(browser)
    browser.post(DROP, {"key": key()})
    assert [kept(browser), "Terughalen" in browser.get(EVERY).content.decode()] == [[], True]
    browser.post(BACK, {"key": key()})
    assert [kept(browser), "Terughalen" in browser.get(EVERY).content.decode()] == [[TYPED], False]


@pytest.mark.parametrize(("hours", "offered"), [(24, [TYPED]), (25, [])])
def test_for_a_day(hours: int, offered: list[object], browser: Client) -> None:
    keep(browser)
    now = clock.now()
    thrown = {"key": key()}
    with clock.clock_at(now):
        browser.post(DROP, thrown)
    with clock.clock_at(now + dt.timedelta(hours=hours)):
        drop_old_drafts()
        browser.post(BACK, thrown)
        assert kept(browser) == offered


def test_nobody_takes_back_what_another_threw_away(browser: Client) -> None:
    keep(browser)
    browser.post(DROP, {"key": key()})
    signed_in(Role.PRIVACY_OFFICER).post(BACK, {"key": key()})
    assert kept(browser) == []


def test_what_is_typed_again_stands_beside_what_was_thrown_away(browser: Client) -> None:
    keep(browser)
    browser.post(DROP, {"key": key()})
    keep(browser, fields=ANEW)
    assert kept(browser) == [json.loads(ANEW)]
    browser.post(BACK, {"key": key()})
    assert kept(browser) == [json.loads(ANEW), TYPED]


ANEW = '[["name", ["Jw"]]]'


def test_what_is_typed_another_time_leaves_what_is_offered(browser: Client) -> None:
    keep(browser, writing="1")
    keep(browser, writing="2", fields=ANEW)
    assert kept(browser) == [json.loads(ANEW), TYPED]


def test_saving_leaves_what_was_typed_another_time(browser: Client) -> None:
    keep(browser, writing="1")
    keep(browser, writing="2", fields=ANEW)
    browser.post("/duinveld/desk/register/new/", {"name": "Leerplicht", "draft": FORM, "draft_writing": "2"})
    assert kept(browser) == [TYPED]


@pytest.mark.parametrize("told", ["", "x", FORM])
def test_a_key_that_is_none_is_not_there(told: str, browser: Client) -> None:
    keep(browser)
    assert [browser.post(url, {"key": told}).status_code for url in (DROP, BACK)] == [302, 302]


def listed(browser: Client, **said: str) -> str:
    keep(browser, fields='[["name", ["Leerplicht"]], ["goal", ["Toezien op schoolbezoek"]]]', **said)
    return browser.get("/duinveld/desk/drafts/").content.decode()


def test_the_list_names_what_differs_from_what_is_recorded_and_nothing_else(browser: Client) -> None:
    page = listed(browser, changed='[["goal", "Doel"]]')
    words = ("Gewijzigd: Doel", "“Toezien op schoolbezoek”", "Leerplicht")
    assert [word in page for word in words] == [True, True, False]


def test_a_draft_that_does_not_tell_what_differs_shows_how_it_begins(browser: Client) -> None:
    page = listed(browser)
    assert ["“Leerplicht · Toezien op schoolbezoek”" in page, "Gewijzigd:" in page] == [True, False]


@pytest.mark.parametrize("told", ["x", "[1]", '[["goal"]]', "{}x"])
def test_changes_that_cannot_be_read_are_refused(browser: Client, told: str) -> None:
    assert keep(browser, changed=told) is False


def test_a_draft_knows_what_was_recorded_where_it_differs(browser: Client) -> None:
    keep(browser, changed='[["name", "Naam"]]', recorded='[["name", ["Leerplicht"]]]')
    found = browser.get(FOUND, {"form": FORM}).json()["drafts"]
    assert [each["recorded"] for each in found] == [[["name", ["Leerplicht"]]]]
