"""Whoever gets a form may send it: nobody writes a page full and is then told that it is not theirs to write."""

from typing import Any

import pytest
from django.test import Client
from django.urls import resolve

from gemeentedossier.foundation.tenancy import municipality_scope
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.permissions import OWN_ONLY
from tests.integration.desk.conftest import Whole
from tests.integration.desk.people import browser_of, someone
from tests.integration.desk.samples import give_to
from tests.integration.desk.test_meanwhile import Forms
from tests.integration.desk.test_routes import GUARDED, address, undone

WRITERS = sorted({role for roles in OWN_ONLY.values() for role in roles} | {Role.CISO})


def forms_on(client: Client, url: str) -> list[tuple[str, dict[str, str]]]:
    """Where the forms of a page are sent, and what they hold."""
    page = client.get(url)
    if page.status_code != 200 or page.streaming or page.headers.get("Content-Type", "")[:9] != "text/html":
        return []
    found = [(action or url, sent) for action, sent in Forms(page.content.decode()).found]
    return [(to, sent) for to, sent in found if "csrfmiddlewaretoken" in sent and "/desk/" in to]


def refuses(client: Client, url: str, sent: dict[str, str]) -> bool:
    with undone():
        return client.post(url, sent).status_code == 403


@pytest.fixture(scope="module", params=[(role, is_owner) for role in WRITERS for is_owner in (False, True)], ids=str)
def browser(request: pytest.FixtureRequest, whole_once: Whole) -> Client:
    """That of somebody with a role that writes, who owns what there is or nothing of it."""
    role, is_owner = request.param
    with municipality_scope(whole_once.municipality.id):
        person = someone(role)
        give_to(person if is_owner else someone(), whole_once.activity.id)
        return browser_of(person)


def test_whoever_gets_a_form_may_send_it(browser: Client, whole_once: Whole, settings: Any) -> None:
    settings.HOME = whole_once.home
    urls = [address(name, whole_once.municipality, whole_once.activity) for name in GUARDED]
    shown = [each for url in urls for each in forms_on(browser, url)]
    refused = {str(resolve(url.partition("?")[0]).url_name) for url, sent in shown if refuses(browser, url, sent)}
    assert refused == set()
