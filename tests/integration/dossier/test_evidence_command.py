"""The command that looks after the files: what it says, and with which exit code."""

import io
import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from gemeentedossier.dossier.evidence.actions.evidence import add_file, add_link
from gemeentedossier.dossier.evidence.actions.files import path_of
from gemeentedossier.dossier.evidence.models import Evidence
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.trail import Actor


@pytest.fixture(autouse=True)
def _home(settings: Any, tmp_path: Path) -> None:
    settings.HOME = tmp_path


@pytest.fixture
def file(everyone: Actor) -> Evidence:
    add_link("https://duinveld.example/beleid", seen="Het privacybeleid.", valid_until=None, by=everyone)
    return add_file(b"Gezien.", file_name="gezien.txt", title="Gezien", valid_until=None, by=everyone)


def checked(slug: str, *options: str) -> tuple[int, str]:
    """The exit code and what was written."""
    written = io.StringIO()
    try:
        call_command("evidence", slug, "check", *options, stdout=written)
    except SystemExit as end:
        return int(end.code or 0), written.getvalue()
    return 0, written.getvalue()


def test_files_that_are_there_are_counted(file: Evidence, municipality: Municipality) -> None:
    assert checked(municipality.slug) == (0, "Gaaf: alle bewijsbestanden (1) zijn er en onveranderd.\n")


def test_a_changed_file_is_named_and_recorded(file: Evidence, municipality: Municipality) -> None:
    path_of(file.sha256).write_bytes(b"Anders.")
    code, said = checked(municipality.slug, "--json")
    told = {"id": str(file.pk), "title": "Gezien", "file_name": "gezien.txt", "sha256": file.sha256}
    assert (code, json.loads(said)) == (1, {"files": 1, "whole": False, "lost": [told]})
    file.refresh_from_db()
    assert file.lost_at is not None


def test_a_file_that_was_put_back_counts_again(file: Evidence, municipality: Municipality) -> None:
    path_of(file.sha256).unlink()
    assert checked(municipality.slug)[0] == 1
    path_of(file.sha256).write_bytes(b"Gezien.")
    assert checked(municipality.slug)[0] == 0
    file.refresh_from_db()
    assert file.lost_at is None


@pytest.mark.django_db
def test_an_unknown_municipality_is_named() -> None:
    with pytest.raises(CommandError, match="nergenshuizen"):
        call_command("evidence", "nergenshuizen", "check")
