"""Coverage at a glance: every number is the number of findings that it leads to, now and at a past moment."""

import io

import pytest
from django.test import Client
from openpyxl import load_workbook
from pytest_django import DjangoAssertNumQueries

from gemeentedossier.dossier.register.actions.activities import insert_activities
from gemeentedossier.dossier.register.facts import Activity, Characteristics
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.ledger.actions import settle
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.organisation.enums import Role
from tests.builders import an_activity
from tests.integration.desk.people import signed_in

COVERAGE = "/duinveld/desk/coverage/"
READING = 12
"""One reading of the whole dossier in two journeys, and what every page asks: the budget of a main page."""
CLASHING = Characteristics(algorithm=False, automated_decision=True)


@pytest.fixture
def officer(municipality: Municipality) -> Client:
    return signed_in(Role.PRIVACY_OFFICER)


@pytest.fixture
def activity(municipality: Municipality) -> Activity:
    made = an_activity(name="Toekennen door een rekenregel", characteristics=CLASHING)
    insert_activities([made])
    settle()
    return made


def rows(client: Client, query: str) -> dict[str, list[str]]:
    """The numbers of each row, by its name."""
    table = client.get(COVERAGE + query).context["table"]
    return {str(row.cells[0].text): [str(cell.text) for cell in row.cells[2:]] for row in table.rows}


@pytest.mark.parametrize("by", ["part", "article", "role", "controller", "rule"])
def test_every_number_leads_to_as_many_findings(by: str, officer: Client, activity: Activity) -> None:
    table = officer.get(f"{COVERAGE}?by={by}").context["table"]
    linked = [cell for row in table.rows[:6] for cell in row.cells[2:] if cell.url]
    listed = [officer.get(cell.url).context["pagination"].summary.split()[0] for cell in linked]
    assert listed == [str(cell.text) for cell in linked]
    assert len(linked) > 0


def test_a_row_leads_to_the_rules_behind_it(officer: Client, activity: Activity) -> None:
    table = officer.get(f"{COVERAGE}?by=article").context["table"]
    row = next(row.cells[0] for row in table.rows if row.cells[0].text == "art. 22 AVG")
    assert "Automatisch besluit zonder algoritme" in rows(officer, row.url.removeprefix(COVERAGE))


def test_a_rule_says_where_it_comes_from_and_what_was_found(officer: Client, activity: Activity) -> None:
    page = officer.get(f"{COVERAGE}rules/automated-decision-without-algorithm/")
    told = {str(each.term): each for each in page.context["definitions"]}
    assert [str(link.label) for link in page.context["numbers"]] == ["Tegenspraak: 1"]
    assert "verwerking: geautomatiseerd besluit" in str(told["Beantwoord door"].texts[0])
    assert [str(text) for text in told["Te beantwoorden op scherm"].texts] == ["Verwerking: Geautomatiseerde besluiten"]


def test_a_rule_that_awaits_records_says_which(officer: Client) -> None:
    told = officer.get(f"{COVERAGE}rules/log-names-unknown-activity/").context["definitions"]
    assert {str(each.term): each.texts for each in told}["Wacht op"] == (
        "Gegevens over het verwerkingslog kunnen in deze versie nog niet worden vastgelegd. "
        "De regel en haar voorbeelden zijn er al. De regel oordeelt zodra die gegevens er zijn.",
    )


def test_articles_that_ask_nothing_say_why(officer: Client) -> None:
    told = officer.get(f"{COVERAGE}?by=article").context["silent"]
    assert (told[0].articles, told[0].reason) == ("AVG 1", "Zegt waartoe de verordening dient.")


def test_a_rule_or_file_that_there_is_not(officer: Client) -> None:
    assert officer.get(f"{COVERAGE}rules/no-such-rule/").status_code == 404
    assert officer.get(f"{COVERAGE}files/pdf/").status_code == 404


def test_at_a_past_moment_it_shows_what_was_known_then(officer: Client, activity: Activity) -> None:
    before, then = rows(officer, "?by=part"), clock.now()
    insert_activities([an_activity(name="Later")])
    settle()
    assert rows(officer, "?by=part") != before
    officer.post("/duinveld/desk/moment/", {"moment": then.isoformat()})
    assert rows(officer, "?by=part") == before


@pytest.mark.parametrize("form", ["xlsx", "ods"])
def test_it_can_be_taken_along(form: str, officer: Client, activity: Activity) -> None:
    answer = officer.get(f"{COVERAGE}files/{form}/")
    assert answer.status_code == 200
    assert answer.headers["Content-Disposition"].endswith(f'.{form}"')


def test_the_file_links_to_the_record(officer: Client, activity: Activity) -> None:
    book = load_workbook(io.BytesIO(officer.get(f"{COVERAGE}files/xlsx/").content))
    first = [cell.value for cell in next(book["Bevindingen"].iter_rows(min_row=2, max_row=2))]
    assert (first[1], first[4]) == ("Toekennen door een rekenregel", "Automatisch besluit zonder algoritme")
    assert first[11] == f"http://testserver/duinveld/desk/register/{activity.id}/#automated"


@pytest.mark.parametrize("records", [1, 3])
def test_the_number_of_queries_does_not_grow(
    records: int, officer: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    insert_activities([an_activity() for _ in range(records)])
    with django_assert_max_num_queries(READING) as asked:
        officer.get(COVERAGE)
    assert len(asked) > 0
