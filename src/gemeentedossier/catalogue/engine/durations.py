"""Retention terms: ISO 8601 durations, added to a date by the calendar.

Years and months are added before weeks and days. A day that the month does not have becomes the month's last
day (31 January plus one month is 28 February; 29 February plus one year is 28 February), which is how a term
in months ends under Article 3(2)(c) of Regulation (EEC) 1182/71.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from gemeentedossier.catalogue.facts.faults import told
from gemeentedossier.catalogue.facts.retention import RetentionForm, RetentionRule

_ISO = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?")
_LONGEST = 1000
_WORDS = {
    "nl": (("jaar", "jaar"), ("maand", "maanden"), ("week", "weken"), ("dag", "dagen")),
    "en": (("year", "years"), ("month", "months"), ("week", "weeks"), ("day", "days")),
}


class InvalidDuration(ValueError):
    """The text is no duration in whole years, months, weeks and days."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Duration:
    """A term in calendar units; never negative, never empty."""

    years: int = 0
    months: int = 0
    weeks: int = 0
    days: int = 0

    def after(self, start: date) -> date:
        """Return the date on which the term that starts on `start` ends; raises `InvalidDuration`."""
        months = start.year * 12 + start.month - 1 + self.years * 12 + self.months
        year, month = divmod(months, 12)
        if year > date.max.year:
            raise InvalidDuration(f"The term ends after the year {date.max.year}.")
        day = min(start.day, monthrange(year, month + 1)[1])
        try:
            return date(year, month + 1, day) + timedelta(weeks=self.weeks, days=self.days)
        except OverflowError:
            raise InvalidDuration(f"The term ends after the year {date.max.year}.") from None

    def wording(self, language: str = "nl") -> str:
        """Return the term in words: `15 jaar`, `1 year and 6 months`."""
        units = _WORDS["en" if language.startswith("en") else "nl"]
        amounts = (self.years, self.months, self.weeks, self.days)
        parts = [f"{n} {one if n == 1 else many}" for n, (one, many) in zip(amounts, units, strict=True) if n]
        last = " and " if language.startswith("en") else " en "
        return last.join([", ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else parts[0]


def parse_duration(text: str) -> Duration:
    """Return the duration that `text` (`P15Y`, `P1Y6M`, `P42D`) says; raises `InvalidDuration`."""
    found = _ISO.fullmatch(text)
    amounts = [int(group or 0) for group in found.groups()] if found else []
    if not any(amounts):
        raise InvalidDuration(
            told(
                f"“{text}” is not a term. Write whole years, months, weeks or days, e.g. P15Y, P6M or P42D.",
                f"“{text}” is geen termijn. Schrijf hele jaren, maanden, weken of dagen: P15Y, P6M of P42D.",
            )
        )
    if amounts[0] > _LONGEST or max(amounts[1:]) > _LONGEST * 366:
        raise InvalidDuration(
            told(
                f"“{text}” is longer than {_LONGEST} years; check the number.",
                f"“{text}” is langer dan {_LONGEST} jaar; kijk naar het getal.",
            )
        )
    years, months, weeks, days = amounts
    return Duration(years=years, months=months, weeks=weeks, days=days)


def retention_wording(rule: RetentionRule, language: str = "nl") -> str:
    """Return the term of a rule in words, also where it is permanent or described."""
    if rule.form is RetentionForm.PERMANENT:
        return "kept permanently" if language.startswith("en") else "blijvend bewaren"
    if rule.duration is not None:
        return parse_duration(rule.duration).wording(language)
    return rule.described.in_language(language) if rule.described else rule.name.in_language(language)
