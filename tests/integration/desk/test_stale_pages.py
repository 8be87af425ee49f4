"""Who signed in anew in another tab and sends the page of before finds it back; what another site sends is refused."""

import html
import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from gemeentedossier.foundation.kept_forms import LARGEST
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.models import Account, Person, RoleAssignment, Unit

NAME = "Team Buurt & Wijk <noord>"
FORM = "/duinveld/desk/organisation/units/new/"
KEPT = "/sign-in/kept/"
PASSWORD = "een lang wachtwoord"
NOOR, ALI = "noor@duinveld.example", "ali@duinveld.example"
OURS = "http://testserver"
SENT = {"name": NAME, "reason": "Nieuw."}
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
HIDDEN = re.compile(r'<input type="hidden" name="(\w+)" value="([^"]*)">')


@pytest.fixture(autouse=True)
def _accounts(municipality: Municipality) -> None:
    for mail in (NOOR, ALI):
        account = Account.objects.create_account(email=mail, password=PASSWORD)
        person = Person.objects.create(name=mail, account=account)
        RoleAssignment.objects.create(person=person, role=Role.PRIVACY_OFFICER.value)


def token_of(browser: Client, page: str) -> str:
    return TOKEN.findall(browser.get(page).content.decode())[0]


def sign_in(browser: Client, mail: str) -> None:
    token = token_of(browser, "/sign-in/")
    browser.post("/sign-in/", {"username": mail, "password": PASSWORD, "csrfmiddlewaretoken": token})


def a_page_of_before(*, then: str = NOOR, now: str = NOOR) -> tuple[Client, dict[str, str]]:
    """A browser in which a form was filled in, the session ended, and somebody signed in anew beside it."""
    browser = Client(enforce_csrf_checks=True)
    sign_in(browser, then)
    filled_in = {**SENT, "csrfmiddlewaretoken": token_of(browser, FORM)}
    del browser.cookies["sessionid"]
    sign_in(browser, now)
    return browser, filled_in


def kept(browser: Client) -> dict[str, str]:
    """The fields that the page gives back, with a token that holds; empty where there are none."""
    found = HIDDEN.findall(browser.get(KEPT).content.decode())
    return {name: html.unescape(value) for name, value in found if name != "next"}


def refused(browser: Client, answer: Any) -> bool:
    """Whether it was refused, with the sentence that says so, and nothing of it is anywhere."""
    said = "Wat u verstuurde, kon niet worden gecontroleerd" in answer.content.decode()
    return (answer.status_code, said, kept(browser), Unit.objects.exists()) == (403, True, {}, False)


@pytest.mark.parametrize("told", [{"Origin": OURS}, {"Referer": f"{OURS}{FORM}"}])
def test_what_was_filled_in_is_kept_and_nothing_is_saved(told: dict[str, str]) -> None:
    browser, filled_in = a_page_of_before()
    answer = browser.post(FORM, filled_in, headers=told)
    assert (answer.status_code, answer.headers["Location"], Unit.objects.exists()) == (302, KEPT, False)
    given_back = kept(browser)
    assert given_back.pop("csrfmiddlewaretoken") != filled_in["csrfmiddlewaretoken"]
    assert given_back == {"_returned": "1", **SENT}


def test_it_comes_back_filled_in_and_is_saved_by_who_sends_it_on_purpose() -> None:
    browser, filled_in = a_page_of_before()
    browser.post(FORM, filled_in, headers={"Origin": OURS})
    page = browser.post(FORM, kept(browser), headers={"Origin": OURS}).content.decode()
    assert ("dus hiervan is niets opgeslagen" in page, html.escape(NAME) in page) == (True, True)
    assert Unit.objects.exists() is False
    browser.post(FORM, {**SENT, "csrfmiddlewaretoken": TOKEN.findall(page)[0]}, headers={"Origin": OURS})
    assert [each.name for each in Unit.objects.all()] == [NAME]


