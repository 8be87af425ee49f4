"""Every address of the desk × everyone who may come by: content is for who is permitted, and for nobody else.

The table of addresses is read from the program, so that a new one cannot be forgotten.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, get_resolver, reverse

from gemeentedossier.desk import urls
from gemeentedossier.desk.rules import NEEDS
from gemeentedossier.dossier.register.actions.activities import insert_activities
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.foundation.ledger.actions import make_checkpoint, settle
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.tenancy import municipality_scope
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.permissions import PERMISSIONS
from tests.builders import an_activity
from tests.integration.desk.people import browser_of, signed_in, someone
from tests.integration.desk.samples import give_to, one_of_everything

FOR_EVERYONE = {"sign-in", "sign-out"}
"""The only addresses of the desk that ask for no permission."""
ROUTES = {route.name: route for route in urls.urlpatterns if isinstance(route, URLPattern)}
GUARDED = sorted(str(name) for name in ROUTES.keys() - FOR_EVERYONE)
SAMPLES = {
    ("assessment-report", "form"): "html",
    ("waiting", "what"): "confirmation",
    ("document", "kind"): "part-a",
    ("document-file", "kind"): "part-a",
    ("document-file", "form"): "html",
    ("document-ask", "kind"): "part-a",
    ("document-ask", "form"): "html",
    ("help-record", "record"): "legal-basis",
    ("coverage-rule", "rule_id"): "automated-decision-without-algorithm",
    ("coverage-file", "form"): "ods",
    ("requests-file", "form"): "xlsx",
    ("systems-file", "form"): "csv",
    ("flows-file", "form"): "svg",
    ("figures-month", "month"): "now",
    ("parties-file", "form"): "ods",
    ("applicability-file", "form"): "ods",
    ("access-matrix-file", "form"): "ods",
    ("presence", "kind"): "activity",
    ("answer", "kind"): "activity",
    ("answer", "criterion"): "sector-power-per-flow",
    ("suppress", "kind"): "activity",
    ("suppress", "rule_id"): "viewing-logged-and-checked",
    ("organisation-edit", "part"): "contact",
    ("agreement-edit", "part"): "what",
    ("agreement-step", "step"): "instruct",
    ("agreement-term", "step"): "end",
    ("agreement-text-file", "form"): "html",
    ("leaflet-text-file", "form"): "html",
    ("request-letter", "kind"): "acknowledgement",
    ("request-letter-file", "kind"): "acknowledgement",
    ("request-letter-file", "form"): "html",
    ("purpose-security-file", "form"): "html",
    ("method-plan-file", "form"): "html",
    ("maturity-theme", "theme"): "rights",
    ("maturity-ambition", "theme"): "rights",
    ("maturity-withdraw", "theme"): "rights",
    ("method-step", "step"): "classify",
    ("method-plan", "step"): "classify",
    ("method-drop", "step"): "classify",
    ("supervision-file", "form"): "html",
    ("officer-report-file", "form"): "html",
    ("officer-figure", "figure"): "activities",
    ("norm", "norm"): "large-scale",
    ("reading-decide", "norm"): "large-scale",
    ("rests-on", "kind"): "activity",
    ("attest", "kind"): "activity",
    ("attest", "criterion"): "sector-power-per-flow",
    ("breach-register-file", "form"): "ods",
    ("breach-paper", "paper"): "breach-letter",
    ("breach-paper-file", "paper"): "breach-report",
    ("breach-paper-file", "form"): "html",
    ("breach-exercise-start", "case"): "wrong-neighbour",
}
BY_CONVERTER: dict[str, str] = {"SlugConverter": "purposes", "StringConverter": "purposes", "IntConverter": "1"}
PERMITTED = {200, 302}
"""What someone who is permitted may get: each address has a record that it names, so that none is not there."""


@pytest.fixture
def activity(municipality: Municipality, settings: Any, tmp_path: Path) -> Activity:
    settings.HOME = tmp_path
    made = an_activity()
    insert_activities([made])
    one_of_everything(made.id)
    settle()
    make_checkpoint(municipality)
    return made


def address(name: str, municipality: Municipality, activity: Activity) -> str:
    """The address of a route, with a value for each of its parameters."""
    values = {}
    for parameter, converter in ROUTES[name].pattern.converters.items():
        default = BY_CONVERTER.get(type(converter).__name__, str(activity.id))
        values[parameter] = SAMPLES.get((name, parameter), default)
    return reverse(f"desk:{name}", kwargs={**values, "municipality": municipality.slug})


@contextmanager
def undone() -> Iterator[None]:
    """Whatever the visit changes is undone after it."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def visited(client: Client, url: str) -> HttpResponse:
    """The answer to reading; where an address only takes writing, the answer to that."""
    read = client.get(url)
    return client.post(url) if read.status_code in (404, 405) else read


