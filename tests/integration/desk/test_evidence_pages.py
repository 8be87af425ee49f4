"""Evidence through the desk: what may come in, what is refused with a sentence, and how it goes out again."""

import io
import zipfile
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from gemeentedossier.dossier.assets.actions.measures import record_measure, show_measure
from gemeentedossier.dossier.assets.facts import Measure
from gemeentedossier.dossier.evidence.actions.evidence import add_file, add_link, withdraw_evidence
from gemeentedossier.dossier.evidence.actions.files import path_of
from gemeentedossier.dossier.evidence.engine import files
from gemeentedossier.dossier.evidence.models import Attestation, Evidence
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.ledger.actions import settle
from gemeentedossier.foundation.ledger.queries import ledger_size
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.tenancy import municipality_scope
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.models import RoleAssignment
from tests.integration.desk.people import signed_in, someone

LIST = "/duinveld/desk/evidence/"
PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF"
CRITERION = "privacy-policy-adopted"


@pytest.fixture(autouse=True)
def _home(settings: Any, tmp_path: Path) -> None:
    settings.HOME = tmp_path


@pytest.fixture
def officer(municipality: Municipality) -> Client:
    return signed_in(Role.PRIVACY_OFFICER)


@pytest.fixture
def shown(everyone: Actor) -> Evidence:
    return add_file(PDF, file_name="besluit.pdf", title="Besluit", valid_until=None, by=everyone)


def a_bomb() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * 10_000_000)
    return buffer.getvalue()


def upload(content: bytes, name: str) -> dict[str, object]:
    return {"file": SimpleUploadedFile(name, content, content_type="application/pdf")}


def said(answer: Any) -> str:
    return str(answer.content.decode())


REFUSED = [
    pytest.param(a_bomb(), "bom.docx", "wordt uitgepakt veel groter", id="bomb"),
    pytest.param(b"", "leeg.pdf", "leeg", id="empty"),
    pytest.param(b"#!/bin/sh\nrm -rf /\n", "besluit.pdf", "is niet wat de naam zegt", id="script-named-pdf"),
    pytest.param(b"<svg onload=alert(1)>", "beeld.png", "is niet wat de naam zegt", id="drawing-that-acts"),
    pytest.param(b"a" * 2_000, "groot.txt", "groter dan", id="too-large"),
    pytest.param(PDF, "besluit.pdf.exe", "geen soort bestand", id="program"),
]


@pytest.mark.parametrize(("content", "name", "sentence"), REFUSED)
def test_what_cannot_be_evidence_gets_a_sentence_beside_what_was_filled_in(
    officer: Client, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, content: bytes, name: str, sentence: str
) -> None:
    monkeypatch.setattr(files, "LARGEST", len(content) if name != "groot.txt" else 1_000)
    answer = officer.post(LIST, {**upload(content, name), "title": "Besluit van het college"})
    assert (answer.status_code, sentence in said(answer)) == (200, True)
    assert 'value="Besluit van het college"' in said(answer)
    assert (Evidence.objects.count(), [f for f in tmp_path.rglob("*") if f.is_file()]) == (0, [])


def test_a_link_that_is_refused_leaves_no_file_of_the_same_form(officer: Client, tmp_path: Path) -> None:
    sent = {**upload(PDF, "besluit.pdf"), "url": "https://duinveld.example/beleid", "seen": ""}
    assert "Schrijf op wat u daar zag" in said(officer.post(LIST, sent))
    assert (Evidence.objects.count(), [f for f in tmp_path.rglob("*") if f.is_file()]) == (0, [])


@pytest.mark.parametrize(("content", "name", "sentence"), REFUSED)
def test_an_answer_with_such_a_file_is_not_recorded_and_nothing_counts_as_met(
    officer: Client,
    municipality: Municipality,
    monkeypatch: pytest.MonkeyPatch,
    content: bytes,
    name: str,
    sentence: str,
) -> None:
    monkeypatch.setattr(files, "LARGEST", len(content) if name != "groot.txt" else 1_000)
    answer = officer.post(
        question(municipality), {**upload(content, name), "answer": "yes", "explanation": "Zie stuk."}
    )
    assert (answer.status_code, sentence in said(answer)) == (200, True)
    assert ("Zie stuk." in said(answer), Attestation.objects.count(), Evidence.objects.count()) == (True, 0, 0)


