"""The officer advises, plans, draws a sample and begins a report; the executive answers, and nobody else writes."""

import datetime as dt
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from gemeentedossier.foundation import clock
from tests.journeys.conftest import faults_of_access, sign_in
from tests.journeys.effort import Counted, in_table

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


@pytest.fixture
def a_day_later(example: str) -> Iterator[None]:
    """The day on which the example was loaded is over."""
    with clock.clock_everywhere_at(clock.now() + dt.timedelta(days=1)):
        yield


@pytest.mark.usefixtures("a_day_later")
def test_a_report_comes_from_the_dossier_to_an_adopted_text(page: Page, example: str) -> None:
    counted = Counted(page)
    sign_in(page, "femke", to=f"/{example}/desk/officer/reports/new/")

    # given a period that is over
    page.fill("input[name=begins_on]", (clock.today() - dt.timedelta(days=90)).isoformat())
    page.fill("input[name=ends_on]", (clock.today() - dt.timedelta(days=1)).isoformat())
    page.click(SAVE)

    # when the officer opens a number, and writes what they think of all
    expect(page.locator("#figures-register")).to_contain_text("Verwerkingen in het register")
    page.fill("textarea[name=judgement]", "De gemeente is op weg. Twee afdelingen bleven achter.")
    page.fill("textarea[name=advice]", "Wijs voor elke verwerking een eigenaar aan.")
    page.click("#judgement form[action$='/write/'] button[type=submit]")

    # then it is adopted as it stands, and its text is kept
    page.click("#judgement summary:has-text('Stel dit verslag vast')")
    page.click("#judgement form[action$='/adopt/'] button[type=submit]")
    expect(page.locator("main .gd-heading")).to_contain_text("Vastgesteld")
    page.click("#judgement a:has-text('De tekst zoals die is vastgesteld')")
    effort = counted.stop()
    assert (effort.asked_again, effort.counts) == ([], in_table("J6", effort))
