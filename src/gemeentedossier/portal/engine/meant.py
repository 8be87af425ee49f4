"""What the words of a visitor stand for in the law and the method: a benefit, a statute, a kind of data."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

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
LIKENESS, SHORTEST = 0.85, 5
"""How alike a word is with a slip of the pen in it (of 1), and how many letters it has at least."""
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

    A word with a slip of the pen in it stands for the word that it is most like.
    """
    asked = normalised(text)
    whole = tuple(_named(asked, SOUGHT, catalogue))
    return whole or tuple(_parts(re.findall(r"[^\s,.;:!?\"“”„()]+", asked)[:MOST], catalogue))


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
        near = get_close_matches(phrase, catalogue.aliases.get(kind, {}), n=1, cutoff=LIKENESS)
        if near:
            yield from _named(near[0], (kind,), catalogue)
            return


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
