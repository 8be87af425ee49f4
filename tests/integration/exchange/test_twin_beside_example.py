"""Example and corrected twin in one database: every kind of finding in the one, no contradiction in the other."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from gemeentedossier.assessment.enums import Outcome
from gemeentedossier.assessment.queries import assessment_of
from gemeentedossier.dossier.evidence.actions.evidence import check_files
from gemeentedossier.dossier.evidence.actions.files import path_of
from gemeentedossier.dossier.evidence.enums import EvidenceKind
from gemeentedossier.dossier.evidence.models import Evidence
from gemeentedossier.exchange.actions.example import LOADER, ensure_example, ensure_twin
from gemeentedossier.foundation.clock import clock_at
from gemeentedossier.foundation.tenancy import municipality_scope
from gemeentedossier.organisation.models import Account

A_DAY = dt.datetime(2026, 11, 28, 12, tzinfo=dt.UTC)


@pytest.fixture(autouse=True)
def _home(settings: Any, tmp_path: Path) -> None:
    settings.HOME = tmp_path


@pytest.mark.django_db
def test_both_are_loaded_and_judged_apart() -> None:
    with clock_at(A_DAY):
        example, twin = ensure_example(), ensure_twin()
        with municipality_scope(example.id):
            shown = assessment_of(example).counts()
        with municipality_scope(twin.id):
            mended = assessment_of(twin).counts()
    assert [outcome for outcome, count in shown.items() if not count] == []
    assert mended[Outcome.CONTRADICTS] == 0
    assert Account.objects.filter(email="noor@duinrade-hersteld.example").exists()
    assert ensure_twin() == twin


@pytest.mark.django_db
def test_the_files_of_their_evidence_come_along() -> None:
    example, twin = ensure_example(), ensure_twin()
    with municipality_scope(example.id):
        assert [each.file_name for each in check_files(by=LOADER)] == ["aanmelding-fg.txt"]
        decision = path_of(Evidence.objects.get(file_name="besluit-privacybeleid.txt").sha256)
        assert b"Het privacybeleid 2026-2030 vast te stellen" in decision.read_bytes()
    with municipality_scope(twin.id):
        assert check_files(by=LOADER) == ()
        assert Evidence.objects.filter(kind=EvidenceKind.FILE.value).count() == 2
