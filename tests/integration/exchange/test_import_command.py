"""`gemeentedossier import` on the command line."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from gemeentedossier.dossier.snapshot.queries import dossier_of
from gemeentedossier.exchange.engine.dossier_file import write_dossier
from gemeentedossier.foundation.models import Municipality
from tests.integration.exchange.test_imports import REGISTER


@pytest.fixture
def register(tmp_path: Path) -> Path:
    path = tmp_path / "register.csv"
    path.write_text(REGISTER, encoding="utf-8")
    return path


def run(*words: object, **options: object) -> str:
    out = StringIO()
    call_command("import", *words, stdout=out, **options)
    return out.getvalue()


def test_a_register_is_taken_over_and_each_remark_has_its_place(municipality: Municipality, register: Path) -> None:
    told = run("duinveld", register)
    assert "regel 3, kolom “Bewaartermijn”: “zie wet” " in told
    assert told.splitlines()[-1].startswith("2 verwerkingen; ")


def test_a_program_reads_the_report_as_json(municipality: Municipality, register: Path) -> None:
    report = json.loads(run("duinveld", register, json=True))
    assert (report["new"], report["activities"]) == (True, 2)


def test_a_municipality_is_made_when_asked(db: None, register: Path) -> None:
    run("nieuwland", register, create="Nieuwland")
    assert Municipality.objects.get(slug="nieuwland").name == "Nieuwland"


def test_an_unknown_municipality_gets_a_sentence(db: None, register: Path) -> None:
    with pytest.raises(CommandError, match="nergens"):
        run("nergens", register)


def test_a_file_that_is_not_there_gets_a_sentence(municipality: Municipality, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="is niet te lezen"):
        run("duinveld", tmp_path / "absent.csv")


def test_a_dossier_of_a_municipality_that_differs_is_refused(municipality: Municipality, tmp_path: Path) -> None:
    path = tmp_path / "dossier.json"
    path.write_bytes(write_dossier(dossier_of(municipality)).replace(b'"Duinveld"', b'"Anders"'))
    with pytest.raises(CommandError):
        run("duinveld", path)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("nl", "Het dossier is beschadigd bij"), ("en", "The dossier is damaged at")],
)
def test_a_damaged_dossier_is_told_in_one_language(
    municipality: Municipality, tmp_path: Path, language: str, sentence: str
) -> None:
    path = tmp_path / "dossier.json"
    path.write_bytes(write_dossier(dossier_of(municipality)).replace(b'"organisation"', b'"colour"'))
    with pytest.raises(CommandError, match=sentence):
        run("duinveld", path, language=language)


def test_the_report_is_english_where_that_is_asked(municipality: Municipality, register: Path) -> None:
    assert run("duinveld", register, language="en").splitlines()[-1].startswith("2 processing activities; ")


def test_a_dossier_of_another_municipality_than_was_named_is_refused(
    municipality: Municipality, tmp_path: Path
) -> None:
    path = tmp_path / "dossier.json"
    path.write_bytes(write_dossier(dossier_of(municipality)))
    with pytest.raises(CommandError, match="Dit dossier is van “duinveld”, niet van “elders”"):
        run("elders", path)
