"""Somebody of the council prepares a debate: figures, a question with its source, and what is done with whose data."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import faults_of_access, sign_in
from tests.journeys.effort import Counted, in_table

pytestmark = pytest.mark.journey


def test_a_question_for_the_debate_and_the_work_it_is_about(page: Page, example: str) -> None:
    # given a council member at the door
    counted = Counted(page)

    # when they come in
    sign_in(page, "pieter", to=f"/{example}/desk/council/")
    expect(page.locator("main h1")).to_have_text("Raadsvenster")
    assert (page.locator(".desk-council__figure").count(), faults_of_access(page)) == (8, [])

    # then a figure has a question ready, with where it comes from
    page.locator("section", has_text="Geeft het college antwoord op advies?").locator("summary").click()
    question = page.locator("blockquote:visible")
    expect(question).to_contain_text("wanneer geeft het college antwoord?")
    expect(question).to_contain_text("Bron: het privacydossier van Duinrade")

    # and of what became public they read of whom data are, why that is needed, and which rights people have
    page.locator("main table a").first.click()
    for told in ("Van wie", "Waarom wij uw gegevens gebruiken", "Waarom het nodig is", "Uw rechten"):
        expect(page.locator("main")).to_contain_text(told)
    assert faults_of_access(page) == []

    effort = counted.stop()
    assert (effort.asked_again, effort.counts) == ([], in_table("J7", effort))
