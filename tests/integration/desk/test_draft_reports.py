"""What the officer has not adopted leaves the program by no road, for whoever may not write reports (GDPR 38(3))."""

import io
import json
import zipfile
from collections.abc import Iterator

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from gemeentedossier.dossier.governance.models import OfficerReport
from gemeentedossier.exchange.engine.dossier_file import DRAFTS_LEFT_OUT, read_dossier
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.ledger.actions import settle
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.tenancy import municipality_scope
from gemeentedossier.organisation.enums import Role
from tests.integration.desk.conftest import Whole, make_whole
from tests.integration.desk.people import signed_in
from tests.integration.desk.test_routes import GUARDED, address

SECRET = "GEHEIM-OORDEEL"
FG = Role.DATA_PROTECTION_OFFICER
OF_THE_PAST = [each for each in GUARDED if each.startswith(("officer", "supervision", "export", "search", "organis"))]
"""The roads that could show a report at a past moment; each page reads the same dossier then."""


@pytest.fixture(scope="module")
def whole_once(empty_afterwards: None, tmp_path_factory: pytest.TempPathFactory) -> Whole:
    """One of everything, with a report of the officer that nobody adopted."""
    return make_whole(tmp_path_factory.mktemp("home"), report={"judgement": SECRET, "advice": SECRET})


def turned_back(client: Client, municipality: Municipality) -> Client:
    with municipality_scope(municipality.id):
        settle()
    client.post(f"/{municipality.slug}/desk/moment/", {"moment": clock.now().isoformat()})
    return client


def texts_of(answer: HttpResponse) -> Iterator[bytes]:
    """What an answer holds; of a package and an office file each part."""
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content  # type: ignore[attr-defined]  # one or the other is there
    yield content
    if zipfile.is_zipfile(io.BytesIO(content)):
        package = zipfile.ZipFile(io.BytesIO(content))
        yield from (package.read(name) for name in package.namelist())


def dossier_file(client: Client, municipality: Municipality) -> bytes:
    return b"".join(texts_of(client.get(reverse("desk:export", args=[municipality.slug]))))


@pytest.fixture(scope="module", params=[False, True], ids=["now", "past"])
def other(request: pytest.FixtureRequest, whole_once: Whole) -> tuple[Client, list[str]]:
    """Somebody with every role but that of the officer, and what they open: as it is now, or at a past moment."""
    with municipality_scope(whole_once.municipality.id):
        browser = signed_in(*(role for role in Role if role is not FG))
    return (turned_back(browser, whole_once.municipality), OF_THE_PAST) if request.param else (browser, GUARDED)


def test_a_draft_leaves_by_no_road(other: tuple[Client, list[str]], whole: Whole) -> None:
    client, names = other
    told = {
        name
        for name in names
        for text in texts_of(client.get(address(name, whole.municipality, whole.activity)))
        if SECRET.encode() in text
    }
    assert told == set()


@pytest.mark.parametrize("is_past", [False, True])
@pytest.mark.parametrize("role", [Role.PRIVACY_OFFICER, Role.AUDITOR])
def test_the_dossier_file_says_that_drafts_were_left_out(role: Role, *, is_past: bool, whole: Whole) -> None:
    reader = signed_in(role)
    content = dossier_file(turned_back(reader, whole.municipality) if is_past else reader, whole.municipality)
    assert json.loads(content)["left_out"] == {"nl": DRAFTS_LEFT_OUT.nl, "en": DRAFTS_LEFT_OUT.en}
    assert read_dossier(content).officer_reports == ()


def test_the_file_of_the_officer_is_whole(whole: Whole) -> None:
    content = dossier_file(signed_in(FG), whole.municipality)
    assert ("left_out" in json.loads(content), SECRET.encode() in content) == (False, True)
    assert [each.judgement for each in read_dossier(content).officer_reports] == [SECRET]


def test_an_adopted_report_is_in_the_file_of_anybody(whole: Whole) -> None:
    stands = {"adopted_at": clock.now(), "adopted_by": OfficerReport.objects.get().written_by}
    OfficerReport.objects.update(**stands, evidence_id=whole.activity.id)
    content = dossier_file(signed_in(Role.AUDITOR), whole.municipality)
    assert [each.judgement for each in read_dossier(content).officer_reports] == [SECRET]