def question(municipality: Municipality) -> str:
    return f"/duinveld/desk/answers/organisation/{municipality.id}/{CRITERION}/"


def test_a_file_over_the_limit_is_not_read_into_memory(officer: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gemeentedossier.desk.views.evidence.LARGEST", 10)
    answer = officer.post(LIST, upload(PDF, "besluit.pdf"))
    assert (answer.status_code, "“besluit.pdf” is groter dan" in said(answer)) == (200, True)


def test_a_good_file_beside_a_link_without_a_note_leaves_nothing_half_written(officer: Client) -> None:
    answer = officer.post(LIST, {**upload(PDF, "besluit.pdf"), "url": "https://duinveld.example/besluit", "seen": ""})
    assert (answer.status_code, "Schrijf op wat u daar zag" in said(answer)) == (200, True)
    assert Evidence.objects.count() == 0


def test_neither_file_nor_link_is_asked_for_again(officer: Client) -> None:
    assert "Kies een bestand" in said(officer.post(LIST, {"title": "Besluit"}))


def test_a_day_that_is_past_is_refused_on_the_page(officer: Client) -> None:
    answer = officer.post(LIST, {**upload(PDF, "besluit.pdf"), "valid_until": "2020-01-01"})
    assert (answer.status_code, "niet meer geldig" in said(answer), Evidence.objects.count()) == (200, True, 0)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../../etc/passwd.txt", "passwd.txt"),
        ('"><script>alert(1)</script>.txt', None),
        ("a\r\nSet-Cookie: x=1.txt", None),
        ("‮fdp.txt", None),
        (f"{'é' * 400}.txt", None),
    ],
    ids=["path", "markup", "header", "turned", "long"],
)
def test_a_hostile_name_stays_a_name(
    officer: Client, everyone: Actor, tmp_path: Path, given: str, kept: str | None
) -> None:
    added = add_file(b"Gezien.", file_name=given, valid_until=None, by=everyone)
    page, answer = officer.get(LIST), officer.get(f"{LIST}{added.id}/file/")
    assert (page.status_code, "<script>alert" in said(page)) == (200, False)
    assert (answer.status_code, "Set-Cookie" in answer.headers) == (200, False)
    assert "\n" not in answer.headers["Content-Disposition"]
    assert [f.parent.parent.parent.name for f in tmp_path.rglob("*") if f.is_file()] == ["evidence"]
    assert kept is None or added.file_name == kept


def test_a_file_goes_out_as_a_file_and_never_as_a_page(officer: Client, shown: Evidence) -> None:
    answer = officer.get(f"{LIST}{shown.id}/file/")
    assert (answer.status_code, answer.content) == (200, PDF)
    assert answer.headers["Content-Type"] == "application/octet-stream"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="besluit.pdf"'
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert {part.strip() for part in answer.headers["Cache-Control"].split(",")} == {"private", "no-store"}
    policy = {part.strip() for part in answer.headers["Content-Security-Policy"].split(";")}
    assert {"default-src 'none'", "sandbox"} <= policy
    assert answer.headers["X-Frame-Options"] == "DENY"


def test_a_file_that_vanished_is_said_to_be_gone_and_its_answer_expires(
    officer: Client, municipality: Municipality, shown: Evidence
) -> None:
    officer.post(question(municipality), {"answer": "yes", "explanation": "Zie.", "evidence": [str(shown.id)]})
    assert "Voldaan" in said(officer.get(question(municipality)))
    path_of(shown.sha256).unlink()
    gone = officer.get(f"{LIST}{shown.id}/file/")
    assert (gone.status_code, "niet meer waar het stond" in said(gone)) == (410, True)
    page = said(officer.get(question(municipality)))
    assert ("Verlopen" in page, "Voldaan" in page) == (True, False)
    assert officer.get(LIST).status_code == 200


