"""Findings in lots: those of one rule with one outcome. All of a lot weigh the same, so few lots order many findings.

A municipality has some hundred thousand findings and a page shows fifty: lots are counted, sorted and filtered, and a
finding is made only for who looks at it.
"""

from collections import Counter, defaultdict, deque
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import overload
from uuid import UUID

from gemeentedossier.assessment.enums import Outcome
from gemeentedossier.assessment.facts import (
    Assessment,
    Case,
    CaseFindings,
    Finding,
    Weight,
    is_finding,
    is_open,
    weight_of,
)
from gemeentedossier.catalogue.facts.rules import Rule


@dataclass(frozen=True, slots=True, eq=False)
class Lot(Collection[Finding]):
    """The findings of one rule with one outcome, in the order of the dossier."""

    rule: Rule
    outcome: Outcome
    count: int
    _group: Sequence[CaseFindings]
    """Cases that are judged by the same rules."""
    _place: int
    """Where the answers to this rule stand among theirs."""

    def __len__(self) -> int:
        return self.count

    def __contains__(self, finding: object) -> bool:
        return any(each == finding for each in self)

    def __iter__(self) -> Iterator[Finding]:
        for each in self._group:
            answer = each.answers[self._place]
            if answer.outcome is self.outcome:
                yield Finding(self.rule, each.case, answer)

    @property
    def is_open(self) -> bool:
        """Whether somebody has something to do about them."""
        return is_open(self.outcome)

    @property
    def weight(self) -> Weight:
        """The weight of each of them."""
        return weight_of(self.rule, self.outcome)

    def cases(self) -> Iterator[Case]:
        """Yield the subjects of the findings."""
        for each in self._group:
            if each.answers[self._place].outcome is self.outcome:
                yield each.case


class InLots(Sequence[Finding]):
    """The findings of lots after one another; a slice makes only the findings in it."""

    def __init__(self, lots: Iterable[Lot]) -> None:
        self.lots = tuple(lots)
        self._count = sum(lot.count for lot in self.lots)

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, place: int) -> Finding: ...

    @overload
    def __getitem__(self, place: slice) -> list[Finding]: ...

    def __getitem__(self, place: int | slice) -> Finding | list[Finding]:
        if isinstance(place, int):
            return self._between(range(self._count)[place], range(self._count)[place] + 1)[0]
        first, last, step = place.indices(self._count)
        return self._between(first, last) if step == 1 else list(self)[place]

    def __iter__(self) -> Iterator[Finding]:
        for lot in self.lots:
            yield from lot

    def _between(self, first: int, last: int) -> list[Finding]:
        found: list[Finding] = []
        passed = 0
        for lot in self.lots:
            if passed >= last:
                break
            if passed + lot.count > first:
                found += islice(lot, max(first - passed, 0), last - passed)
            passed += lot.count
        return found


def lots_in(assessment: Assessment) -> tuple[Lot, ...]:
    """Return the findings of an assessment in lots, sorted out once; after a change only what differs is counted."""
    cases = assessment.cases
    standing = next((each for each in tuple(_STANDING.values()) if each.cases is cases), None)
    if standing:
        return standing.sorted_out().lots
    for kept in tuple(_LATELY):
        if kept.cases is cases:
            return kept.lots
    made = _made(cases, _counted(cases))
    _LATELY.appendleft(made)  # another thread may put its own before it at once
    return made.lots


def keep_lots(municipality: UUID, assessment: Assessment) -> None:
    """From here on this assessment stands for the municipality: its lots are kept, once somebody asks for them."""
    was, cases = _STANDING.get(municipality), assessment.cases
    if was is None or was.cases is not cases:
        _STANDING[municipality] = _Standing(cases, before=(was.found or was.before) if was else None)


def let_lots_go(municipality: UUID) -> None:
    """No assessment stands for it any longer."""
    _STANDING.pop(municipality, None)


@dataclass(frozen=True, slots=True, eq=False)
class OpenRecords:
    """Of each activity about which something is open: how much, and the lot of the gravest.

    ``records`` counts every record about which something is open; what is part of an activity counts as that activity.
    """

    counts: Mapping[UUID, int]
    worst: Mapping[UUID, Lot]
    records: int


def open_records(lots: tuple[Lot, ...]) -> OpenRecords:
    """Return the activities about which something is open in these lots, gravest first; told once of lots kept."""
    standing = (each.found for each in tuple(_STANDING.values()) if each.found)
    known = next((each for each in (*standing, *_LATELY) if each.lots is lots), None)
    if known is None:
        return _open_in(lots)
    if known.open is None:
        known.open = _open_in(lots)
    return known.open


