"""What the dossier said month by month: counted once by the round, and each number leads to its cases of then."""

import datetime as dt
import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.utils import translation
from django.utils.formats import date_format
from pytest_django import DjangoAssertNumQueries

from gemeentedossier.assessment.queries import judged_once
from gemeentedossier.catalogue.facts.rules import Part
from gemeentedossier.design.charts import Bar, Chart
from gemeentedossier.dossier.register.actions.activities import insert_activities
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.ledger.actions import settle
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.tenancy import as_owner, municipality_scope
from gemeentedossier.method.actions.counting import count_month
from gemeentedossier.method.models import FindingCount
from gemeentedossier.method.queries import months_uncounted
from gemeentedossier.organisation.enums import Role
from tests.builders import an_activity
from tests.integration.desk.people import signed_in

MONTHS = "/duinveld/desk/figures/months/"


@pytest.fixture
def recorded(municipality: Municipality) -> Municipality:
    """An activity that was recorded two months ago, and another one just now."""
    insert_activities([an_activity(name="Leerplicht")])
    settle()
    year, month = divmod(clock.today().year * 12 + clock.today().month - 3, 12)
    with as_owner(), connection.cursor() as cursor:  # the database numbers by its own clock, which nobody sets
        moment = dt.datetime(year, month + 1, 10, tzinfo=dt.UTC)
        cursor.execute("UPDATE foundation_ledgerentry SET numbered_at = %s", [moment])
    insert_activities([an_activity(name="Parkeren")])
    settle()
    return municipality


def chart_of(client: Client, number: int = 0, **query: str) -> Chart:
    found: Chart = client.get(MONTHS, query).context["charts"][number]
    return found


def listed(client: Client, url: str) -> int:
    found = re.search(r"\d+", client.get(url).context["pagination"].summary)
    return int(found.group()) if found else 0


def test_each_month_is_counted_once_the_newest_first(recorded: Municipality) -> None:
    due = months_uncounted(clock.today())
    assert [count_month(), count_month(), count_month()] == [due[1], due[0], None]
    assert FindingCount.objects.count() == 2 * len(Part)


def test_a_month_that_cannot_be_judged_keeps_no_other_waiting(
    recorded: Municipality, monkeypatch: pytest.MonkeyPatch
) -> None:
    due = months_uncounted(clock.today())

    def judged_but_for_the_newest(municipality: Municipality, *, moment: dt.datetime) -> Any:
        if moment == clock.end_of(due[-1]):
            raise ValueError("what was recorded then cannot be read")
        return judged_once(municipality, moment=moment)

    monkeypatch.setattr("gemeentedossier.method.actions.counting.judged_once", judged_but_for_the_newest)
    assert [count_month(), count_month()] == [due[0], None]
    assert months_uncounted(clock.today()) == (due[-1],)


def test_nothing_is_counted_before_there_was_a_dossier(municipality: Municipality) -> None:
    assert count_month() is None


def test_what_is_counted_is_of_its_own_municipality(recorded: Municipality, other_municipality: Municipality) -> None:
    count_month()
    with municipality_scope(other_municipality.id):
        assert (FindingCount.objects.count(), count_month()) == (0, None)


def test_a_month_that_was_not_counted_says_so_and_stands_for_nothing(recorded: Municipality) -> None:
    count_month()
    earlier, newest, now = chart_of(signed_in(Role.PRIVACY_OFFICER)).bars
    assert (earlier.values, str(earlier.told)) == ((), "nog niet geteld")
    assert now.total > newest.total > 0


@pytest.mark.parametrize("number", range(5))
def test_every_number_leads_to_as_many_cases_of_then(number: int, recorded: Municipality) -> None:
    count_month()
    officer = signed_in(Role.PRIVACY_OFFICER)
    bars = [each for each in chart_of(officer, number).bars if each.values]
    assert [counts_behind(officer, each) for each in bars] == [list(each.values) for each in bars]
    assert number or bars[1].total > bars[0].total > 0


def counts_behind(client: Client, bar: Bar) -> list[int]:
    return [listed(client, url) for url in bar.urls]


def test_the_cases_of_then_can_be_seen_by_turning_the_whole_desk(recorded: Municipality) -> None:
    officer, on = signed_in(Role.PRIVACY_OFFICER), months_uncounted(clock.today())[0]
    step = officer.get(f"{MONTHS}{on:%Y-%m}/").context["step"]
    officer.post(step.url, {step.name: step.value, "next": step.next_url})
    assert officer.get("/duinveld/desk/findings/").context["frame"].moment.at == clock.end_of(on)
    assert [len(chart_of(officer).bars), officer.get(f"{MONTHS}now/").status_code] == [1, 200]


def test_what_was_found_at_a_past_moment_is_not_called_now(recorded: Municipality) -> None:
    count_month()
    count_month()
    executive, on = signed_in(Role.EXECUTIVE), clock.today().replace(day=1) - dt.timedelta(days=1)
    executive.post("/duinveld/desk/moment/", {"moment": clock.end_of(on).isoformat(), "next": "/duinveld/desk/"})
    with translation.override("nl"):
        told = date_format(on, "j F Y")
    assert [chart_of(executive).bars[-1].label, executive.get(f"{MONTHS}now/").context["title"]] == [told, told]
    assert f"Niet op orde op {told}: " in council_sentence(executive)


def council_sentence(client: Client) -> str:
    figures = client.get("/duinveld/desk/council/").context["indicators"]
    return next(str(each.sentence) for each in figures if each.anchor == "months")


def test_the_council_reads_that_months_that_are_over_are_not_counted_yet(recorded: Municipality) -> None:
    told = "De maanden die voorbij zijn, zijn nog niet geteld, dus dat weten we nog niet."
    assert council_sentence(signed_in(Role.COUNCIL_MEMBER)) == told


def test_the_page_tells_where_counting_again_gives_something_else(recorded: Municipality) -> None:
    on = count_month()
    assert on is not None
    officer, page = signed_in(Role.PRIVACY_OFFICER), f"{MONTHS}{on:%Y-%m}/"
    same = officer.get(page).context["note"]
    FindingCount.objects.filter(part=Part.A.value).update(met=100_000)
    other = officer.get(page).context["note"]
    assert ("geeft hetzelfde" in same, "geeft andere getallen" in other) == (True, True)


@pytest.mark.parametrize("month", ["2026-13", "1999-01", "x", "0000-00", "now-or-never"])
def test_a_month_that_is_not_there_is_not_found(month: str, recorded: Municipality) -> None:
    assert signed_in(Role.PRIVACY_OFFICER).get(f"{MONTHS}{month}/").status_code == 404


def test_what_a_filter_does_not_know_filters_nothing(recorded: Municipality) -> None:
    page = signed_in(Role.PRIVACY_OFFICER).get(f"{MONTHS}now/?part=Z&outcome=fine&page=99")
    assert (page.status_code, page.context["chosen"]) == (200, "")


@pytest.mark.parametrize("page", ["", "now/", "now/?part=A&outcome=unknown"])
def test_the_pages_stay_within_their_queries(
    page: str, recorded: Municipality, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    count_month()
    officer = signed_in(Role.PRIVACY_OFFICER)
    officer.get(MONTHS)
    with django_assert_max_num_queries(12):
        officer.get(f"{MONTHS}{page}")


def test_an_empty_municipality_has_a_page_that_opens(municipality: Municipality) -> None:
    answer: Any = signed_in(Role.PRIVACY_OFFICER).get(MONTHS)
    assert [len(each.bars) for each in answer.context["charts"]] == [1] * 5
