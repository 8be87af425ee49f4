"""Months that are over, and what findings are counted as at the end of each."""

import datetime as dt

import pytest

from gemeentedossier.assessment.engine.lots import lots_in
from gemeentedossier.assessment.enums import Outcome
from gemeentedossier.assessment.facts import is_open
from gemeentedossier.assessment.standing import judge
from gemeentedossier.catalogue.facts.rules import Part
from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.exchange.example.dossier import example_dossier
from gemeentedossier.method.engine.months import COUNTED, MONTHS, count_parts, counted_lots, months_over
from gemeentedossier.method.enums import CountedOutcome

LONG_AGO = dt.date(2000, 1, 1)


@pytest.mark.parametrize(
    ("today", "last"),
    [
        (dt.date(2026, 11, 30), dt.date(2026, 10, 31)),
        (dt.date(2026, 12, 1), dt.date(2026, 11, 30)),
        (dt.date(2028, 3, 31), dt.date(2028, 2, 29)),
        (dt.date(2027, 1, 15), dt.date(2026, 12, 31)),
    ],
)
def test_a_month_is_over_on_the_first_day_after_it(today: dt.date, last: dt.date) -> None:
    assert months_over(today, since=LONG_AGO)[-1] == last


def test_twelve_months_are_looked_back_on() -> None:
    found = months_over(dt.date(2026, 11, 29), since=LONG_AGO)
    assert (len(found), found[0]) == (MONTHS, dt.date(2025, 11, 30))


@pytest.mark.parametrize(("since", "months"), [(dt.date(2026, 9, 30), 2), (dt.date(2026, 10, 1), 1)])
def test_no_month_counts_at_whose_end_there_was_no_dossier(since: dt.date, months: int) -> None:
    assert len(months_over(dt.date(2026, 11, 29), since=since)) == months


@pytest.mark.parametrize("outcome", [each for each in Outcome if is_open(each)])
def test_what_somebody_has_to_do_is_never_counted_as_in_order_nor_left_out(outcome: Outcome) -> None:
    assert COUNTED[outcome] in (CountedOutcome.NOT_MET, CountedOutcome.UNKNOWN)


def test_only_what_is_met_is_counted_as_in_order() -> None:
    assert [each for each, counted in COUNTED.items() if counted is CountedOutcome.MET] == [Outcome.MET]


def test_each_number_is_that_of_the_cases_that_are_listed_for_it() -> None:
    lots = lots_in(judge(example_dossier(current_catalogue()), current_catalogue()).assessment)
    counted = count_parts(lots)
    listed = {
        part: tuple(
            sum(lot.count for lot in counted_lots(lots, part=part, outcome=outcome)) for outcome in CountedOutcome
        )
        for part in Part
    }
    assert {part: (each.met, each.not_met, each.unknown) for part, each in counted.items()} == listed
    assert all(each.not_met for each in counted.values())
