"""Every place of the desk in a real browser, as somebody with every role sees it.

The addresses are read from the program, so that a new one cannot be forgotten.
"""

import pytest
from django.urls import reverse
from playwright.sync_api import Page

from tests.integration.desk.test_routes import ROUTES
from tests.journeys.every_page import Walk, enter

pytestmark = pytest.mark.journey
PLACES = sorted(name for name, route in ROUTES.items() if len(route.pattern.converters) == 1)


def test_every_place_of_the_desk(page: Page, example: str) -> None:
    enter(page, example)
    walk = Walk(page)
    for name in PLACES:
        walk.look(reverse(f"desk:{name}", args=[example]))
    assert walk.faults == []
