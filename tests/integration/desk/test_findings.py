"""The findings: the worst first, filtered, grouped, each with the way to mend it."""

import dataclasses
import gzip
import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from gemeentedossier.dossier.register.actions.activities import insert_activities
from gemeentedossier.dossier.register.facts import Activity, Characteristics
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.organisation.enums import Role
from tests.builders import an_activity
from tests.integration.desk.people import signed_in

FINDINGS = "/duinveld/desk/findings/"
READING = 12
"""One reading of the whole dossier in two journeys, and what every page asks: the budget of a main page."""
CONTRADICTORY = Characteristics(
    algorithm=False, automated_decision=True, children_12_to_15=True, children_under_16=False
)


@pytest.fixture
def officer(municipality: Municipality) -> Client:
    return signed_in(Role.PRIVACY_OFFICER)


@pytest.fixture
def activity(municipality: Municipality) -> Activity:
    made = an_activity(name="Toekennen door een rekenregel", characteristics=CONTRADICTORY, policy_domain="income")
    insert_activities([made])
    return made


def listed(client: Client, query: str = "") -> list[str]:
    """The titles on the page."""
    return [str(each.finding.title) for each in client.get(FINDINGS + query).context["cases"]]


def test_a_contradiction_stands_first_with_its_two_statements(officer: Client, activity: Activity) -> None:
    first = officer.get(FINDINGS).context["cases"][0]
    assert first.finding.title == "Automatisch besluit zonder algoritme"
    assert [str(each.text) for each in first.finding.statements] == [
        "Besluiten worden alleen door een computer genomen.",
        "Er wordt geen algoritme gebruikt.",
    ]


def test_the_repair_opens_the_section_where_it_is_done(officer: Client, activity: Activity) -> None:
    repair = officer.get(FINDINGS).context["cases"][0].finding.repair
    asked = f"edit=automated&finding=automated-decision-without-algorithm&about={activity.id}"
    assert repair.url == f"/duinveld/desk/register/{activity.id}/?{asked}#automated"
    assert officer.get(repair.url).status_code == 200


def test_who_may_not_edit_is_offered_no_repair(municipality: Municipality, activity: Activity) -> None:
    cases = signed_in(Role.AUDITOR).get(FINDINGS).context["cases"]
    assert {each.finding.repair for each in cases} == {None}


def test_a_missed_good_practice_is_never_red_and_comes_after_the_law(officer: Client, activity: Activity) -> None:
    cases = officer.get(FINDINGS).context["cases"]
    natures = [each.finding.nature for each in cases]
    assert natures == sorted(natures, key=lambda nature: nature == "goede praktijk")
    practice = officer.get(f"{FINDINGS}?nature=good_practice").context["cases"]
    assert {(each.finding.nature, each.finding.outcome.tone) for each in practice} == {("goede praktijk", "note")}


def test_each_tab_counts_what_it_lists(officer: Client, activity: Activity) -> None:
    for tab in officer.get(FINDINGS).context["tabs"]:
        page = officer.get(FINDINGS + tab.url)
        assert page.context["pagination"].summary.split()[0] == str(tab.count)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?rule=automated-decision-without-algorithm", 1),
        ("?rule=automated-decision-without-algorithm&article=art.+22+AVG", 1),
        ("?rule=automated-decision-without-algorithm&article=art.+5+AVG", 0),
        ("?rule=automated-decision-without-algorithm&domain=income", 1),
        ("?rule=automated-decision-without-algorithm&domain=youth", 1),
        ("?rule=automated-decision-without-algorithm&nature=good_practice", 0),
        ("?rule=automated-decision-without-algorithm&severity=error", 1),
        ("?rule=automated-decision-without-algorithm&severity=warning", 0),
        ("?rule=automated-decision-without-algorithm&role=process_owner", 1),
        ("?rule=automated-decision-without-algorithm&part=A", 1),
        ("?rule=automated-decision-without-algorithm&part=D", 0),
        ("?rule=automated-decision-without-algorithm&outcome=met", 0),
    ],
)
def test_filters_narrow_and_what_does_not_exist_counts_as_not_chosen(
    query: str, found: int, officer: Client, activity: Activity
) -> None:
    assert len(listed(officer, query)) == found


