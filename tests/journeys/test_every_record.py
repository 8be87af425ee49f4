"""Pages of every kind of record in a real browser, as somebody with every role sees it.

The addresses are read from the program, so that a new one cannot be forgotten. Each is that of a record of the example
where a page leads to one, and otherwise of the one record of its kind.
"""

from collections import defaultdict
from inspect import unwrap

import pytest
from django.urls import reverse
from playwright.sync_api import Page

from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.foundation.models import Municipality
from tests.integration.desk.test_routes import ROUTES, address
from tests.journeys.every_page import Walk, enter

pytestmark = pytest.mark.journey


def rooms() -> dict[str, list[str]]:
    """The addresses of a record by the module that answers them, the shortest name first; a file is no page."""
    found: dict[str, list[str]] = defaultdict(list)
    for name, route in sorted(ROUTES.items(), key=lambda each: (len(each[0]), each[0])):
        if len(route.pattern.converters) > 1 and not name.endswith("-file"):
            found[unwrap(route.callback).__module__].append(name)
    return found


CHOSEN = sorted({name for names in rooms().values() for name in (names[0], names[-1])})
"""Of each module the page of the record itself and one of its forms: all of them together take too long."""
LISTS = ("register", "agreements", "parties", "security", "assessments", "breaches", "requests", "officer", "evidence")


@pytest.mark.parametrize("part", range(2))
def test_pages_of_every_kind_of_record(
    page: Page, example: str, samples: tuple[Municipality, Activity], part: int
) -> None:
    municipality, activity = samples
    enter(page, example, municipality.slug)
    walk = Walk(page)
    walk.gather(reverse(f"desk:{name}", args=[example]) for name in LISTS)
    for name in CHOSEN[part::2]:
        walk.look(walk.found.get(f"desk:{name}", address(name, municipality, activity)))
    assert walk.faults == []
