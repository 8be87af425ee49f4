"""Records confirmed one after another on the desk: what waits next, and one's own confirmation taken back that day."""

import dataclasses
import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.utils import translation
from pytest_django import DjangoAssertNumQueries

from gemeentedossier.dossier.register.actions.activities import edit_activity, insert_activities
from gemeentedossier.dossier.register.actions.confirming import tell_change
from gemeentedossier.dossier.register.engine.freshness import unconfirmed
from gemeentedossier.dossier.register.enums import ProcessingState, RecordState
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.register.queries.activities import activity_facts
from gemeentedossier.dossier.register.queries.confirming import waiting_to_be_confirmed
from gemeentedossier.dossier.register.queries.told import told_changes
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.models import Person
from gemeentedossier.organisation.queries import actor_of
from tests.builders import an_activity
from tests.integration.desk.people import browser_of, someone

NOW = dt.datetime(2026, 11, 24, 9, tzinfo=dt.UTC)
TODAY, LONG_AGO, LONGER_AGO = dt.date(2026, 11, 24), dt.date(2025, 3, 1), dt.date(2024, 3, 1)
CONFIRMED = "U bevestigde deze registratie vandaag"


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with clock.clock_at(NOW), translation.override("nl"):
        yield


@pytest.fixture
def owner(municipality: object) -> Person:
    return someone(Role.PROCESS_OWNER)


@pytest.fixture
def browser(owner: Person) -> Client:
    return browser_of(owner)


def recorded(name: str, owner: Person | None, **known: Any) -> Activity:
    made = an_activity(name=name, owner_id=owner.pk if owner else None, **known)
    insert_activities([made])
    return activity_facts(made.id)


def address(activity: Activity, below: str = "") -> str:
    return f"/duinveld/desk/register/{activity.id}/{below}"


def confirmed(browser: Client, activity: Activity) -> str:
    read = str(activity_facts(activity.id).revision)
    return browser.post(address(activity, "confirm/"), {"revision": read}, follow=True).content.decode()


def undone(browser: Client, activity: Activity) -> str:
    return browser.post(address(activity, "confirm/undo/"), follow=True).content.decode()


def day_on(activity: Activity) -> dt.date | None:
    return activity_facts(activity.id).last_confirmed_on


def test_after_a_confirmation_the_next_of_ones_own_that_waits_is_offered(browser: Client, owner: Person) -> None:
    first, second = recorded("Leerplicht", owner), recorded("Leerlingenvervoer", owner, last_confirmed_on=LONG_AGO)
    recorded("Van een ander", None)
    recorded("Pas bevestigd", owner, last_confirmed_on=TODAY)
    page = confirmed(browser, first)
    assert "Nog 1 registratie wacht op uw bevestiging" in page
    assert f'href="{address(second)}">Volgende: Leerlingenvervoer<' in page


def test_twelve_are_confirmed_by_following_what_is_offered(browser: Client, owner: Person) -> None:
    made = [recorded(f"Verwerking {number:02}", owner) for number in range(12)]
    at, walked = made[0], []
    for left in range(11, 0, -1):
        confirmed(browser, at)
        offered = browser.get(address(at)).context["confirmed"]
        assert str(left) in offered.left
        at = next(each for each in made if address(each) == offered.next.url)
        walked.append(at.name)
    page = confirmed(browser, at)
    assert walked == [each.name for each in made[1:]]
    assert "Geen andere registratie wacht op uw bevestiging" in page


def test_what_was_passed_over_comes_after_the_rest(browser: Client, owner: Person) -> None:
    passed = recorded("Overgeslagen", owner)
    first = recorded("Eerst", owner, last_confirmed_on=LONGER_AGO)
    then = recorded("Daarna", owner, last_confirmed_on=LONG_AGO)
    confirmed(browser, first)
    assert browser.get(address(first)).context["confirmed"].next.url == address(then)
    confirmed(browser, then)
    assert browser.get(address(then)).context["confirmed"].next.url == address(passed)


@pytest.mark.parametrize("before", [None, LONG_AGO])
def test_an_undone_confirmation_leaves_the_day_that_stood_there(
    before: dt.date | None, browser: Client, owner: Person
) -> None:
    activity = recorded("Leerplicht", owner, last_confirmed_on=before)
    confirmed(browser, activity)
    assert day_on(activity) == TODAY
    page = undone(browser, activity)
    assert (day_on(activity), CONFIRMED in page) == (before, False)
    assert activity_facts(activity.id) == dataclasses.replace(activity, revision=2)


