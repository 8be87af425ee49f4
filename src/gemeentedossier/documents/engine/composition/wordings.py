"""Lists, dates and countries as they are written in running text."""

import datetime as dt
from collections.abc import Sequence

from gemeentedossier.catalogue.engine.durations import InvalidDuration, parse_duration
from gemeentedossier.documents.engine.wording import wording_of
from gemeentedossier.foundation.clock import AMSTERDAM


def in_the_netherlands(moment: dt.datetime) -> dt.datetime:
    """The moment by the Dutch clock: a document made at half past midnight is dated that day, not the day before."""
    return moment.astimezone(AMSTERDAM)


def listed(items: Sequence[str], *, language: str) -> str:
    """The items as a list in a sentence: ``a, b en c``."""
    if len(items) < 2:
        return "".join(items)
    last = "and" if language == "en" else "en"
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def long_date(day: dt.date, *, language: str) -> str:
    """The date in words: 23 november 2026."""
    return f"{day.day} {wording_of(language).months[day.month - 1]} {day.year}"


def duration_words(period: str, *, language: str) -> str:
    """An ISO 8601 duration in words; as it stands where it is none."""
    try:
        return parse_duration(period).wording(language)
    except InvalidDuration:
        return period


def first_capital(text: str) -> str:
    """The text with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def anchor_of(*parts: str) -> str:
    """A lasting name of a section from ids."""
    name = "-".join(parts).lower()
    return "".join(char if char.isascii() and char.isalnum() else "-" for char in name)[:80]
