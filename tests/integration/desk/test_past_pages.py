"""Every page of the desk at a past moment: the band says so, nothing can be written, and the page still opens."""

import re

import pytest
from django.test import Client

from gemeentedossier.foundation import clock
from gemeentedossier.foundation.ledger.actions import settle
from gemeentedossier.foundation.ledger.queries import ledger_size
from tests.integration.desk.conftest import Whole
from tests.integration.desk.test_routes import GUARDED, address, anew

FORM = re.compile(r'<form[^>]*method="post"[^>]*>', re.IGNORECASE)
ACTION = re.compile(r'action="([^"]*)"')
READS_ONLY = ("/moment/", "/sign-out/", "/language", "/setlang/", "/documents/", "/ask/")
"""What may be posted about the past: to leave it, and to have a document of it made."""


@pytest.fixture(scope="module")
def historian_once(everybody_once: Client, whole_once: Whole) -> Client:
    """Somebody with every role that writes, whose desk is turned to a moment that is past."""
    past = anew(everybody_once)
    past.post(f"/{whole_once.municipality.slug}/desk/moment/", {"moment": clock.now().isoformat()})
    return past


@pytest.fixture
def historian(historian_once: Client, whole: Whole) -> Client:
    return anew(historian_once)


@pytest.mark.parametrize("name", GUARDED)
def test_the_band_says_so_and_nothing_can_be_written(
    name: str, historian: Client, everybody_once: Client, whole: Whole
) -> None:
    url = address(name, whole.municipality, whole.activity)
    answer = historian.get(url)
    takes_writing_only = answer.status_code == 404 == anew(everybody_once).get(url).status_code
    assert answer.status_code in (200, 302) or takes_writing_only
    page = answer.content.decode() if answer.headers["Content-Type"].startswith("text/html") else ""
    if answer.status_code == 200 and "gd-main" in page:
        assert 'class="gd-band"' in page
        actions = [found.group(1) if (found := ACTION.search(form)) else "" for form in FORM.findall(page)]
        assert [url for url in actions if not _may(url)] == []


@pytest.mark.parametrize("name", sorted({*GUARDED} - {"moment"}))
def test_what_is_posted_changes_nothing(name: str, historian: Client, whole: Whole) -> None:
    before = ledger_size()
    historian.post(address(name, whole.municipality, whole.activity), {"name": "Anders", "reason": "omdat"})
    settle()
    assert ledger_size() == before


def _may(url: str) -> bool:
    return any(part in url for part in READS_ONLY)
