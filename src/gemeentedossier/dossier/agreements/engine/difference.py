"""Two texts held beside each other, word by word."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_WORD = re.compile(r"\S+")
MOST_PAIRS = 20_000
"""Places where a word of the one may be that of the other, which is what comparing costs. A clause of a thousand words
has half of these; texts that have more are shown whole, one after the other (our own choice)."""


class Mark(StrEnum):
    """Where words stand."""

    BOTH = "both"
    FIRST = "first"
    SECOND = "second"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words that stand in both texts, or in one of the two only."""

    mark: Mark
    text: str


def difference(first: str, second: str) -> tuple[Stretch, ...]:
    """Return both texts as one: what both say, and in its place what only one of them says.

    The words of each text, put together in order, are the text again; white space between words does not count.
    """
    ours, theirs = _WORD.findall(first), _WORD.findall(second)
    if _pairs(ours, theirs) > MOST_PAIRS:
        found = ((Mark.FIRST, ours), (Mark.SECOND, theirs))
        return tuple(Stretch(mark, " ".join(words)) for mark, words in found if words)
    return tuple(Stretch(mark, " ".join(words)) for mark, words in _stretches(ours, theirs) if words)


def _pairs(ours: list[str], theirs: list[str]) -> int:
    """How many words of the one could be how many of the other."""
    beside = Counter(theirs)
    return sum(count * beside[word] for word, count in Counter(ours).items())


def _stretches(ours: list[str], theirs: list[str]) -> Iterator[tuple[Mark, list[str]]]:
    for what, a, b, c, d in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if what == "equal":
            yield Mark.BOTH, ours[a:b]
            continue
        yield Mark.FIRST, ours[a:b]
        yield Mark.SECOND, theirs[c:d]
