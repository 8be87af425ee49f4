"""Where an account is somebody, asked once for every municipality; and what that door gives to nobody."""

import datetime as dt

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from gemeentedossier.foundation import clock
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.scope import bound
from gemeentedossier.foundation.tenancy import apply_scope_to_open_transaction, municipality_scope
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.models import Account, Person, RoleAssignment
from gemeentedossier.organisation.queries import places_of, recorded_with

TODAY = dt.datetime(2026, 11, 28, 12, tzinfo=dt.UTC)
YESTERDAY = dt.date(2026, 11, 27)


def works(account: Account | None, municipality: Municipality, role: Role, *, until: dt.date | None = None) -> Person:
    """Somebody called Jet with this account and role there."""
    with municipality_scope(municipality.pk):
        person = Person.objects.create(name="Jet", email="jet@duinveld.example", account=account)
        RoleAssignment.objects.create(person=person, role=role.value, ends_on=until)
    return person


@pytest.fixture
def jet(db: None) -> Account:
    return Account.objects.create_account(email="jet@duinveld.example", password="een lang wachtwoord")


def roles_by_place(account: Account) -> list[tuple[str, frozenset[str]]]:
    with clock.clock_at(TODAY):
        return [(here.slug, actor.roles) for here, actor in places_of(account)]


def test_every_place_of_the_account_is_told_with_the_roles_of_today(
    jet: Account, municipality: Municipality, other_municipality: Municipality
) -> None:
    works(jet, municipality, Role.CISO)
    works(jet, other_municipality, Role.AUDITOR, until=YESTERDAY)
    assert roles_by_place(jet) == [("duinveld", frozenset({"ciso"})), (other_municipality.slug, frozenset())]


def test_who_has_no_role_at_all_is_somebody_there(jet: Account, municipality: Municipality) -> None:
    Person.objects.create(name="Jet", account=jet)
    assert roles_by_place(jet) == [("duinveld", frozenset())]


def test_nothing_is_told_of_another_account_or_of_one_that_is_blocked(jet: Account, municipality: Municipality) -> None:
    works(jet, municipality, Role.CISO)
    ali = Account.objects.create_account(email="ali@duinveld.example", password=None)
    jet.is_active = False
    assert (roles_by_place(ali), roles_by_place(jet)) == ([], [])


def test_an_address_finds_who_has_no_account_yet_and_nobody_else(
    jet: Account, municipality: Municipality, other_municipality: Municipality
) -> None:
    works(jet, municipality, Role.CISO)
    waits = works(None, other_municipality, Role.AUDITOR)
    found = [recorded_with(each) for each in ("JET@Duinveld.example", "jet@duınveld.example", "")]
    assert found == [((other_municipality.pk, waits.pk),), (), ()]


@pytest.mark.parametrize("count", [0, 30])
def test_signing_in_asks_as_much_with_thirty_other_municipalities(
    count: int, jet: Account, municipality: Municipality
) -> None:
    works(jet, municipality, Role.CISO)
    for number in range(count):
        Municipality.objects.create(slug=f"plaats-{number}", name=f"Plaats {number}")
    browser = Client()
    with CaptureQueriesContext(connection) as asked:
        browser.post("/sign-in/", {"username": "jet@duinveld.example", "password": "een lang wachtwoord"})
    with CaptureQueriesContext(connection) as account:
        browser.get("/sign-in/account/")
    assert [len(asked), len(account)] == [18, 12]


def test_outside_every_municipality_the_tables_stay_shut(jet: Account, municipality: Municipality) -> None:
    works(jet, municipality, Role.CISO)
    with bound(None):
        apply_scope_to_open_transaction()
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM organisation_person")
            assert cursor.fetchone() == (0,)
            assert [here.slug for here, _actor in places_of(jet)] == ["duinveld"]
