"""The path of the method on the desk: where we are, what is next, who takes it, and how mature each theme is."""

import datetime as dt
import re
from collections.abc import Iterator

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.dossier.governance.queries import planned_steps_from
from gemeentedossier.dossier.register.actions.activities import insert_activities
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.rows import live_rows
from gemeentedossier.organisation.enums import ControllerKind, Role
from gemeentedossier.organisation.models import Controller, OrganisationProfile, Unit
from tests.builders import an_activity
from tests.integration.desk.people import browser_of, signed_in, someone

STEP = "record-the-organisation"


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with clock.clock_at(dt.datetime(2026, 11, 28, 9, tzinfo=dt.UTC)):
        yield


@pytest.fixture
def officer(municipality: Municipality) -> Client:
    return signed_in(Role.PRIVACY_OFFICER)


def url(name: str, *args: object) -> str:
    return reverse(f"desk:{name}", args=["duinveld", *args])


def shown(client: Client, name: str, *args: object) -> str:
    answer: HttpResponse = client.get(url(name, *args))
    assert answer.status_code == 200
    return answer.content.decode()


def next_of(page: str) -> list[str]:
    return re.findall(r'id="next">[^<]*<a[^>]*>([^<]*)</a>', page)


def test_an_empty_municipality_sees_its_first_step_and_where_that_is_done(officer: Client) -> None:
    page = shown(officer, "method")
    assert "0 van de 22 stappen zijn klaar." in page
    assert next_of(page) == ["Leg vast wie de gemeente is"]
    assert f'href="{url("organisation")}"' in page


def test_today_leads_who_has_an_empty_register_to_the_path(officer: Client) -> None:
    page = shown(officer, "home")
    assert f'href="{url("method")}">De weg van een leeg dossier naar verantwoording: wat er nu komt' in page
    assert url("method-step", STEP) in page
    assert url("method-step", STEP) not in shown(signed_in(Role.AUDITOR), "home")


def test_what_is_recorded_moves_the_path_on_by_itself(officer: Client) -> None:
    Controller.objects.create(kind=ControllerKind.COLLEGE, name="College")
    Unit.objects.create(name="Zorg")
    OrganisationProfile.objects.create(contact_point="privacy@duinveld.example")
    page = shown(officer, "method")
    assert "1 van de 22 stappen zijn klaar." in page
    assert next_of(page) == ["Wijs mensen aan"]


@pytest.mark.parametrize("step", [each.id for each in current_catalogue().method_steps])
def test_each_step_says_when_it_is_done_and_where_that_is_worked_on(officer: Client, step: str) -> None:
    page = shown(officer, "method-step", step)
    found = next(each for each in current_catalogue().method_steps if each.id == step)
    assert found.name.nl in page
    assert all(each.text.nl in page for each in found.done_when)


def test_a_step_that_no_method_has_is_not_there(officer: Client) -> None:
    assert officer.get(url("method-step", "teleport")).status_code == 404


def test_who_plans_a_step_sees_it_on_the_path_today_and_in_the_calendar(municipality: Municipality) -> None:
    person = someone(Role.PRIVACY_OFFICER)
    officer = browser_of(person)
    given = {"owner_id": str(person.pk), "due_on": "2026-12-18", "note": "Met de secretaris.", "revision": "0"}
    assert officer.post(url("method-plan", STEP), given).status_code == 302
    assert [(each.step, each.owner_id, each.revision) for each in planned_steps_from(live_rows, {})] == [
        (STEP, person.pk, 1)
    ]
    assert "Jet, uiterlijk 18 december 2026" in shown(officer, "method")
    insert_activities([an_activity()])
    assert "1 stap van de invoering die u trekt" in shown(officer, "home")
    assert "Stap van de invoering moet klaar zijn" in shown(officer, "agenda")
    file = officer.get(url("agenda-file")).content.decode().replace("\r\n ", "")
    assert "SUMMARY:Stap van de invoering moet klaar zijn: Leg vast wie de gemeente is" in file


def test_the_day_after_its_day_a_step_is_late(municipality: Municipality) -> None:
    person = someone(Role.PRIVACY_OFFICER)
    officer = browser_of(person)
    given = {"owner_id": str(person.pk), "due_on": "2026-12-18", "note": "", "revision": "0"}
    officer.post(url("method-plan", STEP), given)
    told = []
    for day in (18, 19):
        with clock.clock_at(dt.datetime(2026, 12, day, 9, tzinfo=dt.UTC)):
            told.append("De dag is voorbij" in shown(officer, "method"))
    assert told == [False, True]


def test_a_day_that_passed_is_refused_in_the_form_and_nothing_is_lost(municipality: Municipality) -> None:
    person = someone(Role.PRIVACY_OFFICER)
    given = {"owner_id": str(person.pk), "due_on": "2026-11-27", "note": "Met de secretaris.", "revision": "0"}
    answer = browser_of(person).post(url("method-plan", STEP), given)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "Die dag is voorbij." in page
    assert "Met de secretaris." in page
    assert planned_steps_from(live_rows, {}) == ()


def test_what_somebody_planned_meanwhile_is_not_written_over(municipality: Municipality) -> None:
    person = someone(Role.PRIVACY_OFFICER)
    officer = browser_of(person)
    given = {"owner_id": str(person.pk), "due_on": "2026-12-18", "note": "Van de een.", "revision": "0"}
    officer.post(url("method-plan", STEP), given)
    page = officer.post(url("method-plan", STEP), {**given, "note": "Van de ander."}).content.decode()
    assert "Nu vastgelegd: Van de een." in page
    assert "Nu vastgelegd: Van de een." in page
    assert [each.note for each in planned_steps_from(live_rows, {})] == ["Van de een."]


