"""Whoever gets a form may send it: nobody writes a page full and is then told that it is not theirs to write."""

import pytest
from django.test import Client
from django.urls import resolve

from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.permissions import OWN_ONLY
from tests.integration.desk.conftest import Whole
from tests.integration.desk.people import browser_of, someone
from tests.integration.desk.samples import give_to
from tests.integration.desk.test_meanwhile import Forms
from tests.integration.desk.test_routes import GUARDED, address, undone


def refused_after_all(client: Client, url: str) -> list[str]:
    """The addresses of this page's forms that refuse whoever was shown the form."""
    page = client.get(url)
    if page.status_code != 200 or page.streaming or page.headers.get("Content-Type", "")[:9] != "text/html":
        return []
    found = []
    for action, sent in Forms(page.content.decode()).found:
        if "csrfmiddlewaretoken" in sent and "/desk/" in (action or url):
            with undone():
                if client.post(action or url, sent).status_code == 403:
                    found.append(str(resolve((action or url).partition("?")[0]).url_name))
    return found


@pytest.mark.parametrize("is_owner", [False, True])
@pytest.mark.parametrize("role", sorted({role for roles in OWN_ONLY.values() for role in roles} | {Role.CISO}))
def test_whoever_gets_a_form_may_send_it(role: Role, *, is_owner: bool, whole: Whole) -> None:
    person = someone(role)
    if is_owner:
        give_to(person, whole.activity.id)
    client = browser_of(person)
    found = {name: refused_after_all(client, address(name, whole.municipality, whole.activity)) for name in GUARDED}
    assert sorted({each for group in found.values() for each in group}) == []
