"""Reasoning that nearly the same stands in several activities.

Texts are compared by shingles: runs of five words, as numbers. Texts that are nearly the same share most of their
smallest numbers, so that only texts with such a number in common are compared; and each number remembers few texts.
So the work grows with the number of words, and not with the number of pairs.
"""

import heapq
import re
import zlib
from bisect import insort
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, islice
from uuid import UUID

from gemeentedossier.assessment.engine.subjects.left_over import texts_of_classification
from gemeentedossier.assessment.engine.subjects.texts import Placed, Places, places_of, reasoning_of
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.security.facts import Classification

FEWEST_WORDS = 25
"""Shorter texts are alike by nature: “nodig voor het besluit” says the same in every activity."""
SHORTEST = 2 * FEWEST_WORDS - 1
"""So many signs such a text has at least: its words of one letter, and what stands between them."""
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


@dataclass(frozen=True, slots=True)
class Copies:
    """Where an activity reasons in nearly the same words as others, and which these are."""

    places: Places
    others: tuple[str, ...]
    """Names of some of them."""
    other_ids: tuple[UUID, ...]


class Reasoning:
    """All long texts of reasoning of a municipality, found by their words; one activity at a time comes and goes.

    Which activities are named depends on what stands there alone, never on the order in which it came.
    """

    def __init__(self) -> None:
        self._texts_of: dict[UUID, tuple[Placed, ...]] = {}
        self._names: dict[UUID, str] = {}
        self._holders: dict[str, list[tuple[str, UUID]]] = defaultdict(list)
        """Each text with the activities that hold it, sorted by name."""
        self._texts_with: dict[int, set[str]] = defaultdict(set)
        """Each number with the texts in whose sketch it is."""
        self._remembered: dict[int, frozenset[str]] = {}
        """The few texts that a number remembers, worked out when asked."""
        self.changes = 0
        """How often anything came or went."""

    def put(self, activity: Activity, levels: Classification | None) -> None:
        """Take in what an activity reasons, instead of what it reasoned before."""
        self.drop(activity.id)
        reasoning = chain(reasoning_of(activity), texts_of_classification(levels) if levels else ())
        placed = tuple([each for each in reasoning if len(each[1]) >= SHORTEST and _is_long(each[1])])
        if placed:
            self._put(activity.id, activity.name, placed)

    def drop(self, activity_id: UUID) -> None:
        """Forget what an activity reasons."""
        self.changes += 1
        placed = self._texts_of.pop(activity_id, ())
        name = self._names.pop(activity_id, "")
        for text in {text for _, text in placed}:
            self._holders[text].remove((name, activity_id))
            if not self._holders[text]:
                del self._holders[text]
            self._sort_anew(text)

    @contextmanager
    def as_if(self, activity: Activity, levels: Classification | None) -> Iterator[None]:
        """In the block the activity reasons like this, such as somebody is about to write it."""
        placed, name = self._texts_of.get(activity.id, ()), self._names.get(activity.id, "")
        self.put(activity, levels)
        try:
            yield
        finally:
            self.drop(activity.id)
            if placed:
                self._put(activity.id, name, placed)

    def copies_of(self, activity_id: UUID) -> Copies | None:
        """Return where the activity reasons as others do, and which these are; None where it does nowhere."""
        placed = self._texts_of.get(activity_id, ())
        copied = [(place, others) for place, text in placed if (others := self._others(text, activity_id))]
        if not copied:
            return None
        named = dict(islice(((key, name) for _, others in copied for key, name in others.items()), NAMED))
        return Copies(places_of(place for place, _ in copied), tuple(named.values()), tuple(named))

    def copies_among(self, keys: Iterable[UUID]) -> dict[UUID, Copies]:
        """Return the copies of those of these activities that have any."""
        return {key: copies for key in keys if (copies := self.copies_of(key))}

    def near(self, activity_id: UUID) -> set[UUID]:
        """Return the activities whose copies may differ where this one comes or goes, itself among them."""
        numbers = {number for _, text in self._texts_of.get(activity_id, ()) for number in _sketch(text)}
        texts = {text for number in numbers for text in self._texts_with[number]}
        return {activity_id, *(key for text in texts for _, key in self._holders[text])}

    def _put(self, activity_id: UUID, name: str, placed: tuple[Placed, ...]) -> None:
        self.changes += 1
        self._texts_of[activity_id], self._names[activity_id] = placed, name
        for text in {text for _, text in placed}:
            insort(self._holders[text], (name, activity_id))
            self._sort_anew(text)

    def _sort_anew(self, text: str) -> None:
        """Have the numbers of a text forget what they remember, since who holds it differs."""
        for number in _sketch(text):
            self._remembered.pop(number, None)
            if text in self._holders:
                self._texts_with[number].add(text)
            else:
                self._texts_with[number].discard(text)

    def _remembered_by(self, number: int) -> frozenset[str]:
        """The texts of a number that most activities hold, and of those that as many hold always the same ones."""
        if number not in self._remembered:
            held = self._texts_with[number]
            most = heapq.nsmallest(REMEMBERED_PER_SHINGLE, held, key=lambda each: (-len(self._holders[each]), each))
            self._remembered[number] = frozenset(most)
        return self._remembered[number]

    def _others(self, text: str, own: UUID) -> dict[UUID, str]:
        """Some other activities that hold this text or one like it, with their names."""
        texts = chain((text,), self._like(text))
        held = (holder for each in texts for holder in islice(self._holders[each], NAMED + 1))
        return dict(islice(((key, name) for name, key in held if key != own), NAMED))

    def _like(self, text: str) -> Iterator[str]:
        """The texts that are nearly the same as this one, itself not among them.

        A number brings texts together of which one at least is among the few that it remembers.
        """
        met: Counter[str] = Counter()
        for number in _sketch(text):
            remembered = self._remembered_by(number)
            met.update(self._texts_with[number] if text in remembered else remembered)
        near = sorted(other for other, count in met.items() if count >= IN_COMMON and other != text)
        return (other for other in near if _are_alike(*sorted((text, other))))


