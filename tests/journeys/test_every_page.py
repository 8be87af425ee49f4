"""Every page of the program in a real browser: nothing that axe finds, nothing outside the screen, focus always seen.

The addresses are read from the program, so that a new one cannot be forgotten. Each is opened as somebody with every
role sees it: a record of the example where a page leads to one, and otherwise one record of its kind.
"""

from typing import Any

import pytest
from django.urls import URLPattern, reverse
from playwright.sync_api import Page

from gemeentedossier.desk import urls_door
from gemeentedossier.dossier.register.actions.activities import insert_activities
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.exchange.actions.example import PASSWORD
from gemeentedossier.foundation.ledger.actions import make_checkpoint, settle
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.tenancy import municipality_scope
from gemeentedossier.guest import urls as guest_urls
from gemeentedossier.portal import urls as portal_urls
from tests.builders import an_activity
from tests.integration.desk.samples import one_of_everything
from tests.integration.desk.test_routes import ROUTES, address
from tests.journeys.every_page import Walk, enter
from tests.journeys.sight import axe_on, outside

pytestmark = pytest.mark.journey
WRITES = {
    "door:app-remove", "door:end-everywhere", "door:passkey-answer", "door:passkey-ask", "door:passkey-keep",
    "door:passkey-remove", "guest:attest", "guest:attest-many", "guest:erasure", "guest:file", "guest:request-received",
    "door:passkey-make",
}  # fmt: skip
"""Only take what is sent, give a file, or follow on what was sent."""
BY_A_SIGNED_LINK = {"door:invitation", "guest:calendar", "guest:confirm", "guest:invitation", "guest:report"}
"""Each is walked by a journey of its own, which makes its link."""
IN_ANOTHER_STATE = {"door:kept", "door:more", "door:second", "door:single", "door:single-back"}
"""Steps of signing in that follow another: the journey of the door walks them."""
NO_PAGES = {"portal:robots", "portal:version", "portal:version-json"}


@pytest.fixture
def samples(transactional_db: None, settings: Any, tmp_path: Any) -> tuple[Municipality, Activity]:
    """A municipality with one record of everything."""
    settings.HOME = tmp_path
    made = Municipality.objects.create(slug="duinveld", name="Duinveld")
    with municipality_scope(made.id):
        activity = an_activity()
        insert_activities([activity])
        one_of_everything(activity.id)
        settle()
        make_checkpoint(made)
    return made, activity


def names_in(space: str, urls: Any) -> set[str]:
    return {f"{space}:{each.name}" for each in urls.urlpatterns if isinstance(each, URLPattern)}


PLACES = sorted(name for name, route in ROUTES.items() if len(route.pattern.converters) == 1)
OF_A_RECORD = sorted(name for name, route in ROUTES.items() if len(route.pattern.converters) > 1)
LISTS = ("register", "agreements", "parties", "security", "assessments", "breaches", "requests", "officer", "evidence")


def test_every_place_of_the_desk(page: Page, example: str) -> None:
    enter(page, example)
    walk = Walk(page)
    for name in PLACES:
        walk.look(reverse(f"desk:{name}", args=[example]))
    assert walk.faults == []


@pytest.mark.parametrize("part", range(3))
def test_every_page_of_a_record(page: Page, example: str, samples: tuple[Municipality, Activity], part: int) -> None:
    municipality, activity = samples
    enter(page, example, municipality.slug)
    walk = Walk(page)
    walk.gather(reverse(f"desk:{name}", args=[example]) for name in LISTS)
    for name in OF_A_RECORD[part::3]:
        walk.look(walk.found.get(f"desk:{name}", address(name, municipality, activity)))
    assert walk.faults == []


def test_every_page_for_who_is_no_member_of_staff(page: Page, example: str) -> None:
    walk = Walk(page)
    walk.follow(("/", f"/{example}/", f"/{example}/request/", "/sign-in/"), spaces=frozenset({"portal", "guest"}))
    page.goto("/sign-in/?next=/partner/")
    page.fill("input[name=username]", "mira.zilt@ggdkustland.example")
    page.fill("input[name=password]", PASSWORD)
    page.click("main button[type=submit]")
    page.wait_for_url("**/partner/")
    walk.follow(("/partner/", "/sign-in/account/"), spaces=frozenset({"guest", "door"}))
    every = names_in("portal", portal_urls) | names_in("guest", guest_urls) | names_in("door", urls_door)
    assert (walk.faults, every - walk.names) == ([], WRITES | BY_A_SIGNED_LINK | IN_ANOTHER_STATE | NO_PAGES)


def test_an_empty_municipality_and_a_past_moment(page: Page, samples: tuple[Municipality, Activity]) -> None:
    empty = Municipality.objects.create(slug="leegdorp", name="Leegdorp")
    enter(page, empty.slug, samples[0].slug)
    walk = Walk(page, sent=False)
    for name in PLACES:
        walk.look(reverse(f"desk:{name}", args=[empty.slug]))
    page.goto(f"/{samples[0].slug}/desk/")
    places = page.eval_on_selector_all(".gd-rail a", "each => each.map((one) => one.pathname)")
    page.evaluate("document.querySelector('input[name=moment]').value = '2026-01-05T12:00'")
    page.evaluate("document.querySelector('input[name=moment]').form.requestSubmit()")
    page.wait_for_load_state("load")
    for path in places:
        walk.look(path)
    assert walk.faults == []


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
