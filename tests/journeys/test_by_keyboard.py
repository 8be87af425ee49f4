"""Three journeys of who has no mouse: in by the keyboard, to a place, and something recorded."""

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
