"""How long data are kept, by whose rule and counted from which event: Article 30(1)(f) GDPR."""

from dataclasses import dataclass
from enum import StrEnum

from gemeentedossier.catalogue.facts.entries import Entry, SourcedEntry
from gemeentedossier.catalogue.facts.sources import Text


class RetentionBasis(StrEnum):
    """Who sets the term. A statute goes before the Selectielijst; practice binds nobody."""

    STATUTE = "statute"
    SELECTIELIJST = "selectielijst"
    PRACTICE = "practice"


class RetentionForm(StrEnum):
    """What kind of answer the rule gives."""

    DURATION = "duration"
    PERMANENT = "permanent"
    DESCRIBED = "described"


class RetentionTrigger(StrEnum):
    """The event from which a term counts: a closed list, so that a date can be found for it."""

    LAST_CHANGE_OF_DATA = "last_change_of_data"
    LAST_CHANGE_OF_FILE = "last_change_of_file"
    CASE_CLOSED = "case_closed"
    END_OF_PROVISION = "end_of_provision"
    RECORDED_EXPIRY_DATE = "recorded_expiry_date"
    END_OF_MEASURE = "end_of_measure"
    END_OF_SUPERVISION = "end_of_supervision"
    DECISION_DATE = "decision_date"
    REPORT_DATE = "report_date"
    REQUEST_RECEIVED = "request_received"
    REGISTRATION_DATE = "registration_date"
    DISCLOSURE_DATE = "disclosure_date"
    DATE_OF_BIRTH = "date_of_birth"
    DIFFERS_PER_PART = "differs_per_part"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True, kw_only=True)
class SelectielijstResult:
    """The place of a term in the Selectielijst gemeenten 2020."""

    number: str
    process_number: int
    process: Text
    result: Text
    subject: Text | None = None
    origin: str
    social_domain: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RetentionRule(SourcedEntry):
    """One term with its trigger. `duration` is ISO 8601 and present only where `form` is `DURATION`."""

    name: Text
    basis: RetentionBasis
    form: RetentionForm
    duration: str | None = None
    described: Text | None = None
    trigger: RetentionTrigger
    trigger_words: Text
    holders: tuple[str, ...] = ()
    legal_basis: str | None = None
    selectielijst: SelectielijstResult | None = None
    extension: Text | None = None
    usable: bool = True
    specialises: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictSide:
    """What one source says; `rules` are the retention rules that hold it."""

    words: Text
    rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RetentionConflict(Entry):
    """Two sources that do not agree, side by side; a lawyer decides, the catalogue does not."""

    subject: Text
    first: ConflictSide
    second: ConflictSide
    reading: Text
