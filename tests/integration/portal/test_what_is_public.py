"""What a visitor sees, and what a visitor does not."""

from collections.abc import Callable
from uuid import UUID

import pytest
from django.test import Client

from gemeentedossier.dossier.register.actions.activities import create_activity
from gemeentedossier.dossier.register.actions.adoption import publish_activity
from gemeentedossier.dossier.register.queries.activities import activity_facts
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.tenancy import municipality_scope
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.models import Account, Controller, Person, RoleAssignment
from tests.builders import an_activity
from tests.integration.portal.conftest import Adopt, Publish

REGISTER = "/duinveld/register/"
NOBODYS = "01940000-0000-7000-8000-000000000000"
"""An identifier that no record has."""


def sign_in(role: Role) -> Client:
    account = Account.objects.create_account(email=f"{role}@duinveld.example", password=None)
    person = Person.objects.create(name="Kim Lezer", account=account)
    RoleAssignment.objects.create(person=person, role=role)
    client = Client(headers={"accept-language": "en"})
    client.force_login(account)
    return client


@pytest.fixture
def unpublished(everyone: Actor, adopt: Adopt) -> UUID:
    activity = an_activity()
    create_activity(activity, by=everyone)
    adopt(activity.id)
    return activity.id


@pytest.mark.parametrize("place", ["{id}/", "{id}/versions/1", "{id}/versions/1/", "{id}/versions/1.json"])
def test_what_is_not_published_does_not_exist_for_a_visitor(visitor: Client, unpublished: UUID, place: str) -> None:
    assert visitor.get(REGISTER + place.format(id=unpublished)).status_code == 404


def test_what_is_not_published_is_not_in_the_list(visitor: Client, unpublished: UUID) -> None:
    assert b"Nothing has been published yet" in visitor.get(REGISTER).content


@pytest.mark.parametrize("form", ["", ".json"])
@pytest.mark.parametrize(("role", "status"), [(Role.AUDITOR, 200), (Role.PROVIDER, 404), (Role.ADMINISTRATOR, 404)])
def test_staff_who_may_see_the_register_read_an_unpublished_version(
    unpublished: UUID, form: str, role: Role, status: int
) -> None:
    assert sign_in(role).get(f"{REGISTER}{unpublished}/versions/1{form}").status_code == status


def test_staff_of_another_municipality_do_not(
    municipality: Municipality, other_municipality: Municipality, unpublished: UUID
) -> None:
    with municipality_scope(other_municipality.id):
        elsewhere = sign_in(Role.AUDITOR)
    with municipality_scope(municipality.id):
        assert elsewhere.get(f"{REGISTER}{unpublished}/versions/1").status_code == 404


@pytest.mark.parametrize("place", ["", "versions/1", "versions/1.json"])
def test_an_activity_of_another_municipality_does_not_exist_under_this_name(
    visitor: Client, other_municipality: Municipality, publish: Publish, place: str
) -> None:
    activity = publish(an_activity())
    assert visitor.get(f"/{other_municipality.slug}/register/{activity.id}/{place}").status_code == 404
    assert visitor.get(f"{REGISTER}{activity.id}/{place}").status_code == 200


@pytest.mark.parametrize("address", ["/nergens/", "/nergens/register/", f"{REGISTER}{NOBODYS}/", "/duinveld/niets/"])
@pytest.mark.usefixtures("municipality")
def test_an_unknown_address_gets_a_page_in_plain_words(visitor: Client, address: str) -> None:
    answer = visitor.get(address)
    assert (answer.status_code, b"This page does not exist" in answer.content) == (404, True)


def test_a_number_that_no_table_can_hold_is_not_found(visitor: Client, publish: Publish) -> None:
    activity = publish(an_activity())
    assert visitor.get(f"{REGISTER}{activity.id}/versions/99999999999999999999").status_code == 404


def test_the_page_shows_the_frozen_text_and_not_the_working_record(
    visitor: Client, publish: Publish, rename: Callable[[UUID, str], None]
) -> None:
    activity = publish(an_activity())
    rename(activity.id, "Anders")
    for address in (REGISTER, f"{REGISTER}{activity.id}/", f"{REGISTER}?q=aanvraag"):
        shown = visitor.get(address).content
        assert (b"Beslissen op een aanvraag" in shown, b"Anders" in shown) == (True, False)


def test_a_newer_version_is_linked_from_the_older_one(
    visitor: Client, everyone: Actor, publish: Publish, adopt: Adopt, rename: Callable[[UUID, str], None]
) -> None:
    activity = publish(an_activity())
    rename(activity.id, "Nieuwe naam")
    adopt(activity.id)
    assert b"There is a newer version" not in visitor.get(f"{REGISTER}{activity.id}/versions/1").content
    publish_activity(activity.id, revision=activity_facts(activity.id).revision, by=everyone)
    assert b"There is a newer version" in visitor.get(f"{REGISTER}{activity.id}/versions/1").content
    assert b"Nieuwe naam" in visitor.get(f"{REGISTER}{activity.id}/").content


def test_who_reads_of_their_rights_can_use_them_there(visitor: Client, publish: Publish) -> None:
    activity = publish(an_activity())
    assert b'href="/duinveld/request/"' in visitor.get(f"{REGISTER}{activity.id}/").content


def test_markup_in_a_record_is_shown_as_text(visitor: Client, publish: Publish) -> None:
    activity = publish(an_activity(name="<script>alert(1)</script>", description='"><img src=x onerror=alert(1)>'))
    for address in (REGISTER, f"{REGISTER}{activity.id}/"):
        shown = visitor.get(address).content
        assert (b"<script>alert" in shown, b"<img" in shown) == (False, False)
    assert b"&lt;script&gt;alert(1)&lt;/script&gt;" in shown


def test_the_name_of_the_owner_is_nowhere(visitor: Client, everyone: Actor, publish: Publish) -> None:
    activity = publish(an_activity(owner_id=everyone.person_id))
    for place in ("", "versions/1", "versions/1.json"):
        assert b"Sam de Tester" not in visitor.get(f"{REGISTER}{activity.id}/{place}").content


@pytest.mark.usefixtures("municipality")
def test_the_home_page_names_controllers_and_says_what_nobody_recorded(visitor: Client) -> None:
    Controller.objects.create(kind="college", name="College van Duinveld", contact="privacy@duinveld.example")
    shown = visitor.get("/duinveld/").content
    assert b"College van Duinveld" in shown
    assert b"The municipality has not recorded a contact point." in shown


@pytest.mark.parametrize("address", ["/", "/robots.txt", "/duinveld/", REGISTER, f"{REGISTER}{NOBODYS}/versions/1"])
@pytest.mark.usefixtures("municipality")
def test_nothing_can_be_written(visitor: Client, address: str) -> None:
    assert visitor.post(address).status_code == 405
