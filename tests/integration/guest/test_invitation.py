"""An invitation lets one person in once, up to its last day, and never takes an account that is there."""

import datetime as dt
import re
from dataclasses import replace

import pytest
from django.test import Client
from django.urls import reverse

from gemeentedossier.dossier.parties.actions.representatives import (
    end_representation,
    invitation_token,
    invite_representative,
    take_up_invitation,
)
from gemeentedossier.dossier.parties.models import Party, PartyRepresentative
from gemeentedossier.dossier.parties.policies import LONGEST_INVITATION
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.errors import NotPermitted, Refused
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.tenancy import municipality_scope
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.actions.people import roles_held
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.models import Account, Person, RoleAssignment
from tests.integration.guest.partners import party, somebody_of

NOW = dt.datetime(2026, 11, 24, 9, tzinfo=dt.UTC)
LAST = dt.date(2026, 12, 8)
PASSWORD = "een zin die niemand raadt"
MAIL = "mira@kade.example"
CHOSEN = {"password": PASSWORD, "again": PASSWORD}


@pytest.fixture
def ours(municipality: Municipality) -> Party:
    return party("GGD Kust")


@pytest.fixture
def officer(municipality: Municipality) -> Actor:
    return Actor("Noor", Person.objects.create(name="Noor").pk, frozenset({Role.PRIVACY_OFFICER}))


def invited(ours: Party, by: Actor, *, email: str = MAIL, until: dt.date = LAST) -> PartyRepresentative:
    with clock.clock_at(NOW):
        return invite_representative(ours.pk, name="Mira Zilt", email=email, until=until, by=by)


def link(made: PartyRepresentative) -> str:
    return reverse("guest:invitation", args=[invitation_token(made.pk)])


def used(url: str, browser: Client | None = None, *, on: dt.date = LAST) -> int:
    """The answer to taking the invitation up on that day."""
    with clock.clock_at(dt.datetime(on.year, on.month, on.day, 12, tzinfo=dt.UTC)):
        return (browser or Client()).post(url, CHOSEN).status_code


def test_who_is_new_sets_a_password_and_is_in(ours: Party, officer: Actor) -> None:
    url, browser = link(invited(ours, officer)), Client()
    assert used(url, browser) == 302
    account = Account.objects.get(email=MAIL)
    assert (account.check_password(PASSWORD), account.is_by_invitation) == (True, True)
    assert browser.get(reverse("guest:overview")).status_code == 200


@pytest.mark.parametrize(("day", "status"), [(LAST, 302), (LAST + dt.timedelta(days=1), 410)])
def test_the_last_day_counts(day: dt.date, status: int, ours: Party, officer: Actor) -> None:
    assert used(link(invited(ours, officer)), on=day) == status


def test_it_works_once(ours: Party, officer: Actor) -> None:
    url = link(invited(ours, officer))
    assert (used(url), used(url), Client().get(url).status_code) == (302, 410, 410)


def test_before_it_is_taken_up_nobody_is_in(ours: Party, officer: Actor) -> None:
    made = invited(ours, officer)
    account = Account.objects.create_account(email=MAIL, password=None)
    Person.objects.filter(pk=made.person_id).update(account=account)
    browser = Client()
    browser.force_login(account)
    assert browser.get(reverse("guest:overview")).status_code == 404


def test_a_withdrawn_link_opens_nothing(ours: Party, officer: Actor) -> None:
    made = invited(ours, officer)
    url = link(made)
    end_representation(made.pk, by=officer)
    assert (used(url), Account.objects.filter(email=MAIL).exists()) == (410, False)


def test_inviting_again_ends_the_link_before(ours: Party, officer: Actor) -> None:
    first, second = link(invited(ours, officer)), link(invited(ours, officer))
    assert (used(first), used(second)) == (410, 302)


def test_a_link_that_nobody_here_signed_is_not_there(ours: Party, officer: Actor) -> None:
    token = invitation_token(invited(ours, officer).pk)
    forged = [token[:-1] + ("A" if token[-1] != "A" else "B"), token.partition(":")[0], "x", "W10:x"]
    urls = [reverse("guest:invitation", args=[each]) for each in forged]
    assert {Client().get(url).status_code for url in urls} == {404}


@pytest.mark.parametrize("password", ["kort", "elf tekens.", "qwertyuiop123"])
def test_the_rules_for_passwords_hold_here_too(password: str, ours: Party, officer: Actor) -> None:
    url = link(invited(ours, officer))
    with clock.clock_at(NOW):
        answer = Client().post(url, {"password": password, "again": password})
    assert (answer.status_code, Account.objects.filter(email=MAIL).exists()) == (200, False)


def test_an_account_that_is_there_keeps_its_password_and_must_sign_in(ours: Party, officer: Actor) -> None:
    account = Account.objects.create_account(email=MAIL, password="het oude wachtwoord")
    made = invited(ours, officer)
    url, browser = link(made), Client()
    assert used(url) == 200
    account.refresh_from_db()
    assert (account.check_password("het oude wachtwoord"), account.check_password(PASSWORD)) == (True, False)
    browser.force_login(account)
    assert used(url, browser) == 302
    with municipality_scope(made.municipality_id):
        assert Person.objects.get(pk=made.person_id).account_id == account.pk


