"""Findings as immutable values, handed upwards."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias
from uuid import UUID

from gemeentedossier.assessment.enums import AnswerSource, Lapse, Outcome, Retained
from gemeentedossier.catalogue.engine.faults import Fault
from gemeentedossier.catalogue.facts.rules import Part, Rule, RuleKind, RuleNature, Severity, SubjectKind
from gemeentedossier.dossier.evidence.facts import Attestation, Evidence
from gemeentedossier.dossier.governance.facts import Suppression
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.snapshot.facts import Dossier

WORST_FIRST = {
    Outcome.CONTRADICTS: 0,
    Outcome.NOT_MET: 1,
    Outcome.EXPIRED: 2,
    Outcome.GAP: 3,
    Outcome.PARTLY: 4,
    Outcome.SUPPRESSED: 5,
    Outcome.UNDECIDED: 6,
    Outcome.MET: 7,
    Outcome.NOT_APPLICABLE: 8,
    Outcome.CONSISTENT: 9,
}
Weight: TypeAlias = tuple[bool, int, int, int, str]
_NATURES = {RuleNature.LAW: 0, RuleNature.GUIDANCE: 1, RuleNature.GOOD_PRACTICE: 2}
_SEVERITIES = {Severity.ERROR: 0, Severity.WARNING: 1}


@dataclass(frozen=True, slots=True)
class Case:
    """One subject: what it is, which record it is, in which activity, and the facts, by the first part of names."""

    kind: SubjectKind
    id: UUID
    activity_id: UUID | None
    layers: Mapping[str, object]

    def fact(self, name: str) -> object:
        """The fact with this dotted name, None where it is unknown; raises KeyError, AttributeError on no such name."""
        layer, own = name.split(".")
        return getattr(self.layers[layer], own)


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found and where that comes from; `fault` says how the rule failed, if it did.

    `evidence` is what an answer rests on. Where it holds no longer, `lapse` says why and `lapsed` which evidence it is.

    Where somebody set it aside, `suppression` says who, why and until when, and `beneath` what was found.
    """

    outcome: Outcome
    source: AnswerSource
    missing: tuple[str, ...] = ()
    attestation: Attestation | None = None
    evidence: tuple[Evidence, ...] = ()
    fault: str | None = None
    suppression: Suppression | None = None
    beneath: Outcome | None = None
    lapse: Lapse | None = None
    lapsed: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """What one rule found of one subject. The words are made by ``engine.wording`` when asked."""

    rule: Rule
    case: Case
    answer: Answer

    @property
    def rule_id(self) -> str:
        return self.rule.id

    @property
    def subject_kind(self) -> SubjectKind:
        return self.case.kind

    @property
    def subject_id(self) -> UUID:
        return self.case.id

    @property
    def activity_id(self) -> UUID | None:
        return self.case.activity_id

    @property
    def outcome(self) -> Outcome:
        return self.answer.outcome

    @property
    def is_open(self) -> bool:
        """Whether somebody has something to do; see ``is_open``."""
        return is_open(self.outcome)

    @property
    def weight(self) -> Weight:
        """A key that puts the worst first; see ``weight_of``."""
        return weight_of(self.rule, self.outcome)


def is_open(outcome: Outcome) -> bool:
    """Whether somebody has something to do: not where it was set aside, is met, does not apply or is consistent.

    Nor where nobody can tell yet whether it applies: what decides that is asked first, and asks for itself.
    """
    return WORST_FIRST[outcome] < WORST_FIRST[Outcome.SUPPRESSED]


def weight_of(rule: Rule, outcome: Outcome) -> Weight:
    """A key that puts the worst first: open before closed, then law before guidance before good practice.

    Who asks it decides; only then does a contradiction that cannot be true come before one that rarely is.
    """
    place = WORST_FIRST[outcome]
    severity = 0 if rule.severity is None else _SEVERITIES[rule.severity]
    return not is_open(outcome), _NATURES[rule.nature], severity, place, rule.id