def test_taking_a_step_off_the_plan_stands_in_its_history(municipality: Municipality) -> None:
    person = someone(Role.PRIVACY_OFFICER)
    officer = browser_of(person)
    given = {"owner_id": str(person.pk), "due_on": "2026-12-18", "note": "", "revision": "0"}
    officer.post(url("method-plan", STEP), given)
    assert officer.post(url("method-drop", STEP), {"reason": "Gaat op in stap 2."}).status_code == 302
    page = shown(officer, "method-history")
    assert "Stap op het plan gezet" in page
    assert "Stap van het plan gehaald" in page
    assert "Gaat op in stap 2." in page


def test_who_only_reads_sees_the_path_and_no_form(municipality: Municipality) -> None:
    auditor = signed_in(Role.AUDITOR)
    assert url("method-plan", STEP) not in shown(auditor, "method-step", STEP)
    assert auditor.post(url("method-plan", STEP), {}).status_code == 403


def test_of_an_empty_municipality_no_theme_reaches_a_level_that_it_cannot_show(officer: Client) -> None:
    page = shown(officer, "maturity")
    assert "3. Gedefinieerd</span>" not in page.partition('id="levels"')[0]
    assert "onbekend telt nooit als bereikt" in page


def test_the_quickscan_says_what_the_dossier_says(officer: Client) -> None:
    page = shown(officer, "quickscan")
    assert all(each.question.nl in page for each in current_catalogue().quickscan)


def test_in_english_the_path_is_english(officer: Client) -> None:
    officer.cookies["django_language"] = "en"
    assert next_of(shown(officer, "method")) == ["Record who the municipality is"]


CHOSEN = {"revision": "0", "level": "3", "due_on": "2027-06-30", "because": "Mensen krijgen op tijd antwoord."}


def test_the_executive_chooses_how_far_a_theme_must_be_and_sees_what_is_needed(municipality: Municipality) -> None:
    board = signed_in(Role.EXECUTIVE)
    insert_activities([an_activity()])
    assert board.post(url("maturity-ambition", "governance"), CHOSEN).status_code == 302
    page = board.get(url("maturity-theme", "governance"))
    needed = page.context["sections"][2].table
    assert "3. Gedefinieerd" in page.content.decode()
    assert {row.cells[0].text for row in needed.rows} == {"Voldoe aan wat de wet vraagt"}
    assert all(board.get(row.cells[1].url).status_code == 200 for row in needed.rows)


def test_the_ambition_stands_beside_the_level_in_the_chart_and_the_table(municipality: Municipality) -> None:
    board = signed_in(Role.EXECUTIVE)
    board.post(url("maturity-ambition", "rights"), CHOSEN)
    page = board.get(url("maturity"))
    assert [each.mark for each in page.context["chart"].bars if each.mark] == [3]
    assert "Ambitie: niveau 3, uiterlijk 30 juni 2027" in page.content.decode()


def test_without_an_ambition_the_chart_has_no_mark(officer: Client) -> None:
    page = officer.get(url("maturity"))
    assert page.context["chart"].mark_label == ""
    assert "Kies een ambitie" not in page.content.decode()


def test_an_ambition_is_withdrawn_with_a_reason_and_its_history_stays(municipality: Municipality) -> None:
    board = signed_in(Role.EXECUTIVE)
    board.post(url("maturity-ambition", "rights"), CHOSEN)
    assert board.post(url("maturity-withdraw", "rights"), {"reason": "De raad koos anders."}).status_code == 302
    page = shown(board, "maturity-history")
    assert "Ambitie gekozen" in page
    assert "Ambitie ingetrokken" in page
    assert "De raad koos anders." in page


def test_an_ambition_that_another_withdrew_meanwhile_is_not_chosen_anew_unseen(municipality: Municipality) -> None:
    page = signed_in(Role.EXECUTIVE).post(url("maturity-ambition", "rights"), {**CHOSEN, "revision": "1"})
    assert "Iemand trok deze ambitie in terwijl u schreef." in page.content.decode()


def test_a_theme_that_the_method_does_not_have_is_not_there(officer: Client) -> None:
    assert officer.get(url("maturity-theme", "nowhere")).status_code == 404
    assert signed_in(Role.EXECUTIVE).post(url("maturity-ambition", "nowhere"), CHOSEN).status_code == 404


def test_who_only_reads_sees_the_theme_and_no_form(officer: Client) -> None:
    assert url("maturity-ambition", "rights") not in shown(officer, "maturity-theme", "rights")
    assert officer.post(url("maturity-ambition", "rights"), CHOSEN).status_code == 403


@pytest.mark.parametrize(("day", "told"), [(30, False), (1, True)])
def test_today_tells_who_chose_from_the_day_after_what_was_not_reached(
    municipality: Municipality, day: int, told: bool
) -> None:
    board = signed_in(Role.EXECUTIVE)
    insert_activities([an_activity()])
    board.post(url("maturity-ambition", "governance"), {**CHOSEN, "due_on": "2026-11-30"})
    with clock.clock_at(dt.datetime(2026, 12 if told else 11, day, 9, tzinfo=dt.UTC)):
        assert ("1 thema is niet zo ver als is gekozen" in shown(signed_in(Role.EXECUTIVE), "home")) is told
        assert "thema is niet zo ver" not in shown(signed_in(Role.PRIVACY_OFFICER), "home")
