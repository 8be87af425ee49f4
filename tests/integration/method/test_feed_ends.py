"""The address of somebody's own calendar ends with whatever ends their access."""

import datetime as dt
from collections.abc import Callable

import pytest
from django.test import Client

from gemeentedossier.foundation import clock
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.method.actions.feeds import digest_of, make_feed
from gemeentedossier.method.queries import person_of_feed
from gemeentedossier.organisation.actions.second_factor import (
    change_password,
    end_sessions,
    forget_second_factor,
    make_theirs,
)
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.models import Account, Person, RoleAssignment
from tests.integration.desk.people import browser_of, someone

NOW = dt.datetime(2026, 11, 28, 9, tzinfo=dt.UTC)
LATER = NOW + dt.timedelta(days=3)


def fed(person: Person) -> str:
    """The digest of the address that the person made."""
    roles = frozenset(RoleAssignment.objects.filter(person=person).values_list("role", flat=True))
    with clock.clock_at(NOW):
        return digest_of(make_feed(by=Actor(person.name, person_id=person.pk, roles=roles)))


@pytest.mark.parametrize(
    "end",
    [
        end_sessions,
        forget_second_factor,
        lambda account: change_password(account, password="een ander lang wachtwoord"),
        lambda account: make_theirs(account, password=None),
    ],
)
def test_it_opens_nothing_after_another_password_or_signing_out(
    end: Callable[[Account], None], municipality: Municipality
) -> None:
    noor = someone(Role.CISO)
    digest = fed(noor)
    assert noor.account is not None
    with clock.clock_at(LATER):
        before = person_of_feed(digest)
        end(noor.account)
        assert (before, person_of_feed(digest)) == (noor.pk, None)


def test_a_page_that_ends_sessions_ends_it(municipality: Municipality) -> None:
    noor = someone(Role.CISO)
    digest = fed(noor)
    browser_of(noor).post("/sign-in/account/sessions/end/")
    assert person_of_feed(digest) is None


def test_one_that_is_made_afterwards_opens(municipality: Municipality) -> None:
    noor = someone(Role.CISO)
    assert noor.account is not None
    with clock.clock_at(NOW - dt.timedelta(days=1)):
        end_sessions(noor.account)
    assert person_of_feed(fed(noor)) == noor.pk


@pytest.mark.parametrize(("begins_on", "opens"), [(dt.date(2026, 11, 30), True), (dt.date(2026, 12, 1), False)])
def test_who_had_no_role_for_a_day_makes_it_anew(begins_on: dt.date, opens: bool, municipality: Municipality) -> None:
    noor = someone(Role.CISO)
    digest = fed(noor)
    RoleAssignment.objects.filter(person=noor).update(ends_on=dt.date(2026, 11, 29))
    RoleAssignment.objects.create(person=noor, role=Role.AUDITOR.value, starts_on=begins_on)
    with clock.clock_at(LATER + dt.timedelta(days=1)):
        assert (person_of_feed(digest) == noor.pk) is opens


def test_the_program_that_reads_it_finds_nothing(municipality: Municipality) -> None:
    assert Client().get("/duinveld/calendar/weg.ics").status_code == 404
