"""The terms of the law, reckoned: calendar months and weeks that end on no holiday, and elapsed hours.

Two laws say how a term ends: Regulation (EEC) 1182/71 for the terms of the GDPR, and the Dutch General Act on Terms
(Algemene termijnenwet) for those of the Awb. Both put a last day that is a Saturday, a Sunday or a holiday off to the
next day that is not. Hours are elapsed time and are never put off.
"""

import datetime as dt
from calendar import monthrange
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from zoneinfo import ZoneInfo

from gemeentedossier.catalogue.facts.holidays import Holiday, HolidayForm, TermRegime
from gemeentedossier.foundation.engine.remembering import Remembered

YEARS = 400
"""Of how many years is remembered which days are holidays."""
_SATURDAY, _SUNDAY = 5, 6
_DAY = dt.timedelta(days=1)


class WhyNot(StrEnum):
    """Why a term does not end on a day."""

    SATURDAY = "saturday"
    SUNDAY = "sunday"
    HOLIDAY = "holiday"


@dataclass(frozen=True, slots=True)
class PassedDay:
    """A day on which a term would have ended but cannot; ``holiday`` where that is the reason."""

    day: dt.date
    why: WhyNot
    holiday: Holiday | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A last day with its reckoning: from ``start``, ``counted`` by the calendar, put off over ``passed``."""

    start: dt.date
    counted: dt.date
    passed: tuple[PassedDay, ...]

    @property
    def due(self) -> dt.date:
        """The last day on which it is still in time."""
        return self.passed[-1].day + _DAY if self.passed else self.counted


@dataclass(frozen=True, slots=True)
class LegalCalendar:
    """The holidays that put off terms of one law. A holiday that does not hold on its day is none."""

    holidays: tuple[Holiday, ...]
    _of_year: Remembered[int, Mapping[dt.date, Holiday]] = field(init=False, compare=False, repr=False)
    """Which holiday a day of a year is; of two on one day the first."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "_of_year", Remembered(self._in_year, most=YEARS))

    @classmethod
    def of(cls, holidays: Iterable[Holiday], regime: TermRegime) -> "LegalCalendar":
        """Return the calendar for the terms of ``regime``."""
        return cls(tuple(each for each in holidays if regime in each.counts_for))

    def passed(self, day: dt.date) -> PassedDay | None:
        """Say why no term ends on this day; None for an ordinary day."""
        if day.weekday() == _SATURDAY:
            return PassedDay(day, WhyNot.SATURDAY)
        if day.weekday() == _SUNDAY:
            return PassedDay(day, WhyNot.SUNDAY)
        found = self._of_year[day.year].get(day)
        return PassedDay(day, WhyNot.HOLIDAY, found) if found else None

    def _in_year(self, year: int) -> Mapping[dt.date, Holiday]:
        days = ((holiday_in(each, year), each) for each in reversed(self.holidays))
        return {day: each for day, each in days if day}

    def roll_forward(self, day: dt.date) -> tuple[PassedDay, ...]:
        """Return the days from ``day`` on that a term passes over; empty where it ends on ``day`` itself."""
        passed: list[PassedDay] = []
        while found := self.passed(day):
            passed.append(found)
            day += _DAY
        return tuple(passed)

    def working_days_before(self, day: dt.date, count: int) -> dt.date:
        """Return the working day that lies ``count`` working days before ``day``."""
        while count:
            day -= _DAY
            count -= self.passed(day) is None
        return day


def months_after(start: dt.date, months: int) -> dt.date:
    """Return the day with the same number, or the last of that month (Regulation (EEC) 1182/71, 3(2)(c))."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return dt.date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def end_of_months(start: dt.date, months: int, calendar: LegalCalendar) -> Term:
    """Reckon a term in calendar months; the day of ``start`` itself is not counted (1182/71, 3(1) and 3(4))."""
    return _term(start, months_after(start, months), calendar)


def end_of_weeks(start: dt.date, weeks: int, calendar: LegalCalendar) -> Term:
    """Reckon a term in weeks; the day of ``start`` itself is not counted (Awb 6:8(1))."""
    return _term(start, start + dt.timedelta(weeks=weeks), calendar)


def end_of_days(start: dt.date, days: int, calendar: LegalCalendar) -> Term:
    """Reckon a term in days; the day of ``start`` itself is not counted."""
    return _term(start, start + dt.timedelta(days=days), calendar)


def after_hours(start: dt.datetime, hours: int) -> dt.datetime:
    """Return the moment at which so many hours have really passed, in the zone of ``start``; holidays change nothing.

    The clock is put forward and back in between: a term of hours is time that passed, not what the clock shows.
    Raises ValueError for a moment without a zone.
    """
    return (_utc(start) + dt.timedelta(hours=hours)).astimezone(start.tzinfo)


def hours_between(start: dt.datetime, end: dt.datetime) -> float:
    """Return the hours that really passed; negative where ``end`` is earlier. Raises ValueError without a zone."""
    return (_utc(end) - _utc(start)) / dt.timedelta(hours=1)


class ClockHour(StrEnum):
    """How often the clock shows a time on a day."""

    ONCE = "once"
    TWICE = "twice"
    """In the autumn, when the clock is put back: somebody must say which of the two."""
    NEVER = "never"
    """In the spring, when the clock is put forward."""


def clock_hour(shown: dt.datetime, zone: ZoneInfo) -> ClockHour:
    """Say how often the clock of ``zone`` shows this time; ``shown`` has no zone yet."""
    first, second = (shown.replace(tzinfo=zone, fold=fold) for fold in (0, 1))
    if first.utcoffset() == second.utcoffset():
        return ClockHour.ONCE
    returns = first.astimezone(dt.UTC).astimezone(zone).replace(tzinfo=None, fold=0)
    return ClockHour.TWICE if returns == shown.replace(fold=0) else ClockHour.NEVER


@cache
def easter_sunday(year: int) -> dt.date:
    """Return Easter Sunday of the Gregorian calendar: the Sunday after the church's full moon of spring."""
    golden, century = year % 19, year // 100
    leap = century // 4
    moon = (19 * golden + century - leap - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (year % 100 // 4) - moon - year % 100 % 4) % 7
    late = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return dt.date(year, month, day + 1)


def holiday_in(holiday: Holiday, year: int) -> dt.date | None:
    """Return the day of a holiday in a year; None where it has none, or is not known to hold on that day."""
    day = _day_of(holiday, year)
    if day and day.weekday() == _SUNDAY and holiday.sunday_moves:
        day += dt.timedelta(days=holiday.sunday_moves)
    return day if day and holiday.validity.holds_on(day) else None


def _day_of(holiday: Holiday, year: int) -> dt.date | None:
    if holiday.form is HolidayForm.EASTER:
        return easter_sunday(year) + dt.timedelta(days=holiday.easter_offset or 0)
    if holiday.form is HolidayForm.APPOINTED:
        return holiday.on if holiday.on and holiday.on.year == year else None
    return dt.date(year, holiday.month or 1, holiday.day or 1)


def _term(start: dt.date, counted: dt.date, calendar: LegalCalendar) -> Term:
    return Term(start=start, counted=counted, passed=calendar.roll_forward(counted))


def _utc(moment: dt.datetime) -> dt.datetime:
    if moment.tzinfo is None:
        raise ValueError("A moment needs a time zone.")
    return moment.astimezone(dt.UTC)
