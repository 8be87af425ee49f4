"""``assess`` about the past, and as a workbook."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from python_calamine import CalamineWorkbook

from gemeentedossier.dossier.register.actions.activities import create_activity, delete_activity
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.ledger.actions import settle
from gemeentedossier.foundation.ledger.queries import ledger_size
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.tenancy import municipality_scope
from gemeentedossier.foundation.trail import Actor


def output(*arguments: str) -> str:
    written = StringIO()
    call_command("assess", *arguments, stdout=written)
    return written.getvalue()


@pytest.fixture
def activity(everyone: Actor) -> Activity:
    made = Activity(id=new_id(), name="=Meldingen openbare ruimte")
    create_activity(made, by=everyone)
    settle()
    return made


def test_at_a_past_moment_it_tells_what_was_known_then(
    municipality: Municipality, activity: Activity, everyone: Actor
) -> None:
    then, before = clock.now().isoformat(), json.loads(output(municipality.slug, "--json"))
    delete_activity(activity.id, by=everyone, reason="dubbel")
    settle()
    at = json.loads(output(municipality.slug, "--json", "--at", then))
    assert (at["findings"], at["counts"]) == (before["findings"], before["counts"])
    assert json.loads(output(municipality.slug, "--json"))["counts"] != before["counts"]


def test_one_activity_at_a_past_moment(municipality: Municipality, activity: Activity, everyone: Actor) -> None:
    then = clock.now().isoformat()
    delete_activity(activity.id, by=everyone, reason="dubbel")
    settle()
    found = json.loads(output(municipality.slug, "--json", "--at", then, "--activity", str(activity.id)))
    assert {each["activity"] for each in found["findings"]} == {str(activity.id)}


@pytest.mark.parametrize("form", ["xlsx", "ods"])
def test_the_coverage_as_a_workbook(municipality: Municipality, activity: Activity, tmp_path: Path, form: str) -> None:
    file = tmp_path / f"dekking.{form}"
    assert output(municipality.slug, "--export", str(file), "--links", "https://duinveld.example/r") == f"{file}\n"
    book = CalamineWorkbook.from_path(file)
    assert book.sheet_names == [
        "Over dit bestand", "Per deel", "Per artikel", "Per rol", "Per verantwoordelijke", "Per regel",
        "Vraagt niets", "Bevindingen",
    ]  # fmt: skip
    rows = book.get_sheet_by_name("Bevindingen").to_python()
    counted = json.loads(output(municipality.slug, "--json"))["counts"]
    assert len(rows) - 1 == sum(counted.values())
    about = {(row[1], row[11]) for row in rows[1:]}
    assert about == {(activity.name, f"https://duinveld.example/r/{activity.id}/"), ("Duinveld", "")}


def test_the_sheet_per_part_counts_the_findings(municipality: Municipality, activity: Activity, tmp_path: Path) -> None:
    file = tmp_path / "dekking.xlsx"
    output(municipality.slug, "--export", str(file))
    book = CalamineWorkbook.from_path(file)
    rows = book.get_sheet_by_name("Bevindingen").to_python()[1:]
    head, *parts = book.get_sheet_by_name("Per deel").to_python()
    gaps = {row[0]: row[head.index("Niet vastgelegd")] for row in parts}
    names = ("A Verwerkingen", "B Beveiliging", "C Risico’s", "D Datalekken")
    assert gaps == {part: len([r for r in rows if (r[3], r[5]) == (part, "Niet vastgelegd")]) for part in names}


def test_the_workbook_says_of_which_entry_of_the_ledger_it_is(
    municipality: Municipality, activity: Activity, tmp_path: Path
) -> None:
    file = tmp_path / "dekking.xlsx"
    output(municipality.slug, "--export", str(file))
    about = dict(CalamineWorkbook.from_path(file).get_sheet_by_name("Over dit bestand").to_python()[1:])
    with municipality_scope(municipality.id):
        assert about["laatste regel in het grootboek"] == ledger_size()
    assert about["wet en methode"] == "editie 2026.11.1"


def test_another_kind_of_file_is_refused(municipality: Municipality, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"must end in \.xlsx or \.ods"):
        output(municipality.slug, "--export", str(tmp_path / "dekking.pdf"))


def test_a_file_that_cannot_be_written_is_refused_and_leaves_nothing(
    municipality: Municipality, tmp_path: Path
) -> None:
    (tmp_path / "bezet").write_text("hier staat al iets")
    with pytest.raises(CommandError):
        output(municipality.slug, "--export", str(tmp_path / "bezet" / "dekking.ods"))
    assert [path.name for path in tmp_path.iterdir()] == ["bezet"]


def test_an_export_is_of_the_whole(municipality: Municipality, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="Laat --activity weg"):
        output(municipality.slug, "--activity", str(new_id()), "--export", str(tmp_path / "dekking.ods"))