@pytest.mark.parametrize(
    "told",
    [
        {},
        {"Origin": "null"},
        {"Origin": ""},
        {"Origin": "https://evil.example"},
        {"Origin": "https://evil.example", "Referer": f"{OURS}{FORM}"},
        {"Origin": "null", "Referer": f"{OURS}{FORM}"},
        {"Origin": f"{OURS}.evil.example"},
        {"Origin": f"{OURS}:8080"},
        {"Origin": "https://testserver"},
        {"Referer": f"https://evil.example/?{OURS}/"},
        {"Referer": f"{OURS}.evil.example/"},
        {"Referer": OURS},
        {"Referer": "http://[testserver/"},
    ],
)
def test_what_another_site_sends_is_refused_and_kept_nowhere(told: dict[str, str]) -> None:
    browser, filled_in = a_page_of_before()
    assert refused(browser, browser.post(FORM, filled_in, headers=told))


def test_another_site_does_not_take_the_place_of_what_was_kept() -> None:
    browser, filled_in = a_page_of_before()
    browser.post(FORM, filled_in, headers={"Origin": OURS})
    browser.post(FORM, {"name": "Geplant"}, headers={"Origin": "https://evil.example"})
    assert kept(browser)["name"] == NAME


def test_an_origin_that_the_settings_name_as_ours_is_believed(settings: Any) -> None:
    settings.CSRF_TRUSTED_ORIGINS = ["https://dossier.example"]
    browser, filled_in = a_page_of_before()
    assert browser.post(FORM, filled_in, headers={"Origin": "https://dossier.example"}).status_code == 302


def test_what_was_shown_to_somebody_else_is_not_given_to_who_signed_in_now() -> None:
    browser, filled_in = a_page_of_before(then=NOOR, now=ALI)
    assert refused(browser, browser.post(FORM, filled_in, headers={"Origin": OURS}))


def test_who_is_not_in_is_refused() -> None:
    browser, filled_in = a_page_of_before()
    del browser.cookies["sessionid"]
    assert refused(browser, browser.post(FORM, filled_in, headers={"Origin": OURS}))


@pytest.mark.parametrize(
    "elsewhere",
    ["/sign-out/", "/sign-in/account/password/", "/duinveld/request/", "/duinveld/desk/drafts/keep/", "/partner/"],
)
def test_only_what_the_desk_writes_down_is_kept(elsewhere: str) -> None:
    browser, filled_in = a_page_of_before()
    assert refused(browser, browser.post(elsewhere, filled_in, headers={"Origin": OURS}))


@pytest.mark.parametrize("sent", [{}, {"name": "a" * LARGEST}, {"password": PASSWORD}])
def test_nothing_too_much_or_a_password_alone_is_refused_in_words(sent: dict[str, str]) -> None:
    browser, filled_in = a_page_of_before()
    only = {"csrfmiddlewaretoken": filled_in["csrfmiddlewaretoken"], **sent}
    assert refused(browser, browser.post(FORM, only, headers={"Origin": OURS}))


def test_passwords_and_files_are_not_kept_and_files_are_told() -> None:
    browser, filled_in = a_page_of_before()
    more = {"new_password": PASSWORD, "file": SimpleUploadedFile("brief.pdf", b"%PDF-1.7 geheim")}
    browser.post(FORM, {**filled_in, **more}, headers={"Origin": OURS})
    page = browser.get(KEPT).content.decode()
    assert "Bestanden konden niet worden bewaard" in page
    assert {"new_password", "file"} & {name for name, _value in HIDDEN.findall(page)} == set()


def test_a_part_of_a_page_sends_the_whole_page_there() -> None:
    browser, filled_in = a_page_of_before()
    answer = browser.post(FORM, filled_in, headers={"Origin": OURS, "HX-Request": "true"})
    assert (answer.status_code, answer.headers["HX-Redirect"]) == (204, KEPT)
