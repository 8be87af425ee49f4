"""Texts held against the word lists of the catalogue."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from unicodedata import category, normalize

from gemeentedossier.catalogue.engine.patterns import needed_by
from gemeentedossier.catalogue.facts.catalogue import Catalogue

_WORD = re.compile(r"\w+")
_APART = {code: " " for code in range(128) if not _WORD.match(chr(code))}


@dataclass(frozen=True, slots=True)
class CovenantWords:
    """What a catalogue knows an agreement between parties by. A covenant is never a legal basis (GDPR 6(3))."""

    catalogue: Catalogue
    _covenant: re.Pattern[str] | None = field(init=False)
    _exceptions: re.Pattern[str] | None = field(init=False)

    def __post_init__(self) -> None:
        words, patterns = self.catalogue.words("covenants"), self.catalogue.patterns("covenants")
        object.__setattr__(self, "_covenant", pattern_of(words, patterns))
        object.__setattr__(self, "_exceptions", pattern_of(self.catalogue.words("covenant-exceptions")))

    def are_in(self, text: str) -> bool:
        """Whether the text names an agreement between parties, and no law beside it, as a reader sees it."""
        seen = as_seen(text)
        return bool(found_in(self._covenant, seen)) and not found_in(self._exceptions, seen)


def as_seen(text: str) -> str:
    """The text without what a reader does not see (soft hyphens, characters without width), with plain spaces."""
    visible = text if text.isascii() else _visible(text)
    return " ".join(visible.split())


def _visible(text: str) -> str:
    """Letters of a form of their own (full width, ligatures) as the plain ones, and no marks that only steer."""
    return "".join(sign for sign in normalize("NFKC", text) if category(sign) != "Cf")


class Hints:
    """Tells of most texts at once that none of some words and patterns stands there; where one may, look for it.

    Words are looked for whole, so each can only stand in a text that has the longest word in it. A pattern is tried
    where a piece stands that it needs.
    """

    def __init__(self, words: Iterable[str], patterns: Iterable[str] = ()) -> None:
        parts = {word: _WORD.findall(word) for word in map(str.casefold, words)}
        self._words = frozenset(max(each, key=len) for each in parts.values() if each)
        self._signs = tuple(word for word, each in parts.items() if not each)
        shapes = {each: re.compile(each, re.IGNORECASE) for each in patterns}
        self._shapes = tuple((piece, found) for each, found in shapes.items() for piece in needed_by(each) or ("",))

    def are_in(self, text: str) -> bool:
        """Whether something may stand in the text."""
        plain = text.casefold()
        if not self._words.isdisjoint(_words_of(plain)) or any(sign in plain for sign in self._signs):
            return True
        return any(piece in plain and shape.search(text) for piece, shape in self._shapes)


def _words_of(text: str) -> list[str]:
    """The words of a text; of one in ASCII found by its other signs, which takes a third of the time."""
    return text.translate(_APART).split() if text.isascii() else _WORD.findall(text)


class WordList:
    """Words and patterns that are looked for in many texts, in most of which they do not stand."""

    def __init__(self, words: Iterable[str], patterns: Iterable[str] = ()) -> None:
        each, shaped = tuple(words), tuple(patterns)
        self._pattern, self._hints = pattern_of(each, shaped), Hints(each, shaped)

    def found_in(self, text: str) -> tuple[str, ...]:
        """Return what stands in the text, in order, without capitals.

        Letters that are alike and not the same (`ı` for `i`) have no hint, and only ASCII has none of these.
        """
        return () if text.isascii() and not self._hints.are_in(text) else found_in(self._pattern, text)


def pattern_of(words: Iterable[str], patterns: Iterable[str] = ()) -> re.Pattern[str] | None:
    """Return a pattern for these patterns, and these words as whole words, the longest first; None for neither."""
    longest_first = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    each = (*patterns, *([rf"(?<!\w)(?:{longest_first})(?!\w)"] if longest_first else []))
    return re.compile("|".join(each), re.IGNORECASE) if each else None


def found_in(pattern: re.Pattern[str] | None, text: str) -> tuple[str, ...]:
    """Return the different words of the pattern in the text, in order, without capitals."""
    return tuple(dict.fromkeys(word.casefold() for word in pattern.findall(text))) if pattern else ()
