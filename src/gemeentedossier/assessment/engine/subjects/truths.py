"""Truths with three values: true, false and None for unknown (Kleene)."""

import datetime as dt
from collections.abc import Iterable

from gemeentedossier.catalogue.engine.lint import Lint


def any_of(truths: Iterable[bool | None]) -> bool | None:
    """True where one is true, false where all are false, else unknown; of nothing it is false."""
    every = tuple(truths)
    return True if True in every else None if None in every else False


def all_of(truths: Iterable[bool | None]) -> bool | None:
    """False where one is false, true where all are true, else unknown; of nothing it is true."""
    every = tuple(truths)
    return False if False in every else None if None in every else True


def written(text: str, lint: Lint) -> bool | None:
    """True where a text stands there; unknown, never false, where it does not, or where it is not finished at all."""
    return True if text and lint.says_something(text) else None


def said(text: str, lint: Lint) -> str | None:
    """The text, or None where nothing was written, or only a blank or a note for later."""
    return text.strip() if text and lint.says_something(text) else None


def or_unknown(text: str) -> str | None:
    """The text, or None where nothing was written."""
    return text.strip() or None


def over_a_year_ago(day: dt.date | None, *, on: dt.date) -> bool | None:
    """Whether more than a year passed between the day and ``on``; 29 February counts as 28 in other years."""
    if day is None:
        return None
    if day.year == dt.MAXYEAR:
        return False
    try:
        limit = day.replace(year=day.year + 1)
    except ValueError:
        limit = dt.date(day.year + 1, 2, 28)
    return limit < on


def joined(names: Iterable[str]) -> str | None:
    """Different names as one text, in order; None where there is none."""
    return ", ".join(dict.fromkeys(filter(None, names))) or None
