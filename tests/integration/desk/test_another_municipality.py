"""Identifiers of another municipality, put into every address and form: they name nothing here."""

from typing import Any
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from gemeentedossier.dossier.assets.models import Measure, System, Tool
from gemeentedossier.dossier.governance.models import PolicyClause, RiskAppetite
from gemeentedossier.dossier.parties.models import Party
from gemeentedossier.dossier.register.actions.activities import insert_activities
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.register.queries.activities import activity_facts
from gemeentedossier.dossier.security.models import SecurityRisk
from gemeentedossier.exchange.actions.imports import import_register
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.tenancy import municipality_scope
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.models import Controller, Person, Unit
from tests.builders import an_activity
from tests.integration.desk.people import browser_of, someone

REGISTER = b"Naam verwerking;Doel;Grondslag\nLeerplicht;toezicht;publieke taak\n"


@pytest.fixture
def officer(municipality: Municipality) -> Person:
    return someone(Role.PRIVACY_OFFICER)


@pytest.fixture
def browser(officer: Person) -> Client:
    return browser_of(officer)


@pytest.fixture
def mine(municipality: Municipality) -> Activity:
    made = an_activity()
    insert_activities([made])
    return made


@pytest.fixture
def theirs(other_municipality: Municipality) -> dict[str, UUID]:
    """One record of every kind that a form can choose, of the other municipality."""
    with municipality_scope(other_municipality.id):
        activity = an_activity()
        insert_activities([activity])
        officer = someone(Role.PRIVACY_OFFICER)
        by = Actor(name=officer.name, person_id=officer.pk, roles=frozenset({Role.PRIVACY_OFFICER}))
        return {
            "activity": activity.id,
            "person": officer.pk,
            "import": import_register(REGISTER, file_name="r.csv", by=by).record.pk,
            "unit": Unit.objects.create(name="Hunne").pk,
            "party": Party.objects.create(name="Hunne").pk,
            "system": System.objects.create(name="Hunne").pk,
            "measure": Measure.objects.create(name="Hunne").pk,
            "controller": Controller.objects.create(kind="college", name="Hunne").pk,
        }


def save(browser: Client, activity: Activity, section: str, **values: object) -> None:
    url = reverse("desk:activity-save", args=["duinveld", activity.id, section])
    kept = {"revision": str(activity_facts(activity.id).revision), "done": "1", "identity-name": activity.name}
    browser.post(url, {**kept, **{f"{section}-{field}": value for field, value in values.items()}})


def chosen(activity: Activity) -> dict[str, object]:
    """What the record names by identifier."""
    now = activity_facts(activity.id)
    return {"controller_ids": now.controller_ids, "system_ids": now.system_ids, "measure_ids": now.measure_ids}


@pytest.mark.parametrize(
    ("section", "field", "model"),
    [
        ("identity", "controller_ids", Controller),
        ("security", "system_ids", System),
        ("security", "measure_ids", Measure),
    ],
)
def test_what_is_chosen_by_identifier_must_be_ones_own(
    browser: Client, mine: Activity, theirs: dict[str, UUID], section: str, field: str, model: type[Any]
) -> None:
    own = model.objects.create(name="Onze").pk
    save(browser, mine, section, **{field: str(own)})
    assert chosen(mine)[field] == (own,)
    save(browser, mine, section, **{field: [str(own), str(theirs[model.__name__.lower()])]})
    assert chosen(mine)[field] == (own,)


RISK = {"threat": "Brand.", "aspect": "availability", "revision": "0"}
APPETITE = {"level": "low", "statement": "Weinig.", "decided_on": "2026-01-05"}


