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
_ODDLY_CASED = frozenset("iks")
"""Letters that a search without regard to capitals also finds as a sign outside ASCII (`ı`, `ſ`, the kelvin)."""
_Needed = frozenset[str]


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


def needed_by(pattern: str) -> _Needed:
    """Return pieces of which one stands, in small letters, in every text in which the pattern finds something.

    None where nothing of the kind is certain. Of several such sets it is the one that is likely to be rarest in prose.
    """
    return _needed_in(_parser.parse(pattern))


def _needed_in(parsed: Any) -> _Needed:
    sets, run = [], ""
    for operation, about in parsed:
        if operation is of.LITERAL and (sign := _plain(about)):
            run += sign
            continue
        sets += [frozenset({run}), _needed_of(operation, about)]
        run = ""
    found = [each for each in (*sets, frozenset({run})) if each and all(each)]
    return max(found, key=_rarity, default=frozenset())


def _needed_of(operation: Any, about: Any) -> _Needed:
    """What one part of a pattern needs; the empty set where that is not known."""
    if operation is of.IN:
        signs = [_plain(each) if kind is of.LITERAL else "" for kind, each in about]
        return frozenset(signs) if all(signs) else frozenset()
    if operation is of.BRANCH:
        sets = [_needed_in(each) for each in about[1]]
        return frozenset().union(*sets) if all(sets) else frozenset()
    if operation in _REPEATS:
        fewest, _most, part = about
        needed = _needed_in(part) if fewest else frozenset[str]()
        return frozenset(each * fewest for each in needed) if len(part) == 1 and part[0][0] is of.LITERAL else needed
    if operation is of.SUBPATTERN:
        _group, added, taken, part = about
        return frozenset() if added or taken else _needed_in(part)
    return _needed_in(about[1]) if operation is of.ASSERT else frozenset()


def _plain(code: int) -> str:
    """The sign in small letters; empty where signs of another kind count as the same."""
    small = chr(code).casefold()
    is_letter_or_bare = small.isascii() or chr(code).lower() == chr(code).upper()
    return small if len(small) == 1 and is_letter_or_bare and small not in _ODDLY_CASED else ""


def _rarity(needed: _Needed) -> tuple[bool, int, int]:
    has_sign = all(any(not (sign.isalnum() or sign.isspace()) for sign in each) for each in needed)
    return has_sign, min(map(len, needed)), -len(needed)


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
