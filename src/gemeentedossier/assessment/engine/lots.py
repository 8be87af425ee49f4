"""Findings in lots: those of one rule with one outcome. All of a lot weigh the same, so few lots order many findings.

A municipality has some hundred thousand findings and a page shows fifty: lots are counted, sorted and filtered, and a
finding is made only for who looks at it.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import overload

from gemeentedossier.assessment.enums import Outcome
from gemeentedossier.assessment.facts import (
    Answer,
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
    _cases: Sequence[Case]
    _answers: Sequence[Answer]

    def __len__(self) -> int:
        return self.count

    def __contains__(self, finding: object) -> bool:
        return any(each == finding for each in self)

    def __iter__(self) -> Iterator[Finding]:
        for case, answer in zip(self._cases, self._answers, strict=True):
            if answer.outcome is self.outcome:
                yield Finding(self.rule, case, answer)

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
        for case, answer in zip(self._cases, self._answers, strict=True):
            if answer.outcome is self.outcome:
                yield case


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
    """Return the findings of an assessment in lots, sorted out once as long as nothing changes."""
    return _lots_in(_Same(assessment.cases))


@dataclass(frozen=True, slots=True, eq=False)
class _Same:
    """Cases as a key: these are the same only where nothing was judged anew."""

    cases: tuple[CaseFindings, ...]

    def __hash__(self) -> int:
        return id(self.cases)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.cases is self.cases


@lru_cache(maxsize=2)
def _lots_in(key: _Same) -> tuple[Lot, ...]:
    return lots_of(key.cases)


def lots_of(cases: Iterable[CaseFindings]) -> tuple[Lot, ...]:
    """Return the findings of these cases in lots, what is gravest first."""
    alike: dict[int, list[CaseFindings]] = defaultdict(list)
    for each in cases:
        alike[id(each.rules)].append(each)
    lots = [lot for group in alike.values() for lot in _lots(group)]
    return tuple(sorted(lots, key=lambda lot: lot.weight))


def _lots(group: Sequence[CaseFindings]) -> Iterator[Lot]:
    """Cases judged by the same rules, turned on their side: per rule all answers."""
    cases = [each.case for each in group]
    for rule, answers in zip(group[0].rules, zip(*(each.answers for each in group), strict=True), strict=True):
        for outcome, count in _counts(answers).items():
            if is_finding(rule, outcome):
                yield Lot(rule, outcome, count, cases, answers)


def _counts(answers: Sequence[Answer]) -> Counter[Outcome]:
    """How often each outcome stands there. Many cases share few answers, so that these are told by identity."""
    keys = list(map(id, answers))
    different = dict(zip(keys, answers, strict=True))
    counts: Counter[Outcome] = Counter()
    for key, count in Counter(keys).items():
        counts[different[key].outcome] += count
    return counts
