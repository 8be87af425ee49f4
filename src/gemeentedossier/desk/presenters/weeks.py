"""Weeks by ISO 8601, by which the agenda is counted and narrowed."""

import datetime as dt
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _

SHOWN = 12


@dataclass(frozen=True, slots=True, order=True)
class Week:
    """A week, from Monday; its year is the one in which its Thursday lies."""

    year: int
    number: int

    @classmethod
    def of(cls, day: dt.date) -> "Week":
        """The week in which a day lies."""
        year, number, _day = day.isocalendar()
        return cls(year, number)

    @property
    def begins(self) -> dt.date:
        """Its Monday."""
        return dt.date.fromisocalendar(self.year, self.number, 1)

    def __str__(self) -> str:
        """As ISO 8601 writes it."""
        return f"{self.year}-W{self.number:02}"


def weeks_from(day: dt.date) -> tuple[Week, ...]:
    """The week of a day and those that come after it."""
    return tuple(Week.of(day + dt.timedelta(weeks=each)) for each in range(SHOWN))


def week_word(week: Week) -> str:
    """A week by its number and its Monday."""
    told = {"week": week.number, "day": date_format(week.begins, "j F Y")}
    return _("week %(week)s, from %(day)s") % told
