"""People and their roles."""

import datetime as dt
import io

import pytest
from django.core.management import CommandError, call_command

from gemeentedossier.foundation import clock
from gemeentedossier.foundation.clock import clock_at
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.tenancy import municipality_scope
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.actions.accounts import give_account
from gemeentedossier.organisation.actions.organisations import found_municipality
from gemeentedossier.organisation.actions.people import add_person, end_role, give_role, roles_held
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.models import Account, Controller, Person, RoleAssignment
from gemeentedossier.organisation.queries import actor_for

PO, FG = Role.PRIVACY_OFFICER, Role.DATA_PROTECTION_OFFICER


def added(by: Actor, *roles: Role, until: dt.date | None = None) -> Person:
    return add_person("Eva", email="eva@duinveld.example", roles=frozenset(roles), until=until, by=by)


def test_a_new_municipality_has_its_three_bodies(db: None, everyone: Actor) -> None:
    made = found_municipality("nieuwland", name="Nieuwland", by=everyone)
    with municipality_scope(made.id):
        kinds = set(Controller.objects.values_list("kind", flat=True))
    assert kinds == {"college", "burgemeester", "gemeenteraad"}


def test_someone_holds_the_roles_given(everyone: Actor) -> None:
    assert roles_held(added(everyone, PO, Role.CISO)) == ["ciso", "privacy_officer"]


def test_the_same_address_is_the_same_person(everyone: Actor) -> None:
    assert added(everyone, PO) == added(everyone, Role.CISO)


@pytest.mark.parametrize(("first", "second"), [(PO, FG), (FG, PO), (Role.PROVIDER, PO), (PO, Role.PROVIDER)])
def test_roles_that_do_not_go_together_are_not_held_together(everyone: Actor, first: Role, second: Role) -> None:
    added(everyone, first)
    with pytest.raises(Refused):
        added(everyone, second)


@pytest.mark.parametrize(("hour", "held"), [("2026-12-31T12:00+01:00", ["ciso"]), ("2027-01-01T12:00+01:00", [])])
def test_a_role_holds_until_its_last_day(everyone: Actor, hour: str, held: list[str]) -> None:
    person = added(everyone, Role.CISO, until=dt.date(2026, 12, 31))
    with clock_at(dt.datetime.fromisoformat(hour)):
        assert roles_held(person) == held


def test_a_role_that_ended_permits_nothing(municipality: Municipality, everyone: Actor) -> None:
    person = added(everyone, PO)
    account = give_account(person, password=None, by=everyone)
    end_role(person, role=PO, on=clock.today() - dt.timedelta(days=1), by=everyone)
    assert actor_for(account) == Actor("Eva", person.id, frozenset())


def test_ending_a_role_leaves_what_ended_before_and_starts_nothing(everyone: Actor) -> None:
    person, day = added(everyone), dt.date(2026, 11, 27)
    periods = [(None, dt.date(2020, 1, 1)), (dt.date(2025, 1, 1), None), (dt.date(2026, 11, 28), None)]
    for starts_on, ends_on in periods:
        RoleAssignment.objects.create(person=person, role=PO.value, starts_on=starts_on, ends_on=ends_on)
    with clock_at(dt.datetime(2026, 11, 27, 12, tzinfo=dt.UTC)):
        end_role(person, role=PO, on=day, by=everyone)
    held = RoleAssignment.objects.order_by("ends_on").values_list("starts_on", "ends_on")
    assert list(held) == [(None, dt.date(2020, 1, 1)), (dt.date(2025, 1, 1), day)]


def test_one_address_is_one_account_however_it_is_written(everyone: Actor, other_municipality: Municipality) -> None:
    account = give_account(added(everyone), password=None, by=everyone)
    with municipality_scope(other_municipality.id):
        again = add_person("Eva", email="eva@DUINVELD.example", roles=frozenset(), until=None, by=everyone)
        assert give_account(again, password=None, by=everyone) == account


def test_an_account_that_an_invitation_made_is_not_linked_before_it_has_another_password(everyone: Actor) -> None:
    Account.objects.create_account(email="eva@duinveld.example", password="van wie de link had", is_by_invitation=True)
    person = added(everyone, PO)
    with pytest.raises(Refused, match="--new-password"):
        give_account(person, password="een ander wachtwoord", by=everyone)
    account = give_account(person, password="een ander wachtwoord", is_new_password=True, by=everyone)
    assert [account.check_password(p) for p in ("van wie de link had", "een ander wachtwoord")] == [False, True]
    assert (account.is_by_invitation, person.account) == (False, account)


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.PROVIDER])
def test_an_account_that_an_invitation_made_gets_no_role_of_staff(everyone: Actor, role: Role) -> None:
    person = added(everyone)
    person.account = Account.objects.create_account(email=person.email, password=None, is_by_invitation=True)
    with pytest.raises(Refused, match="--new-password"):
        give_role(person, role=role, until=None, by=everyone)
    assert roles_held(person) == []


def test_who_is_refused_an_account_by_the_command_gets_no_role(
    municipality: Municipality, monkeypatch: pytest.MonkeyPatch
) -> None:
    Account.objects.create_account(email="eva@duinveld.example", password=None, is_by_invitation=True)
    monkeypatch.setattr("sys.stdin", io.StringIO("een goed wachtwoord\n"))
    with pytest.raises(CommandError, match="--new-password"):
        call_command("people", "duinveld", add=["Eva", "eva@duinveld.example"], role=["privacy_officer"])
    with municipality_scope(municipality.id):
        assert Person.objects.count() == 0


def test_the_command_begins_a_municipality_with_somebody_who_works_there(
    transactional_db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("een goed wachtwoord\n"))
    call_command("people", "nieuwdorp", create="Nieuwdorp", add=["Jan", "jan@nieuwdorp.example"], role=["ciso"])
    made = Municipality.objects.get(slug="nieuwdorp")
    with municipality_scope(made.id):
        assert [(each.name, roles_held(each)) for each in Person.objects.all()] == [("Jan", ["ciso"])]


def test_where_nobody_comes_to_work_nothing_is_begun(transactional_db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("kort\n"))
    with pytest.raises(CommandError):
        call_command("people", "nieuwdorp", create="Nieuwdorp", add=["Jan", "jan@nieuwdorp.example"], role=["ciso"])
    assert not Municipality.objects.filter(slug="nieuwdorp").exists()


def test_a_municipality_that_is_begun_can_stand_in_addresses(transactional_db: None) -> None:
    with pytest.raises(CommandError, match="Gebruik letters, cijfers en streepjes"):
        call_command("people", "nieuw dorp", create="Nieuw Dorp")


@pytest.mark.parametrize("name", ["", "E" * 201])
def test_a_name_has_a_length(everyone: Actor, name: str) -> None:
    with pytest.raises(Refused, match="ten hoogste 200 tekens"):
        add_person(name, email="eva@duinveld.example", roles=frozenset(), until=None, by=everyone)


@pytest.mark.parametrize(
    ("slug", "name", "told"),
    [
        ("s" * 51, "Naam", "ten hoogste 50 tekens"),
        ("nieuw", "N" * 201, "ten hoogste 200"),
        ("duinveld", "Duinveld", "door een ander gemaakt"),
    ],
)
def test_a_municipality_that_cannot_be_made_says_why(everyone: Actor, slug: str, name: str, told: str) -> None:
    with pytest.raises(Refused, match=told):
        found_municipality(slug, name=name, by=everyone)
