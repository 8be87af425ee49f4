"""Coverage at a glance: the findings under headings (Part, article, role, rule, controller), counted per outcome."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import TypeVar
from uuid import UUID

from gemeentedossier.assessment.engine.lots import Lot, lots_of
from gemeentedossier.assessment.enums import Outcome
from gemeentedossier.assessment.facts import CaseFindings, Judged
from gemeentedossier.catalogue.facts.rules import LawReference, Rule

K = TypeVar("K", bound=Hashable)
OUTCOMES = (
    Outcome.CONTRADICTS,
    Outcome.NOT_MET,
    Outcome.EXPIRED,
    Outcome.GAP,
    Outcome.PARTLY,
    Outcome.SUPPRESSED,
    Outcome.MET,
    Outcome.NOT_APPLICABLE,
)
"""What a finding can say, worst first."""
MUNICIPALITY = "municipality"
"""Stands among the controllers for what is found of the municipality as a whole."""
NOBODY = "nobody"
"""Stands among the controllers for activities that name none."""


@dataclass(frozen=True)
class Tally:
    """The findings under one heading, in lots."""

    lots: tuple[Lot, ...]

    @cached_property
    def counts(self) -> Mapping[Outcome, int]:
        """How many findings there are per outcome; every outcome that a finding can have is there."""
        counts: Counter[Outcome] = Counter()
        for lot in self.lots:
            counts[lot.outcome] += lot.count
        return {outcome: counts[outcome] for outcome in OUTCOMES}

    @cached_property
    def applicable(self) -> int:
        """How many findings there are, without those that do not apply."""
        return sum(self.counts.values()) - self.counts[Outcome.NOT_APPLICABLE]

    @cached_property
    def open(self) -> int:
        """About how many somebody has something to do."""
        return sum(lot.count for lot in self.lots if lot.is_open)


def tally_by(lots: Iterable[Lot], keys: Callable[[Rule], Iterable[K]]) -> Mapping[K, Tally]:
    """Return the lots under each key of their rule; a finding counts once under each of its keys."""
    groups: dict[K, list[Lot]] = defaultdict(list)
    for lot in lots:
        for key in dict.fromkeys(keys(lot.rule)):
            groups[key].append(lot)
    return {key: Tally(tuple(found)) for key, found in groups.items()}


def tally_by_controller(judged: Judged) -> Mapping[str, Tally]:
    """Return the findings under the key of each controller, ``NOBODY`` and ``MUNICIPALITY``.

    A finding on an activity of several controllers (GDPR 26) counts once for each of them.
    """
    groups: dict[str, list[CaseFindings]] = defaultdict(list)
    for record, cases in groupby(judged.assessment.cases, key=lambda each: each.case.activity_id):
        found = tuple(cases)
        for key in controllers_of(judged, record):
            groups[key].extend(found)
    return {key: Tally(lots_of(cases)) for key, cases in groups.items()}


def controllers_of(judged: Judged, record: UUID | None) -> Sequence[str]:
    """Return the keys of the controllers of an activity; ``MUNICIPALITY`` where it is about no activity."""
    if record is None:
        return (MUNICIPALITY,)
    activity = judged.activities.get(record)
    return tuple(map(str, activity.controller_ids)) if activity and activity.controller_ids else (NOBODY,)


def articles_of(rule: Rule) -> tuple[str, ...]:
    """Return the articles that a rule rests on, each once, such as `AVG art. 5`."""
    return tuple(dict.fromkeys(map(article_of, rule.law)))


def article_of(law: LawReference) -> str:
    """Return law and article without paragraph, such as `AVG art. 5`."""
    return f"{law.law} art. {law.article}" if law.article else law.law


def article_order(article: str) -> tuple[str, tuple[int, ...], str]:
    """Article 5 before article 13, and 5.1.2 before 5.1.10."""
    law, _word, number = article.partition(" art. ")
    return law, tuple(int(digits) for digits in re.findall(r"[0-9]+", number)), number
