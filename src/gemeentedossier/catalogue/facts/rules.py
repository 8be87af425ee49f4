"""Rules as immutable values: what the law or good practice asks of a record, and how that is told."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from gemeentedossier.catalogue.facts.citations import LawReference
from gemeentedossier.catalogue.facts.entries import Entry
from gemeentedossier.catalogue.facts.sources import Source, Status, Text

RulePath: TypeAlias = tuple[str | int, ...]
ExampleValue: TypeAlias = bool | int | float | str | tuple[str, ...]


class Part(StrEnum):
    """The part of the accountability documents that a rule belongs to."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"


class RuleKind(StrEnum):
    """What a rule finds: whether something is met, or two statements that cannot both be true."""

    CRITERION = "criterion"
    CONTRADICTION = "contradiction"


class SubjectKind(StrEnum):
    """What a rule is about."""

    ACTIVITY = "activity"
    PURPOSE = "purpose"
    LEGAL_BASIS = "legal_basis"
    DATA_USE = "data_use"
    DATA_SOURCE = "data_source"
    RECIPIENT = "recipient"
    TRANSFER = "transfer"
    RETENTION = "retention"
    PARTY = "party"
    FURTHER_USE = "further_use"
    ORGANISATION = "organisation"
    AGREEMENT = "agreement"
    COVENANT = "covenant"
    IMPACT_ASSESSMENT = "impact_assessment"
    SECURITY_CLASSIFICATION = "security_classification"
    MEASURE = "measure"
    SYSTEM = "system"
    ACCESS_RIGHT = "access_right"
    SECURITY_RISK = "security_risk"
    LOG_FINDING = "log_finding"
    CONSENT = "consent"
    POLICY_CLAUSE = "policy_clause"
    PUBLICATION = "publication"
    REQUEST = "request"
    BREACH = "breach"
    INTERPRETATION = "interpretation"
    POSITION = "position"
    EVIDENCE = "evidence"
    TOOL = "tool"
    LEAFLET = "leaflet"


class RuleNature(StrEnum):
    """Whether missing it breaks the law, departs from guidance, or only from good practice."""

    LAW = "law"
    GUIDANCE = "guidance"
    GOOD_PRACTICE = "good_practice"


class Severity(StrEnum):
    """How much a contradiction weighs."""

    ERROR = "error"
    WARNING = "warning"


class Verdict(StrEnum):
    """What a rule says of a subject. Unknown is a gap, never met."""

    MET = "met"
    PARTLY = "partly"
    NOT_MET = "not_met"
    GAP = "gap"
    NOT_APPLICABLE = "not_applicable"
    CONTRADICTS = "contradicts"
    CONSISTENT = "consistent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Repair:
    """The cheapest way to mend a finding; `field` is the part of the record where that is done."""

    text: Text
    field: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """Facts, by name, and what the rule must say of them; a fact that is not named is unknown."""

    name: str
    facts: Mapping[str, ExampleValue]
    expect: Verdict


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in a pack; `line` and `column` count from 1."""

    file: str
    line: int
    column: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule(Entry):
    """One rule. `met`, `partly` and `contradicts` are CEL; a criterion without `met` is attested by people."""

    aliases: tuple[str, ...]
    part: Part
    kind: RuleKind
    subject: SubjectKind
    nature: RuleNature
    severity: Severity | None
    law: tuple[LawReference, ...]
    label: Text
    question: Text
    applies: str
    applies_text: Text | None
    met: str | None
    partly: str | None
    contradicts: str | None
    statements: tuple[Text, ...]
    reasons: Mapping[Verdict, Text]
    evidence: Text | None
    repair: Repair | None
    responsible: tuple[str, ...]
    review: str
    awaits: str | None
    status: Status
    source: Source | None
    examples: tuple[Example, ...]
    places: Mapping[RulePath, Place] = field(default_factory=dict, repr=False, compare=False)

    @property
    def is_attested(self) -> bool:
        """Whether only a person can say that it is met."""
        return self.kind is RuleKind.CRITERION and self.met is None
