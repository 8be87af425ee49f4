"""The class of one activity changes; its sheet, its system, the measures and the calendar show what follows."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import faults_of_access, sign_in

pytestmark = pytest.mark.journey


def test_a_higher_class_is_seen_on_the_sheet_the_system_and_the_measures(page: Page) -> None:
    sign_in(page, "ruben", to="/duinrade/desk/security/")
    assert faults_of_access(page) == []

    # given an activity of which the data need little availability, on a system that is back soon enough
    page.goto("/duinrade/desk/security/access/")
    assert faults_of_access(page) == []
    page.click("table a:has-text('Melding en onderzoek maatschappelijke ondersteuning') >> nth=0")
    expect(page.locator("#levels")).to_contain_text("beschikbaarheid")
    assert faults_of_access(page) == []
    index = page.url.partition("#")[0]
    page.click("#purposes table a >> nth=0")
    assert faults_of_access(page) == []
    expect(page.locator("#asked")).not_to_contain_text("beschikbaarheid 4")
    sheet = page.url

    # when the CISO finds that people cannot wait at all
    page.click("#levels .desk-edit-link")
    assert faults_of_access(page) == []
    page.select_option("select[name=availability]", "4")
    page.fill("textarea[name=availability_reason]", "Wie hulp nodig heeft kan geen uur wachten.")
    page.click("main form.gd-form button[type=submit]")
    expect(page.locator("#levels")).to_contain_text("Wie hulp nodig heeft kan geen uur wachten.")

    # then the sheet of the purpose says what that level asks, and by which level
    page.goto(sheet)
    expect(page.locator("#asked")).to_contain_text("beschikbaarheid 4")
    expect(page.locator("#systems")).to_contain_text("Zaaksysteem")

    # and the system has the higher level, of this activity
    page.click("#systems a:has-text('Zaaksysteem')")
    expect(page.locator("#levels tr", has_text="beschikbaarheid")).to_contain_text("4: Melding en onderzoek")
    assert faults_of_access(page) == []

    # and the measure that the level asks says who asks it
    page.goto("/duinrade/desk/security/")
    page.click("table a:has-text('Reservekopie en hersteltest')")
    asked = page.locator("#used tr", has_text="Melding en onderzoek maatschappelijke ondersteuning")
    expect(asked).to_contain_text("beschikbaarheid 4")
    assert faults_of_access(page) == []

    # and what happened stands in the history of the sheet
    page.goto(f"{index}history/")
    expect(page.locator(".desk-timeline article").first).to_contain_text("Klassen vastgelegd")
    assert faults_of_access(page) == []


def test_a_log_that_is_overdue_is_looked_at(page: Page) -> None:
    late = page.locator("tr", has_text="Laatste dag om het logboek na te kijken").first
    sign_in(page, "ruben", to="/duinrade/desk/agenda/")
    assert faults_of_access(page) == []
    expect(late).to_contain_text("Schuldenregistratie 2008")

    # when the CISO looked at the log
    late.locator("a").first.click()
    assert faults_of_access(page) == []
    page.click("summary:has-text('Een controle vastleggen')")
    page.fill("#look-findings", "Niemand logde in die geen rol heeft.")
    page.click("form[action$='/look/'] button[type=submit]")
    expect(page.locator("#done")).to_contain_text("Niemand logde in die geen rol heeft.")

    # then nothing is overdue any more, and the list says so
    page.goto("/duinrade/desk/security/log-reviews/")
    expect(page.locator("#plans tr", has_text="Schuldenregistratie 2008")).to_contain_text("Op tijd gedaan")
    assert faults_of_access(page) == []
