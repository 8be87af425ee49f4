"""A session that ends in the middle of a form loses nothing, and shows it to nobody else."""

import datetime as dt
import html
import re
from pathlib import Path
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.test import Client

from gemeentedossier.dossier.register.actions.activities import insert_activities
from gemeentedossier.dossier.register.enums import RecordState
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.register.queries.activities import activity_facts
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.kept_forms import forget_ended
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.models import Account, Person, RoleAssignment, Unit
from tests.builders import an_activity
from tests.integration.desk.people import signed_in

NAME = "Team Buurt & Wijk <noord>"
FORM = "/duinveld/desk/organisation/units/new/"
PASSWORD = "een lang wachtwoord"
FILES = "django.core.cache.backends.filebased.FileBasedCache"


@pytest.fixture
def accounts(municipality: Municipality) -> list[str]:
    mails = ["noor@duinveld.example", "ali@duinveld.example"]
    for mail in mails:
        account = Account.objects.create_account(email=mail, password=PASSWORD)
        person = Person.objects.create(name=mail, account=account)
        RoleAssignment.objects.create(person=person, role=Role.PRIVACY_OFFICER.value)
    return mails


def sign_in(browser: Client, mail: str) -> Any:
    return browser.post("/sign-in/", {"username": mail, "password": PASSWORD})


def interrupted(mail: str, **headers: str) -> tuple[Client, Any]:
    """A browser that sent a form after its session ended, and the answer."""
    browser = Client()
    sign_in(browser, mail)
    del browser.cookies["sessionid"]
    return browser, browser.post(FORM, {"name": NAME, "reason": "Nieuw."}, headers=headers)


def returned(browser: Client) -> dict[str, str]:
    """The fields that the page gives back."""
    page = browser.get("/sign-in/kept/").content.decode()
    fields = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', page)
    return {name: html.unescape(value) for name, value in fields if name not in ("csrfmiddlewaretoken", "next")}


def test_what_was_filled_in_comes_back_as_it_was(accounts: list[str]) -> None:
    browser, answer = interrupted(accounts[0])
    assert answer.headers["Location"].startswith("/sign-in/")
    assert sign_in(browser, accounts[0]).headers["Location"] == "/sign-in/kept/"
    assert returned(browser) == {"_returned": "1", "name": NAME, "reason": "Nieuw."}


def test_it_returns_to_its_form_and_is_not_saved_before_somebody_looked(accounts: list[str]) -> None:
    browser, _answer = interrupted(accounts[0])
    sign_in(browser, accounts[0])
    page = browser.post(FORM, returned(browser)).content.decode()
    assert ("dus hiervan is niets opgeslagen" in page, html.escape(NAME) in page) == (True, True)
    assert Unit.objects.exists() is False


def test_somebody_else_at_the_same_browser_sees_nothing_of_it(accounts: list[str]) -> None:
    browser, _answer = interrupted(accounts[0])
    assert sign_in(browser, accounts[1]).headers["Location"] == "/duinveld/desk/"
    assert returned(browser) == {}


def test_who_signed_out_leaves_nothing_behind(accounts: list[str]) -> None:
    browser = Client()
    sign_in(browser, accounts[0])
    browser.post("/sign-out/")
    browser.post(FORM, {"name": NAME})
    assert sign_in(browser, accounts[0]).headers["Location"] == "/duinveld/desk/"


def test_the_database_alone_gives_nothing_away(accounts: list[str]) -> None:
    interrupted(accounts[0])
    assert [NAME in str(each.get_decoded()) for each in Session.objects.all()].count(True) == 0


@pytest.mark.parametrize(("minutes", "there"), [(60, True), (61, False)])
def test_it_is_kept_for_an_hour(minutes: int, there: bool, accounts: list[str]) -> None:
    now = clock.now().replace(microsecond=0)
    with clock.clock_at(now):
        browser, _answer = interrupted(accounts[0])
    with clock.clock_at(now + dt.timedelta(minutes=minutes)):
        come = sign_in(browser, accounts[0]).headers["Location"]
    assert come == ("/sign-in/kept/" if there else "/duinveld/desk/")


def test_thrown_away_it_is_gone(accounts: list[str]) -> None:
    browser, _answer = interrupted(accounts[0])
    sign_in(browser, accounts[0])
    browser.post("/sign-in/kept/")
    assert returned(browser) == {}


