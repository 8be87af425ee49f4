"""In which quarter and week a day lies, on both sides of each border."""

import datetime as dt

import pytest

from gemeentedossier.desk.presenters.quarters import Quarter, quarters_until
from gemeentedossier.desk.presenters.weeks import Week, weeks_from


@pytest.mark.parametrize(
    ("day", "quarter"),
    [
        (dt.date(2026, 3, 31), Quarter(2026, 1)),
        (dt.date(2026, 4, 1), Quarter(2026, 2)),
        (dt.date(2026, 9, 30), Quarter(2026, 3)),
        (dt.date(2026, 12, 31), Quarter(2026, 4)),
        (dt.date(2027, 1, 1), Quarter(2027, 1)),
    ],
)
def test_a_day_lies_in_its_quarter(day: dt.date, quarter: Quarter) -> None:
    assert Quarter.of(day) == quarter


def test_the_last_eight_quarters_end_with_that_of_the_day() -> None:
    found = quarters_until(dt.date(2026, 2, 1))
    assert (found[0], found[-2], found[-1]) == (Quarter(2024, 2), Quarter(2025, 4), Quarter(2026, 1))
    assert len(found) == 8


@pytest.mark.parametrize(
    ("day", "week"),
    [
        (dt.date(2026, 12, 31), Week(2026, 53)),
        (dt.date(2027, 1, 3), Week(2026, 53)),
        (dt.date(2027, 1, 4), Week(2027, 1)),
    ],
)
def test_a_week_belongs_to_the_year_of_its_thursday(day: dt.date, week: Week) -> None:
    assert Week.of(day) == week


def test_the_weeks_begin_with_that_of_the_day_and_follow_each_other() -> None:
    found = weeks_from(dt.date(2026, 12, 28))
    assert [str(each) for each in found[:3]] == ["2026-W53", "2027-W01", "2027-W02"]
    assert (len(found), found[1].begins) == (12, dt.date(2027, 1, 4))
