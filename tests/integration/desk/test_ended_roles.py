"""A role ends on its date: the day before it holds, the day after nothing is shown and the session ends."""

import datetime as dt

import pytest
from django.test import Client

from gemeentedossier.foundation import clock
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.tenancy import municipality_scope
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.models import Account, Person, RoleAssignment
from tests.integration.desk.people import browser_of

LAST = dt.date(2026, 11, 27)
HOME = "/duinveld/desk/register/"
PASSWORD = "een lang wachtwoord"


@pytest.fixture
def jet(municipality: Municipality) -> Person:
    account = Account.objects.create_account(email="jet@duinveld.example", password=PASSWORD)
    person = Person.objects.create(name="Jet", email=account.email, account=account)
    RoleAssignment.objects.create(person=person, role=Role.CISO.value, ends_on=LAST)
    return person


def works_at(other: Municipality, jet: Person) -> None:
    with municipality_scope(other.pk):
        person = Person.objects.create(name="Jet", account=jet.account)
        RoleAssignment.objects.create(person=person, role=Role.AUDITOR.value)


@pytest.mark.parametrize(("days", "status"), [(0, 200), (1, 403)])
def test_the_last_day_counts(days: int, status: int, jet: Person) -> None:
    browser = browser_of(jet)
    with clock.clock_at(dt.datetime(2026, 11, 27, 12, tzinfo=dt.UTC) + dt.timedelta(days=days)):
        assert browser.get(HOME).status_code == status


def test_who_comes_after_reads_which_role_ended_when_and_is_signed_out(jet: Person) -> None:
    browser = browser_of(jet)
    with clock.clock_at(dt.datetime(2026, 11, 28, 12, tzinfo=dt.UTC)):
        page = browser.get(HOME).content.decode()
        assert "Uw rol van CISO bij Duinveld is geëindigd op 27 november 2026" in page
        assert browser.get(HOME).headers["Location"].startswith("/sign-in/")


def test_who_works_elsewhere_too_stays_in_and_goes_there(jet: Person, other_municipality: Municipality) -> None:
    works_at(other_municipality, jet)
    browser = browser_of(jet)
    with clock.clock_at(dt.datetime(2026, 11, 28, 12, tzinfo=dt.UTC)):
        page = browser.get(HOME).content.decode()
        assert "/sign-in/places/" in page
        assert "/heiloo-oost/desk/" in browser.get("/sign-in/places/").content.decode()


def test_who_works_at_two_chooses_one(jet: Person, other_municipality: Municipality) -> None:
    works_at(other_municipality, jet)
    browser = Client()
    with clock.clock_at(dt.datetime(2026, 11, 27, 12, tzinfo=dt.UTC)):
        answer = browser.post("/sign-in/", {"username": "jet@duinveld.example", "password": PASSWORD})
        page = browser.get("/sign-in/places/").content.decode()
    assert answer.headers["Location"] == "/sign-in/places/"
    assert [each in page for each in ("/duinveld/desk/", "/heiloo-oost/desk/", "CISO", "auditor")] == [True] * 4