def is_finding(rule: Rule, outcome: Outcome) -> bool:
    """Whether it is worth telling: not where nothing contradicts, or a contradiction cannot be seen for lack of facts.

    What lacks is named by the criteria.
    """
    unseen = outcome in (Outcome.GAP, Outcome.UNDECIDED) and rule.kind is RuleKind.CONTRADICTION
    return outcome is not Outcome.CONSISTENT and not unseen


@dataclass(frozen=True, slots=True)
class CaseFindings:
    """All findings of one subject: rules and their answers side by side."""

    case: Case
    rules: tuple[Rule, ...]
    answers: tuple[Answer, ...]

    def __iter__(self) -> Iterator[Finding]:
        for rule, answer in self.told():
            yield Finding(rule, self.case, answer)

    def told(self) -> Iterator[tuple[Rule, Answer]]:
        """Yield the rules and answers that are findings."""
        for rule, answer in zip(self.rules, self.answers, strict=True):
            if is_finding(rule, answer.outcome):
                yield rule, answer


@dataclass(frozen=True, slots=True)
class Assessment:
    """What all rules found of one dossier. ``faults`` are rules that could not judge; the others did."""

    moment: dt.datetime
    ledger_number: int | None
    catalogue_version: str
    cases: tuple[CaseFindings, ...]
    faults: tuple[Fault, ...] = ()

    def findings(self, *, activity_id: UUID | None = None) -> Iterator[Finding]:
        """Yield every finding, in the order of the dossier; with ``activity_id`` of that activity only."""
        for each in self.cases:
            if activity_id is None or each.case.activity_id == activity_id:
                yield from each

    def worst_first(self, *, activity_id: UUID | None = None) -> tuple[Finding, ...]:
        """Return every finding, what is gravest first."""
        return tuple(sorted(self.findings(activity_id=activity_id), key=lambda finding: finding.weight))

    def counts(self) -> Mapping[Outcome, int]:
        """Return how many findings there are per outcome; every outcome is there."""
        found = Counter(answer.outcome for each in self.cases for _, answer in each.told())
        return {outcome: found[outcome] for outcome in Outcome if outcome is not Outcome.CONSISTENT}

    def counts_per_part(self) -> Mapping[Part, Mapping[Outcome, int]]:
        """Return the same per Part, for the Parts that have findings."""
        found: dict[Part, Counter[Outcome]] = {}
        for finding in self.findings():
            found.setdefault(finding.rule.part, Counter())[finding.outcome] += 1
        return found

    def counts_per_article(self) -> Mapping[str, Mapping[Outcome, int]]:
        """Return the same per article of law, e.g. `art. 5 AVG`; a finding counts once for each of its articles."""
        found: dict[str, Counter[Outcome]] = {}
        for finding in self.findings():
            places = {law.of_article().citation() for law in finding.rule.law}
            for place in places:
                found.setdefault(place, Counter())[finding.outcome] += 1
        return found


@dataclass(frozen=True, slots=True)
class Judged:
    """A dossier with what was found of it."""

    dossier: Dossier
    assessment: Assessment
    activities: Mapping[UUID, Activity] = field(init=False, repr=False, compare=False)
    """The activities of the dossier by their key."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "activities", {activity.id: activity for activity in self.dossier.activities})

    def activity_of(self, about: Finding | Case) -> Activity | None:
        """The activity that it is about; None for the organisation."""
        return self.activities.get(about.activity_id) if about.activity_id else None


@dataclass(frozen=True, slots=True)
class SystemRetained:
    """One system; ``months`` are the whole months past the period, at least one, and none where it is not past.

    ``is_aside`` says that somebody set the finding aside with a reason.
    """

    id: UUID
    name: str
    state: Retained
    months: int = 0
    period: str = ""
    is_aside: bool = False
