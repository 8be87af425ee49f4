"""`gemeentedossier documents`: files from the tables, or one sentence and nothing."""

import json
from io import StringIO
from pathlib import Path
from uuid import UUID

import pytest
from django.core.management import CommandError, call_command

from gemeentedossier.dossier.agreements.actions.rows import insert_agreements, insert_leaflets
from gemeentedossier.dossier.agreements.enums import AgreementKind
from gemeentedossier.dossier.agreements.facts import Agreement, Leaflet
from gemeentedossier.dossier.breaches.actions.whole import insert_breaches
from gemeentedossier.dossier.breaches.facts import PersonalDataBreach
from gemeentedossier.dossier.parties.models import Party
from gemeentedossier.dossier.register.actions.activities import insert_activities
from gemeentedossier.dossier.register.facts import Purpose
from gemeentedossier.dossier.risks.actions.whole import insert_risks
from gemeentedossier.dossier.risks.facts import ImpactAssessment
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.identifiers import new_id
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

    kinds = ("accountability", "part-a", "part-b", "part-c", "part-d", "register-extract")
    forms = ("docx", "html")
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
        (("--about", "all"), "Voeg --paper toe"),
        (("--paper", "leaflet", "--about", "Nazorg"), "“Nazorg” is niet de sleutel van een record"),
        (("--paper", "leaflet", "--about", str(UUID(int=1))), "geen stuk van deze soort"),
        (("--paper", "leaflet", "--document", "part-a"), "not allowed with"),
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


@pytest.fixture
def recorded(municipality: Municipality) -> dict[str, UUID]:
    """One record for each kind of paper, and an instrument for transfer, which has none."""
    party = Party.objects.create(municipality=municipality, name="Cloud BV")
    keys = {
        kind: new_id() for kind in ("agreement", "covenant", "leaflet", "security-sheet", "impact-assessment", "breach")
    }
    purpose = Purpose(keys["security-sheet"], 1, "Hulp geven.")
    insert_agreements(
        [
            Agreement(keys["agreement"], "Hosting", AgreementKind.PROCESSOR),
            Agreement(keys["covenant"], "Samen in de wijk", AgreementKind.COVENANT),
            Agreement(new_id(), "Modelbepalingen", AgreementKind.TRANSFER_INSTRUMENT),
        ]
    )
    insert_leaflets([Leaflet(keys["leaflet"], party.pk, product="Nazorg")])
    activity = an_activity(name="Beslissen", purposes=(purpose,), data_uses=())
    insert_activities([activity])
    assessed = ImpactAssessment(keys["impact-assessment"], "DPIA Beslissen", activity_ids=(activity.id,))
    insert_risks(prescans=(), assessments=(assessed,))
    insert_breaches(
        [PersonalDataBreach(id=keys["breach"], number="2026-1", title="Brief kwijt", reported_at=clock.now())]
    )
    settle()
    return keys | {kind: keys["breach"] for kind in PAPERS if kind.startswith("breach-")}


PAPERS = {
    "agreement": "duinveld-agreement-hosting-nl.html",
    "covenant": "duinveld-covenant-samen-in-de-wijk-nl.html",
    "leaflet": "duinveld-leaflet-nazorg-cloud-bv-nl.html",
    "security-sheet": "duinveld-security-sheet-beslissen-hulp-geven-nl.html",
    "impact-assessment": "duinveld-impact-assessment-dpia-beslissen-nl.html",
    "breach-first": "duinveld-breach-first-2026-1-brief-kwijt-nl.html",
    "breach-follow-up": "duinveld-breach-follow-up-2026-1-brief-kwijt-nl.html",
    "breach-withdrawal": "duinveld-breach-withdrawal-2026-1-brief-kwijt-nl.html",
    "breach-letter": "duinveld-breach-letter-2026-1-brief-kwijt-nl.html",
    "breach-entry": "duinveld-breach-entry-2026-1-brief-kwijt-nl.html",
    "breach-report": "duinveld-breach-report-2026-1-brief-kwijt-nl.html",
}


def test_every_paper_is_written_named_after_its_record(recorded: dict[str, UUID], tmp_path: Path) -> None:
    told = run("duinveld", "--out", str(tmp_path), "--format", "html", "--paper", "all", "--json")
    written = [Path(each["path"]).name for each in json.loads(told)["documents"]]
    assert sorted(written) == names(tmp_path) == sorted(PAPERS.values())


@pytest.mark.parametrize("kind", PAPERS)
def test_a_kind_of_paper_is_written_about_one_record_or_all(
    recorded: dict[str, UUID], tmp_path: Path, kind: str
) -> None:
    for about in ("all", str(recorded[kind])):
        told = run("duinveld", "--out", str(tmp_path), "--format", "html", "--paper", kind, "--about", about)
        assert told == f"{tmp_path}/{PAPERS[kind]}\n"


def test_papers_of_records_that_are_called_the_same_lose_none(municipality: Municipality, tmp_path: Path) -> None:
    insert_agreements([Agreement(new_id(), "Hosting", AgreementKind.PROCESSOR) for _number in range(2)])
    run("duinveld", "--out", str(tmp_path), "--format", "html", "--paper", "agreement")
    assert len(names(tmp_path)) == 2


def test_where_there_is_nothing_to_write_about_that_is_said(municipality: Municipality, tmp_path: Path) -> None:
    told = run("duinveld", "--out", str(tmp_path), "--paper", "leaflet")
    assert (told, names(tmp_path)) == ("In het dossier staat niets waarover zo’n stuk kan gaan.\n", [])


def test_papers_that_would_be_the_same_are_left(recorded: dict[str, UUID], tmp_path: Path) -> None:
    call = ("duinveld", "--out", str(tmp_path), "--format", "html", "--paper", "all", "--if-changed")
    assert run(*call).count("\n") == 11
    assert run(*call).strip() == f"De documenten in {tmp_path} zijn nog die van het dossier zoals het is."
