"""A citizen asks for access; the privacy officer looks everywhere, decides, and makes the letter."""

import pytest
from playwright.sync_api import Page, expect

from gemeentedossier.foundation import clock
from tests.journeys.conftest import faults_of_access, sign_in
from tests.journeys.effort import Counted, in_table

pytestmark = pytest.mark.journey
PLACES = ("Documentarchief", "Zaaksysteem", "Zaakvast Software bv")


def filed_by_a_citizen(page: Page) -> str:
    """Somebody files a request at the public form; returns its number."""
    page.goto("/duinrade/request/")
    assert faults_of_access(page) == []
    page.check("input[name=right][value=access]")
    page.fill("textarea[name=words]", "Alles over hulp thuis.")
    page.check("input[name=asked_by][value=self]")
    expect(page.locator("input[name=subject_age]")).to_be_hidden()
    page.fill("input[name=name]", "Wil Voorbeeld")
    page.fill("textarea[name=address]", "Dorpsstraat 1\n1234 AB Duinrade")
    page.click("main form button[type=submit]")
    expect(page.locator("main h1")).to_have_text("Wij hebben uw verzoek ontvangen")
    assert faults_of_access(page) == []
    return page.locator("main strong").first.inner_text()


def save(page: Page, name: str) -> None:
    page.click(f"#{name} button[type=submit]")
    page.wait_for_load_state()


def test_an_access_request_comes_to_its_letter(page: Page) -> None:
    number, today = filed_by_a_citizen(page), clock.today().isoformat()

    # given the request in the list of the privacy officer, who confirms receipt, and says who asks and what it is about
    counted = Counted(page)
    sign_in(page, "noor", to="/duinrade/desk/requests/")
    page.click(f"main a:has-text('{number}')")
    assert faults_of_access(page) == []
    expect(page.locator("main")).not_to_contain_text("Wil Voorbeeld")
    expect(page.locator("main .gd-alert").first).to_contain_text("Doe nu: bevestig de ontvangst")
    page.click("#receipt a:has-text('Brief: ontvangst bevestigd')")
    expect(page.locator(".gd-paper")).not_to_contain_text("Concept")
    page.go_back()
    page.click("summary:has-text('De ontvangst is bevestigd')")
    save(page, "acknowledge")
    page.click("#receipt .desk-edit-link")
    assert faults_of_access(page) == []
    page.select_option("select[name=identity_method]", "shown_at_desk")
    page.fill("input[name=identity_on]", today)
    page.check("label:has-text('Melding en onderzoek maatschappelijke ondersteuning') >> nth=0")
    page.click("main form.gd-form button[type=submit]")
    expect(page.locator("#rights")).to_contain_text("Bestaat hier")

    # when every place of the register is looked at
    page.click("#plan summary")
    page.click("#plan form button[type=submit]")
    expect(page.locator("#plan table")).to_contain_text("Zaaksysteem")
    for place in PLACES:
        page.click(f"#plan table a:has-text('{place}')")
        page.check("input[name=found][value=yes]")
        page.fill("input[name=delivered_on]", today)
        page.click("main form.gd-form button[type=submit]")
    assert faults_of_access(page) == []

    # and it is decided on; until then the letter is a draft that says what is missing
    page.click("#told a:has-text('Brief: het besluit')")
    expect(page.locator(".gd-paper")).to_contain_text("Op dit verzoek is nog niet beslist.")
    page.go_back()
    page.click("#decision a:has-text('Beslis op een onderdeel')")
    page.fill("textarea[name=what]", "Alle gegevens over hulp thuis.")
    page.check("input[name=granted][value=yes]")
    page.click("main form.gd-form button[type=submit]")
    expect(page.locator("#decision table")).to_contain_text("Toegewezen")
    page.click("summary:has-text('Beslis op het verzoek')")
    page.fill("#decide textarea[name=because]", "De gegevens gaan over de verzoeker.")
    save(page, "decide")
    expect(page.locator("#decision")).to_contain_text("Noor Waterlander")

    # then the letter is there without the name, and as a file with it
    page.click("#told a:has-text('Brief: het besluit')")
    expect(page.locator(".gd-paper")).to_contain_text("U kunt binnen zes weken bezwaar maken.")
    expect(page.locator(".gd-paper")).not_to_contain_text("Wil Voorbeeld")
    assert faults_of_access(page) == []
    with page.expect_download() as download:
        page.click(".gd-papers__files button:has-text('HTML')")
    letter = download.value.path().read_text(encoding="utf-8")
    assert "Wil Voorbeeld" in letter
    assert download.value.suggested_filename.startswith(f"{number}-decision")

    # and that the envelope was opened is known, with what for
    page.go_back()
    expect(page.locator("#envelope")).to_contain_text("Brief: het besluit")

    # and after sending it the request is closed
    page.click("summary:has-text('Het antwoord is verstuurd')")
    page.fill("#tell input[name=told_on]", today)
    save(page, "tell")
    page.click("summary:has-text('Sluit het verzoek')")
    page.select_option("#close select[name=as_]", "answered")
    page.fill("#close textarea[name=because]", "De vragen zijn nagelopen.")
    save(page, "close")
    expect(page.locator("main .gd-lead")).to_contain_text("Gesloten")
    expect(page.locator("#envelope")).to_contain_text("bewaard tot")
    assert faults_of_access(page) == []
    effort = counted.stop()
    assert (effort.asked_again, effort.counts) == ([], in_table("J5", effort))
