"""The test of what a party is, in the desk."""

import pytest
from django.test import Client

from gemeentedossier.dossier.agreements.enums import FoundRole
from gemeentedossier.dossier.parties.models import Party
from gemeentedossier.dossier.register.actions.activities import create_activity
from gemeentedossier.dossier.register.enums import PartyRole
from gemeentedossier.dossier.register.facts import PartyRelation
from gemeentedossier.dossier.register.queries.activities import activity_facts
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.enums import Role
from tests.builders import an_activity
from tests.integration.desk.people import signed_in
from tests.integration.dossier.agreed import all_role_tests

ROLES = "/duinveld/desk/roles/"


@pytest.fixture
def officer(municipality: object) -> Client:
    return signed_in(Role.PRIVACY_OFFICER)


def taken(client: Client, **answers: str) -> str:
    answer = client.post(f"{ROLES}new/", {"party_name": "Zorggroep", **answers})
    assert answer.status_code == 302
    return str(answer.headers["Location"])


def test_a_contracted_care_provider_comes_out_as_independent_controller(officer: Client) -> None:
    page = officer.get(taken(officer, is_care_provider="yes", on_instruction_only="yes")).content.decode()
    assert "Zelfstandig verantwoordelijke" in page
    assert "gegevensleveringsovereenkomst" in page
    assert "art. 5.1.2 lid 3 Wmo 2015" in page


def test_what_was_not_asked_leaves_it_open(officer: Client) -> None:
    page = officer.get(taken(officer, decides_purpose="no")).content.decode()
    assert "De antwoorden laten het open." in page
    assert "Deze vragen geven uitsluitsel:" in page


def test_who_decides_otherwise_is_asked_why(officer: Client) -> None:
    test = taken(officer, is_care_provider="yes")
    assert (
        "Uit de antwoorden volgt iets anders." in officer.post(f"{test}decide/", {"role": "processor"}).content.decode()
    )
    officer.post(f"{test}decide/", {"role": "processor", "reason": "Doet alleen de administratie."})
    assert [(each.decided, each.reason) for each in all_role_tests()] == [
        (FoundRole.PROCESSOR, "Doet alleen de administratie.")
    ]


def test_the_role_comes_into_the_register(officer: Client, everyone: Actor) -> None:
    party = Party.objects.create(name="Zorggroep", is_care_provider=True)
    relation = PartyRelation(new_id(), party.pk, party.name, role=PartyRole.PROCESSOR)
    activity = an_activity(parties=(relation,))
    create_activity(activity, by=everyone)
    test = taken(officer, activity_id=str(activity.id))
    officer.post(f"{test}decide/", {"role": "controller"})
    officer.post(f"{test}write/")
    assert activity_facts(activity.id).parties[0].role is PartyRole.INDEPENDENT_CONTROLLER
