"""A privacy officer answers for the municipality with evidence; it counts, until the evidence is no longer valid."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from gemeentedossier.foundation import clock
from gemeentedossier.foundation.models import Municipality
from tests.journeys.conftest import faults_of_access, sign_in

pytestmark = pytest.mark.journey
CRITERION = "privacy-policy-adopted"


@pytest.fixture(autouse=True)
def _home(settings: Any, tmp_path: Path) -> None:
    settings.HOME = tmp_path / "home"


@pytest.fixture
def decision(tmp_path: Path) -> Path:
    path = tmp_path / "besluit.txt"
    path.write_text("Het college stelt het privacybeleid vast.", encoding="utf-8")
    return path


def test_an_answer_is_met_as_long_as_its_evidence_holds(page: Page, decision: Path) -> None:
    municipality = Municipality.objects.get(slug="duinrade")
    question = f"/duinrade/desk/answers/organisation/{municipality.id}/{CRITERION}/"
    until = clock.today() + dt.timedelta(days=30)

    sign_in(page, "noor", to=question)
    assert faults_of_access(page) == []
    page.check("input[name=answer][value=yes]")
    page.fill("textarea[name=explanation]", "Vastgesteld door het college.")
    page.fill("input[name=title]", "Besluit privacybeleid")
    page.set_input_files("input[name=file]", decision)
    page.fill("input[name=valid_until]", until.isoformat())
    page.click("main form.gd-form button[type=submit]")
    outcome = page.locator("main .gd-finding__word")
    expect(outcome).to_have_text("Voldaan")
    expect(page.get_by_role("link", name="Besluit privacybeleid").first).to_be_visible()

    def after(days: int) -> dt.datetime:
        return dt.datetime.combine(until + dt.timedelta(days=days), dt.time(12), tzinfo=dt.UTC)

    with clock.clock_everywhere_at(after(0)):
        page.goto(question)
        expect(outcome).to_have_text("Voldaan")
    with clock.clock_everywhere_at(after(1)):
        page.goto(question)
        expect(outcome).to_have_text("Verlopen")
        assert faults_of_access(page) == []
        page.get_by_role("link", name="Besluit privacybeleid").first.click()
        expect(page.locator("main")).to_contain_text("Verlopen")
