"""Somebody says yes to one thing and takes it back; what that stops is carried out and looked at."""

import pytest
from playwright.sync_api import Page, expect

from gemeentedossier.foundation import clock
from tests.journeys.conftest import faults_of_access, sign_in

pytestmark = pytest.mark.journey


def save(page: Page) -> None:
    page.click("main form.gd-form button[type=submit]")
    page.wait_for_load_state()


def test_a_consent_is_given_taken_back_and_no_longer_used(page: Page) -> None:
    today = clock.today().isoformat()

    # given a consent that is recorded apart from the two other things that people say yes to
    sign_in(page, "noor", to="/duinrade/desk/requests/consents/new/")
    assert faults_of_access(page) == []
    page.select_option("select[name=kind]", "secrecy")
    page.select_option("select[name=activity_id]", index=1)
    page.fill("textarea[name=scope]", "Overleg met de huisarts")
    page.fill("textarea[name=exceptions]", "Niet over vroeger")
    page.fill("input[name=given_on]", today)
    page.select_option("select[name=form]", "oral")
    page.select_option("select[name=given_by]", "self")
    page.fill("input[name=mark]", "K-77")
    save(page)
    expect(page.locator("main h1")).to_contain_text("Overleg met de huisarts")
    expect(page.locator("main .gd-lead")).to_contain_text("Geldt")
    expect(page.locator("main")).not_to_contain_text("K-77")
    assert faults_of_access(page) == []

    # when the person takes it back, it says what stops and who sees to that
    page.click("summary:has-text('De toestemming is ingetrokken')")
    page.fill("input[name=on]", today)
    page.select_option("select[name=by_whom]", "self")
    page.locator("select[name=form]").select_option("written")
    page.fill("textarea[name=consequences]", "Het overleg stopt; de consulent vertelt het de huisarts.")
    page.locator("form:has(textarea[name=consequences]) button[type=submit]").click()
    expect(page.locator("main .gd-lead")).to_contain_text("Ingetrokken")
    expect(page.locator("main")).to_contain_text("Het overleg stopt")

    # then it is looked at whether data were still used, and the history tells all of it without a name
    page.click("summary:has-text('Zeg hoe de gegevens zijn gebruikt')")
    page.check("input[name=after_withdrawal][value=no]")
    page.check("input[name=outside_exceptions][value=no]")
    page.locator("form:has(input[name=after_withdrawal]) button[type=submit]").click()
    page.click("a:has-text('Geschiedenis')")
    expect(page.locator("main")).to_contain_text("Toestemming ingetrokken")
    assert faults_of_access(page) == []