def test_a_part_of_a_page_sends_the_whole_page_to_sign_in(accounts: list[str]) -> None:
    _browser, answer = interrupted(accounts[0], HX_Request="true")
    assert (answer.status_code, answer.headers["HX-Redirect"].partition("?")[0]) == (204, "/sign-in/")


def test_a_draft_that_a_page_keeps_by_itself_does_not_take_its_place(accounts: list[str]) -> None:
    browser, _answer = interrupted(accounts[0])
    draft = {"form": "x", "page": FORM, "title": "Team", "fields": "[]"}
    browser.post("/duinveld/desk/drafts/keep/", draft)
    sign_in(browser, accounts[0])
    assert returned(browser) == {"_returned": "1", "name": NAME, "reason": "Nieuw."}


def test_a_draft_alone_is_not_given_back(accounts: list[str]) -> None:
    browser = Client()
    sign_in(browser, accounts[0])
    del browser.cookies["sessionid"]
    browser.post("/duinveld/desk/drafts/keep/", {"form": "x", "page": FORM})
    assert sign_in(browser, accounts[0]).headers["Location"] == "/duinveld/desk/"


def test_sent_again_it_is_given_back_no_more(accounts: list[str]) -> None:
    browser, _answer = interrupted(accounts[0])
    sign_in(browser, accounts[0])
    browser.post(FORM, returned(browser))
    assert returned(browser) == {}
    assert sign_in(browser, accounts[0]).headers["Location"] == "/duinveld/desk/"


def test_seen_and_not_yet_sent_it_stays(accounts: list[str]) -> None:
    browser, _answer = interrupted(accounts[0])
    sign_in(browser, accounts[0])
    assert returned(browser) == returned(browser) != {}


@pytest.fixture
def submitted(municipality: Municipality) -> Activity:
    """A record that waits for adoption."""
    made = an_activity()
    insert_activities([made])
    signed_in(Role.PRIVACY_OFFICER).post(f"/duinveld/desk/register/{made.id}/submit/", {"revision": "0"})
    return activity_facts(made.id)


def given_back(role: Role, record: Activity, step: str) -> str:
    """What somebody reads whose answer to a step came back after their session had ended."""
    sent = {"_returned": "1", "reason": "Gelezen en goed.", "revision": str(record.revision)}
    told = signed_in(role).post(f"/duinveld/desk/register/{record.id}/{step}/", sent, follow=True)
    return str(told.content.decode())


@pytest.mark.parametrize(("role", "step"), [(Role.EXECUTIVE, "adopt"), (Role.PRIVACY_OFFICER, "confirm")])
def test_no_step_is_carried_out_for_what_came_back(role: Role, step: str, submitted: Activity) -> None:
    page = given_back(role, submitted, step)
    assert ("dus hiervan is niets opgeslagen" in page, activity_facts(submitted.id)) == (True, submitted)


def test_the_reason_of_a_step_that_came_back_stands_in_its_form(submitted: Activity) -> None:
    assert "Gelezen en goed." in given_back(Role.EXECUTIVE, submitted, "adopt")


def test_what_did_not_come_back_is_carried_out(submitted: Activity) -> None:
    sent = {"reason": "Gelezen en goed.", "revision": str(submitted.revision)}
    signed_in(Role.EXECUTIVE).post(f"/duinveld/desk/register/{submitted.id}/adopt/", sent)
    assert activity_facts(submitted.id).record_state == RecordState.ADOPTED


def test_what_a_session_kept_goes_when_it_ended(accounts: list[str], settings: Any, tmp_path: Path) -> None:
    settings.CACHES = {"default": {"BACKEND": FILES, "LOCATION": tmp_path}}
    interrupted(accounts[0])
    forget_ended()
    while_kept = _left(tmp_path)
    Session.objects.update(expire_date=clock.now())  # the library reads the clock of the machine
    with clock.clock_at(clock.now() + dt.timedelta(days=1)):
        forget_ended()
    assert (while_kept, _left(tmp_path)) == ((2, 1), (0, 0))


def _left(folder: Path) -> tuple[int, int]:
    """How many sessions, and how many browsers of which it is known whose they are."""
    return Session.objects.count(), len(list(folder.iterdir()))
