"""Every public page, every page of a party and of the door, and what opens over a page, in a real browser.

Asked of each: nothing that axe finds, nothing outside the screen, focus always seen. The addresses are read from the
program, so that a new one cannot be forgotten. The desk has walks of its own: its places, and the pages of a record.
"""

from typing import Any

import pytest
from django.urls import URLPattern, reverse
from playwright.sync_api import Page

from gemeentedossier.desk import urls_door
from gemeentedossier.exchange.actions.example import PASSWORD
from gemeentedossier.guest import urls as guest_urls
from gemeentedossier.portal import urls as portal_urls
from tests.journeys.every_page import Walk, enter
from tests.journeys.sight import axe_on, outside

pytestmark = pytest.mark.journey
WRITES = {
    "door:app-remove", "door:end-everywhere", "door:passkey-answer", "door:passkey-ask", "door:passkey-keep",
    "door:passkey-remove", "guest:attest", "guest:attest-many", "guest:erasure", "guest:file", "guest:request-received",
    "door:passkey-make", "door:codes", "door:unlink",
}  # fmt: skip
"""Only take what is sent, give a file, or follow on what was sent."""
BY_A_SIGNED_LINK = {"door:invitation", "guest:calendar", "guest:confirm", "guest:invitation", "guest:report"}
"""Each is walked by a journey of its own, which makes its link."""
IN_ANOTHER_STATE = {"door:enrol", "door:kept", "door:more", "door:second", "door:single", "door:single-back"}
"""Steps of signing in that follow another: the journey of the door walks them."""
NO_PAGES = {"portal:robots"}
THE_SAME = {"portal:version-with-slash"}
"""Another address of a page that is walked."""


def names_in(space: str, urls: Any) -> set[str]:
    return {f"{space}:{each.name}" for each in urls.urlpatterns if isinstance(each, URLPattern)}


def test_every_page_for_who_is_no_member_of_staff(page: Page, example: str) -> None:
    walk = Walk(page)
    walk.follow(("/", f"/{example}/", f"/{example}/request/", "/sign-in/"), spaces=frozenset({"portal", "guest"}))
    page.goto("/sign-in/?next=/partner/")
    page.fill("input[name=username]", "mira.zilt@ggdkustland.example")
    page.fill("input[name=password]", PASSWORD)
    page.click("main button[type=submit]")
    page.wait_for_url("**/partner/")
    own = [reverse(f"door:{name}") for name in ("account", "places", "again")]
    walk.follow(("/partner/", *own), spaces=frozenset({"guest", "door"}))
    every = names_in("portal", portal_urls) | names_in("guest", guest_urls) | names_in("door", urls_door)
    assert (walk.faults, every - walk.names) == ([], WRITES | BY_A_SIGNED_LINK | IN_ANOTHER_STATE | NO_PAGES | THE_SAME)


def test_what_opens_over_a_page(page: Page, example: str) -> None:
    enter(page, example)
    page.goto(f"/{example}/desk/")
    faults = []
    for width in (1280, 320):
        faults += outside(page, width)
        page.keyboard.press("Control+k")
        page.keyboard.type("zorg")
        page.locator("#gd-palette-list [role=option]").first.wait_for()
        faults += axe_on(page) + outside(page, width)
        page.keyboard.press("Escape")
        for menu in page.locator("header summary:visible").all():
            menu.click()
            faults += axe_on(page, inside="header") + outside(page, width)
            menu.click()
    assert faults == []
