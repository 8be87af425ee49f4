"""Every address of the desk × everyone who may come by: content is for who is permitted, and for nobody else.

The table of addresses is read from the program, so that a new one cannot be forgotten.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, get_resolver, reverse

from gemeentedossier.desk import urls
from gemeentedossier.desk.rules import NEEDS
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.tenancy import municipality_scope
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.models import Person
from gemeentedossier.organisation.permissions import PERMISSIONS
from tests.integration.desk.conftest import Whole
from tests.integration.desk.people import browser_of, signed_in, someone
from tests.integration.desk.samples import give_to

FOR_EVERYONE = {"sign-in", "sign-out"}
"""The only addresses of the desk that ask for no permission."""
ROUTES = {route.name: route for route in urls.urlpatterns if isinstance(route, URLPattern)}
FRONT = "home"
"""Who reads it and may not see it comes to their own page."""
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


def address(name: str, municipality: Municipality, activity: Activity) -> str:
    """The address of a route, with a value for each of its parameters."""
    values = {}
    for parameter, converter in ROUTES[name].pattern.converters.items():
        default = BY_CONVERTER.get(type(converter).__name__, str(activity.id))
        values[parameter] = SAMPLES.get((name, parameter), default)
    return reverse(f"desk:{name}", kwargs={**values, "municipality": municipality.slug})


def permitted_at(name: str) -> frozenset[Role]:
    """Who may come to an address by the table."""
    return PERMISSIONS[getattr(ROUTES[name].callback, NEEDS)]


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


@dataclass(frozen=True, slots=True)
class Visitors:
    """Who comes by, each with a browser in which they are signed in; the process owner owns what there is."""

    of_role: dict[Role, tuple[Person, Client]]
    of_all_but: Mapping[frozenset[Role], Client]
    with_every_role: Client
    without_a_role: Client
    of_elsewhere: Client


@pytest.fixture(scope="module")
def visitors(whole_once: Whole) -> Visitors:
    with municipality_scope(whole_once.other.id):
        of_elsewhere = signed_in(*Role)
    with municipality_scope(whole_once.municipality.id):
        people = {role: someone(role) for role in Role}
        of_role = {role: (person, browser_of(person)) for role, person in people.items()}
        of_all_but = {
            permitted: signed_in(*frozenset(Role) - permitted) for permitted in set(map(permitted_at, GUARDED))
        }
        give_to(people[Role.PROCESS_OWNER], whole_once.activity.id)
        return Visitors(of_role, of_all_but, signed_in(*Role), signed_in(), of_elsewhere)


def anew(browser: Client) -> Client:
    """The same person in a browser that visited nothing yet."""
    fresh = Client()
    fresh.cookies = deepcopy(browser.cookies)
    return fresh


@pytest.mark.parametrize("name", GUARDED)
def test_only_roles_of_the_table_get_in(name: str, whole: Whole, visitors: Visitors) -> None:
    url = address(name, whole.municipality, whole.activity)
    permitted = permitted_at(name)
    for role in permitted:  # before anything is written: what stands in the database is judged already
        with undone():
            status = visited(anew(visitors.of_role[role][1]), url).status_code
        assert status in PERMITTED, f"{role}: {status}"
    for role in frozenset(Role) - permitted:
        person, browser = visitors.of_role[role]
        with undone():
            give_to(person, whole.activity.id)
            answer = visited(anew(browser), url)
        if name == FRONT:
            assert answer.status_code == 302, f"{role}: {answer.status_code}"
            assert answer.headers["Location"] != url
        else:
            assert answer.status_code == 403, f"{role}: {answer.status_code}"


@pytest.mark.parametrize("name", GUARDED)
def test_all_roles_together_that_may_not_send_nothing(name: str, whole: Whole, visitors: Visitors) -> None:
    url = address(name, whole.municipality, whole.activity)
    assert anew(visitors.of_all_but[permitted_at(name)]).post(url).status_code == 403
    assert anew(visitors.of_elsewhere).post(url).status_code == 404


@pytest.mark.parametrize("name", GUARDED)
def test_every_form_that_sends_carries_its_token(name: str, whole: Whole, visitors: Visitors) -> None:
    page = anew(visitors.with_every_role).get(address(name, whole.municipality, whole.activity))
    text = "" if page.streaming or page.headers.get("Content-Type", "")[:9] != "text/html" else page.content.decode()
    assert text.count('method="post"') == text.count('name="csrfmiddlewaretoken"')


@pytest.mark.parametrize("name", GUARDED)
def test_whoever_has_no_role_here_gets_in_nowhere(name: str, whole: Whole, visitors: Visitors) -> None:
    url = address(name, whole.municipality, whole.activity)
    assert visited(anew(visitors.without_a_role), url).status_code == 403
    assert visited(anew(visitors.of_elsewhere), url).status_code == 404
    answer = Client().get(url)
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
