"""Whoever gets a form may send it: nobody writes a page full and is then told that it is not theirs to write."""

from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import resolve

from gemeentedossier.dossier.register.actions.activities import insert_activities
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.foundation.ledger.actions import make_checkpoint, settle
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.permissions import OWN_ONLY
from tests.builders import an_activity
from tests.integration.desk.people import browser_of, someone
from tests.integration.desk.samples import give_to, one_of_everything
from tests.integration.desk.test_meanwhile import Forms
from tests.integration.desk.test_routes import GUARDED, address, undone


@pytest.fixture
def activity(municipality: Municipality, settings: Any, tmp_path: Path) -> Activity:
    settings.HOME = tmp_path
    made = an_activity()
    insert_activities([made])
    one_of_everything(made.id)
    settle()
    make_checkpoint(municipality)
    return made


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
def test_whoever_gets_a_form_may_send_it(
    role: Role, *, is_owner: bool, municipality: Municipality, activity: Activity
) -> None:
    person = someone(role)
    if is_owner:
        give_to(person, activity.id)
    client = browser_of(person)
    found = {name: refused_after_all(client, address(name, municipality, activity)) for name in GUARDED}
    assert sorted({each for group in found.values() for each in group}) == []
