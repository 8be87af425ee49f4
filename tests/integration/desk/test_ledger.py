"""Verantwoording: the ledger, its signatures and its proofs."""

import pytest
from django.db import connection
from django.test import Client

from gemeentedossier.dossier.register.actions.activities import insert_activities
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.engine.checkpoint import open_checkpoint
from gemeentedossier.foundation.ledger.actions import make_checkpoint, settle
from gemeentedossier.foundation.ledger.keys import verifier_key
from gemeentedossier.foundation.ledger.queries import ledger_size
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.models.ledger import LedgerCheckpoint
from gemeentedossier.foundation.tenancy import as_owner
from gemeentedossier.organisation.enums import Role
from tests.builders import an_activity
from tests.integration.desk.people import signed_in

LEDGER = "/duinveld/desk/ledger/"
FORGED = f"vals\n1\n{'A' * 43}=\n\n— vals AAAA\n"


@pytest.fixture
def auditor(municipality: Municipality) -> Client:
    client = signed_in(Role.AUDITOR)
    insert_activities([an_activity()])
    settle()
    return client


def test_the_page_says_how_far_the_ledger_has_come(auditor: Client) -> None:
    told = {str(each.term): each.texts for each in auditor.get(LEDGER).context["size"]}
    assert told == {"Regels in het grootboek": (str(ledger_size()),), "Gedekt door een handtekening": ()}


def test_an_intact_ledger_is_said_to_be_so(auditor: Client) -> None:
    alert = auditor.post(f"{LEDGER}verify/").context["verified"]
    assert str(alert.title) == f"Ongeschonden: alle {ledger_size()} regels zijn nagerekend"


def test_a_changed_entry_is_named_by_its_number(auditor: Client) -> None:
    with as_owner(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute("UPDATE foundation_ledgerentry SET content = content || ' ' WHERE number = 2")
        cursor.execute("SET LOCAL session_replication_role = origin")
    alert = auditor.post(f"{LEDGER}verify/").context["verified"]
    assert (str(alert.title), alert.tone) == ("Het grootboek is geschonden bij regel 2", "alarm")


def test_verifying_is_only_done_when_asked(auditor: Client) -> None:
    assert auditor.get(f"{LEDGER}verify/").headers["Location"] == LEDGER


def test_there_is_no_checkpoint_before_one_was_signed(auditor: Client) -> None:
    assert auditor.get(f"{LEDGER}checkpoint/").status_code == 404


def test_a_checkpoint_is_signed_when_asked_and_can_be_taken_along(auditor: Client, municipality: Municipality) -> None:
    auditor.post(f"{LEDGER}sign/")
    taken = auditor.get(f"{LEDGER}checkpoint/")
    assert open_checkpoint(taken.content.decode(), key=verifier_key(municipality.id)).size == ledger_size()
    name = f"duinveld-checkpoint-{ledger_size()}.txt"
    assert taken.headers["Content-Disposition"] == f'attachment; filename="{name}"'


def test_who_writes_records_reads_who_signs(auditor: Client, municipality: Municipality) -> None:
    officer = signed_in(Role.PRIVACY_OFFICER)
    assert "Ondertekenen doet de FG of een auditor" in officer.get(LEDGER).content.decode()
    assert officer.post(f"{LEDGER}sign/").status_code == 403
    assert officer.post(f"{LEDGER}checkpoint/").status_code == 404


def test_a_checkpoint_that_was_not_signed_here_is_not_shown_as_one(auditor: Client, municipality: Municipality) -> None:
    LedgerCheckpoint.objects.create(
        municipality=municipality, size=1, note=FORGED, peaks=b"x" * 32, made_at=clock.now()
    )
    page = auditor.get(LEDGER)
    assert (page.context["latest"], page.context["forged"].tone) == (None, "alarm")
    assert auditor.get(f"{LEDGER}checkpoint/").status_code == 302
    auditor.post(f"{LEDGER}sign/")
    assert LedgerCheckpoint.objects.get().note == FORGED


def test_an_entry_is_proved_and_the_proof_can_be_taken_along(auditor: Client) -> None:
    assert "Regel 2 staat in het grootboek" in auditor.get(f"{LEDGER}proof/?number=2").content.decode()
    taken = auditor.get(f"{LEDGER}proof/?number=2&as=file").content.decode()
    assert taken.startswith(f"entry 2\nsize {ledger_size()}\nleaf ")


@pytest.mark.parametrize("number", ["", "0", "-1", "twee", "²", "9" * 40])
def test_a_number_outside_the_ledger_is_answered_with_a_sentence(number: str, auditor: Client) -> None:
    page = auditor.get(f"{LEDGER}proof/", {"number": number}).content.decode()
    assert f"Geef een heel getal van 1 tot en met {ledger_size()}" in page


def test_the_newest_signature_is_shown_with_its_key(auditor: Client, municipality: Municipality) -> None:
    checkpoint = make_checkpoint(municipality)
    page = auditor.get(LEDGER)
    assert page.context["latest"].note == checkpoint.note
    assert page.context["checkpoint"][1].texts == (str(verifier_key(municipality.id)),)
