"""Pages of every kind of record in a real browser, as somebody with every role sees it.

The addresses are read from the program, so that a new one cannot be forgotten. Each is that of a record of the example
where a page leads to one, and otherwise of the one record of its kind.
"""

import pytest
from django.urls import reverse
from playwright.sync_api import Page

from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.foundation.models import Municipality
from tests.integration.desk.test_routes import ROUTES, address
from tests.journeys.every_page import Walk, enter

pytestmark = pytest.mark.journey


RECORDS = sorted(
    name for name, route in ROUTES.items() if len(route.pattern.converters) > 1 and not name.endswith("-file")
)
LISTS = ("register", "agreements", "parties", "security", "assessments", "breaches", "requests", "officer", "evidence")


def test_every_page_of_a_record(page: Page, example: str, samples: tuple[Municipality, Activity]) -> None:
    municipality, activity = samples
    enter(page, example, municipality.slug)
    walk = Walk(page)
    walk.gather(reverse(f"desk:{name}", args=[example]) for name in LISTS)
    for name in RECORDS:
        walk.look(walk.found.get(f"desk:{name}", address(name, municipality, activity)))
    assert walk.faults == []