def test_both_stand_in_the_history_with_who_did_them(browser: Client, owner: Person) -> None:
    activity = recorded("Leerplicht", owner)
    confirmed(browser, activity)
    undone(browser, activity)
    page = browser.get(address(activity, "history/"))
    told = {(entry.title, entry.by) for entry in page.context["entries"]}
    assert {("Bevestiging ongedaan gemaakt", "Jet"), ("Registratie bevestigd", "Jet")} <= told


def test_it_can_be_confirmed_again_after_an_undo_but_not_undone_twice(browser: Client, owner: Person) -> None:
    activity = recorded("Leerplicht", owner)
    confirmed(browser, activity)
    undone(browser, activity)
    assert "Er is geen bevestiging om ongedaan te maken" in undone(browser, activity)
    confirmed(browser, activity)
    assert day_on(activity) == TODAY


@pytest.mark.parametrize(("day", "stands"), [(TODAY, None), (dt.date(2026, 11, 25), TODAY)])
def test_it_can_be_undone_on_its_day_and_not_the_day_after(
    day: dt.date, stands: dt.date | None, browser: Client, owner: Person
) -> None:
    activity = recorded("Leerplicht", owner)
    confirmed(browser, activity)
    with clock.clock_at(dt.datetime.combine(day, dt.time(9), dt.UTC)):
        browser.post(address(activity, "confirm/undo/"))
    assert day_on(activity) == stands


def test_nobody_else_undoes_it_nor_is_offered_to(browser: Client, owner: Person) -> None:
    activity = recorded("Leerplicht", owner)
    confirmed(browser, activity)
    officer = browser_of(someone(Role.PRIVACY_OFFICER))
    assert CONFIRMED not in officer.get(address(activity)).content.decode()
    assert "Alleen die persoon kan dat ongedaan maken" in undone(officer, activity)
    assert day_on(activity) == TODAY


def test_what_was_edited_since_is_not_undone(browser: Client, owner: Person, everyone: Actor) -> None:
    activity = recorded("Leerplicht", owner)
    confirmed(browser, activity)
    edit_activity(dataclasses.replace(activity_facts(activity.id), description="Anders."), by=everyone)
    assert CONFIRMED not in browser.get(address(activity)).content.decode()
    undone(browser, activity)
    assert day_on(activity) == TODAY


def test_who_answers_for_it_no_longer_undoes_nothing(browser: Client, owner: Person, everyone: Actor) -> None:
    activity = recorded("Leerplicht", owner)
    confirmed(browser, activity)
    other = someone(Role.PROCESS_OWNER)
    edit_activity(dataclasses.replace(activity_facts(activity.id), owner_id=other.pk), by=everyone)
    assert browser.post(address(activity, "confirm/undo/")).status_code == 403


def test_an_undo_is_only_taken_by_its_button(browser: Client, owner: Person) -> None:
    activity = recorded("Leerplicht", owner)
    confirmed(browser, activity)
    assert (browser.get(address(activity, "confirm/undo/")).status_code, day_on(activity)) == (404, TODAY)


def test_a_change_that_was_told_waits_again_after_an_undo(browser: Client, owner: Person) -> None:
    activity, who = recorded("Leerplicht", owner), actor_of(owner.pk)
    assert who is not None
    tell_change(activity.id, what="Geen bus meer.", revision=0, by=who)
    confirmed(browser, activity)
    assert told_changes() == {}
    undone(browser, activity)
    assert [each.what for each in told_changes().values()] == ["Geen bus meer."]


def test_a_replaced_record_is_never_offered(browser: Client, owner: Person) -> None:
    activity = recorded("Leerplicht", owner)
    recorded("Vervangen", owner, record_state=RecordState.REPLACED)
    confirmed(browser, activity)
    assert browser.get(address(activity)).context["confirmed"].next is None


@pytest.mark.parametrize("before", [None, dt.date(2025, 11, 23), dt.date(2025, 11, 24)])
@pytest.mark.parametrize("state", [None, ProcessingState.IN_USE, ProcessingState.ENDED])
def test_what_is_offered_next_is_what_the_list_says_waits(
    before: dt.date | None, state: ProcessingState | None, browser: Client, owner: Person
) -> None:
    made = recorded("Leerlingenvervoer", owner, last_confirmed_on=before, processing_state=state)
    listed = {each.id for each in unconfirmed([made], TODAY)}
    assert {each.id for each in waiting_to_be_confirmed(TODAY, owner_id=owner.pk)} == listed


def test_a_confirmed_record_is_read_within_the_budget(
    browser: Client, owner: Person, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    activity = recorded("Leerplicht", owner)
    recorded("Leerlingenvervoer", owner)
    confirmed(browser, activity)
    with django_assert_max_num_queries(12):
        assert CONFIRMED in browser.get(address(activity)).content.decode()
