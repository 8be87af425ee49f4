"""Days on which no term of the law ends: what the law calls a public holiday, and for which terms it counts."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from gemeentedossier.catalogue.facts.citations import LawReference
from gemeentedossier.catalogue.facts.entries import SourcedEntry
from gemeentedossier.catalogue.facts.sources import Text


class TermRegime(StrEnum):
    """Which law says how a term ends."""

    EUROPEAN = "european"
    """Regulation (EEC) 1182/71: the terms of the GDPR."""
    NATIONAL = "national"
    """The Dutch General Act on Terms (Algemene termijnenwet): the terms of the Awb."""


class HolidayForm(StrEnum):
    """How the day of a holiday is found in a year."""

    FIXED = "fixed"
    """The same day of the month each year."""
    EASTER = "easter"
    """So many days after Easter Sunday, or before it."""
    APPOINTED = "appointed"
    """One day of one year, appointed by royal decree (Algemene termijnenwet 3(3))."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Holiday(SourcedEntry):
    """A public holiday.

    ``month`` and ``day`` hold for a fixed one, ``easter_offset`` (days) for one that follows Easter, ``on`` for one
    that was appointed. ``sunday_moves`` says by how many days it moves when it falls on a Sunday. ``counts_for`` are
    the terms that it puts off; where that is doubtful it is left out, so that the last day is the earliest one.
    """

    name: Text
    form: HolidayForm
    law: tuple[LawReference, ...]
    counts_for: frozenset[TermRegime]
    month: int | None = None
    day: int | None = None
    sunday_moves: int = 0
    easter_offset: int | None = None
    on: dt.date | None = None
