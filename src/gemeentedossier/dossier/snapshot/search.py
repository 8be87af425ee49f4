"""Finding in the whole dossier, of now or of any moment: Dutch words in whatever form, in names and in what is said."""

import dataclasses
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from operator import attrgetter
from typing import Any
from uuid import UUID

from gemeentedossier.dossier.snapshot.facts import Dossier

PLACES: Mapping[str, str] = {
    "activity": "activities",
    "agreement": "agreements",
    "party": "parties",
    "system": "systems",
    "measure": "measures",
    "tool": "tools",
    "leaflet": "leaflets",
    "risk": "security_risks",
    "assessment": "impact_assessments",
    "breach": "breaches",
    "request": "requests",
    "clause": "policy_clauses",
    "matter": "matters",
    "evidence": "evidence",
}
"""The kinds of records that have a page of their own, and where the dossier holds them."""
CALLED: Mapping[str, tuple[str, ...]] = {
    "leaflet": ("product", "party_name"),
    "risk": ("threat",),
    "breach": ("number", "title"),
    "request": ("number",),
    "clause": ("title",),
    "matter": ("title",),
    "evidence": ("title",),
}
"""What a record is called by, where that is not its name."""
AROUND = 70
"""How many characters of a text are shown at each side of what was found."""
ENDS: Mapping[str, str] = {"v": "[vf]", "z": "[zs]"}
"""A stem that ends so is written otherwise where the word stands alone: brieven, brief; huizen, huis."""
VOWELS = "aeou"
_LAST_VOWEL = re.compile(rf"(?<![{VOWELS}i])([{VOWELS}])(?=[^{VOWELS}iy]+$)")
_ACCENTED = re.compile(r"[^\x00-\x7f]")
_LIKE_A_WORD = re.compile(r"[a-z]{3,}")


@dataclass(frozen=True, slots=True)
class Found:
    """A record in which every word was found; ``said`` is the text around the first of them, empty where its name
    holds them all. A lower ``weight`` stands nearer to what was asked."""

    kind: str
    id: UUID | str
    name: str
    said: str = ""
    weight: int = 0


@cache
def _plain(letter: str) -> str:
    """The small letter without its accent: one character for one."""
    return unicodedata.normalize("NFD", letter)[0].lower()[:1]


def folded(text: str) -> str:
    """Return the text in small letters without accents, character by character, so that places stay the same."""
    return (text if text.isascii() else _ACCENTED.sub(lambda found: _plain(found[0]), text)).lower()


def composed(text: str) -> str:
    """The text with each accent in its letter, whichever way it was typed."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def pattern_of(stem: str) -> re.Pattern[str]:
    """Return what matches every form of a Dutch word, also within a compound; ``stem`` as PostgreSQL gives it.

    A last vowel may be doubled (bezwaar, bezwaren), a doubled last consonant be single (straf, straffen). A number is
    no part of a longer one.
    """
    stem = "".join(each for each in folded(composed(stem)) if not unicodedata.combining(each)) or stem
    stem = stem.removesuffix("'") or stem
    if not _LIKE_A_WORD.fullmatch(stem):
        before, after = (r"(?<!\d)" if stem[0].isdigit() else ""), (r"(?!\d)" if stem[-1].isdigit() else "")
        return re.compile(f"{before}{re.escape(stem)}{after}")
    body, last = stem[:-1], stem[-1]
    if body.endswith(last):
        return re.compile(f"{body}{last}?")
    return re.compile(_LAST_VOWEL.sub(r"\1\1?", body + last)[:-1] + ENDS.get(last, last))


def find(dossier: Dossier, stems: Sequence[str], names: Mapping[str, str]) -> tuple[Found, ...]:
    """Return the records that hold every stem, the nearest first; nothing for no stems.

    ``names`` says how a key of the catalogue (a kind of data, a provision) is called, so that it is found by its name.
    """
    patterns = tuple(pattern_of(each) for each in stems)
    found = (_found(kind, record, patterns, names) for kind, record in records_of(dossier)) if patterns else ()
    return tuple(sorted(filter(None, found), key=lambda each: (each.weight, folded(each.name), str(each.id))))


def records_of(dossier: Dossier) -> Iterator[tuple[str, Any]]:
    """Every record that has a page of its own, with its kind; breaches that were exercised are none."""
    for kind, place in PLACES.items():
        for record in getattr(dossier, place):
            if not getattr(record, "is_exercise", False):
                yield kind, record


def meant(dossier: Dossier, word: str) -> tuple[str, ...]:
    """Return the words in names that look most like one that was nowhere found, at most three."""
    words = {
        each for kind, record in records_of(dossier) for each in re.findall(r"\w{4,}", folded(_name(kind, record)))
    }
    return tuple(get_close_matches(folded(word), sorted(words), n=3, cutoff=0.75))


def texts_of(record: object, names: Mapping[str, str]) -> list[str]:
    """Every text in a record, as deep as it goes; a key of the catalogue as it is called."""
    found: list[str] = []
    _gather((record,), names, found)
    return found


def _gather(values: Iterable[Any], names: Mapping[str, str], found: list[str]) -> None:
    for value in values:
        kind: Any = type(value)
        if kind is str:
            found.append(names.get(value, value))
        elif kind is tuple or kind is frozenset:
            _gather(value, names, found)
        elif value and (fields := _fields(kind)):
            _gather(fields(value), names, found)


def _found(kind: str, record: Any, patterns: Iterable[re.Pattern[str]], names: Mapping[str, str]) -> Found | None:
    name = composed(_name(kind, record))
    called = folded(name)
    missing = [each for each in patterns if not each.search(called)]
    if not missing:
        at_once = all(re.search(rf"\b{each.pattern}", called) for each in patterns)
        return Found(kind, record.id, name, weight=0 if at_once else 1)
    text = composed("\n".join(texts_of(record, names)))
    whole = folded(text)
    if not all(each.search(whole) for each in missing):
        return None
    return Found(kind, record.id, name, _said(text, whole, missing[0]), weight=2)


def _said(text: str, whole: str, pattern: re.Pattern[str]) -> str:
    """The text around the first place, cut at words and within the line in which it stands."""
    place = pattern.search(whole)
    if place is None:
        return ""
    start, end = whole.rfind("\n", 0, place.start()) + 1, whole.find("\n", place.end())
    line, at = text[start : end if end >= 0 else None], place.start() - start
    left, right = max(at - AROUND, 0), min(at + AROUND, len(line))
    cut = line[left:right]
    if left:
        cut = f"… {cut.partition(' ')[2]}"
    return f"{cut.rpartition(' ')[0]} …" if right < len(line) else cut


def _name(kind: str, record: Any) -> str:
    return " ".join(filter(None, (getattr(record, each) for each in CALLED.get(kind, ("name",)))))


@cache
def _fields(kind: type[Any]) -> Callable[[Any], tuple[Any, ...]] | None:
    """What gives the values of all columns of a record; None for what is none."""
    if not dataclasses.is_dataclass(kind):
        return None
    columns = [each.name for each in dataclasses.fields(kind)]
    many = attrgetter(*columns)
    return many if len(columns) > 1 else lambda value: (many(value),)
