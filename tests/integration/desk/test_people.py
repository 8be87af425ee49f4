"""Who arranges people gives and ends roles on a page of their own, and sees no content."""

import datetime as dt
from typing import Any

import pytest
from django.test import Client

from gemeentedossier.foundation import clock
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.organisation.actions.people import roles_held
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.models import Person, RoleAssignment
from tests.integration.desk.people import browser_of, someone

PEOPLE = "/duinveld/desk/people/"


@pytest.fixture
def administrator(municipality: Municipality) -> Person:
    return someone(Role.ADMINISTRATOR)


@pytest.fixture
def browser(administrator: Person) -> Client:
    return browser_of(administrator)


def posted(browser: Client, person: Person, step: str, **values: Any) -> str:
    read = {"read": " ".join(roles_held(person)), "reason": "Besluit van de secretaris.", step: "1"}
    return browser.post(f"{PEOPLE}{person.pk}/", {**read, **values}, follow=True).content.decode()


def test_access_for_a_party_is_not_given_here(browser: Client, administrator: Person) -> None:
    assert 'value="provider"' not in browser.get(f"{PEOPLE}{someone().pk}/").content.decode()
    posted(browser, someone(), "give", role="provider")
    assert not RoleAssignment.objects.filter(role="provider").exists()


def test_who_acts_for_a_party_is_told_apart(browser: Client, administrator: Person) -> None:
    someone(Role.PROVIDER)
    assert browser.get(PEOPLE).content.decode().count("handelt namens een partij en werkt hier niet") == 1


def test_a_role_is_given_from_today_with_its_reason(browser: Client, administrator: Person) -> None:
    other = someone()
    assert "De wijziging is vastgelegd" in posted(browser, other, "give", role="ciso")
    assert (roles_held(other), RoleAssignment.objects.get(person=other).starts_on) == (["ciso"], clock.today())


def test_a_role_that_ends_now_permits_nothing_today(browser: Client, administrator: Person) -> None:
    other = someone(Role.CISO)
    posted(browser, other, "end", role="ciso")
    assert roles_held(other) == []
    assert RoleAssignment.objects.get(person=other).ends_on == clock.today() - dt.timedelta(days=1)


def test_a_role_that_ends_later_holds_until_its_last_day(browser: Client, administrator: Person) -> None:
    other, last = someone(Role.CISO), clock.today() + dt.timedelta(days=9)
    posted(browser, other, "end", role="ciso", until=last.isoformat())
    assert (roles_held(other), RoleAssignment.objects.get(person=other).ends_on) == (["ciso"], last)


@pytest.mark.parametrize(
    ("step", "values", "sentence"),
    [
        ("give", {"role": "data_protection_officer"}, "kan niet tegelijk"),
        ("give", {"role": "auditor", "until": "2020-01-01"}, "De laatste dag van deze rol is al voorbij"),
        ("end", {"role": "privacy_officer", "until": "2020-01-01"}, "Een rol eindigt op zijn vroegst vandaag"),
        (
            "end",
            {"role": "privacy_officer", "read": "ciso"},
            "Iemand anders heeft de rollen van deze persoon gewijzigd",
        ),
    ],
)
def test_a_refusal_is_a_sentence_and_changes_nothing(
    browser: Client, administrator: Person, step: str, values: dict[str, str], sentence: str
) -> None:
    other = someone(Role.PRIVACY_OFFICER)
    assert sentence in posted(browser, other, step, **values)
    assert roles_held(other) == ["privacy_officer"]


def test_nobody_arranges_their_own_roles(browser: Client, administrator: Person) -> None:
    told = posted(browser, administrator, "give", role="privacy_officer")
    assert ("Dit zijn uw eigen rollen" in told, roles_held(administrator)) == (True, ["administrator"])


def test_who_arranges_people_comes_there_and_sees_no_content(browser: Client, administrator: Person) -> None:
    page = browser.get(PEOPLE).content.decode()
    assert [place in page for place in ("desk/people/", "desk/register/", "desk/findings/")] == [True, False, False]


def test_who_left_is_told_to_come_in_no_more(browser: Client) -> None:
    left = someone()
    for day in (dt.date(2026, 3, 31), dt.date(2025, 6, 30)):
        RoleAssignment.objects.create(person=left, role=Role.CISO.value, ends_on=day)
    listed = browser.get(PEOPLE).content.decode()
    own = browser.get(f"{PEOPLE}{left.pk}/").content.decode()
    told = "Toegang beëindigd op 31 maart 2026"
    assert [told in listed, told in own, "Kan inloggen" in own] == [True, True, False]


def test_who_has_a_role_again_comes_in(browser: Client) -> None:
    back = someone(Role.AUDITOR)
    RoleAssignment.objects.create(person=back, role=Role.CISO.value, ends_on=dt.date(2026, 3, 31))
    assert "Toegang beëindigd" not in browser.get(PEOPLE).content.decode()
