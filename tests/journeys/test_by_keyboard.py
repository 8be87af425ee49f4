"""Journeys of who has no mouse: in by the keyboard, to a place, something recorded, and a day written."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from gemeentedossier.exchange.actions.example import PASSWORD

pytestmark = pytest.mark.journey
MOST = 120
"""How often somebody presses the tab key before they give up."""


def tab_to(page: Page, what: str) -> None:
    """Go on with the tab key until the focus is on what is meant, and seen there."""
    for _press in range(MOST):
        page.keyboard.press("Tab")
        if page.evaluate("(what) => document.activeElement.matches(what)", what):
            return
    raise AssertionError(f"{page.url}: no tab key leads to {what}")


def enter(page: Page, mailbox: str, *, to: str) -> None:
    page.goto(f"/sign-in/?next={to}")
    page.keyboard.type(f"{mailbox}@duinrade.example")  # the first field has the focus
    tab_to(page, "input[name=password]")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: urlsplit(url).path == to)


def test_past_the_rail_to_the_agenda_and_its_filter(page: Page, example: str) -> None:
    enter(page, "noor", to=f"/{example}/desk/")
    page.keyboard.press("Tab")
    expect(page.locator(".gd-skip")).to_be_focused()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.keyboard.press("Control+k")
    page.keyboard.type("agenda")
    page.locator("#gd-palette-list [role=option]", has_text="Agenda").first.wait_for()
    page.keyboard.press("Enter")
    page.wait_for_url("**/desk/agenda/")
    tab_to(page, "select[name=whose]")
    page.keyboard.type("Mij")
    tab_to(page, "main form button[type=submit]")
    page.keyboard.press("Enter")
    page.wait_for_url("**whose=mine**")


def test_a_party_is_recorded(page: Page, example: str) -> None:
    enter(page, "noor", to=f"/{example}/desk/parties/")
    tab_to(page, "main a[href$='/parties/new/']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/parties/new/")
    tab_to(page, "input[name=name]")
    page.keyboard.type("Stichting Het Baken")
    tab_to(page, "main form button[type=submit]")
    page.keyboard.press("Enter")
    expect(page.locator("main h1")).to_have_text("Stichting Het Baken")


def test_the_officer_advises_unasked(page: Page, example: str) -> None:
    enter(page, "femke", to=f"/{example}/desk/officer/advice/new/")
    tab_to(page, "select[name=record]")
    page.keyboard.type("Duinrade")
    tab_to(page, "input[name=title]")
    page.keyboard.type("Vraag minder")
    tab_to(page, "textarea[name=text]")
    page.keyboard.type("Vraag het inkomen niet.")
    tab_to(page, "main form button[type=submit]")
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_contain_text("Vraag het inkomen niet.")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_day_is_typed_as_people_write_it_in_a_browser_that_is_set_to_english(
    language: str, page: Page, example: str
) -> None:
    enter(page, "noor", to=f"/{example}/desk/council/")
    page.context.add_cookies([{"name": "django_language", "value": language, "url": page.url}])
    page.reload()
    tab_to(page, "input[name=since]")
    page.keyboard.press("Control+a")
    page.keyboard.type("31-12-2025")
    page.keyboard.press("Enter")
    page.wait_for_url("**since=31-12-2025**")
    assert page.locator("html").get_attribute("lang") == language
    expect(page.locator("input[name=since]")).to_have_value("31-12-2025")
    expect(page.locator(".gd-field--invalid")).to_have_count(0)


def test_a_day_is_chosen_in_the_calendar_by_keyboard(page: Page, example: str) -> None:
    enter(page, "noor", to=f"/{example}/desk/council/")
    tab_to(page, ".gd-day__open")
    page.keyboard.press("Enter")
    calendar = page.locator(".gd-day__calendar")
    expect(calendar).to_have_count(1)
    calendar.evaluate("(it) => { it.value = '2025-12-31'; it.dispatchEvent(new Event('change')) }")
    expect(page.locator("input[name=since]")).to_have_value("31-12-2025")
    expect(page.locator("input[name=since]")).to_be_focused()
