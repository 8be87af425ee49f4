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


SYSTEMS = "Applicatie;Leverancier;Status\nSuite;Zorgsoft BV;in gebruik\nZaakwijs;;slapend\n"


@pytest.fixture
def systems(tmp_path: Path) -> Path:
    path = tmp_path / "systemen.csv"
    path.write_text(SYSTEMS, encoding="utf-8")
    return path


def test_a_list_of_systems_is_taken_over_and_told(municipality: Municipality, systems: Path) -> None:
    *columns, remark, counted = run("duinveld", systems, what="systems").splitlines()
    *_headings, remark = (line for line in (*columns, remark) if "stond nog niet bij de partijen" not in line)
    assert remark == "regel 3, kolom “Status”: “slapend” is geen van de mogelijke antwoorden; het is niet overgenomen."
    assert counted.startswith("2 systemen nieuw, 0 al bekend, waarvan 0 aangevuld; ")


def test_a_column_of_a_list_is_put_right(municipality: Municipality, systems: Path) -> None:
    run("duinveld", systems, what="systems", map=["Status=description"])
    assert [each.description for each in dossier_of(municipality).systems] == ["in gebruik", "slapend"]


def test_a_list_is_taken_back_without_saying_what_it_was(municipality: Municipality, systems: Path) -> None:
    run("duinveld", systems, what="systems")
    assert "2 gegevens gingen weg" in run("duinveld", systems, undo="oude lijst")
    assert dossier_of(municipality).systems == ()


def test_a_list_of_systems_is_no_register(municipality: Municipality, systems: Path) -> None:
    with pytest.raises(CommandError, match="Dit lijkt een lijst van systemen"):
        run("duinveld", systems)


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"what": "sub-processors"}, "hoort bij een overeenkomst"),
        ({"what": "sub-processors", "agreement": "Nergens"}, "geen verwerkersovereenkomst die “Nergens” heet"),
        ({"what": "systems", "agreement": "Nergens"}, "Laat --agreement weg"),
    ],
)
def test_sub_processors_belong_to_an_agreement(
    municipality: Municipality, systems: Path, options: dict[str, str], sentence: str
) -> None:
    with pytest.raises(CommandError, match=sentence):
        run("duinveld", systems, **options)


CNIL = {
    "pia": {"name": "Toegang", "dpo_opinion": "Akkoord."},
    "answers": [{"reference_to": 111, "data": {"text": "Wij helpen gezinnen."}}],
}


@pytest.fixture
def assessed(municipality: Municipality, register: Path, tmp_path: Path) -> Path:
    run("duinveld", register)
    path = tmp_path / "dpia.json"
    path.write_text(json.dumps(CNIL), encoding="utf-8")
    return path


def about(municipality: Municipality) -> str:
    return dossier_of(municipality).activities[0].name


def test_a_saved_assessment_becomes_a_draft_and_each_loss_is_told(municipality: Municipality, assessed: Path) -> None:
    told = run("duinveld", assessed, what="assessment", activity=about(municipality)).splitlines()
    assert told == [
        "advies van de FG: het advies van de FG is niet overgenomen: alleen de FG zelf schrijft het",
        "punt 1: het bestand noemt geen feiten. Houd de tekst naast het register en sla het punt op",
        "“Toegang” is een concept: 1 punt, 0 risico’s, 2 opmerkingen.",
    ]


def test_a_program_reads_what_became_of_a_saved_assessment(municipality: Municipality, assessed: Path) -> None:
    report = json.loads(run("duinveld", assessed, what="assessment", activity=about(municipality), json=True))
    kept = dossier_of(municipality).impact_assessments[0]
    assert (report["new"], report["points"], report["id"]) == (True, 1, str(kept.id))
    assert [(each.place, each.settled_at) for each in kept.remarks] == [("dpo_opinion", None), ("", None)]


def test_the_same_assessment_is_taken_over_once(municipality: Municipality, assessed: Path) -> None:
    run("duinveld", assessed, what="assessment", activity=about(municipality))
    told = run("duinveld", assessed, what="assessment", activity=about(municipality))
    assert told.startswith("Dit bestand is eerder overgenomen; er is niets veranderd.")
    assert len(dossier_of(municipality).impact_assessments) == 1


@pytest.mark.parametrize("activity", [None, "nergens"])
def test_a_saved_assessment_asks_an_activity_that_is_there(
    municipality: Municipality, assessed: Path, activity: str | None
) -> None:
    with pytest.raises(CommandError, match=r"--activity|nergens"):
        run("duinveld", assessed, what="assessment", activity=activity)


def test_what_is_no_saved_assessment_gets_a_sentence(municipality: Municipality, register: Path) -> None:
    run("duinveld", register)
    with pytest.raises(CommandError, match="geen opgeslagen DPIA"):
        run("duinveld", register, what="assessment", activity=about(municipality))


def test_only_an_assessment_is_about_an_activity(municipality: Municipality, register: Path) -> None:
    with pytest.raises(CommandError, match="--activity"):
        run("duinveld", register, activity="Wmo")
