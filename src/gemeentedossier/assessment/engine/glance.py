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
from gemeentedossier.catalogue.facts.citations import LawReference
from gemeentedossier.catalogue.facts.rules import Rule

K = TypeVar("K", bound=Hashable)
OUTCOMES = (
    Outcome.CONTRADICTS,
    Outcome.NOT_MET,
    Outcome.EXPIRED,
    Outcome.GAP,
    Outcome.PARTLY,
    Outcome.SUPPRESSED,
    Outcome.UNDECIDED,
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
    """Return the articles that a rule rests on, each once, such as `art. 5 AVG`."""
    return tuple(article_names([rule], "nl"))


def article_names(rules: Iterable[Rule], language: str) -> dict[str, str]:
    """Return the articles that rules rest on with what they are called in a language, in the order of the laws."""
    articles = {law.of_article() for rule in rules for law in rule.law}
    return {each.citation(): each.citation(language) for each in sorted(articles, key=article_order)}


def article_order(law: LawReference) -> tuple[str, tuple[int, ...], str]:
    """Article 5 before article 13, and 5.1.2 before 5.1.10."""
    article = law.article or ""
    return law.law, tuple(int(digits) for digits in re.findall(r"[0-9]+", article)), article