def test_a_file_that_was_changed_on_the_disk_is_not_handed_out(officer: Client, shown: Evidence) -> None:
    path_of(shown.sha256).write_bytes(b"Iets anders.")
    gone = officer.get(f"{LIST}{shown.id}/file/")
    assert (gone.status_code, b"Iets anders." in gone.content) == (410, False)


def test_evidence_of_another_municipality_is_not_there(
    officer: Client, other_municipality: Municipality, everyone: Actor
) -> None:
    with municipality_scope(other_municipality.id):
        theirs = signed_in(Role.PRIVACY_OFFICER)
        theirs.post("/heiloo-oost/desk/evidence/", upload(PDF, "geheim.pdf"))
        key = Evidence.objects.get().id
    addresses = [f"{LIST}{key}/", f"{LIST}{key}/file/", f"/heiloo-oost/desk/evidence/{key}/file/"]
    assert [officer.get(each).status_code for each in addresses] == [404, 404, 404]
    changes = [f"{LIST}{key}/prolong/", f"{LIST}{key}/withdraw/"]
    assert [officer.post(each, {"reason": "Omdat.", "valid_until": "2099-01-01"}).status_code for each in changes] == [
        404,
        404,
    ]


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.EXECUTIVE])
def test_who_only_reads_gets_no_form_and_changes_nothing(role: Role, shown: Evidence, everyone: Actor) -> None:
    reader = signed_in(role)
    assert "Dit bewijs vastleggen" not in said(reader.get(LIST))
    assert f"{LIST}{shown.id}/withdraw/" not in said(reader.get(f"{LIST}{shown.id}/"))
    posts = [reader.post(LIST, upload(PDF, "nieuw.pdf")), reader.post(f"{LIST}{shown.id}/withdraw/", {"reason": "Zo."})]
    assert [each.status_code for each in posts] == [403, 403]
    assert (Evidence.objects.count(), Evidence.objects.get().withdrawn_at) == (1, None)


@pytest.mark.parametrize("step", ["prolong", "withdraw"])
def test_a_change_without_a_reason_is_refused_on_the_page_itself(officer: Client, shown: Evidence, step: str) -> None:
    answer = officer.post(f"{LIST}{shown.id}/{step}/", {"valid_until": "2099-01-01", "reason": " "})
    assert (answer.status_code, "zodat een ander het kan nagaan" in said(answer)) == (200, True)
    kept = Evidence.objects.get()
    assert (kept.valid_until, kept.withdrawn_at) == (None, None)


def test_what_was_withdrawn_cannot_be_chosen_for_an_answer(
    officer: Client, municipality: Municipality, shown: Evidence, everyone: Actor
) -> None:
    withdraw_evidence(shown.id, reason="Vervangen.", by=everyone)
    answer = officer.post(question(municipality), {"answer": "yes", "explanation": "Zie.", "evidence": [str(shown.id)]})
    assert (answer.status_code, Attestation.objects.count()) == (200, 0)


def test_an_address_that_acts_is_text_on_the_page(officer: Client, everyone: Actor) -> None:
    link = add_link(
        'https://duinveld.example/"onmouseover="alert(1)', seen="<b>Beleid</b>", valid_until=None, by=everyone
    )
    page = said(officer.get(f"{LIST}{link.id}/"))
    assert ('"onmouseover="' in page, "<b>Beleid" in page) == (False, False)


def test_a_link_has_no_file(officer: Client, everyone: Actor) -> None:
    link = add_link("https://duinveld.example/", seen="Beleid.", valid_until=None, by=everyone)
    assert officer.get(f"{LIST}{link.id}/file/").status_code == 404


