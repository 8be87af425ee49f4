"""Reasoning that nearly the same stands in several activities: found over the whole dossier at once.

Texts are compared by shingles: runs of five words, as numbers. Texts that are nearly the same share most of their
smallest numbers, so that only texts with such a number in common are compared; and each number remembers few texts.
So the work grows with the number of words, and not with the number of pairs.
"""

import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, islice
from types import MappingProxyType
from typing import TypeAlias
from uuid import UUID

from gemeentedossier.assessment.engine.subjects.left_over import texts_of_classification
from gemeentedossier.assessment.engine.subjects.texts import Placed, Places, places_of, reasoning_of
from gemeentedossier.catalogue.facts.sources import Text
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.security.facts import Classification

FEWEST_WORDS = 25
"""Shorter texts are alike by nature: “nodig voor het besluit” says the same in every activity."""
SHINGLE = 5
SHARED = 0.8
"""How much of a text must stand in another to be nearly the same."""
SKETCH = 8
"""How many of the smallest numbers stand for a text."""
IN_COMMON = 2
"""How many of those two texts must share to be compared."""
REMEMBERED_PER_SHINGLE = 4
NAMED = 3
"""How many other activities a finding names."""
_WORD = re.compile(r"\w+")
_Holders: TypeAlias = Mapping[str, Mapping[UUID, str]]


@dataclass(frozen=True, slots=True)
class Copies:
    """Where an activity reasons in nearly the same words as others, and which these are."""

    places: Places
    others: tuple[str, ...]
    """Names of some of them."""
    other_ids: tuple[UUID, ...]


def copies_in(
    activities: Iterable[Activity], levels: Mapping[UUID, Classification] = MappingProxyType({})
) -> Mapping[UUID, Copies]:
    """Return for each activity that shares its reasoning with another where and with which; others are not there.

    ``levels`` has the classification of activities, whose reasons are reasoning too.
    """
    holders, texts_of = _holders(activities, levels)
    like = _alike(holders)
    found: dict[UUID, Copies] = {}
    for activity_id, placed in texts_of.items():
        copied = [(place, others) for place, text in placed if (others := _others(text, activity_id, like, holders))]
        if copied:
            named = dict(islice(((key, name) for _, others in copied for key, name in others.items()), NAMED))
            found[activity_id] = Copies(places_of(place for place, _ in copied), tuple(named.values()), tuple(named))
    return found


def _holders(
    activities: Iterable[Activity], levels: Mapping[UUID, Classification]
) -> tuple[_Holders, Mapping[UUID, list[Placed]]]:
    """Each long text with the activities that hold it, and each activity with its long texts."""
    holders: dict[str, dict[UUID, str]] = defaultdict(dict)
    texts_of: dict[UUID, list[tuple[Text, str]]] = {}
    for activity in activities:
        found = levels.get(activity.id)
        reasoning = chain(reasoning_of(activity), texts_of_classification(found) if found else ())
        long = [(place, text) for place, text in reasoning if _is_long(text)]
        if long:
            texts_of[activity.id] = long
            for _, text in long:
                holders[text][activity.id] = activity.name
    return holders, texts_of


def _is_long(text: str) -> bool:
    return text.count(" ") >= FEWEST_WORDS - 1 and bool(_sketch(text))


def _alike(texts: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """Each text with those that are nearly the same, itself not among them."""
    shared: dict[int, list[str]] = defaultdict(list)
    like: dict[str, list[str]] = defaultdict(list)
    for text in texts:
        sketch = _sketch(text)
        met = Counter(other for number in sketch for other in shared.get(number, ()))
        for other, count in met.items():
            if count >= IN_COMMON and _are_alike(text, other):
                like[text].append(other)
                like[other].append(text)
        for number in sketch:
            if len(shared[number]) < REMEMBERED_PER_SHINGLE:
                shared[number].append(text)
    return {text: tuple(others) for text, others in like.items()}


def _are_alike(one: str, other: str) -> bool:
    own, others = _shingles(one), _shingles(other)
    return len(own & others) >= SHARED * min(len(own), len(others))


def _others(text: str, own: UUID, like: Mapping[str, tuple[str, ...]], holders: _Holders) -> dict[UUID, str]:
    """Some other activities that hold this text or one like it, with their names."""
    held = (item for each in (text, *like.get(text, ())) for item in islice(holders[each].items(), NAMED + 1))
    return dict(islice(((key, name) for key, name in held if key != own), NAMED))


@lru_cache(maxsize=100_000)
def _sketch(text: str) -> tuple[int, ...]:
    """The smallest numbers of a text, sorted; none where it has too few words."""
    return tuple(sorted(_shingles(text))[:SKETCH])


def _shingles(text: str) -> frozenset[int]:
    """The runs of words of a text, as numbers: the same in every process, since they are made of whole numbers."""
    words = [zlib.crc32(word.encode()) for word in _WORD.findall(text.casefold())]
    if len(words) < FEWEST_WORDS:
        return frozenset()
    return frozenset(map(hash, zip(*(words[start:] for start in range(SHINGLE)), strict=False)))