def reasoning_in(activities: Iterable[Activity], levels: Mapping[UUID, Classification]) -> Reasoning:
    """Return the reasoning of these activities. ``levels`` has their classifications: reasons are reasoning too."""
    reasoning = Reasoning()
    for activity in activities:
        reasoning.put(activity, levels.get(activity.id))
    return reasoning


@dataclass(frozen=True, slots=True, eq=False)
class Compared:
    """The copies among activities, and the reasoning that they were found in, from which they are renewed."""

    copies: Mapping[UUID, Copies]
    reasoning: Reasoning
    changes: int
    """How often the reasoning had changed when they were found."""

    def renewed(
        self, changed: Iterable[Activity], gone: Iterable[UUID], levels: Mapping[UUID, Classification]
    ) -> "Compared | None":
        """Return the copies now that these activities changed or went; None where others changed it meanwhile."""
        reasoning = self.reasoning
        if reasoning.changes != self.changes:
            return None
        new, near = {each.id: each for each in changed}, set[UUID]()
        for key in (*new, *gone):
            near |= reasoning.near(key)
            reasoning.drop(key)
        for each in new.values():
            reasoning.put(each, levels.get(each.id))
        near = near.union(*map(reasoning.near, new))
        kept = {key: copies for key, copies in self.copies.items() if key not in near}
        return Compared(kept | reasoning.copies_among(near), reasoning, reasoning.changes)


def compared(activities: Iterable[Activity], levels: Mapping[UUID, Classification]) -> Compared:
    """Return the copies among these activities."""
    every = tuple(activities)
    reasoning = reasoning_in(every, levels)
    return Compared(reasoning.copies_among(each.id for each in every), reasoning, reasoning.changes)


def _is_long(text: str) -> bool:
    return text.count(" ") >= FEWEST_WORDS - 1 and bool(_sketch(text))


@lru_cache(maxsize=100_000)
def _are_alike(one: str, other: str) -> bool:
    own, others = _shingles(one), _shingles(other)
    return len(own & others) >= SHARED * min(len(own), len(others))


@lru_cache(maxsize=100_000)
def _sketch(text: str) -> tuple[int, ...]:
    """The smallest numbers of a text, sorted; none where it has too few words."""
    return tuple(heapq.nsmallest(SKETCH, _shingles(text)))


def forget_texts() -> None:
    """Remember no text that was compared: it may have been erased from the dossier."""
    _are_alike.cache_clear()
    _sketch.cache_clear()


def _shingles(text: str) -> frozenset[int]:
    """The runs of words of a text, as numbers: the same in every process, since they are made of whole numbers."""
    words = [zlib.crc32(word.encode()) for word in _WORD.findall(text.casefold())]
    if len(words) < FEWEST_WORDS:
        return frozenset()
    return frozenset(map(hash, zip(*(words[start:] for start in range(SHINGLE)), strict=False)))


def nearly_the_same(texts: Mapping[UUID, str]) -> Mapping[UUID, UUID]:
    """Return for each text that is nearly the same as an earlier one which that is; others are not there."""
    holders: dict[int, list[UUID]] = defaultdict(list)
    found: dict[UUID, UUID] = {}
    for key in texts:
        met = Counter(other for number in _sketch(texts[key]) for other in holders[number])
        near = (other for other, count in sorted(met.items()) if count >= IN_COMMON)
        original = next((other for other in near if _are_alike(*sorted((texts[key], texts[other])))), None)
        if original:
            found[key] = original
        for number in _sketch(texts[key]):
            holders[number].append(key)
    return found
