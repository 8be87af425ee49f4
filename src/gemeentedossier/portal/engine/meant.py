"""What the words of a visitor stand for in the law and the method: a benefit, a statute, a kind of data."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import takewhile

from gemeentedossier.catalogue.facts import Alias, AliasKind, Catalogue, Text
from gemeentedossier.catalogue.facts.catalogue import normalised

SOUGHT = (
    AliasKind.REFERENCE_ACTIVITIES,
    AliasKind.STATUTES,
    AliasKind.SUBJECT_CATEGORIES,
    AliasKind.DATA_CATEGORIES,
    AliasKind.RECIPIENT_CATEGORIES,
)
"""What an activity can be found by. The first two also where the word is a part of what was asked."""
EVERYDAY = SOUGHT[:2]
SHORTEST, LONG = 5, 7
"""How many letters a word has at least in which a slip of the pen is read, and in which another letter is one."""
PLURAL = "en"
LONGEST, MOST = 5, 24
"""How many words are read: of one name, and of a question."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What a part of the question stands for: of one kind, and these ids; ``said`` is as the catalogue writes it.

    ``also`` are other words for the same. Where it stands for nothing, ``elsewhere`` says why.
    """

    kind: AliasKind
    said: str
    ids: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    elsewhere: Text | None = None


def meanings_of(text: str, catalogue: Catalogue) -> tuple[Meaning, ...]:
    """Everything the text stands for as a whole, or else its parts; empty for words that the catalogue does not know.

    A word with a slip of the pen in it stands for the word that was meant.
    """
    asked = normalised(text)
    whole = tuple(_named(asked, SOUGHT, catalogue))
    words = re.findall(r"[^\s,.;:!?\"“”„()]+", asked)[:MOST]
    return whole or tuple(dict.fromkeys(_parts(words, catalogue)))


def _parts(words: list[str], catalogue: Catalogue) -> Iterator[Meaning]:
    """The longest parts that have a meaning, from left to right."""
    while words:
        for length in range(min(LONGEST, len(words)), 0, -1):
            phrase = " ".join(words[:length])
            found = tuple(_named(phrase, EVERYDAY, catalogue)) or tuple(_alike(phrase, catalogue))
            if found:
                yield from found
                break
        words = words[length if found else 1 :]


def _alike(phrase: str, catalogue: Catalogue) -> Iterator[Meaning]:
    for kind in EVERYDAY if len(phrase) >= SHORTEST else ():
        near = next((each for each in catalogue.aliases.get(kind, {}) if _is_a_slip(phrase, each)), None)
        if near:
            yield from _named(near, (kind,), catalogue)
            return


def _is_a_slip(written: str, meant: str) -> bool:
    """Whether one letter is too many or missing or, in a long word, another; two changed places; or it is the plural.

    Nobody slips in the first letter, and two slips make another word: “vrouwen” is not “trouwen” nor “verbouwen”.
    Nor is a short word with another letter the same: “omvang” is not “opvang”.
    """
    if written[:1] != meant[:1] or abs(len(written) - len(meant)) > len(PLURAL):
        return False
    start = _shared(written, meant)
    ends = written[start:], meant[start:]
    same = _shared(*(each[::-1] for each in ends))
    here, there = (each[: len(each) - same] for each in ends)
    if len(here) == len(there):
        return (len(here) == 1 and len(meant) >= LONG) or (len(here) == 2 and here == there[::-1])
    return len(here + there) == 1 or (not same and here + there == PLURAL)


def _shared(one: str, other: str) -> int:
    """With how many equal letters both begin."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _named(word: str, kinds: tuple[AliasKind, ...], catalogue: Catalogue) -> Iterator[Meaning]:
    for kind in kinds:
        if word in catalogue.aliases.get(kind, {}):
            ids, line = catalogue.resolve_alias(kind, word), _line(kind, word, catalogue)
            yield Meaning(
                kind=kind,
                said=word,
                ids=_provisions(ids, catalogue) if kind is AliasKind.STATUTES else ids,
                also=tuple(each for each in line.words if normalised(each) != word) if line else (),
                elsewhere=line.unresolved if line else None,
            )


def _line(kind: AliasKind, word: str, catalogue: Catalogue) -> Alias | None:
    """The line of the catalogue in which the word stands beside others that mean the same."""
    aliases: Mapping[str, Alias] = catalogue.entries_of(Alias) if kind is SOUGHT[0] else {}
    return next((each for each in aliases.values() if each.kind is kind and word in map(normalised, each.words)), None)


def _provisions(statutes: tuple[str, ...], catalogue: Catalogue) -> tuple[str, ...]:
    """The provisions of the statutes: a purpose rests on one of these."""
    return tuple(each.id for each in catalogue.legal_bases.values() if each.statute in statutes)
