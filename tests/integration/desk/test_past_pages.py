"""Every page of the desk at a past moment: the band says so, nothing can be written, and the page still opens."""

import re
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from gemeentedossier.dossier.register.actions.activities import insert_activities
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.ledger.actions import make_checkpoint, settle
from gemeentedossier.foundation.ledger.queries import ledger_size
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.organisation.enums import Role
from tests.builders import an_activity
from tests.integration.desk.people import signed_in
from tests.integration.desk.samples import one_of_everything
from tests.integration.desk.test_routes import GUARDED, address

FORM = re.compile(r'<form[^>]*method="post"[^>]*>', re.IGNORECASE)
ACTION = re.compile(r'action="([^"]*)"')
READS_ONLY = ("/moment/", "/sign-out/", "/language", "/setlang/", "/documents/", "/ask/")
"""What may be posted about the past: to leave it, and to have a document of it made."""


@pytest.fixture
def activity(municipality: Municipality, settings: Any, tmp_path: Path) -> Activity:
    settings.HOME = tmp_path
    made = an_activity()
    insert_activities([made])
    one_of_everything(made.id)
    settle()
    make_checkpoint(municipality)
    return made


@pytest.fixture
def historian(municipality: Municipality, activity: Activity) -> Client:
    """Somebody with every role that writes, whose desk is turned to a moment that is past."""
    client = signed_in(*Role)
    settle()
    client.post(f"/{municipality.slug}/desk/moment/", {"moment": clock.now().isoformat()})
    return client


@pytest.mark.parametrize("name", GUARDED)
def test_the_band_says_so_and_nothing_can_be_written(
    name: str, historian: Client, municipality: Municipality, activity: Activity
) -> None:
    url = address(name, municipality, activity)
    answer = historian.get(url)
    takes_writing_only = answer.status_code == 404 == signed_in(*Role).get(url).status_code
    assert answer.status_code in (200, 302) or takes_writing_only
    page = answer.content.decode() if answer.headers["Content-Type"].startswith("text/html") else ""
    if answer.status_code == 200 and "gd-main" in page:
        assert 'class="gd-band"' in page
        actions = [found.group(1) if (found := ACTION.search(form)) else "" for form in FORM.findall(page)]
        assert [url for url in actions if not _may(url)] == []


@pytest.mark.parametrize("name", GUARDED)
def test_what_is_posted_changes_nothing(
    name: str, historian: Client, municipality: Municipality, activity: Activity
) -> None:

    before = ledger_size()
    if name != "moment":
        historian.post(address(name, municipality, activity), {"name": "Anders", "reason": "omdat"})
        settle()
    assert ledger_size() == before


def _may(url: str) -> bool:
    return any(part in url for part in READS_ONLY)