@pytest.mark.parametrize("name", sorted(map(str, ROUTES)))
def test_each_address_names_a_permission_of_the_table(name: str) -> None:
    needed = getattr(ROUTES[name].callback, NEEDS, None)
    assert name in FOR_EVERYONE or needed in PERMISSIONS


@pytest.mark.parametrize("name", GUARDED)
def test_only_roles_of_the_table_get_in(name: str, municipality: Municipality, activity: Activity) -> None:
    url = address(name, municipality, activity)
    permitted = PERMISSIONS[getattr(ROUTES[name].callback, NEEDS)]
    for role in Role:
        with undone():
            person = someone(role)
            give_to(person, activity.id)
            status = visited(browser_of(person), url).status_code
        assert status in PERMITTED if role in permitted else status == 403, f"{role}: {status}"


@pytest.mark.parametrize("name", GUARDED)
def test_all_roles_together_that_may_not_send_nothing(
    name: str, municipality: Municipality, other_municipality: Municipality, activity: Activity
) -> None:
    url = address(name, municipality, activity)
    others = frozenset(Role) - PERMISSIONS[getattr(ROUTES[name].callback, NEEDS)]
    with undone():
        assert signed_in(*others).post(url).status_code == 403
    with municipality_scope(other_municipality.id):
        stranger = signed_in(*Role)
    assert stranger.post(url).status_code == 404


@pytest.mark.parametrize("name", GUARDED)
def test_every_form_that_sends_carries_its_token(name: str, municipality: Municipality, activity: Activity) -> None:
    page = signed_in(*Role).get(address(name, municipality, activity))
    text = "" if page.streaming or page.headers.get("Content-Type", "")[:9] != "text/html" else page.content.decode()
    assert text.count('method="post"') == text.count('name="csrfmiddlewaretoken"')


@pytest.mark.parametrize("name", GUARDED)
def test_someone_without_a_role_gets_in_nowhere(name: str, municipality: Municipality, activity: Activity) -> None:
    url = address(name, municipality, activity)
    with undone():
        assert visited(signed_in(), url).status_code == 403


@pytest.mark.parametrize("name", GUARDED)
def test_people_of_another_municipality_find_nothing(
    name: str, municipality: Municipality, other_municipality: Municipality, activity: Activity
) -> None:
    url = address(name, municipality, activity)
    with municipality_scope(other_municipality.id):
        stranger = signed_in(*Role)
    assert visited(stranger, url).status_code == 404


@pytest.mark.parametrize("name", GUARDED)
def test_who_is_not_signed_in_is_asked_to(name: str, municipality: Municipality, activity: Activity) -> None:
    answer = Client().get(address(name, municipality, activity))
    assert (answer.status_code, answer.headers["Location"].partition("?")[0]) == (302, "/sign-in/")


def test_every_address_below_a_desk_is_one_of_these() -> None:
    below = {
        str(pattern)
        for route in get_resolver().url_patterns
        for pattern in _patterns(route, "")
        if "/desk/" in str(pattern)
    }
    assert below == {str(ROUTES[name].pattern) for name in GUARDED}


def _patterns(route: object, before: str) -> Iterator[str]:
    pattern = f"{before}{getattr(route, 'pattern', '')}"
    inner = getattr(route, "url_patterns", None)
    if inner is None:
        yield pattern
        return
    for each in inner:
        yield from _patterns(each, pattern)
