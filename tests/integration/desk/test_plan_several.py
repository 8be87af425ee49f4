"""Several steps of the method planned on one page: all that was filled in is written, or nothing."""

import datetime as dt
from collections.abc import Iterator

import pytest
from django.test import Client
from django.utils import translation

from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.dossier.governance.actions.plan import replan_step
from gemeentedossier.dossier.governance.facts import PlannedStep
from gemeentedossier.dossier.governance.models import PlannedStep as Row
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.shaping import shaped
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.models import Person
from tests.integration.desk.people import signed_in, someone
from tests.integration.desk.test_meanwhile import Forms

SEVERAL = "/duinveld/desk/method/plan/several/"
NOW = dt.datetime(2026, 11, 24, 9, tzinfo=dt.UTC)
DAY, LATER = "31-12-2027", dt.date(2027, 12, 31)


@pytest.fixture(autouse=True)
def _dutch() -> Iterator[None]:
    with clock.clock_at(NOW), translation.override("nl"):
        yield


@pytest.fixture
def officer(municipality: Municipality) -> Client:
    return signed_in(Role.PRIVACY_OFFICER)


@pytest.fixture
def leader(municipality: Municipality) -> Person:
    return someone(Role.PROCESS_OWNER)


def sent(browser: Client) -> dict[str, str]:
    """What the page holds."""
    return next(held for action, held in Forms(browser.get(SEVERAL).content.decode()).found if not action)


def steps_on(browser: Client) -> list[str]:
    return [name.removesuffix("-owner_id") for name in sent(browser) if name.endswith("-owner_id")]


def planned() -> dict[str, tuple[object, dt.date]]:
    return {step: (owner, due) for step, owner, due in Row.objects.values_list("step", "owner_id", "due_on")}


def test_several_steps_are_planned_at_once_and_the_rest_stays_unplanned(officer: Client, leader: Person) -> None:
    first, second, *_others = steps_on(officer)
    said = {f"{each}-{name}": value for each in (first, second) for name, value in plan_by(leader).items()}
    page = officer.post(SEVERAL, {**sent(officer), **said}, follow=True).content.decode()
    assert planned() == dict.fromkeys((first, second), (leader.pk, LATER))
    assert "Het plan van 2 stappen is vastgelegd" in page


def name_of(step: str) -> str:
    """What the step is called on its line of the page."""
    found = next(each for each in current_catalogue().method_steps if each.id == step)
    return found.name.in_language("nl")


def plan_by(leader: Person) -> dict[str, str]:
    return {"owner_id": str(leader.pk), "due_on": DAY}


def test_it_is_one_verb_in_the_history(officer: Client, leader: Person) -> None:
    said = {f"{each}-{name}": value for each in steps_on(officer)[:2] for name, value in plan_by(leader).items()}
    officer.post(SEVERAL, {**sent(officer), **said})
    entries = officer.get("/duinveld/desk/method/plan/history/").context["entries"]
    assert [each.title for each in entries] == ["Meer stappen tegelijk gepland"]


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"due_on": ""}, "Geef zowel wie de stap leidt als de dag, of geen van beide."),
        ({"due_on": "31-2-2099"}, "31-2-2099"),
        ({"due_on": "1-1-2001"}, ": Die dag is voorbij."),
    ],
)
def test_one_mistake_writes_nothing_and_loses_nothing(
    wrong: dict[str, str], told: str, officer: Client, leader: Person
) -> None:
    first, second, *_others = steps_on(officer)
    said = {f"{first}-{name}": value for name, value in plan_by(leader).items()}
    faulty = {f"{second}-{name}": value for name, value in {**plan_by(leader), **wrong}.items()}
    page = officer.post(SEVERAL, {**sent(officer), **said, **faulty}).content.decode()
    assert (planned(), told in page, page.count(" data-focus>")) == ({}, True, 1)
    assert name_of(second) in page.partition(" data-focus>")[2].partition("</ul>")[0]
    assert page.count(f'value="{leader.pk}" selected') == 2


def test_what_stands_on_the_plan_is_shown_and_kept_where_nothing_is_changed(officer: Client, leader: Person) -> None:
    first = steps_on(officer)[0]
    officer.post(SEVERAL, {**sent(officer), **{f"{first}-{n}": v for n, v in plan_by(leader).items()}})
    page = officer.post(SEVERAL, sent(officer), follow=True).content.decode()
    assert (Row.objects.get().revision, "Er is niets gewijzigd in het plan" in page) == (1, True)


def test_a_step_is_not_taken_off_without_a_reason(officer: Client, leader: Person) -> None:
    first = steps_on(officer)[0]
    officer.post(SEVERAL, {**sent(officer), **{f"{first}-{n}": v for n, v in plan_by(leader).items()}})
    page = officer.post(SEVERAL, {**sent(officer), f"{first}-owner_id": "", f"{first}-due_on": ""}).content.decode()
    assert (list(planned()), "Haal haar van het plan op de pagina van de stap" in page) == ([first], True)


def test_what_another_planned_meanwhile_is_shown_and_not_written_over(
    officer: Client, leader: Person, everyone: Actor
) -> None:
    first = steps_on(officer)[0]
    officer.post(SEVERAL, {**sent(officer), **{f"{first}-{n}": v for n, v in plan_by(leader).items()}})
    read = sent(officer)
    row = shaped(PlannedStep, Row.objects.values().get())
    other = dt.date(2027, 6, 1)
    replan_step(PlannedStep(row.id, row.step, row.owner_id, other, revision=row.revision), by=everyone)
    page = officer.post(SEVERAL, {**read, f"{first}-due_on": "1-7-2027"}).content.decode()
    assert (planned()[first][1], "Nu vastgelegd: 1 juni 2027" in page) == (other, True)


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.PROCESS_OWNER, Role.DATA_PROTECTION_OFFICER])
def test_who_may_not_plan_is_not_led_there(role: Role, municipality: Municipality) -> None:
    browser = signed_in(role)
    assert (SEVERAL in browser.get("/duinveld/desk/method/").content.decode(), browser.get(SEVERAL).status_code) == (
        False,
        403,
    )
