"""Retention periods in words: "10 jaar na afhandeling" is P10Y with a trigger; "zolang nodig" stays a text."""

import re
from itertools import pairwise

from gemeentedossier.exchange.engine.cells.absence import absence_of
from gemeentedossier.exchange.engine.cells.reading import Note, Reading, lost, notice
from gemeentedossier.exchange.engine.cells.splitting import lines
from gemeentedossier.exchange.engine.vocabulary import Resolver
from gemeentedossier.exchange.engine.words import folded
from gemeentedossier.exchange.enums import RemarkCode, ResolvedKind
from gemeentedossier.exchange.facts import DraftRetention

NUMBER_WORDS = {
    "een": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8, "negen": 9,
    "tien": 10, "elf": 11, "twaalf": 12, "dertien": 13, "veertien": 14, "vijftien": 15, "zestien": 16,
    "zeventien": 17, "achttien": 18, "negentien": 19, "twintig": 20, "dertig": 30, "veertig": 40,
    "vijftig": 50, "zestig": 60, "zeventig": 70, "tachtig": 80, "negentig": 90, "honderd": 100,
    "honderdtien": 110,
}  # fmt: skip
UNITS = {
    "jaar": "Y", "jaren": "Y", "jr": "Y", "maand": "M", "maanden": "M", "mnd": "M", "mnden": "M",
    "kwartaal": "Q", "week": "W", "weken": "W", "wk": "W", "dag": "D", "dagen": "D", "uur": "H", "uren": "H",
}  # fmt: skip
_WORDS = "|".join(sorted(NUMBER_WORDS, key=len, reverse=True))
_UNIT = "|".join(sorted(UNITS, key=len, reverse=True))
_DURATION = re.compile(
    rf"(?<![\w.,])(?P<number>\d+(?:[.,]\d+)?|anderhalf|half|{_WORDS})\s*(?:\(\w+\)\s*)?(?P<unit>{_UNIT})\b\.?"
    r"(?!\s*(?:oud|is|wordt|bereikt|leeftijd))"
)
_TRIGGER = re.compile(
    r"^[\s,;:]*(?:bewaard|bewaren|bewaartermijn)?[\s,;:]*(?:te rekenen |gerekend |ingaande )?"
    r"(?:na|vanaf|sinds|nadat|volgend op)\s+(?:de dag van |het moment van )?(?P<trigger>[^.;(\n]+)"
)
_AT_LEAST = re.compile(r"\b(?:minimaal|minimum|min\.|ten minste|tenminste|minstens|in ieder geval)")
_ABOUT = re.compile(r"(?:\b(?:circa|ca\.|ongeveer|plusminus|gemiddeld)|±|\+/-)")
_AT_MOST = re.compile(r"\b(?:maximaal|maximum|max\.|uiterlijk|hoogstens|ten hoogste|niet langer dan|tot)\b")
_PERMANENT = re.compile(r"^(?:blijvend|permanent|eeuwig|altijd|onbeperkt)(?: (?:te )?(?:bewaren|bewaard))?\.?$")
_APPLIES_TO = re.compile(r"^(?P<subject>[^:\d]{2,60}):\s+")
_AND = re.compile(r"^\s*(?:,|en|\+)\s*$")
_UNIT_ORDER = "YQMWDH"


def read_retention(text: str, *, resolver: Resolver) -> Reading[DraftRetention]:
    """Every period of the cell. Parts are told apart only where each of them holds a period of its own."""
    parts = lines(text)
    several = len(parts) > 1 and all(_DURATION.search(folded(part)) or absence_of(part) for part in parts)
    readings = [_read_one(part, resolver=resolver) for part in (parts if several else [text])]
    return Reading(
        tuple(value for reading in readings for value in reading.values),
        tuple(note for reading in readings for note in reading.notes),
    )


def _read_one(text: str, *, resolver: Resolver) -> Reading[DraftRetention]:
    absent = absence_of(text)
    if absent:
        return Reading(notes=(lost(absent, text),))
    written = folded(text)
    if _PERMANENT.match(written):
        return Reading((DraftRetention(text, permanent=True),))
    subject = _APPLIES_TO.match(text)
    applies_to = subject["subject"].strip() if subject else ""
    duration, end, notes = _duration(written)
    if duration is None:
        return Reading((DraftRetention(text, applies_to=applies_to),), notes)
    trigger = _trigger(text, written[end:])
    known = resolver.resolve(ResolvedKind.RETENTION_TRIGGER, trigger) if trigger else None
    return Reading((DraftRetention(text, duration, trigger_text=trigger, trigger=known, applies_to=applies_to),), notes)


def _trigger(text: str, rest: str) -> str:
    """The event after the period, in the words and capitals of the text where folding kept its length."""
    match = _TRIGGER.match(rest)
    if not match:
        return ""
    trigger = match["trigger"].strip(" ,")
    at = folded(text).rfind(trigger)
    same_length = len(folded(text)) == len(text)
    return text[at : at + len(trigger)] if same_length else trigger


def _duration(written: str) -> tuple[str | None, int, tuple[Note, ...]]:
    """The period as an ISO 8601 duration with the place where its words end; None where there is not one."""
    found = list(_DURATION.finditer(written))
    if not found:
        return None, 0, (notice(RemarkCode.NO_PERIOD),)
    amounts = [_amount(match) for match in found]
    if None in amounts or not _one_period(written, found):
        return None, 0, (notice(RemarkCode.SEVERAL_PERIODS),)
    duration = _iso([amount for amount in amounts if amount is not None])
    before = written[: found[0].start()]
    for pattern in (_AT_LEAST, _ABOUT):
        if qualifier := pattern.search(before):
            note = notice(RemarkCode.QUALIFIED_PERIOD, word=qualifier.group(), period=duration, taken="")
            return None, 0, (note,)
    notes: tuple[Note, ...] = ()
    if qualifier := _AT_MOST.search(before):
        notes = (notice(RemarkCode.QUALIFIED_PERIOD, word=qualifier.group(), period=duration, taken=duration),)
    return duration, found[-1].end(), notes


def _one_period(written: str, found: list[re.Match[str]]) -> bool:
    """ "2 jaar en 6 maanden" is one period; "2 jaar of 6 maanden" and "5 jaar, 7 jaar" are two."""
    units = [_UNIT_ORDER.index(UNITS[match["unit"]]) for match in found]
    between = [written[a.end() : b.start()] for a, b in pairwise(found)]
    descending = all(first < second for first, second in pairwise(units))
    return descending and all(_AND.match(words) for words in between)


def _amount(match: re.Match[str]) -> tuple[int, str] | None:
    """A whole number with its unit; half years become months, other fractions are no period of the law."""
    word, unit = match["number"], UNITS[match["unit"]]
    if word in NUMBER_WORDS:
        number = float(NUMBER_WORDS[word])
    else:
        number = {"anderhalf": 1.5, "half": 0.5}.get(word) or float(word.replace(",", "."))
    factor, unit = {"Q": (3, "M")}.get(unit, (1, unit))
    if unit == "Y" and not number.is_integer():
        factor, unit = 12, "M"
    whole = number * factor
    return (int(whole), unit) if whole.is_integer() and 0 < whole < 10_000 else None


def _iso(amounts: list[tuple[int, str]]) -> str:
    days = "".join(f"{number}{unit}" for number, unit in amounts if unit != "H")
    hours = "".join(f"{number}H" for number, unit in amounts if unit == "H")
    return f"P{days}T{hours}" if hours else f"P{days}"
