"""Whole numbers and hours as people write them."""

import re

from gemeentedossier.exchange.engine.cells.reading import Reading, lost
from gemeentedossier.exchange.engine.words import folded
from gemeentedossier.exchange.enums import RemarkCode

LARGEST = 10_000_000
"""More than any municipality counts of anything in one system; the database holds less than 2,147,483,648."""
LONGEST = 40
"""Characters of a number that is read at all; of thousands of digits Python makes no number."""
_WHOLE = re.compile(r"^\d{1,3}(?:\.\d{3})+$|^\d+$")
_HOURS = re.compile(
    r"^(?P<number>\d+)\s*(?P<unit>uur|uren|u|h|hour|hours|dag|dagen|d|day|days|werkdag|werkdagen|week|weken)?\.?$"
)
_PER_UNIT = {"d": 24, "dag": 24, "dagen": 24, "day": 24, "days": 24, "week": 168, "weken": 168}
"""Hours in a unit. A working day has no hours by which a system is back: whoever says so leaves it open."""


def read_number(text: str) -> Reading[int]:
    """A whole number from 0, with or without points between its thousands."""
    written = folded(text)
    if len(written) > LONGEST or not _WHOLE.match(written) or int(written.replace(".", "")) > LARGEST:
        return Reading(notes=(lost(RemarkCode.NOT_A_NUMBER),))
    return Reading((int(written.replace(".", "")),))


def read_hours(text: str) -> Reading[int]:
    """So many hours, days or weeks, in hours; a bare number is hours."""
    written = folded(text)
    match = _HOURS.match(written) if len(written) <= LONGEST else None
    if match is None or (match["unit"] or "").startswith("werkdag"):
        return Reading(notes=(lost(RemarkCode.NOT_A_NUMBER),))
    hours = int(match["number"]) * _PER_UNIT.get(match["unit"] or "", 1)
    return Reading((hours,)) if hours <= LARGEST else Reading(notes=(lost(RemarkCode.NOT_A_NUMBER),))
