"""A day of each role: what is theirs stands first, one click leads to where it is done, and nothing is another's."""

import re

import pytest
from playwright.sync_api import Page, expect

from gemeentedossier.dossier.register.actions.confirming import confirmation_token
from gemeentedossier.exchange.example.organisation import OWNER_SUPPORT
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.tenancy import municipality_scope
from gemeentedossier.method.engine.duties import duties_of
from gemeentedossier.method.enums import DutyKind
from gemeentedossier.method.queries import seen_of
from tests.journeys.conftest import faults_of_access, sign_in

pytestmark = pytest.mark.journey
TODAY, AGENDA = "/duinrade/desk/", "/duinrade/desk/agenda/"
PHONE = {"width": 390, "height": 844}


def fits_on_a_phone(page: Page, url: str) -> bool:
    """Whether nothing stands outside a narrow screen."""
    page.set_viewport_size(PHONE)
    page.goto(url)
    return bool(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))


def test_a_process_owner_confirms_a_record_from_the_message_in_one_click(page: Page, example: str) -> None:
    municipality = Municipality.objects.get(slug=example)
    with municipality_scope(municipality.id):
        seen = seen_of(municipality, "nl")
        own = (each for each in duties_of(seen) if each.owner_id == OWNER_SUPPORT.id)
        asked = next(each for each in own if each.kind is DutyKind.CONFIRM)
        token = confirmation_token(asked.record_id, OWNER_SUPPORT.id)

    # given the link of the message, without signing in
    page.goto(f"/duinrade/confirm/{token}/")
    expect(page.locator("main")).to_contain_text(asked.name)
    assert faults_of_access(page) == []

    # when the owner says that it is still right
    page.click("button[value=confirm]")

    # then that is all: one click after opening the message
    expect(page).to_have_url(re.compile("done=confirmed"))
    assert faults_of_access(page) == []


def test_a_process_owner_sees_what_is_theirs_and_nothing_else(page: Page) -> None:
    sign_in(page, "jet", to=TODAY)
    expect(page.locator("#first")).to_be_visible()
    expect(page.locator("#running")).to_have_count(0)
    assert faults_of_access(page) == []
    page.click("nav a:has-text('Agenda')")
    expect(page.locator("select[name=whose]")).to_have_value("mine")
    assert faults_of_access(page) == []
    assert [fits_on_a_phone(page, url) for url in (TODAY, AGENDA)] == [True, True]


def test_an_executive_finds_what_to_decide_in_one_list_and_opens_it(page: Page) -> None:
    sign_in(page, "ali", to=TODAY)
    lines = page.locator("section[aria-labelledby=decide] li")
    assert 0 < lines.count() <= 10
    assert faults_of_access(page) == []
    lines.first.locator("a").click()
    expect(page.locator("main h1")).to_be_visible()
    assert faults_of_access(page) == []
    assert fits_on_a_phone(page, TODAY)


def test_the_ciso_sees_security_alone_and_filters_the_agenda(page: Page) -> None:
    sign_in(page, "ruben", to=TODAY)
    expect(page.locator(".gd-numbers__link").first).to_have_attribute("href", re.compile("part=B"))
    assert faults_of_access(page) == []
    page.goto(f"{AGENDA}?whose=mine&part=security")
    expect(page.locator("main h2").first).to_be_visible()
    assert faults_of_access(page) == []
    assert fits_on_a_phone(page, f"{AGENDA}?whose=mine&part=security")


def test_the_auditor_goes_from_today_to_the_proof_of_the_history(page: Page) -> None:
    sign_in(page, "sanne", to=TODAY)
    expect(page.locator("#running")).to_have_count(0)
    assert faults_of_access(page) == []
    page.locator("section[aria-labelledby=proofs] li a").first.click()
    expect(page).to_have_url(re.compile("/desk/ledger/"))
    assert faults_of_access(page) == []
    assert fits_on_a_phone(page, TODAY)


def test_an_address_for_ones_own_calendar_is_made_and_withdrawn(page: Page) -> None:
    sign_in(page, "femke", to=f"{AGENDA}mine/")
    assert faults_of_access(page) == []
    page.click("button:has-text('Maak een adres')")
    expect(page.locator("pre")).to_contain_text("/duinrade/calendar/")
    assert faults_of_access(page) == []
    page.click("button:has-text('Trek het adres in')")
    expect(page.locator("body")).to_contain_text("Het adres is ingetrokken")
    assert fits_on_a_phone(page, f"{AGENDA}mine/")
