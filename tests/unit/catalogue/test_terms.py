"""Terms of the law end on the day, or at the moment, that the law says."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from gemeentedossier.catalogue.engine.terms import (
    ClockHour,
    LegalCalendar,
    WhyNot,
    after_hours,
    clock_hour,
    easter_sunday,
    end_of_days,
    end_of_months,
    end_of_weeks,
    holiday_in,
    hours_between,
    months_after,
)
from gemeentedossier.catalogue.facts.holidays import TermRegime
from gemeentedossier.catalogue.queries import current_catalogue

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def moment(text: str, *, fold: int = 0) -> dt.datetime:
    return dt.datetime.fromisoformat(text).replace(tzinfo=AMSTERDAM, fold=fold)


def calendar(regime: TermRegime) -> LegalCalendar:
    return LegalCalendar.of(current_catalogue().holidays.values(), regime)


EUROPEAN = calendar(TermRegime.EUROPEAN)
NATIONAL = calendar(TermRegime.NATIONAL)

MONTHS = [
    # The examples of the facts on data subjects' rights.
    ("2026-11-02", 1, "2026-12-02"),
    ("2026-11-02", 3, "2027-02-02"),
    ("2027-01-31", 1, "2027-03-01"),  # 28 February 2027 is a Sunday
    ("2027-01-31", 3, "2027-04-30"),
    ("2026-12-25", 1, "2027-01-25"),  # received on a holiday
    ("2026-12-25", 3, "2027-03-25"),
    ("2026-11-26", 1, "2026-12-28"),  # 26 December: holiday and Saturday, then Sunday
    ("2026-11-26", 3, "2027-02-26"),
    ("2026-08-31", 1, "2026-09-30"),
    ("2026-08-31", 3, "2026-11-30"),
    # Leap years.
    ("2028-01-29", 1, "2028-02-29"),
    ("2028-01-31", 1, "2028-02-29"),
    ("2028-02-29", 1, "2028-03-29"),
    ("2028-02-29", 12, "2029-02-28"),
    ("2027-11-29", 3, "2028-02-29"),
    ("2100-01-29", 1, "2100-03-01"),  # no leap year, and 28 February 2100 is a Sunday
    # Holidays that follow Easter.
    ("2026-03-06", 1, "2026-04-07"),  # Easter Monday
    ("2026-04-14", 1, "2026-05-15"),  # Ascension Day
    ("2026-04-25", 1, "2026-05-26"),  # Whit Monday
    ("2026-03-27", 1, "2026-04-28"),  # King's Day
    ("2026-12-01", 1, "2027-01-04"),  # New Year's Day is a Friday
    # Doubtful holidays: the earliest day.
    ("2026-03-03", 1, "2026-04-03"),  # Good Friday
    ("2027-04-05", 1, "2027-05-05"),
]


@pytest.mark.parametrize(("received", "months", "due"), MONTHS)
def test_a_term_in_months_of_the_gdpr_ends(received: str, months: int, due: str) -> None:
    assert end_of_months(day(received), months, EUROPEAN).due == day(due)


@pytest.mark.parametrize(
    ("start", "weeks", "due"),
    [
        ("2026-11-02", 6, "2026-12-14"),
        ("2026-11-13", 6, "2026-12-28"),  # both days of Christmas, then Sunday
        ("2026-02-20", 6, "2026-04-07"),  # Good Friday to Easter Monday
        ("2027-03-24", 6, "2027-05-07"),  # 5 May, then Ascension Day
        ("2026-11-07", 2, "2026-11-23"),  # a Saturday
    ],
)
def test_a_term_in_weeks_of_the_awb_ends(start: str, weeks: int, due: str) -> None:
    assert end_of_weeks(day(start), weeks, NATIONAL).due == day(due)


@pytest.mark.parametrize(("start", "days", "due"), [("2026-11-02", 14, "2026-11-16"), ("2026-11-06", 1, "2026-11-09")])
def test_a_term_in_days_ends(start: str, days: int, due: str) -> None:
    assert end_of_days(day(start), days, NATIONAL).due == day(due)


def test_the_reckoning_says_what_was_passed_over_and_why() -> None:
    term = end_of_months(day("2026-11-25"), 1, EUROPEAN)
    assert (term.counted, term.due) == (day("2026-12-25"), day("2026-12-28"))
    assert [(each.day.day, each.why, each.holiday and each.holiday.name.nl) for each in term.passed] == [
        (25, WhyNot.HOLIDAY, "Eerste Kerstdag"),
        (26, WhyNot.SATURDAY, None),
        (27, WhyNot.SUNDAY, None),
    ]


@pytest.mark.parametrize(
    ("due", "count", "target"),
    [
        ("2026-12-02", 5, "2026-11-25"),
        ("2027-01-04", 5, "2026-12-24"),
        ("2026-12-28", 1, "2026-12-24"),
        ("2026-12-28", 0, "2026-12-28"),
    ],
)
def test_working_days_are_counted_back(due: str, count: int, target: str) -> None:
    assert EUROPEAN.working_days_before(day(due), count) == day(target)


@pytest.mark.parametrize(
    ("start", "months", "end"), [("2026-12-31", 2, "2027-02-28"), ("2026-03-31", -1, "2026-02-28")]
)
def test_months_are_counted_over_the_end_of_a_year_and_back(start: str, months: int, end: str) -> None:
    assert months_after(day(start), months) == day(end)


EASTERS = """2000-04-23 2018-04-01 2019-04-21 2024-03-31 2025-04-20
2026-04-05 2027-03-28 2028-04-16 2038-04-25 2285-03-22"""


@pytest.mark.parametrize("sunday", EASTERS.split())
def test_easter_is_on(sunday: str) -> None:
    assert easter_sunday(int(sunday[:4])) == day(sunday)


HOLIDAYS_2027 = {
    "new-years-day": "2027-01-01",
    "good-friday": "2027-03-26",
    "easter-monday": "2027-03-29",
    "kings-day": "2027-04-27",
    "liberation-day": "2027-05-05",
    "ascension-day": "2027-05-06",
    "whit-monday": "2027-05-17",
    "christmas-day": "2027-12-25",
    "boxing-day": "2027-12-26",
}


def test_the_holidays_of_a_year() -> None:
    found = {each.id: holiday_in(each, 2027) for each in current_catalogue().holidays.values()}
    assert found == {name: day(text) for name, text in HOLIDAYS_2027.items()}


@pytest.mark.parametrize(("year", "on"), [(2025, "2025-04-26"), (2026, "2026-04-27"), (2031, "2031-04-26")])
def test_kings_day_is_never_on_a_sunday(year: int, on: str) -> None:
    assert holiday_in(current_catalogue().holidays["kings-day"], year) == day(on)


def test_kings_day_is_not_known_before_the_day_of_its_text() -> None:
    kings_day = current_catalogue().holidays["kings-day"]
    assert (holiday_in(kings_day, 2013), holiday_in(kings_day, 2014)) == (None, day("2014-04-26"))


@pytest.mark.parametrize(
    ("start", "hours", "end"),
    [
        ("2026-11-27T16:00", 72, "2026-11-30T16:00"),  # a weekend counts
        ("2026-12-24T09:30", 72, "2026-12-27T09:30"),  # so does Christmas
        ("2027-03-26T12:00", 72, "2027-03-29T13:00"),  # the clock goes forward on 28 March
        ("2026-10-23T12:00", 72, "2026-10-26T11:00"),  # the clock goes back on 25 October
        ("2028-02-28T10:00", 24, "2028-02-29T10:00"),
        ("2027-02-28T10:00", 24, "2027-03-01T10:00"),
    ],
)
def test_hours_are_time_that_passed(start: str, hours: int, end: str) -> None:
    assert after_hours(moment(start), hours) == moment(end)
    assert hours_between(moment(start), moment(end)) == hours


def test_the_hour_that_occurs_twice_is_two_hours() -> None:
    first, second = moment("2026-10-25T02:30"), moment("2026-10-25T02:30", fold=1)
    assert hours_between(first, second) == 1
    assert after_hours(second, 24) == moment("2026-10-26T02:30")


@pytest.mark.parametrize(
    ("shown", "often"),
    [
        ("2026-10-25T01:59", ClockHour.ONCE),
        ("2026-10-25T02:00", ClockHour.TWICE),
        ("2026-10-25T02:59", ClockHour.TWICE),
        ("2026-10-25T03:00", ClockHour.ONCE),
        ("2027-03-28T01:59", ClockHour.ONCE),
        ("2027-03-28T02:00", ClockHour.NEVER),
        ("2027-03-28T02:59", ClockHour.NEVER),
        ("2027-03-28T03:00", ClockHour.ONCE),
    ],
)
def test_the_clock_shows_a_time(shown: str, often: ClockHour) -> None:
    assert clock_hour(dt.datetime.fromisoformat(shown), AMSTERDAM) is often


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match=r"^A moment needs a time zone\.$"):
        after_hours(dt.datetime.fromisoformat("2026-11-27T16:00"), 72)
