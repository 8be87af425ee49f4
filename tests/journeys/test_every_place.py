"""Every place of the desk in a real browser: filled, empty, and as it was at a past moment.

The addresses are read from the program, so that a new one cannot be forgotten.
"""

import pytest
from django.urls import reverse
from playwright.sync_api import Page

from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.foundation.models import Municipality
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
