"""Each record on which a sentence of a document rests leads to its page on the desk, where it can be mended."""

import re

import pytest
from django.test import Client

from gemeentedossier.documents.enums import DocumentKind
from gemeentedossier.dossier.agreements.actions.agreements import record_agreement
from gemeentedossier.dossier.agreements.enums import AgreementKind
from gemeentedossier.dossier.agreements.facts import Agreement
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.enums import Role
from tests.integration.desk.people import signed_in
from tests.integration.desk.weighing import laid_down

DESK = "/duinveld/desk/"


@pytest.fixture
def auditor(municipality: Municipality) -> Client:
    return signed_in(Role.AUDITOR)


def records_in(page: str) -> tuple[set[str], list[str]]:
    """Where the records among the sources lead, and the names of those that lead nowhere."""
    kind = r'paper-source-kind">Dossier</span> <span class="paper-source-name">'
    return set(re.findall(f'{kind}<a href="([^"]+)"', page)), re.findall(f"{kind}([^<]+)<", page)


@pytest.mark.parametrize("kind", list(DocumentKind))
def test_each_record_of_a_document_leads_to_its_page(kind: DocumentKind, auditor: Client, everyone: Actor) -> None:
    laid_down(everyone)
    urls, nowhere = records_in(auditor.get(f"{DESK}documents/{kind.value}/").content.decode())
    assert ({auditor.get(url).status_code for url in urls}, nowhere) == ({200}, [])


def test_what_was_agreed_leads_to_the_section_where_it_is_written(auditor: Client, everyone: Actor) -> None:
    made = Agreement(new_id(), "Hosting", AgreementKind.PROCESSOR, breach_report_hours=24)
    key = record_agreement(made, party_names=["Cloud BV"], by=everyone).id
    urls, nowhere = records_in(auditor.get(f"{DESK}agreements/{key}/text/").content.decode())
    page = f"{DESK}agreements/{key}/"
    assert (nowhere, {url.partition("#")[0] for url in urls}) == ([], {page, f"{DESK}organisation/"})
    assert {url.partition("#")[2] for url in urls} <= {"", "what", "term", "cover", "work", "places", "points"}
