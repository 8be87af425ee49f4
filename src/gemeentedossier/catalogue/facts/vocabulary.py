"""Words: what registers and statutes call a thing, and what the product calls it."""

from dataclasses import dataclass
from enum import StrEnum

from gemeentedossier.catalogue.facts.entries import Entry
from gemeentedossier.catalogue.facts.sources import Status, Text


class RegisterField(StrEnum):
    """A field of the register of processing that a column of a municipal register can fill."""

    REFERENCE = "reference"
    NAME = "name"
    DESCRIPTION = "description"
    MUNICIPALITY = "municipality"
    CONTROLLERS = "controllers"
    JOINT_CONTROLLERSHIP = "joint_controllership"
    UNIT = "unit"
    POLICY_DOMAIN = "policy_domain"
    PURPOSES = "purposes"
    ARTICLE_6 = "article_6"
    LEGAL_BASES = "legal_bases"
    SUBJECTS = "subjects"
    DATA = "data"
    SPECIAL_DATA = "special_data"
    SOURCES = "sources"
    RECIPIENTS = "recipients"
    PROCESSORS = "processors"
    PROCESSOR_AGREEMENT = "processor_agreement"
    PARTNERS = "partners"
    AGREEMENTS = "agreements"
    TRANSFERS = "transfers"
    RETENTION = "retention"
    SYSTEMS = "systems"
    MEASURES = "measures"
    IMPACT_ASSESSMENT = "impact_assessment"
    FURTHER_USE = "further_use"
    REMARKS = "remarks"


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadingSynonyms(Entry):
    """The column headings under which municipal registers keep one field; the entry's id is the field."""

    field: RegisterField
    name: Text
    headings: tuple[str, ...]
    read_in: tuple[str, ...] = ()


class AliasKind(StrEnum):
    """In which list an alias is looked up."""

    STATUTES = "statutes"
    LEGAL_BASES = "legal_bases"
    DATA_CATEGORIES = "data_categories"
    DATA_KINDS = "data_kinds"
    SUBJECT_CATEGORIES = "subject_categories"
    RECIPIENT_CATEGORIES = "recipient_categories"
    CONTROLLER_KINDS = "controller_kinds"
    RETENTION_RULES = "retention_rules"
    REFERENCE_ACTIVITIES = "reference_activities"
    ARTICLE_6 = "article_6"


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias(Entry):
    """Another word for one or more entries, or a word that stands for none, with the reason."""

    kind: AliasKind
    words: tuple[str, ...]
    targets: tuple[str, ...] = ()
    unresolved: Text | None = None
    status: Status = Status.OWN_WORK


@dataclass(frozen=True, slots=True, kw_only=True)
class GlossaryTerm(Entry):
    """One word of the trade: in the GDPR, in the code and on the screen."""

    term: Text
    code: tuple[str, ...]
    article: str | None = None
    explanation: Text
