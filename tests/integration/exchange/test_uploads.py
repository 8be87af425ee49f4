"""A file between its upload and its import."""

from pathlib import Path

import pytest
from django.conf import settings

from gemeentedossier.exchange.actions.uploads import Upload, keep_upload, kept_upload
from gemeentedossier.exchange.enums import ListKind
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.tenancy import municipality_scope
from gemeentedossier.foundation.trail import Actor

BY = Actor(name="test")


@pytest.fixture
def kept(municipality: Municipality, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setattr(settings, "HOME", tmp_path)
    with municipality_scope(municipality.id):
        kept = Upload(b"Naam;Land", "bom.csv", ListKind.SUB_PROCESSORS, new_id())
        assert kept_upload(keep_upload(kept, by=BY), by=BY) == kept
    return next(tmp_path.rglob("*.file")).parent


def test_nobody_else_on_the_machine_reads_an_upload(kept: Path) -> None:
    assert [path.stat().st_mode & 0o777 for path in kept.iterdir()] == [0o600, 0o600]


def test_nobody_else_on_the_machine_enters_the_folder_of_uploads(kept: Path) -> None:
    assert kept.stat().st_mode & 0o777 == 0o700