def test_the_page_tells_nobody_whether_an_address_has_an_account(ours: Party, officer: Actor) -> None:
    url, first = link(invited(ours, officer)), Client()
    with clock.clock_at(NOW):
        before = first.get(url).content.decode()
        Account.objects.create_account(email=MAIL, password="het oude wachtwoord")
        after = first.get(url).content.decode()
    unsigned = [re.sub(r'csrfmiddlewaretoken" value="[^"]+"', "", each) for each in (before, after)]
    assert (unsigned[0] == unsigned[1], "/sign-in/?next=" in unsigned[0]) == (True, True)


def test_who_lost_the_role_meanwhile_does_not_take_it_up_and_is_invited_anew(ours: Party, officer: Actor) -> None:
    made = invited(ours, officer)
    RoleAssignment.objects.filter(person=made.person).delete()
    assert (used(link(made)), Account.objects.filter(email=MAIL).exists()) == (410, False)
    with municipality_scope(made.municipality_id):
        again = link(invited(ours, officer))
    assert used(again) == 302


def test_who_acts_and_lost_the_role_can_be_invited_anew(ours: Party, officer: Actor) -> None:
    made, browser = invited(ours, officer), Client()
    used(link(made), browser)
    with municipality_scope(made.municipality_id):
        with pytest.raises(Refused):
            invited(ours, officer)
        RoleAssignment.objects.filter(person=made.person).delete()
    with clock.clock_at(NOW):
        assert browser.get(reverse("guest:overview")).status_code == 404
    with municipality_scope(made.municipality_id):
        again = link(invited(ours, officer))
    assert used(again, browser) == 302
    with clock.clock_at(NOW):
        assert browser.get(reverse("guest:overview")).status_code == 200


def test_somebody_elses_account_does_not_take_it_up(ours: Party, officer: Actor) -> None:
    made = invited(ours, officer)
    other = Account.objects.create_account(email="ander@kade.example", password=None)
    with clock.clock_at(NOW), pytest.raises(Refused):
        take_up_invitation(made.pk, account=other)
    assert Person.objects.get(pk=made.person_id).account_id is None


def test_who_works_here_cannot_be_invited(ours: Party, officer: Actor) -> None:
    jet = Person.objects.create(name="Jet", email="jet@duinveld.example")
    RoleAssignment.objects.create(person=jet, role=Role.PROCESS_OWNER.value)
    with pytest.raises(Refused):
        invited(ours, officer, email="JET@duinveld.example")


def test_who_got_a_role_here_meanwhile_does_not_take_it_up(ours: Party, officer: Actor) -> None:
    made = invited(ours, officer)
    RoleAssignment.objects.create(person=made.person, role=Role.PROCESS_OWNER.value)
    assert (used(link(made)), Account.objects.filter(email=MAIL).exists()) == (410, False)


@pytest.mark.parametrize("role", list(Role))
def test_only_the_privacy_officer_invites_and_ends(role: Role, ours: Party, officer: Actor) -> None:
    made, by = invited(ours, officer), replace(officer, roles=frozenset({role}))
    if role is Role.PRIVACY_OFFICER:
        return end_representation(made.pk, by=by)
    with pytest.raises(NotPermitted):
        invited(ours, by)
    with pytest.raises(NotPermitted):
        end_representation(made.pk, by=by)
    return None


@pytest.mark.parametrize(
    ("email", "until", "taken"),
    [
        (MAIL, NOW.date(), True),
        (MAIL, NOW.date() - dt.timedelta(days=1), False),
        (MAIL, NOW.date() + LONGEST_INVITATION, True),
        (MAIL, NOW.date() + LONGEST_INVITATION + dt.timedelta(days=1), False),
        ("geen adres", LAST, False),
        ("mm@" + ".".join(["k" * 60] * 4) + ".example", LAST, True),
        ("mmm@" + ".".join(["k" * 60] * 4) + ".example", LAST, False),
    ],
)
def test_whom_and_until_when(email: str, until: dt.date, ours: Party, officer: Actor, *, taken: bool) -> None:
    if taken:
        assert invited(ours, officer, email=email, until=until).invited_until == until
    else:
        with pytest.raises(Refused):
            invited(ours, officer, email=email, until=until)


def test_ending_shuts_the_door_at_once_and_takes_the_role(ours: Party, officer: Actor) -> None:
    made, browser = invited(ours, officer), Client()
    used(link(made), browser)
    with clock.clock_at(NOW):
        before = browser.get(reverse("guest:overview")).status_code
        with municipality_scope(made.municipality_id):
            end_representation(made.pk, by=officer)
        assert (before, browser.get(reverse("guest:overview")).status_code) == (200, 404)


@pytest.mark.parametrize(("since", "last"), [(NOW.date(), None), (dt.date(2026, 1, 1), dt.date(2026, 11, 23))])
def test_who_began_earlier_stays_on_record_until_yesterday(
    since: dt.date, last: dt.date | None, ours: Party, officer: Actor
) -> None:
    made = somebody_of(ours, since=since).represented_parties.get()
    with clock.clock_at(NOW):
        end_representation(made.pk, by=officer)
        left = PartyRepresentative.objects.filter(pk=made.pk).values_list("ends_on", flat=True).first()
        assert (left, roles_held(made.person)) == (last, [])
