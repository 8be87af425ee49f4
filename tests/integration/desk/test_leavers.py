"""The pages of what is on the name of who left: numbers for who arranges people, the records for who reads them."""

import datetime as dt
from typing import Any

import pytest
from django.test import Client

from gemeentedossier.dossier.register.actions.activities import edit_activity, insert_activities
from gemeentedossier.dossier.register.models import Activity
from gemeentedossier.dossier.register.queries.activities import activity_facts
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.models import Person, RoleAssignment
from tests.builders import an_activity
from tests.integration.desk.people import signed_in, someone

EVERY = "/duinveld/desk/leavers/"


@pytest.fixture
def left(municipality: Municipality) -> Person:
    """Who left the day before, with two activities on their name."""
    person = someone()
    Person.objects.filter(pk=person.pk).update(name="Sjoerd")
    yesterday = clock.today() - dt.timedelta(days=1)
    RoleAssignment.objects.create(person=person, role=Role.PROCESS_OWNER.value, ends_on=yesterday)
    insert_activities([an_activity(name=name, owner_id=person.pk) for name in ("Leerplicht", "Bijstand")])
    return person


@pytest.fixture
def officer(left: Person) -> Client:
    return signed_in(Role.PRIVACY_OFFICER)


@pytest.fixture
def colleague(left: Person) -> Person:
    return someone(Role.PROCESS_OWNER)


def key_of(name: str) -> str:
    activity = Activity.objects.get(name=name)
    return f"activity.{activity.pk}.{activity.revision}"


def handed(browser: Client, left: Person, colleague: Person, **more: Any) -> str:
    """The page after sending the form of handing over the one activity."""
    sent = {"records": [key_of("Leerplicht")], "to": str(colleague.pk), "reason": "Sjoerd vertrok.", **more}
    return browser.post(f"{EVERY}{left.pk}/hand-over/", sent, follow=True).content.decode()


def owners() -> dict[str, str]:
    return dict(Activity.objects.values_list("name", "owner__name"))


def test_who_arranges_people_sees_numbers_and_no_content(left: Person) -> None:
    page = signed_in(Role.ADMINISTRATOR).get(EVERY).content.decode()
    shown = [word in page for word in ("Sjoerd", "Verwerkingsactiviteit", "2 registraties", "Leerplicht")]
    assert shown == [True, True, True, False]
    assert f'href="{EVERY}{left.pk}/"' not in page


def test_who_arranges_people_comes_there_from_their_page(left: Person) -> None:
    page = signed_in(Role.ADMINISTRATOR).get("/duinveld/desk/people/").content.decode()
    assert f'href="{EVERY}">2 registraties staan op naam van iemand die vertrok</a>' in page


def test_who_arranges_people_does_not_open_the_records(left: Person) -> None:
    browser, page = signed_in(Role.ADMINISTRATOR), f"{EVERY}{left.pk}/"
    assert [browser.get(page).status_code, browser.post(f"{page}hand-over/").status_code] == [403, 403]


def test_the_auditor_sees_the_records_and_no_form(left: Person) -> None:
    page = signed_in(Role.AUDITOR).get(f"{EVERY}{left.pk}/").content.decode()
    assert ["Leerplicht" in page, f"{left.pk}/hand-over/" in page] == [True, False]


def test_today_tells_the_privacy_officer_and_not_the_auditor(officer: Client) -> None:
    told = "2 registraties staan op naam van iemand die vertrok"
    pages = [each.get("/duinveld/desk/").content.decode() for each in (officer, signed_in(Role.AUDITOR))]
    assert [told in page for page in pages] == [True, False]


def test_accountability_leads_there(officer: Client) -> None:
    assert f'href="{EVERY}"' in officer.get("/duinveld/desk/accountability/").content.decode()


def test_where_nobody_left_the_page_says_so(municipality: Municipality) -> None:
    page = signed_in(Role.PRIVACY_OFFICER).get(EVERY).content.decode()
    assert "Niets staat op naam van iemand die vertrok" in page


def test_first_it_shows_what_changes_and_changes_nothing(officer: Client, left: Person, colleague: Person) -> None:
    page = handed(officer, left, colleague)
    assert ["Wat de overdracht wijzigt" in page, owners()["Leerplicht"]] == [True, "Sjoerd"]


def test_then_it_hands_over_what_was_chosen(officer: Client, left: Person, colleague: Person) -> None:
    page = handed(officer, left, colleague, confirm="1")
    assert owners() == {"Leerplicht": "Jet", "Bijstand": "Sjoerd"}
    assert ["Het is overgedragen aan Jet." in page, "Zojuist overgedragen" in page] == [True, True]


def test_right_after_it_can_be_handed_back(officer: Client, left: Person, colleague: Person) -> None:
    handed(officer, left, colleague, confirm="1")
    answer = officer.post(f"{EVERY}{left.pk}/hand-back/", {"reason": "Vergissing."}, follow=True)
    assert "Het is teruggegeven." in answer.content.decode()
    assert owners() == {"Leerplicht": "Sjoerd", "Bijstand": "Sjoerd"}


def test_another_person_of_the_office_is_not_offered_to_hand_back(
    officer: Client, left: Person, colleague: Person
) -> None:
    handed(officer, left, colleague, confirm="1")
    page = signed_in(Role.PRIVACY_OFFICER).get(f"{EVERY}{left.pk}/").content.decode()
    assert "Zojuist overgedragen" not in page


def test_what_was_changed_since_the_page_was_opened_is_not_handed_over(
    officer: Client, left: Person, colleague: Person
) -> None:
    read = key_of("Leerplicht")
    by = Actor(name="Noor", roles=frozenset({Role.PRIVACY_OFFICER}))
    edit_activity(activity_facts(Activity.objects.get(name="Leerplicht").pk), by=by)
    page = handed(officer, left, colleague, records=[read], confirm="1")
    assert ["is gewijzigd sinds u deze pagina opende" in page, owners()["Leerplicht"]] == [True, "Sjoerd"]


def test_nobody_who_left_is_offered(officer: Client, left: Person) -> None:
    assert f'<option value="{left.pk}"' not in officer.get(f"{EVERY}{left.pk}/").content.decode()


def test_the_history_says_it_in_words(officer: Client, left: Person, colleague: Person) -> None:
    handed(officer, left, colleague, confirm="1")
    key = Activity.objects.get(name="Leerplicht").pk
    page = officer.get(f"/duinveld/desk/register/{key}/history/").content.decode()
    assert "Overgedragen aan een andere verantwoordelijke" in page


@pytest.mark.parametrize("people", [1, 3])
def test_the_page_asks_as_little_of_many_as_of_one(
    people: int, left: Person, officer: Client, django_assert_max_num_queries: Any
) -> None:
    insert_activities([an_activity(name=f"Nog {each}", owner_id=left.pk) for each in range(people)])
    officer.get(EVERY)
    with django_assert_max_num_queries(12):
        officer.get(EVERY)
