"""What the officer has not adopted leaves the program by no road, for whoever may not write reports (GDPR 38(3))."""

import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from gemeentedossier.dossier.governance.models import OfficerReport
from gemeentedossier.dossier.register.actions.activities import insert_activities
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.exchange.engine.dossier_file import DRAFTS_LEFT_OUT, read_dossier
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.ledger.actions import make_checkpoint, settle
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.organisation.enums import Role
from tests.builders import an_activity
from tests.integration.desk.people import signed_in
from tests.integration.desk.samples import one_of_everything
from tests.integration.desk.test_routes import GUARDED, address

SECRET = "GEHEIM-OORDEEL"
FG = Role.DATA_PROTECTION_OFFICER
OF_THE_PAST = [each for each in GUARDED if each.startswith(("officer", "supervision", "export", "search", "organis"))]
"""The roads that could show a report at a past moment; each page reads the same dossier then."""


@pytest.fixture
def activity(municipality: Municipality, settings: Any, tmp_path: Path) -> Activity:
    """One of everything, with a report of the officer that nobody adopted."""
    settings.HOME = tmp_path
    made = an_activity()
    insert_activities([made])
    one_of_everything(made.id, report={"judgement": SECRET, "advice": SECRET})
    settle()
    make_checkpoint(municipality)
    return made


def turned_back(client: Client, municipality: Municipality) -> Client:
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


@pytest.mark.parametrize("is_past", [False, True])
def test_a_draft_leaves_by_no_road(*, is_past: bool, municipality: Municipality, activity: Activity) -> None:
    others = signed_in(*(role for role in Role if role is not FG))
    client = turned_back(others, municipality) if is_past else others
    told = {
        name
        for name in (OF_THE_PAST if is_past else GUARDED)
        for text in texts_of(client.get(address(name, municipality, activity)))
        if SECRET.encode() in text
    }
    assert told == set()


@pytest.mark.parametrize("is_past", [False, True])
@pytest.mark.parametrize("role", [Role.PRIVACY_OFFICER, Role.AUDITOR])
def test_the_dossier_file_says_that_drafts_were_left_out(
    role: Role, *, is_past: bool, municipality: Municipality, activity: Activity
) -> None:
    reader = signed_in(role)
    content = dossier_file(turned_back(reader, municipality) if is_past else reader, municipality)
    assert json.loads(content)["left_out"] == {"nl": DRAFTS_LEFT_OUT.nl, "en": DRAFTS_LEFT_OUT.en}
    assert read_dossier(content).officer_reports == ()


def test_the_file_of_the_officer_is_whole(municipality: Municipality, activity: Activity) -> None:
    content = dossier_file(signed_in(FG), municipality)
    assert ("left_out" in json.loads(content), SECRET.encode() in content) == (False, True)
    assert [each.judgement for each in read_dossier(content).officer_reports] == [SECRET]


def test_an_adopted_report_is_in_the_file_of_anybody(municipality: Municipality, activity: Activity) -> None:
    stands = {"adopted_at": clock.now(), "adopted_by": OfficerReport.objects.get().written_by}
    OfficerReport.objects.update(**stands, evidence_id=activity.id)
    content = dossier_file(signed_in(Role.AUDITOR), municipality)
    assert [each.judgement for each in read_dossier(content).officer_reports] == [SECRET]
