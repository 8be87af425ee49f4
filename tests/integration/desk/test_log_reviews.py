"""Looking at logs in the desk, the access matrix of all activities, and the one calendar of Part B."""

import datetime as dt
import io
import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from django.test import Client
from openpyxl import load_workbook

from gemeentedossier.dossier.assets.actions.systems import record_system
from gemeentedossier.dossier.assets.facts import System
from gemeentedossier.dossier.evidence.actions.evidence import add_link
from gemeentedossier.dossier.register.actions.activities import create_activity
from gemeentedossier.dossier.security.actions.access import allow_access
from gemeentedossier.dossier.security.actions.exclusions import propose_exclusion
from gemeentedossier.dossier.security.actions.reviews import plan_log_review
from gemeentedossier.dossier.security.facts import AccessRule, LogReviewPlan
from gemeentedossier.dossier.security.queries import log_review_plans_from
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.rows import live_rows
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.enums import Role
from tests.builders import an_activity
from tests.integration.desk.people import signed_in

PLACE = "/duinveld/desk/security/"
TODAY = dt.date(2026, 11, 24)


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with clock.clock_at(dt.datetime(2026, 11, 24, 9, tzinfo=dt.UTC)):
        yield


@pytest.fixture
def officer(municipality: object) -> Client:
    return signed_in(Role.CISO)