def _open_in(lots: tuple[Lot, ...]) -> OpenRecords:
    counts: Counter[UUID | None] = Counter()
    worst: dict[UUID | None, Lot] = {}
    beside = set[UUID]()
    for lot in lots:
        cases = tuple(lot.cases()) if lot.is_open else ()
        keys = [case.activity_id for case in cases]
        beside.update(case.id for case in cases if case.activity_id is None)
        counts.update(keys)
        for key in keys:
            worst.setdefault(key, lot)
    return OpenRecords(
        {key: count for key, count in counts.items() if key},
        {key: lot for key, lot in worst.items() if key},
        records=len(counts.keys() - {None}) + len(beside),
    )


Counts = Counter[tuple[int, Outcome]]
"""How often each outcome stands at each place of a rule, among cases that are judged by the same rules."""
FEW = 1_000
"""So many cases that came or went are counted by themselves; of more, all are counted anew."""


@dataclass(slots=True, eq=False)
class _Sorted:
    """Cases with their lots, and the counts that these were made from, by the identity of the rules."""

    cases: tuple[CaseFindings, ...]
    counts: Mapping[int, Counts]
    lots: tuple[Lot, ...]
    open: OpenRecords | None = None
    """What is open in them, once somebody asked."""


@dataclass(slots=True, eq=False)
class _Standing:
    """The cases that stand for a municipality, with their lots once somebody asked, and those of before until then."""

    cases: tuple[CaseFindings, ...]
    before: _Sorted | None = None
    found: _Sorted | None = None

    def sorted_out(self) -> _Sorted:
        if self.found is None:
            before = self.before  # who sorts out the same at the same time takes it away
            renewed = _renewed(before, self.cases) if before else None
            self.found, self.before = renewed or _made(self.cases, _counted(self.cases)), None
        return self.found


_STANDING: dict[UUID, _Standing] = {}
_LATELY: deque[_Sorted] = deque(maxlen=4)
"""Of other assessments, those that were looked at last: of the past, or of who writes."""


def _renewed(kept: _Sorted, cases: tuple[CaseFindings, ...]) -> _Sorted | None:
    """The lots of these cases from those of others; None where too many came or went."""
    were, are = {id(each) for each in kept.cases}, {id(each) for each in cases}
    if len(were ^ are) > FEW:
        return None
    counts = {key: each.copy() for key, each in kept.counts.items()}
    for key, group in _alike(each for each in cases if id(each) not in were).items():
        counts.setdefault(key, Counter()).update(_counts(group))
    for key, group in _alike(each for each in kept.cases if id(each) not in are).items():
        counts[key].subtract(_counts(group))
    return _made(cases, counts)


def lots_of(cases: Iterable[CaseFindings]) -> tuple[Lot, ...]:
    """Return the findings of these cases in lots, what is gravest first."""
    every = tuple(cases)
    return _made(every, _counted(every)).lots


def _made(cases: tuple[CaseFindings, ...], counts: Mapping[int, Counts]) -> _Sorted:
    lots = [lot for key, group in _alike(cases).items() for lot in _lots(group, counts[key])]
    return _Sorted(cases, counts, tuple(sorted(lots, key=lambda lot: lot.weight)))


def _counted(cases: Iterable[CaseFindings]) -> Mapping[int, Counts]:
    return {key: _counts(group) for key, group in _alike(cases).items()}


def _alike(cases: Iterable[CaseFindings]) -> Mapping[int, list[CaseFindings]]:
    """The cases that are judged by the same rules, by the identity of these."""
    alike: dict[int, list[CaseFindings]] = defaultdict(list)
    for each in cases:
        alike[id(each.rules)].append(each)
    return alike


def _lots(group: Sequence[CaseFindings], counts: Counts) -> Iterator[Lot]:
    rules = group[0].rules
    for (place, outcome), count in counts.items():
        if count and is_finding(rules[place], outcome):
            yield Lot(rules[place], outcome, count, group, place)


def _counts(group: Sequence[CaseFindings]) -> Counts:
    """Cases on their side: per rule all answers. Many cases share few answers: these are told by identity."""
    counts: Counts = Counter()
    for place, answers in enumerate(zip(*(each.answers for each in group), strict=True)):
        keys = list(map(id, answers))
        different = dict(zip(keys, answers, strict=True))
        for key, count in Counter(keys).items():
            counts[place, different[key].outcome] += count
    return counts
