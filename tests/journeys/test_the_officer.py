"""The officer advises, plans, draws a sample and begins a report; the executive answers, and nobody else writes."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import faults_of_access, sign_in

pytestmark = pytest.mark.journey
SAVE = "main form.gd-form button[type=submit]"


def test_from_advice_to_report(page: Page, example: str) -> None:
    # given the officer in their own place
    desk = f"/{example}/desk"
    sign_in(page, "femke", to=f"{desk}/officer/")
    expect(page.locator("main h1")).to_have_text("Toezicht door de FG")
    expect(page.locator("#independence")).to_contain_text("Lotte Zeegers")
    assert faults_of_access(page) == []

    # when they advise unasked
    page.click("text=Adviseer uit eigen beweging")
    page.select_option("select[name=record]", label="Duinrade")
    page.fill("input[name=title]", "Vraag minder gegevens")
    page.fill("textarea[name=text]", "Vraag het inkomen alleen bij een eigen bijdrage.")
    assert faults_of_access(page) == []
    page.click(SAVE)
    advice = page.url.removeprefix(page.url.split(f"/{example}/")[0])
    expect(page.locator("#answer")).to_contain_text("Wacht op antwoord")
    assert (page.locator("#answer form").count(), faults_of_access(page)) == (0, [])

    # and draw a sample that anybody can draw again, and judge a case
    page.goto(f"{desk}/officer/samples/new/")
    page.select_option("select[name=kind]", "activities")
    page.fill("input[name=size]", "2")
    page.fill("textarea[name=reason]", "Klopt het register?")
    page.click(SAVE)
    page.click("text=Doe de trekking over en vergelijk")
    expect(page.locator("#draw")).to_contain_text("Overgedaan: dezelfde zaken")
    page.locator("summary", has_text="Beoordeel deze zaak").first.click()
    page.locator("select[name=verdict]").first.select_option("in_order")
    page.locator("textarea[name=note]").first.fill("Klopt met wat het team doet.")
    assert faults_of_access(page) == []
    page.locator(SAVE).first.click()
    expect(page.locator("main h1 + p")).to_contain_text("1 zaak te beoordelen")

    # then the report counts it, and each number leads to its cases
    page.goto(f"{desk}/officer/reports/")
    page.locator("table a").first.click()
    expect(page.locator("#figures-supervision")).to_contain_text("Zaken in een steekproef")
    assert faults_of_access(page) == []
    page.locator("#figures-register a").first.click()
    expect(page.locator("main h1")).to_have_text("Verwerkingen in het register")
    assert faults_of_access(page) == []
    page.goto(f"{desk}/officer/plan/")
    expect(page.locator("main")).to_contain_text("De dag is voorbij")
    assert faults_of_access(page) == []

    # and the executive answers the advice, with why
    page.context.clear_cookies()
    sign_in(page, "ali", to=advice)
    page.select_option("select[name=answer]", "followed")
    page.fill("textarea[name=reason]", "Het formulier is aangepast.")
    assert faults_of_access(page) == []
    page.click(SAVE)
    expect(page.locator("#answer")).to_contain_text("Gevolgd")
    page.goto(f"{desk}/officer/advice/?state=followed")
    expect(page.locator("main table").first).to_contain_text("Vraag minder gegevens")
    assert faults_of_access(page) == []
