"""The commands ``assess`` and ``catalogue``, as a terminal and a script see them."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from gemeentedossier.assessment.queries import assessment_of, assessment_of_activity
from gemeentedossier.dossier.register.actions.activities import create_activity
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.trail import Actor
from tests.unit.catalogue.packs import write_pack


def output(*arguments: str) -> str:
    written = StringIO()
    call_command(*arguments, stdout=written)
    return written.getvalue()


@pytest.fixture
def activity(everyone: Actor) -> Activity:
    made = Activity(id=new_id(), name="Meldingen openbare ruimte")
    create_activity(made, by=everyone)
    return made


def test_the_worst_stands_first_and_the_counts_last(municipality: Municipality, activity: Activity) -> None:
    lines = output("assess", municipality.slug).splitlines()
    assert lines[0].split("\t")[:2] == ["niet voldaan", "Meldingen openbare ruimte"]
    assert lines[-1].split("\t")[0] == "tegenstrijdig"


def test_a_program_reads_every_finding(municipality: Municipality, activity: Activity) -> None:
    found = json.loads(output("assess", municipality.slug, "--json"))
    assert len(found["findings"]) == sum(found["counts"].values())


def test_one_activity_can_be_asked_for(municipality: Municipality, activity: Activity) -> None:
    found = json.loads(output("assess", municipality.slug, "--activity", str(activity.id), "--json"))
    assert {each["activity"] for each in found["findings"]} == {str(activity.id)}


def test_one_activity_is_judged_alone_as_among_all(municipality: Municipality, activity: Activity) -> None:
    among = [each.answer for each in assessment_of(municipality).findings(activity_id=activity.id)]
    alone = [each.answer for each in assessment_of_activity(municipality, activity_id=activity.id).findings()]
    assert alone == among


def test_an_unknown_municipality_is_refused_with_a_sentence(db: None) -> None:
    with pytest.raises(CommandError, match="nergenshuizen"):
        call_command("assess", "nergenshuizen")


def test_an_unknown_activity_is_refused_with_a_sentence(municipality: Municipality) -> None:
    with pytest.raises(CommandError, match="Controleer het kenmerk"):
        call_command("assess", municipality.slug, "--activity", str(new_id()))


@pytest.mark.parametrize(
    ("language", "sentence"), [("nl", "De catalogus klopt.\n"), ("en", "The catalogue is sound.\n")]
)
def test_the_shipped_catalogue_is_sound(language: str, sentence: str) -> None:
    assert output("catalogue", "check", "--language", language) == sentence


def test_a_fault_in_a_pack_has_its_file_and_line_and_the_exit_code_one(tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "own", pack_id="own", rules="- id: half-a-rule\n")
    written = StringIO()
    with pytest.raises(SystemExit) as ended:
        call_command("catalogue", "check", str(folder), stdout=written)
    first = written.getvalue().splitlines()[0]
    assert ended.value.code == 1
    assert first.endswith("rules.yaml:1: “examples” ontbreekt. Voeg het toe.")


def difference(*options: str) -> str:
    return output("catalogue", "diff", "2026.11.0", "2026.11.1", *options)


def test_a_difference_names_every_record_that_it_touches(municipality: Municipality, activity: Activity) -> None:
    found = json.loads(difference("--municipality", municipality.slug, "--json"))["changes"]
    told = {each["id"]: each for each in found}
    basis, rule = told["wmo-5.1.1-1"], told["assessment-before-start"]
    assert (basis["change"], basis["entry"], basis["name"]) == ("changed", "basis", "art. 5.1.1 lid 1 Wmo 2015")
    assert (basis["named"], basis["turned"]) == ([], [])
    assert rule["turned"] == [
        {
            "rule": "assessment-before-start",
            "subject": "activity",
            "id": str(activity.id),
            "activity": str(activity.id),
            "name": "Meldingen openbare ruimte",
            "old": None,
            "new": "undecided",
        }
    ]


def test_a_difference_is_told_in_the_language_asked(municipality: Municipality, activity: Activity) -> None:
    dutch = difference("--municipality", municipality.slug).splitlines()
    english = difference("--municipality", municipality.slug, "--language", "en").splitlines()
    at = dutch.index("nieuw: regel assessment-before-start — DPIA voor de start")
    assert dutch[at + 1 : at + 3] == [
        "    oordeel verandert:",
        "        geen oordeel → nog te bepalen: Meldingen openbare ruimte",
    ]
    assert english[at : at + 3] == [
        "new: rule assessment-before-start — Assessment before the start",
        "    judged otherwise:",
        "        no outcome → cannot be told yet: Meldingen openbare ruimte",
    ]


def test_a_difference_without_a_municipality_names_no_record() -> None:
    assert "oordeel verandert" not in difference()
    assert "beside" not in json.loads(difference("--json"))


def test_a_difference_with_a_version_that_never_was_is_refused_with_those_that_are() -> None:
    with pytest.raises(CommandError, match=r"Er is geen versie “2020\.1\.0”\. Er zijn: 2026\.11\.0, 2026\.11\.1"):
        output("catalogue", "diff", "2020.1.0", "2026.11.1")
