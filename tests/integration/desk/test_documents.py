"""The documents: to read with their sources, and to take along."""

import dataclasses
import datetime as dt
import io
import zipfile

import pytest
from django.test import Client

from gemeentedossier.dossier.register.actions.activities import edit_activity, insert_activities
from gemeentedossier.dossier.register.queries.activities import activity_facts
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.ledger.actions import settle
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.enums import Role
from tests.builders import an_activity
from tests.integration.desk.people import signed_in

DOCUMENTS = "/duinveld/desk/documents/"


@pytest.fixture
def auditor(municipality: Municipality) -> Client:
    insert_activities([an_activity(name="Beslissen op een aanvraag")])
    return signed_in(Role.AUDITOR)


def test_the_list_says_from_what_the_documents_are_made(auditor: Client) -> None:
    page = auditor.get(DOCUMENTS)
    told = {str(each.term): each.texts[0] for each in page.context["made_from"]}
    assert told["Stand van het dossier"] == "Nu"
    assert told["Wet en methode"].startswith("editie ")
    assert told["Verwerkingsactiviteiten"] == "1"


def test_every_link_of_the_list_opens(auditor: Client) -> None:
    for document in auditor.get(DOCUMENTS).context["documents"]:
        assert auditor.get(document.read.url).status_code == 200


def test_a_document_is_read_in_the_frame_with_its_sources(auditor: Client) -> None:
    page = auditor.get(f"{DOCUMENTS}register-extract/").content.decode()
    assert "Beslissen op een aanvraag" in page
    assert page.count("<h1") == 1
    assert "documents/provenance.js" in page


def test_the_language_of_a_document_can_be_chosen(auditor: Client) -> None:
    assert 'class="paper" lang="en"' in auditor.get(f"{DOCUMENTS}part-a/?language=en").content.decode()


@pytest.mark.parametrize(
    ("form", "media_type", "begins"),
    [
        ("pdf", "application/pdf", b"%PDF-"),
        ("odt", "application/vnd.oasis.opendocument.text", b"PK"),
        ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", b"PK"),
        ("html", "text/html; charset=utf-8", b"<!DOCTYPE html>"),
    ],
)
def test_a_document_is_taken_along_in_its_form(form: str, media_type: str, begins: bytes, auditor: Client) -> None:
    with clock.clock_at(dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)):
        answer = auditor.get(f"{DOCUMENTS}register-extract/{form}/")
    assert answer.headers["Content-Type"] == media_type
    name = f"duinveld-register-extract-nl-2026-11-23.{form}"
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{name}"'
    assert answer.content.startswith(begins)


def test_an_office_file_is_whole(auditor: Client) -> None:
    answer = auditor.get(f"{DOCUMENTS}part-a/odt/")
    assert zipfile.ZipFile(io.BytesIO(answer.content)).testzip() is None


@pytest.mark.parametrize("address", ["part-z/", "part-z/pdf/", "part-a/exe/"])
def test_what_does_not_exist_is_not_found(address: str, auditor: Client) -> None:
    assert auditor.get(DOCUMENTS + address).status_code == 404


def test_a_past_moment_gives_the_document_of_then(municipality: Municipality, everyone: Actor) -> None:
    made = an_activity(name="Oude naam")
    insert_activities([made])
    settle()
    then = clock.now()
    edit_activity(dataclasses.replace(activity_facts(made.id), name="Nieuwe naam"), by=everyone)
    settle()
    client = signed_in(Role.AUDITOR)
    client.post("/duinveld/desk/moment/", {"moment": then.isoformat()})
    page = client.get(f"{DOCUMENTS}register-extract/").content.decode()
    assert ("Oude naam" in page, "Nieuwe naam" in page) == (True, False)
