"""The text of an agreement in the desk: read, taken along, kept, and named as what was signed."""

import datetime as dt
from uuid import UUID

import pytest
from django.test import Client

from gemeentedossier.dossier.agreements.actions.agreements import record_agreement, record_point
from gemeentedossier.dossier.agreements.actions.terms import sign_agreement
from gemeentedossier.dossier.agreements.engine.points import points_of
from gemeentedossier.dossier.agreements.enums import AgreementKind, Point
from gemeentedossier.dossier.agreements.facts import Agreement
from gemeentedossier.dossier.agreements.queries import agreement_facts
from gemeentedossier.dossier.evidence.models import Evidence
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.tenancy import municipality_scope
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.enums import Role
from tests.integration.desk.people import signed_in

LIST = "/duinveld/desk/agreements/"


@pytest.fixture
def officer(municipality: Municipality) -> Client:
    return signed_in(Role.PRIVACY_OFFICER)


def recorded(by: Actor, kind: AgreementKind | None = AgreementKind.PROCESSOR, name: str = "Hosting") -> UUID:
    return record_agreement(Agreement(id=new_id(), name=name, kind=kind), party_names=["Cloud BV"], by=by).id


def test_the_page_leads_to_the_text_and_the_text_tells_what_is_open(officer: Client, everyone: Actor) -> None:
    key = recorded(everyone)
    record_point(key, Point.SECRECY, agreed=True, text="op papier", by=everyone)
    page = officer.get(f"{LIST}{key}/text/").content.decode()
    sentences = page.split('id="sources"')[0]

    assert f'href="{LIST}{key}/text/"' in officer.get(f"{LIST}{key}/").content.decode()
    assert "“op papier”" in page
    assert sentences.count("Of dit is afgesproken, is niet vastgelegd.") == len(points_of(AgreementKind.PROCESSOR)) - 1


@pytest.mark.parametrize("kind", [None, AgreementKind.TRANSFER_INSTRUMENT])
def test_a_kind_without_text_leads_nowhere(officer: Client, everyone: Actor, kind: AgreementKind | None) -> None:
    key = recorded(everyone, kind)

    assert officer.get(f"{LIST}{key}/text/").status_code == 404
    assert "/text/" not in officer.get(f"{LIST}{key}/").content.decode()


@pytest.mark.parametrize(
    ("form", "begins"), [("pdf", b"%PDF-"), ("docx", b"PK"), ("odt", b"PK"), ("html", b"<!doctype html>")]
)
def test_the_text_comes_in_each_form(officer: Client, everyone: Actor, form: str, begins: bytes) -> None:
    answer = officer.get(f"{LIST}{recorded(everyone)}/text/{form}/?language=en")

    assert answer.content[:15].lower().startswith(begins.lower())
    assert "hosting-en-" in answer["Content-Disposition"]


def test_hostile_names_stay_text(officer: Client, everyone: Actor) -> None:
    page = officer.get(f"{LIST}{recorded(everyone, name='<script>alert(1)</script>')}/text/").content.decode()

    assert "<script>alert(1)" not in page


def test_the_text_is_kept_as_evidence_and_named_as_what_was_signed(officer: Client, everyone: Actor) -> None:
    key = recorded(everyone)
    officer.post(f"{LIST}{key}/text/keep/")
    kept = Evidence.objects.get(title="Hosting")
    page = officer.get(f"{LIST}{key}/").content.decode()
    officer.post(
        f"{LIST}{key}/sign/",
        {"signed_on": "2026-11-20", "signed_by": "Wethouder; directeur", "signed_text_evidence_id": str(kept.id)},
    )

    assert f'<option value="{kept.id}">Hosting (' in page
    assert agreement_facts(key).signed_text_evidence_id == kept.id
    assert f"/duinveld/desk/evidence/{kept.id}/" in officer.get(f"{LIST}{key}/").content.decode()


def test_evidence_of_another_municipality_is_no_signed_text(
    everyone: Actor, other_municipality: Municipality, municipality: Municipality
) -> None:
    key = recorded(everyone)
    with pytest.raises(Refused):
        sign_agreement(
            key, signed_on=dt.date(2026, 1, 1), signed_by="A; B", signed_text_evidence_id=new_id(), by=everyone
        )

    with municipality_scope(other_municipality.id):
        stranger = signed_in(*Role)
    assert stranger.get(f"{LIST}{key}/text/").status_code == 404
