"""Every place of the desk in a real browser, as somebody with every role sees it; the main ones in other lights too.

The addresses are read from the program, so that a new one cannot be forgotten.
"""

import pytest
from django.urls import reverse
from playwright.sync_api import Page

from gemeentedossier.foundation import clock
from gemeentedossier.foundation.models import Municipality
from tests.integration.desk.test_routes import ROUTES
from tests.journeys.every_page import Walk, enter, main_pages
from tests.journeys.sight import DESK, FOURFOLD, PHONE

pytestmark = pytest.mark.journey
PLACES = sorted(name for name, route in ROUTES.items() if len(route.pattern.converters) == 1)


def test_every_place_of_the_desk(page: Page, example: str) -> None:
    enter(page, example)
    walk = Walk(page)
    for name in PLACES:
        walk.look(reverse(f"desk:{name}", args=[example]))
    assert walk.faults == []


@pytest.mark.parametrize("width", [PHONE, FOURFOLD])
def test_the_main_pages_on_a_narrow_screen(page: Page, example: str, width: int) -> None:
    enter(page, example)
    walk = Walk(page, width=width)
    for url in main_pages(page, example):
        walk.look(url)
    assert walk.faults == []


def test_the_main_pages_of_a_municipality_that_recorded_nothing(page: Page, example: str) -> None:
    empty = Municipality.objects.create(slug="leegveld", name="Leegveld").slug
    enter(page, empty)
    walk = Walk(page)
    for url in main_pages(page, empty):
        walk.look(url)
    assert walk.faults == []


@pytest.mark.parametrize("width", [DESK, FOURFOLD])
def test_the_main_pages_at_a_moment_that_is_past(page: Page, example: str, width: int) -> None:
    enter(page, example, at=clock.now().isoformat())
    walk = Walk(page, width=width)
    pages = main_pages(page, example)
    assert page.locator(".gd-band").is_visible()
    for url in pages:
        walk.look(url)
    assert walk.faults == []
