"""A process owner writes the records of which they are the owner, and reads the others."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from gemeentedossier.dossier.register.actions.activities import create_activity, edit_activity, insert_activities
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.register.models import Activity as Record
from gemeentedossier.dossier.register.queries.activities import activity_facts
from gemeentedossier.foundation.errors import NotPermitted
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.models import Person
from tests.builders import an_activity
from tests.integration.desk.people import browser_of, someone

REFUSED = "U bent niet de proceseigenaar van deze registratie"
CONTROLS = re.compile(r"\?edit=|/submit/|/confirm/|/answers/")


@pytest.fixture
def owner(municipality: Municipality) -> Person:
    return someone(Role.PROCESS_OWNER)


@pytest.fixture
def browser(owner: Person) -> Client:
    return browser_of(owner)


def recorded(owner: Person | None = None) -> Activity:
    made = an_activity(owner_id=owner.pk if owner else None, owner=owner.name if owner else "")
    insert_activities([made])
    return made


def address(name: str, activity: Activity, *more: str) -> str:
    return reverse(f"desk:{name}", args=["duinveld", activity.id, *more])


def acting(person: Person) -> Actor:
    return Actor(name=person.name, person_id=person.pk, roles=frozenset({Role.PROCESS_OWNER}))


def test_ones_own_record_can_be_written(owner: Person, browser: Client) -> None:
    page = browser.get(address("activity", recorded(owner))).content.decode()
    assert REFUSED not in page
    assert {found.group() for found in CONTROLS.finditer(page)} == {"?edit=", "/submit/", "/confirm/", "/answers/"}


@pytest.mark.parametrize("has_owner", [True, False])
def test_of_anothers_record_only_the_reason_is_shown(browser: Client, *, has_owner: bool) -> None:
    activity = recorded(someone(Role.PROCESS_OWNER) if has_owner else None)
    page = browser.get(address("activity", activity)).content.decode()
    assert REFUSED in page
    assert CONTROLS.findall(page) == []


def test_an_address_that_asks_to_edit_anothers_record_opens_no_form(browser: Client) -> None:
    page = browser.get(address("activity", recorded()) + "?edit=purposes")
    assert [shown.section.id for shown in page.context["sections"] if shown.form] == []


@pytest.mark.parametrize("values", [{"identity-name": "Mijn"}, {"identity-name": ""}], ids=["whole", "not valid"])
def test_saving_in_anothers_record_is_forbidden(browser: Client, values: dict[str, str]) -> None:
    activity = recorded(someone(Role.PROCESS_OWNER))
    answer = browser.post(address("activity-save", activity, "identity"), {**values, "revision": "0"})
    assert (answer.status_code, REFUSED in answer.content.decode()) == (403, True)


@pytest.mark.parametrize(
    ("name", "more"), [("activity-save", ("identity",)), ("activity-undo", ()), ("submit", ()), ("confirm", ())]
)
def test_anothers_record_is_refused_whatever_is_posted(browser: Client, name: str, more: tuple[str, ...]) -> None:
    activity = recorded(someone(Role.PROCESS_OWNER))
    before = activity_facts(activity.id)
    answer = browser.post(address(name, activity, *more), {"name": "Mijn", "revision": "0"})
    assert activity_facts(activity.id) == before
    assert "Opgeslagen" not in answer.content.decode()


def test_a_question_about_anothers_record_is_not_theirs_to_answer(browser: Client) -> None:
    activity = recorded(someone(Role.PROCESS_OWNER))
    url = address("attest", activity, "sector-power-per-flow", "activity", str(activity.id))
    assert browser.post(url, {"answer": "yes"}).status_code == 403


def test_the_owner_that_is_stored_counts_not_the_one_that_is_sent(owner: Person) -> None:
    activity = recorded(someone(Role.PROCESS_OWNER))
    stolen = activity_facts(activity.id)
    with pytest.raises(NotPermitted, match=REFUSED):
        edit_activity(an_activity(id=stolen.id, owner_id=owner.pk, owner=owner.name), by=acting(owner))


def test_who_records_something_new_becomes_its_owner(owner: Person) -> None:
    made = an_activity()
    create_activity(made, by=acting(owner))
    assert Record.objects.get(pk=made.id).owner_id == owner.pk


def test_findings_of_others_offer_nothing_to_mend(owner: Person, browser: Client) -> None:
    mine, other = recorded(owner), recorded(someone(Role.PROCESS_OWNER))
    page = browser.get(reverse("desk:findings", args=["duinveld"])).content.decode()
    assert (f"{mine.id}/?edit=" in page, f"{other.id}/?edit=" in page) == (True, False)
