"""A ruling falls: the decisions that rested on another word show at once, until somebody looks at them again."""

import pytest
from playwright.sync_api import Page, expect

from gemeentedossier.exchange.example import readings
from gemeentedossier.exchange.example.identifiers import named
from gemeentedossier.foundation import clock
from tests.journeys.conftest import faults_of_access, sign_in

pytestmark = pytest.mark.journey
MATTER = f"/duinrade/desk/matters/{named('matter across domains')}/"
RULING = "Gegevens uit twee wetten samenbrengen mag alleen waar een wet dat zegt."


def test_the_decisions_it_touches_are_looked_at_again(page: Page) -> None:
    sign_in(page, "noor", to=MATTER)
    assert faults_of_access(page) == []
    page.get_by_text("Standpunt vastleggen", exact=True).click()
    page.select_option("#record-holder", "court")
    page.fill("#record-statement", RULING)
    page.fill("#record-stated_on", clock.today().isoformat())
    page.fill("#record-reference", "Uitspraak van vandaag")
    page.get_by_role("button", name="Dit standpunt vastleggen").click()
    expect(page.locator("main .gd-finding__title")).to_have_text("Rust op een standpunt dat is ingehaald")
    expect(page.locator("main .gd-finding")).to_contain_text(RULING)

    page.get_by_role("link", name=readings.PILOT).click()
    section = page.locator("#grounds")
    expect(section).to_contain_text("Ingehaald")
    assert faults_of_access(page) == []

    page.goto("/duinrade/desk/findings/?rule=rests-on-superseded-position")
    page.locator("main .gd-finding").get_by_role("link", name="Bekijk deze beslissingen opnieuw").click()
    again = page.locator(f"#carry-{readings.COUNSEL.id}-onto")
    expect(again).to_be_visible()
    page.get_by_label(readings.PILOT).check()
    again.select_option(index=1)
    page.fill(f"#carry-{readings.COUNSEL.id}-note", "De proef stopt.")
    page.get_by_role("button", name="Vastleggen wat eruit kwam").click()
    expect(page.locator("main .gd-finding")).to_have_count(0)

    page.get_by_role("link", name=readings.PILOT).click()
    expect(section).to_contain_text("Geldt")
    expect(section).to_contain_text("Rechter")