def shown(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def a_plan(by: Actor, *, begun: dt.date, name: str = "Zaaksysteem") -> LogReviewPlan:
    system = record_system(System(new_id(), name), by=by)
    return plan_log_review(LogReviewPlan(new_id(), system.id, "Inzage.", 3, begun), by=by)


def part(page: str, anchor: str) -> str:
    found = re.search(rf'<section[^>]*id="{anchor}".*?</section>', page, re.DOTALL)
    return found.group(0) if found else ""


def test_a_review_is_planned_done_and_followed_up(officer: Client, everyone: Actor) -> None:
    system = record_system(System(new_id(), "Zaaksysteem"), by=everyone)
    asked = f"{PLACE}log-reviews/new/?system={system.id}"
    assert f'<option value="{system.id}" selected>' in shown(officer, asked)
    given = {"looks_at": "Inzage.", "every_months": "3", "starts_on": "2026-08-01", "revision": "0"}
    page = officer.post(asked, {**given, "system_id": str(system.id)}).headers["Location"]
    assert "Te laat" in shown(officer, page)
    officer.post(f"{page}look/", {"done_on": "2026-11-24", "findings": "Eén inzage zonder zaak."})
    assert ("Op tijd gedaan" in shown(officer, page), "Niets opgeschreven" in shown(officer, page)) == (True, True)
    ((review,),) = (plan.reviews for plan in log_review_plans_from(live_rows, people={}))
    told = {"follow_up": "Gesproken met de collega.", "followed_up_on": "2026-11-24", "read": review.follow_up_mark}
    assert review.follow_up_mark in shown(officer, f"{page}reviews/{review.id}/")
    officer.post(f"{page}reviews/{review.id}/", told)
    assert "Afgehandeld" in part(shown(officer, f"{PLACE}log-reviews/"), "done")


def test_what_is_refused_stands_in_the_form(officer: Client, everyone: Actor) -> None:
    plan = a_plan(everyone, begun=TODAY)
    answer = officer.post(f"{PLACE}log-reviews/{plan.id}/look/", {"done_on": "2026-11-25", "findings": "Niets."})
    assert "Die dag moet nog komen." in answer.content.decode()


def test_a_plan_is_edited_and_ended_and_keeps_its_reviews(officer: Client, everyone: Actor) -> None:
    plan = a_plan(everyone, begun=dt.date(2026, 8, 1))
    url = f"{PLACE}log-reviews/{plan.id}/"
    edited = {"looks_at": "Inzage.", "every_months": "6", "starts_on": "2026-08-01", "revision": "0"}
    officer.post(f"{url}edit/", edited)
    officer.post(f"{url}end/", {"ended_on": "2026-11-24", "reason": "Het systeem is weg."})
    (found,) = log_review_plans_from(live_rows, people={})
    assert (found.every_months, found.ended_on) == (6, TODAY)
    assert "Beëindigd" in part(shown(officer, f"{PLACE}log-reviews/"), "plans")


def test_a_log_that_is_overdue_stands_on_its_system_beside_the_plan(officer: Client, everyone: Actor) -> None:
    plan = a_plan(everyone, begun=dt.date(2026, 8, 1))
    for page in (f"{PLACE}systems/{plan.system_id}/", f"{PLACE}log-reviews/{plan.id}/"):
        assert shown(officer, page).count('class="gd-finding gd-tone') == 1
    assert "gd-finding" in part(shown(officer, f"{PLACE}systems/{plan.system_id}/"), "log")


@pytest.mark.parametrize(("begun", "past", "ahead"), [("2026-08-23", True, False), ("2026-08-24", False, True)])
def test_the_calendar_tells_the_day_on_which_a_term_is_past(
    officer: Client, everyone: Actor, begun: str, past: bool, ahead: bool
) -> None:
    a_plan(everyone, begun=dt.date.fromisoformat(begun))
    page = shown(officer, "/duinveld/desk/agenda/")
    asked = "Laatste dag om het logboek na te kijken"
    assert [asked in part(page, anchor) for anchor in ("past", "month-2026-11")] == [past, ahead]


def test_the_calendar_and_its_file_hold_the_same_terms(officer: Client, everyone: Actor) -> None:
    a_plan(everyone, begun=TODAY)
    record_system(System(new_id(), "Oud systeem", supported_until=dt.date(2027, 1, 31)), by=everyone)
    add_link("https://a.example/", seen="Mei.", title="Steekproef", valid_until=dt.date(2027, 1, 1), by=everyone)
    page = shown(officer, "/duinveld/desk/agenda/")
    answer = officer.get("/duinveld/desk/agenda.ics")
    names = ("Zaaksysteem", "Oud systeem", "Steekproef")
    assert [name in page for name in names] == [name in answer.content.decode() for name in names] == [True] * 3
    assert answer.headers["Content-Disposition"] == 'attachment; filename="duinveld-agenda.ics"'


def test_the_calendar_says_what_an_excluded_number_is_called(officer: Client, everyone: Actor) -> None:
    propose_exclusion("8.25", reason="Wij maken niets.", review_on=dt.date(2027, 1, 31), by=everyone)
    agenda = "/duinveld/desk/agenda"
    for page in (part(shown(officer, f"{agenda}/"), "month-2027-01"), shown(officer, f"{agenda}.ics")):
        assert "8.25 Beveiligen tijdens de ontwikkelcyclus" in page.replace("\r\n ", "")


def test_the_matrix_holds_the_lines_of_all_activities_and_is_filtered(officer: Client, everyone: Actor) -> None:
    activities = [an_activity(name=name) for name in ("Leerplicht", "Schuldhulp", "Zonder regels")]
    for activity in activities:
        create_activity(activity, by=everyone)
    for activity, function in zip(activities, ("Consulent", "Schuldhulpverlener"), strict=False):
        allow_access(AccessRule(new_id(), activity.id, function, reason="Zijn taak."), by=everyone)
    page = shown(officer, f"{PLACE}access/")
    assert page.count("Geen gegevens vastgelegd") == 2
    assert f"/duinveld/desk/register/{activities[2].id}/security/#access" in page
    table = shown(officer, f"{PLACE}access/?function=Consulent").partition("<tbody")[2]
    assert ("Leerplicht" in table, "Schuldhulp" in table) == (True, False)
    assert "Geen regel past bij deze filters" in shown(
        officer, f"{PLACE}access/?function=Consulent&activity={activities[1].id}"
    )


def test_the_file_of_the_matrix_holds_what_the_filters_let_through(officer: Client, everyone: Actor) -> None:
    activity = an_activity(name="Leerplicht")
    create_activity(activity, by=everyone)
    line = AccessRule(new_id(), activity.id, "Consulent", reason="Beslist.", data_own=("naam",))
    for each in (line, replace(line, id=new_id(), function="Balie", data_own=())):
        allow_access(each, by=everyone)
    answer = officer.get(f"{PLACE}access/xlsx/?function=Balie")
    rows = list(load_workbook(io.BytesIO(answer.content)).active.values)  # type: ignore[union-attr]  # it has a sheet
    assert [(row[0], row[1], row[4]) for row in rows[1:]] == [("Balie", "Leerplicht", "geen gegevens vastgelegd")]
