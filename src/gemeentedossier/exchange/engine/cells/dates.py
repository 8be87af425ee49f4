"""Dates as people write them. A date that does not exist is reported, never moved to one that does."""

import datetime as dt
import re

from gemeentedossier.exchange.engine.cells.reading import Note, Reading, changed, lost
from gemeentedossier.exchange.engine.words import folded
from gemeentedossier.exchange.enums import RemarkCode

MONTHS = (
    ("januari", "jan"), ("februari", "feb"), ("maart", "mrt"), ("april", "apr"), ("mei",), ("juni", "jun"),
    ("juli", "jul"), ("augustus", "aug"), ("september", "sept", "sep"), ("oktober", "okt"),
    ("november", "nov"), ("december", "dec"),
)  # fmt: skip
_MONTH_NUMBERS = {name: number for number, names in enumerate(MONTHS, start=1) for name in names}
_MONTH = "|".join(sorted(_MONTH_NUMBERS, key=len, reverse=True))

_ISO = re.compile(r"^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[t ][\d:.]+z?)?$")
_DUTCH = re.compile(r"^(\d{1,2})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?(?:(\d{4})|'?(\d{2}))$")
_IN_WORDS = re.compile(rf"^(\d{{1,2}})[ -]({_MONTH})\.?[ -](?:(\d{{4}})|'?(\d{{2}}))$")
_SERIAL = re.compile(r"^\d{5}(?:\.\d+)?$")
_INCOMPLETE = re.compile(
    rf"^(?:(?:19|20)\d\d|\d{{1,2}}[-/](?:19|20)\d\d|(?:19|20)\d\d[-/]\d{{1,2}}|(?:{_MONTH})\.? (?:19|20)?\d\d|"
    r"(?:q[1-4]|[1-4]e kwartaal|voorjaar|najaar|zomer|begin|eind|medio) .*(?:19|20)\d\d)$"
)
FIRST_SERIAL, LAST_SERIAL = 20_000, 80_000
"""Serial numbers of 1954 to 2119; outside these a number is no date of a register."""
SERIAL_EPOCH = dt.date(1899, 12, 30)


def read_date(text: str) -> Reading[dt.date]:
    """One date, or the note why the text is none."""
    written = folded(text).removeprefix("d.d. ").removeprefix("dd. ")
    if _SERIAL.match(written):
        return _from_serial(text, int(float(written)))
    for pattern, order in ((_ISO, "ymd"), (_DUTCH, "dmy"), (_IN_WORDS, "dmy")):
        match = pattern.match(written)
        if match:
            return _from_parts(match.groups(), order=order)
    if _INCOMPLETE.match(written):
        return Reading(notes=(lost(RemarkCode.INCOMPLETE_DATE),))
    return Reading(notes=(lost(RemarkCode.NOT_A_DATE),))


def _from_parts(groups: tuple[str | None, ...], *, order: str) -> Reading[dt.date]:
    notes: tuple[Note, ...] = ()
    if order == "ymd":
        year, month, day = groups
    else:
        day, month, year, short = groups
        if year is None:
            year = f"20{short}"
    try:
        date = dt.date(int(year or 0), _month(month or ""), int(day or 0))
    except ValueError:
        return Reading(notes=(lost(RemarkCode.IMPOSSIBLE_DATE),))
    if order == "dmy" and groups[3] is not None:
        notes = (changed(RemarkCode.TWO_DIGIT_YEAR, taken=date.isoformat()),)
    return Reading((date,), notes)


def _month(text: str) -> int:
    return _MONTH_NUMBERS.get(text) or int(text)


def _from_serial(text: str, serial: int) -> Reading[dt.date]:
    if not FIRST_SERIAL <= serial <= LAST_SERIAL:
        return Reading(notes=(lost(RemarkCode.NOT_A_DATE),))
    date = SERIAL_EPOCH + dt.timedelta(days=serial)
    return Reading((date,), (changed(RemarkCode.SERIAL_DATE, taken=date.isoformat()),))
