"""A privacy officer's first quarter of an hour: from a file to a sentence that says why it stands there."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.integration.exchange.test_imports import REGISTER
from tests.journeys.conftest import faults_of_access, sign_in
from tests.journeys.effort import Counted, in_table

pytestmark = pytest.mark.journey
EXCHANGE = "/duinrade/desk/exchange/"


@pytest.fixture
def register(tmp_path: Path) -> Path:
    path = tmp_path / "register.csv"
    path.write_text(REGISTER, encoding="utf-8")
    return path


def test_from_import_to_the_source_of_a_sentence(page: Page, register: Path) -> None:
    counted = Counted(page)
    sign_in(page, "noor", to=EXCHANGE)
    page.set_input_files("input[type=file]", register)
    page.click("form.gd-form button[type=submit]")

    assert faults_of_access(page) == []
    page.click("button[name=take]")
    expect(page.locator("h1")).to_contain_text("2")
    expect(page.locator("main")).to_contain_text("zie wet")
    effort = counted.stop()
    assert effort.counts == in_table("J2", effort)
    assert faults_of_access(page) == []

    page.goto("/duinrade/desk/register/?q=Leerlingenvervoer")
    page.click("text=Leerlingenvervoer >> nth=0")
    assert faults_of_access(page) == []

    page.goto("/duinrade/desk/documents/")
    page.click("main a[href*='/documents/part-a'] >> nth=0")
    sentence = page.locator(".paper-s").nth(12)
    said = sentence.inner_text()
    sentence.click()
    panel = page.locator("[data-paper-panel]")
    expect(panel).to_be_visible()
    expect(panel.locator("[data-paper-quote]")).to_contain_text(said[:20])
    assert panel.locator("[data-paper-reasons] li").count() >= 1
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
