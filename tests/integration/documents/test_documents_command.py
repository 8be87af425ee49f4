"""`gemeentedossier documents`: files from the tables, or one sentence and nothing."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from gemeentedossier.dossier.register.actions.activities import insert_activities
from gemeentedossier.foundation.ledger.actions import settle
from gemeentedossier.foundation.models import Municipality
from tests.builders import an_activity


def run(*arguments: str) -> str:
    out = StringIO()
    call_command("documents", *arguments, stdout=out)
    return out.getvalue()


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_every_document_is_written_in_the_formats_asked(municipality: Municipality, tmp_path: Path) -> None:
    told = run("duinveld", "--out", str(tmp_path), "--format", "html,docx", "--json")

    kinds, forms = ("accountability", "part-a", "part-b", "register-extract"), ("docx", "html")
    written = [f"duinveld-{kind}-nl.{form}" for kind in kinds for form in forms]
    assert names(tmp_path) == written
    assert sorted(Path(each["path"]).name for each in json.loads(told)["documents"]) == written


def test_plain_lines_name_the_files(municipality: Municipality, tmp_path: Path) -> None:
    told = run("duinveld", "--out", str(tmp_path), "--format", "html", "--document", "part-a", "--language", "en")

    assert told == f"{tmp_path}/duinveld-part-a-en.html\n"
    assert '<html lang="en">' in (tmp_path / "duinveld-part-a-en.html").read_text()


def test_an_unknown_municipality_is_told_and_nothing_written(db: None, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="atlantis"):
        run("atlantis", "--out", str(tmp_path))
    assert names(tmp_path) == []


def test_a_folder_that_cannot_be_written_is_told_in_one_sentence(municipality: Municipality, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")

    with pytest.raises(CommandError, match="cannot be written"):
        run("duinveld", "--out", str(tmp_path / "out"), "--format", "html")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--format", "rtf"), "“rtf” is no format; choose from html, pdf, odt, docx"),
        (("--at", "gisteren"), "“gisteren” is no moment"),
        (("--at", "2999-01-01"), "lies in the future"),
    ],
)
def test_a_wrong_call_is_told(municipality: Municipality, arguments: tuple[str, str], told: str) -> None:
    with pytest.raises(CommandError, match=told):
        run("duinveld", *arguments)


def test_a_past_document_shows_what_was_known_then(municipality: Municipality, tmp_path: Path) -> None:
    run("duinveld", "--out", str(tmp_path), "--format", "html", "--at", "2026-01-01", "--document", "register-extract")

    assert "1 januari 2026" in (tmp_path / "duinveld-register-extract-nl.html").read_text()


def test_documents_that_would_be_the_same_are_left(municipality: Municipality, tmp_path: Path) -> None:
    insert_activities([an_activity()])
    settle()
    call = ("duinveld", "--out", str(tmp_path), "--format", "html", "--if-changed")
    run(*call)
    written = (tmp_path / "duinveld-part-a-nl.html").stat().st_mtime_ns
    assert run(*call).strip() == f"De documenten in {tmp_path} zijn nog die van het dossier zoals het is."
    assert (tmp_path / "duinveld-part-a-nl.html").stat().st_mtime_ns == written


def test_documents_are_made_anew_after_a_change_or_a_loss(municipality: Municipality, tmp_path: Path) -> None:
    call = ("duinveld", "--out", str(tmp_path), "--format", "html", "--if-changed")
    run(*call)
    insert_activities([an_activity()])
    settle()
    assert "duinveld-part-a-nl.html" in run(*call)
    (tmp_path / "duinveld-part-a-nl.html").unlink()
    assert "duinveld-part-a-nl.html" in run(*call)
