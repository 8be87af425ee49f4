"""Patterns of word lists: read by people of a municipality, run over every text of its dossier."""

import re
from collections.abc import Iterator
from re import _constants as of  # type: ignore[attr-defined]  # not in the stubs
from re import _parser  # type: ignore[attr-defined]  # not in the stubs
from typing import Any

from gemeentedossier.catalogue.facts.faults import told

ENDLESS = told(
    "A part that repeats without end holds another repeat or a choice, so that a long text could keep the program "
    "busy for hours. Give one of them a most, such as “{1,40}”, or write the part out.",
    "Een deel dat zonder einde herhaalt, bevat een herhaling of een keuze, zodat een lange tekst het programma uren "
    "bezig kan houden. Geef een ervan een grens, zoals “{1,40}”, of schrijf het deel uit.",
)
_REPEATS = frozenset({of.MAX_REPEAT, of.MIN_REPEAT, of.POSSESSIVE_REPEAT})


def fault_of(pattern: str) -> str | None:
    """Return the sentence that says what is wrong with a pattern; None for one that can be used."""
    try:
        found = re.compile(pattern)
    except re.error as error:
        return told(
            f"This pattern cannot be read: {error}. Correct it.",
            f"Dit patroon kan niet worden gelezen: {error}. Verbeter het.",
        )
    if found.groups:
        return told(
            "A group in a pattern is written “(?:…)”: the whole of it is found.",
            "Een groep in een patroon schrijft u als “(?:…)”: gevonden wordt het geheel.",
        )
    if found.search(""):
        return told(
            "This pattern finds an empty text, so it would find everything. Narrow it.",
            "Dit patroon vindt een lege tekst, en dus alles. Maak het nauwer.",
        )
    return ENDLESS if _may_run_on(_parser.parse(pattern)) else None


def _may_run_on(parsed: Any) -> bool:
    """Whether an endless repeat holds a repeat or a choice: the ways to divide a text then double with each letter."""
    return any(
        operation in _REPEATS
        and about[1] == of.MAXREPEAT
        and any(inner in _REPEATS or inner is of.BRANCH for inner, _about in _within(about[2]))
        for operation, about in _within(parsed)
    )


def _within(parsed: Any) -> Iterator[tuple[Any, Any]]:
    """Every operation of a parsed pattern, with what it is about, however deep."""
    for operation, about in parsed:
        yield operation, about
        for part in _parts(about):
            yield from _within(part)


def _parts(about: Any) -> Iterator[Any]:
    if isinstance(about, _parser.SubPattern):
        yield about
    elif isinstance(about, tuple | list):
        for each in about:
            yield from _parts(each)
