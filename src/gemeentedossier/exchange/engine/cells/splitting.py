"""Several values in one cell, cut apart where that is certain and left together where it is not."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

Known = Callable[[str], bool]

LONGEST_LISTED = 8
"""Words; a longer piece between commas is a sentence, and its commas are no list."""

_OPENING = "([{"
_CLOSING = ")]}"
_LINE = re.compile(r"\n")
_SEMICOLON = re.compile(r";")
_SLASH = re.compile(r"\s/\s")
_COMMA = re.compile(r",(?!\d)")
_AND = re.compile(r"(?<!-) en (?!-)", re.IGNORECASE)
_NUMBERED_INLINE = re.compile(r"(?:^|\s+)(?=\(?\d{1,2}[.)]\s+\S)")
_BULLET = re.compile(r"^(?:[-–—•*·▪]|o(?=\s))\s+")
_NUMBER = re.compile(r"^\(?(?P<number>\d{1,2})[.)]\s+")
_REFERENCES = re.compile(r"\s*\((?P<numbers>\d{1,2}(?:\s*(?:,|;|en|&|\+)\s*\d{1,2})*)\)\s*$")


@dataclass(frozen=True, slots=True)
class Piece:
    """One listed value: its own number in a numbered list, and the numbers it refers to."""

    text: str
    number: str = ""
    refers_to: tuple[str, ...] = ()


def cut(text: str, separator: re.Pattern[str]) -> list[str]:
    """The parts between separators that stand outside every pair of brackets; blank parts fall away."""
    parts, begin = [], 0
    depths = _depths(text)
    for match in separator.finditer(text):
        if depths[match.start()] == 0:
            parts.append(text[begin : match.start()])
            begin = match.end()
    parts.append(text[begin:])
    return [part.strip() for part in parts if part.strip()]


def _depths(text: str) -> list[int]:
    """How many brackets are open at each character; a bracket that never closes opens nothing."""
    depths, depth = [], 0
    for character in text:
        if character in _CLOSING and depth:
            depth -= 1
        depths.append(depth)
        if character in _OPENING:
            depth += 1
    depths.append(depth)
    return [0] * len(depths) if depth else depths


def lines(text: str) -> list[str]:
    """Parts by line and semicolon only, for texts that are sentences; bullets fall away."""
    parts = [part for line in cut(text, _LINE) for part in cut(line, _SEMICOLON)]
    return [bare for part in parts if (bare := _BULLET.sub("", part).strip())]


def pieces(text: str, *, known: Known) -> tuple[Piece, ...]:
    """The listed values of a cell, in order. ``known`` says which texts the catalogue knows as one value."""
    found: list[str] = []
    for line in lines(text):
        for part in [line] if known(line) else cut(line, _SLASH):
            found.extend(_by_number(part, known=known))
    return tuple(_piece(each) for each in found)


def _by_number(text: str, *, known: Known) -> list[str]:
    numbered = cut(text, _NUMBERED_INLINE)
    if len(numbered) > 1 and all(_NUMBER.match(part) for part in numbered):
        return [part.rstrip(" ,") for part in numbered]
    return _by_comma(text, known=known)


def _by_comma(text: str, *, known: Known) -> list[str]:
    if known(text):
        return [text]
    parts = cut(text, _COMMA)
    if len(parts) == 1:
        return _by_and(text, known=known)
    if any(len(part.split()) > LONGEST_LISTED for part in parts) and not all(map(known, parts)):
        return [text] if not any(_AND.search(part) for part in parts) else _sentence_or_list(text, parts, known)
    return [each for part in parts for each in _by_and(part, known=known)]


def _sentence_or_list(text: str, parts: list[str], known: Known) -> list[str]:
    """A long part may still be a list in itself: "a en b en c" of which all are known."""
    cut_parts = [_by_and(part, known=known) for part in parts]
    listed = [each for part in cut_parts for each in part]
    return listed if all(map(known, listed)) else [text]


def _by_and(text: str, *, known: Known) -> list[str]:
    """Cut at "en" only where the catalogue knows a part; "Werk en opleiding" is one category."""
    if known(text):
        return [text]
    words = cut(text, _AND)
    if len(words) == 1:
        return [text]
    joined = list(_longest_known(words, known))
    return joined if any(known(part) for part in joined) else [text]


def _longest_known(words: list[str], known: Known) -> Iterable[str]:
    unknown: list[str] = []
    begin = 0
    while begin < len(words):
        for end in range(min(len(words), begin + 4), begin, -1):
            if known(" en ".join(words[begin:end])):
                if unknown:
                    yield " en ".join(unknown)
                    unknown = []
                yield " en ".join(words[begin:end])
                begin = end
                break
        else:
            unknown.append(words[begin])
            begin += 1
    if unknown:
        yield " en ".join(unknown)


def _piece(text: str) -> Piece:
    number = _NUMBER.match(text)
    bare = text[number.end() :] if number else text
    references = _REFERENCES.search(bare)
    if references:
        numbers = tuple(re.findall(r"\d+", references["numbers"]))
        bare = bare[: references.start()]
        return Piece(bare.strip() or text, number["number"] if number else "", numbers)
    return Piece(bare.strip(" ,") or text, number["number"] if number else "")
