"""Importing through the desk: upload, what the columns hold, report."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from gemeentedossier.dossier.assets.models import System
from gemeentedossier.dossier.register.models import Activity
from gemeentedossier.exchange.actions.imports import import_register
from gemeentedossier.exchange.models import Import
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.models import Account, Person, RoleAssignment
from tests.integration.exchange.test_imports import REGISTER

DESK = "/duinveld/desk/exchange/"


def signed_in(role: Role) -> Client:
    account = Account.objects.create_account(email=f"{role}@duinveld.example", password=None)
    person = Person.objects.create(name=role.value, account=account)
    RoleAssignment.objects.create(person=person, role=role.value)
    client = Client()
    client.force_login(account)
    return client


@pytest.fixture
def privacy_officer(municipality: Municipality) -> Client:
    return signed_in(Role.PRIVACY_OFFICER)


def uploaded(client: Client, content: bytes, name: str = "register.csv") -> str:
    response = client.post(f"{DESK}upload/", {"file": SimpleUploadedFile(name, content)}, HTTP_REFERER=DESK)
    return str(response.headers["Location"])


def test_a_file_is_shown_before_anything_is_taken_over(privacy_officer: Client) -> None:
    page = privacy_officer.get(uploaded(privacy_officer, REGISTER.encode())).content.decode()
    assert "Persoonsgegevens" in page
    assert Activity.objects.count() == 0


def test_a_corrected_column_goes_where_the_person_says(privacy_officer: Client) -> None:
    address = uploaded(privacy_officer, REGISTER.encode())
    fields = ["name", "remarks", "legal_basis", "subject_categories", "data_categories", "retention", "processors"]
    answers = {f"0-{column}": field for column, field in enumerate(fields)}
    privacy_officer.post(address, answers)
    assert Activity.objects.get(name="Leerlingenvervoer").remarks == "Doel: Vervoer regelen"


def test_the_report_names_what_was_not_taken_over(privacy_officer: Client) -> None:
    address = uploaded(privacy_officer, REGISTER.encode())
    answers = {
        f"0-{column}": field
        for column, field in enumerate(
            ["name", "purposes", "legal_basis", "subject_categories", "data_categories", "retention", "processors"]
        )
    }
    report = privacy_officer.post(address, answers, follow=True).content.decode()
    assert "regel 3, kolom “Bewaartermijn”" in report
    assert "zie wet" in report


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7 x", b"PK\x03\x04", b"a;b\n1;2\n"])
def test_what_holds_no_register_gets_a_sentence_and_leaves_nothing(privacy_officer: Client, content: bytes) -> None:
    assert uploaded(privacy_officer, content) == f"{DESK}?what=register#import"
    assert Import.objects.count() == 0


def test_another_persons_upload_cannot_be_read(privacy_officer: Client) -> None:
    address = uploaded(privacy_officer, REGISTER.encode())
    stranger = signed_in(Role.PROCESS_OWNER)
    RoleAssignment.objects.filter(person__name="process_owner").update(role=Role.PRIVACY_OFFICER.value)
    assert stranger.get(address).status_code == 302


def test_who_may_not_import_gets_403(municipality: Municipality) -> None:
    response = signed_in(Role.AUDITOR).post(f"{DESK}upload/", {"file": SimpleUploadedFile("r.csv", b"x")})
    assert response.status_code == 403


def test_the_dossier_is_downloaded_as_json(privacy_officer: Client) -> None:
    response = privacy_officer.get(f"{DESK}dossier.json")
    assert json.loads(response.content)["dossier"]["organisation"]["slug"] == "duinveld"


def test_sending_without_a_file_is_answered(privacy_officer: Client) -> None:
    answer = privacy_officer.post(f"{DESK}upload/", HTTP_REFERER=DESK, follow=True)
    assert "Er is geen bestand gekozen" in answer.content.decode()


def test_a_past_moment_shows_no_import_of_later(privacy_officer: Client, everyone: Actor) -> None:
    import_register(REGISTER.encode(), file_name="later.csv", by=everyone)
    assert "later.csv" in privacy_officer.get(DESK).content.decode()
    privacy_officer.post("/duinveld/desk/moment/", {"moment": "2026-01-31T14:30:00+01:00"})
    assert "later.csv" not in privacy_officer.get(DESK).content.decode()


SYSTEMS = b"Applicatie;Leverancier;Serienummer\nSuite;Zorgsoft BV;SN-1\n"


def sent(client: Client, what: str, **more: str) -> str:
    file = SimpleUploadedFile("lijst.csv", SYSTEMS)
    response = client.post(f"{DESK}upload/", {"file": file, "what": what, **more}, HTTP_REFERER=DESK)
    return str(response.headers["Location"])


def test_a_list_of_systems_is_shown_and_taken_over(privacy_officer: Client) -> None:
    address = sent(privacy_officer, "systems")
    assert "Deze systemen overnemen" in privacy_officer.get(address).content.decode()
    answers = {"0-0": "system.name", "0-1": "system.supplier", "0-2": "system.ignore"}
    report = privacy_officer.post(address, answers, follow=True).content.decode()
    assert ("Overgenomen: 1 systeem" in report, "SN-1" in report, "De systemen openen" in report) == (True,) * 3
    assert System.objects.get().supplier.name == "Zorgsoft BV"


def test_a_ciso_is_offered_the_lists_and_not_the_register(municipality: Municipality) -> None:
    ciso = signed_in(Role.CISO)
    shown = ciso.get(DESK).context
    offered = [value for value, _label in shown["form"].fields["what"].choices]
    assert (offered, shown["export_url"]) == (["systems", "parties", "sub-processors"], "")
    refused = ciso.post(f"{DESK}upload/", {"file": SimpleUploadedFile("r.csv", b"x"), "what": "register"}, follow=True)
    assert "Uw rol mag dit soort lijst niet importeren." in refused.content.decode()


def test_the_column_of_names_cannot_be_left_out(privacy_officer: Client) -> None:
    address = sent(privacy_officer, "systems")
    answers = {"0-0": "system.ignore", "0-1": "system.supplier", "0-2": "system.ignore"}
    shown = privacy_officer.post(address, answers).context["form"]
    told = "Kies in welke kolom “Naam van het systeem” staat: een regel zonder is geen registratie en wordt niet "
    assert (shown.errors, System.objects.count()) == ({"0-0": [f"{told}overgenomen."]}, 0)


def test_the_own_export_again_says_that_all_was_there(privacy_officer: Client) -> None:
    sent_file = SimpleUploadedFile("systemen.csv", b"Applicatie\nSuite\n")
    System.objects.create(name="Suite")
    address = privacy_officer.post(f"{DESK}upload/", {"file": sent_file, "what": "systems"}).headers["Location"]
    shown = privacy_officer.post(address, {"0-0": "system.name"}, follow=True).context
    assert (shown["title"], shown["lead"]) == (
        "Er is niets nieuws overgenomen",
        "Uit “systemen.csv”: elke waarde daarin is vastgelegd zoals zij er staat. "
        "Al bekend: 1 systeem, waarvan 0 aangevuld waar iets open stond.",
    )


@pytest.mark.parametrize(
    ("what", "sentence"),
    [("parties", "Dit lijkt een lijst van systemen"), ("sub-processors", "Kies de overeenkomst waarbij deze lijst")],
)
def test_a_list_that_cannot_be_taken_over_is_told(privacy_officer: Client, what: str, sentence: str) -> None:
    back = sent(privacy_officer, what)
    seen = privacy_officer.get(back).content.decode()
    assert (sentence in seen, f'value="{what}" selected' in seen or f'value="{what}" checked' in seen) == (True, True)


@pytest.mark.parametrize("what", ["systems", "parties"])
@pytest.mark.parametrize("form", ["csv", "xlsx", "ods"])
def test_a_list_is_downloaded(privacy_officer: Client, what: str, form: str) -> None:
    response = privacy_officer.get(f"{DESK}{what}/{form}/")
    assert response.headers["Content-Disposition"].endswith(f'.{form}"')


def test_a_list_in_another_form_is_not_there(privacy_officer: Client) -> None:
    assert privacy_officer.get(f"{DESK}systems/pdf/").status_code == 404