def test_only_the_findings_of_one_record(officer: Client, activity: Activity) -> None:
    insert_activities([dataclasses.replace(an_activity(), name="Een andere")])
    cases = officer.get(f"{FINDINGS}?activity={activity.id}").context["cases"]
    assert {each.where.label for each in cases} == {"Toekennen door een rekenregel"}


def test_grouped_by_rule_each_rule_stands_once_and_leads_to_its_cases(officer: Client, activity: Activity) -> None:
    insert_activities([dataclasses.replace(an_activity(), characteristics=CONTRADICTORY)])
    table = officer.get(f"{FINDINGS}?group=rule").context["table"]
    first = table.rows[0].cells
    assert (first[0].text, first[4].text, first[5].text) == ("Automatisch besluit zonder algoritme", "2", "2")
    assert listed(officer, first[0].url) == ["Automatisch besluit zonder algoritme"] * 2


def test_a_page_holds_fifty(officer: Client, municipality: Municipality) -> None:
    insert_activities([an_activity() for _ in range(12)])
    assert len(listed(officer, "?outcome=not_applicable")) == 50


def test_an_empty_register_says_what_belongs_here(officer: Client) -> None:
    assert "Er valt nog niets te beoordelen" in officer.get(f"{FINDINGS}?outcome=contradicts").content.decode()


def test_filters_without_result_say_so(officer: Client, activity: Activity) -> None:
    assert "Niets past bij deze filters" in officer.get(f"{FINDINGS}?part=D&severity=error").content.decode()


@pytest.mark.parametrize("records", [1, 3])
def test_the_number_of_queries_does_not_grow(
    records: int, officer: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    insert_activities([an_activity() for _ in range(records)])
    with django_assert_max_num_queries(READING) as asked:
        officer.get(FINDINGS)
    assert len(asked) > 0


def test_a_page_travels_compressed_with_a_token_that_is_another_each_time(officer: Client) -> None:
    address, asks = reverse("desk:agreement-new", args=["duinveld"]), {"Accept-Encoding": "gzip"}
    first, second = officer.get(address, headers=asks), officer.get(address, headers=asks)
    tokens = [re.findall(r'csrfmiddlewaretoken" value="([^"]+)', unpacked(each)) for each in (first, second)]
    assert (first["Content-Encoding"], first.status_code) == ("gzip", 200)
    assert tokens[0]
    assert not set(tokens[0]) & set(tokens[1])


def unpacked(answer: Any) -> str:
    return gzip.decompress(answer.content).decode()


OPEN_FILTERS = re.compile(r'<details class="gd-fold"( open)?>\s*<summary class="gd-fold__button">Filter')


def test_what_is_filtered_by_stands_in_a_line_before_the_results_and_the_filters_are_folded(
    officer: Client, activity: Activity
) -> None:
    page = officer.get(f"{FINDINGS}?domain=income&nature=law").content.decode()
    assert OPEN_FILTERS.findall(page) == [""]
    told = re.findall(r'gd-on__name">([^<]*)</span> ([^<]*)<', page)
    assert told == [("Gevraagd door:", "wet"), ("Beleidsdomein:", "werk en inkomen")]
    assert page.index("gd-on__name") < page.index('class="gd-finding')


def test_each_filter_is_taken_away_by_itself_and_the_rest_stays(officer: Client, activity: Activity) -> None:
    page = officer.get(f"{FINDINGS}?domain=income&nature=law&group=rule&page=2")
    urls = [each.without_url for each in page.context["on"]]
    assert urls == ["?domain=income&group=rule", "?nature=law&group=rule"]
    assert [len(officer.get(FINDINGS + url).context["on"]) for url in urls] == [1, 1]


def test_the_last_one_taken_away_leaves_all_also_where_a_kept_filter_opens_the_list(
    officer: Client, activity: Activity
) -> None:
    (only,) = officer.get(f"{FINDINGS}?nature=law").context["on"]
    assert only.without_url == "?all=1"


def test_nothing_is_said_to_be_on_where_nothing_is(officer: Client, activity: Activity) -> None:
    page = officer.get(FINDINGS)
    assert (page.context["on"], "gd-on__name" in page.content.decode()) == ((), False)