class TestThePast:
    """A desk that is turned to a past moment."""

    @pytest.fixture
    def historian(self, municipality: Municipality, shown: Evidence) -> Client:
        settle()
        browser = signed_in(*Role)
        settle()
        browser.post("/duinveld/desk/moment/", {"moment": clock.now().isoformat()})
        return browser

    def test_shows_the_evidence_of_then_and_takes_nothing(self, historian: Client, shown: Evidence) -> None:
        page = said(historian.get(LIST))
        assert ("Besluit" in page, 'enctype="multipart/form-data"' in page) == (True, False)
        before = ledger_size()
        historian.post(LIST, upload(PDF, "nieuw.pdf"))
        settle()
        assert (Evidence.objects.count(), ledger_size()) == (1, before)

    def test_hands_out_the_file_of_then(self, historian: Client, shown: Evidence) -> None:
        assert historian.get(f"{LIST}{shown.id}/file/").content == PDF

    def test_says_that_a_file_is_gone_and_writes_that_nowhere(self, historian: Client, shown: Evidence) -> None:
        path_of(shown.sha256).unlink()
        before = ledger_size()
        gone = historian.get(f"{LIST}{shown.id}/file/")
        settle()
        assert (gone.status_code, "niet meer waar het stond" in said(gone)) == (410, True)
        assert (ledger_size(), Evidence.objects.get().lost_at) == (before, None)

    def test_knows_nothing_of_what_came_later(self, historian: Client, everyone: Actor) -> None:
        later: UUID = add_file(b"Later.", file_name="later.txt", valid_until=None, by=everyone).id
        assert historian.get(f"{LIST}{later}/").status_code == 404


def test_evidence_of_who_left_says_so_and_leads_to_handing_it_over(officer: Client, everyone: Actor) -> None:
    left = someone(Role.CISO)
    piece = add_link("https://a.example", seen="Gezien.", owner_id=left.pk, valid_until=None, by=everyone)
    RoleAssignment.objects.filter(person=left).delete()
    page = said(officer.get(f"{LIST}{piece.pk}/"))
    assert "Bewijs van wie vertrokken is" in page
    assert f'href="{LIST}{piece.pk}/?open=hand-over"' in page
    assert '<details class="gd-fold" id="hand-over" open>' in said(officer.get(f"{LIST}{piece.pk}/?open=hand-over"))


def test_evidence_gets_an_owner_and_goes_to_another(officer: Client, municipality: Municipality) -> None:
    jet, els = someone(Role.PROCESS_OWNER), someone(Role.PROCESS_OWNER)
    officer.post(LIST, {**upload(PDF, "besluit.pdf"), "title": "Besluit", "owner_id": str(jet.pk)})
    piece = Evidence.objects.get()
    assert piece.owner_id == jet.pk
    officer.post(f"{LIST}{piece.pk}/hand-over/", {"owner_id": str(els.pk), "reason": "Jet vertrekt."})
    piece.refresh_from_db()
    assert piece.owner_id == els.pk


def test_evidence_of_somebody_without_a_role_shows_it(officer: Client, everyone: Actor) -> None:
    left = someone(Role.CISO)
    add_link("https://a.example", seen="Gezien.", owner_id=left.pk, valid_until=None, by=everyone)
    RoleAssignment.objects.filter(person=left).delete()
    assert "heeft hier geen rol" in said(officer.get(LIST))


def test_a_measure_that_rests_on_evidence_is_counted(officer: Client, shown: Evidence, everyone: Actor) -> None:
    measure = record_measure(Measure(new_id(), "Logging"), by=everyone)
    show_measure(measure.id, evidence_id=shown.pk, by=everyone)
    assert "1 maatregel" in said(officer.get(LIST))
    assert "Logging" in said(officer.get(f"{LIST}{shown.pk}/"))


def test_a_yes_without_evidence_says_so_and_is_looked_at_again(officer: Client, municipality: Municipality) -> None:
    about = f"/duinveld/desk/answers/organisation/{municipality.id}/{CRITERION}/"
    officer.post(about, {"answer": "yes", "explanation": "Vastgesteld."})
    kept = Attestation.objects.get()
    assert (kept.answer, kept.review_on is not None) == ("yes", True)
    assert "beantwoord door een mens, zonder bewijs" in said(officer.get(about))