@pytest.mark.parametrize(
    ("name", "field", "kind", "given", "model"),
    [
        ("risk-new", "activity_id", "activity", RISK, SecurityRisk),
        ("risk-new", "system_id", "system", RISK, SecurityRisk),
        ("risk-new", "measure_ids", "measure", RISK, SecurityRisk),
        ("risk-new", "owner_id", "person", RISK, SecurityRisk),
        ("appetite-decide", "controller_id", "controller", APPETITE, RiskAppetite),
        ("clause-new", "measure_ids", "measure", {"title": "Inzage", "revision": "0"}, PolicyClause),
        ("clause-new", "owner_id", "person", {"title": "Inzage", "revision": "0"}, PolicyClause),
        ("tool-new", "system_id", "system", {"name": "Schrijfhulp", "revision": "0"}, Tool),
    ],
)
def test_what_a_record_of_part_b_names_must_be_ones_own(
    mine: Activity, theirs: dict[str, UUID], name: str, field: str, kind: str, given: dict[str, str], model: type[Any]
) -> None:
    browser = browser_of(someone(Role.PRIVACY_OFFICER, Role.EXECUTIVE))
    own = {"activity_id": str(mine.id), "controller_id": str(Controller.objects.create(kind="college", name="Ons").pk)}
    url = reverse(f"desk:{name}", args=["duinveld"])
    assert browser.post(url, {**own, **given, field: str(theirs[kind])}).status_code == 200
    assert model.objects.count() == 0
    assert browser.post(url, {**own, **given}).status_code == 302
    assert model.objects.count() == 1


def test_a_name_that_only_they_have_becomes_a_record_of_ones_own(
    browser: Client, mine: Activity, theirs: dict[str, UUID]
) -> None:
    save(browser, mine, "identity", unit_name="Hunne")
    assert activity_facts(mine.id).unit_id not in (None, theirs["unit"])


@pytest.mark.parametrize("name", ["activity", "activity-history", "activity-versions", "delete", "adopt", "publish"])
def test_their_records_are_not_here(browser: Client, theirs: dict[str, UUID], name: str) -> None:
    url = reverse(f"desk:{name}", args=["duinveld", theirs["activity"]])
    assert {browser.get(url).status_code, browser.post(url, {"reason": "x"}).status_code} <= {403, 404}


def test_their_import_has_no_report_here(browser: Client, theirs: dict[str, UUID]) -> None:
    assert browser.get(reverse("desk:import-report", args=["duinveld", theirs["import"]])).status_code == 404


def test_an_answer_about_their_record_is_not_taken(browser: Client, mine: Activity, theirs: dict[str, UUID]) -> None:
    about = ["duinveld", mine.id, "sector-power-per-flow", "activity", theirs["activity"]]
    assert browser.post(reverse("desk:attest", args=about), {"answer": "yes"}).status_code == 404


def test_their_permanent_address_is_not_one_of_ours(theirs: dict[str, UUID], municipality: Municipality) -> None:
    for below in ("", "versions/1", "versions/1.json"):
        assert Client().get(f"/duinveld/register/{theirs['activity']}/{below}").status_code == 404


def uploaded(browser: Client) -> str:
    file = SimpleUploadedFile("register.csv", REGISTER)
    return browser.post("/duinveld/desk/exchange/upload/", {"file": file}).headers["Location"]


def test_an_upload_is_for_who_brought_it(browser: Client, municipality: Municipality) -> None:
    mapping = uploaded(browser)
    assert browser.get(mapping).status_code == 200
    colleague = browser_of(someone(Role.PRIVACY_OFFICER))
    assert colleague.get(mapping).headers["Location"] == "/duinveld/desk/"


def test_an_upload_is_for_one_municipality(browser: Client, officer: Person, other_municipality: Municipality) -> None:
    mapping = uploaded(browser)
    with municipality_scope(other_municipality.id):
        account = officer.account
        person = Person.objects.create(name="Jet", account=account)
        person.role_assignments.create(role=Role.PRIVACY_OFFICER.value)
    answer = browser.get(mapping.replace("duinveld", other_municipality.slug))
    assert answer.headers["Location"] == f"/{other_municipality.slug}/desk/"
