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


class ListField(StrEnum):
    """A field that a column of a list of systems, of parties or of sub-processors can fill."""

    SYSTEM_NAME = "system.name"
    SYSTEM_DESCRIPTION = "system.description"
    SYSTEM_SUPPLIER = "system.supplier"
    SYSTEM_OWNER = "system.owner"
    SYSTEM_LOCATION = "system.location"
    SYSTEM_STATE = "system.state"
    SYSTEM_SUPPORTED_UNTIL = "system.supported_until"
    SYSTEM_LEGACY_REASON = "system.legacy_reason"
    SYSTEM_OLDEST_RECORD_ON = "system.oldest_record_on"
    SYSTEM_OLDEST_RECORD_MEASURED_ON = "system.oldest_record_measured_on"
    SYSTEM_ACCOUNTS = "system.accounts"
    SYSTEM_ACCOUNTS_REVIEWED_ON = "system.accounts_reviewed_on"
    SYSTEM_RECOVERY_HOURS = "system.recovery_hours"
    SYSTEM_LOSS_HOURS = "system.loss_hours"
    SYSTEM_FALLBACK = "system.fallback"
    SYSTEM_RECOVERY_TESTED_ON = "system.recovery_tested_on"
    PARTY_NAME = "party.name"
    PARTY_COUNTRY = "party.country"
    PARTY_CONTACT = "party.contact"
    PARTY_IS_CARE_PROVIDER = "party.is_care_provider"
    SUB_PROCESSOR_NAME = "sub_processor.name"
    SUB_PROCESSOR_SERVICE = "sub_processor.service"
    SUB_PROCESSOR_COUNTRY = "sub_processor.country"
    SUB_PROCESSOR_ABOVE = "sub_processor.above"
    SUB_PROCESSOR_NOTIFIED_ON = "sub_processor.notified_on"
    SUB_PROCESSOR_OBJECTION_UNTIL = "sub_processor.objection_until"
    SUB_PROCESSOR_PERMISSION = "sub_processor.permission"


@dataclass(frozen=True, slots=True, kw_only=True)
class ListHeadings(Entry):
    """The column headings under which lists of systems, parties or sub-processors keep one field."""

    field: ListField
    name: Text
    headings: tuple[str, ...]


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
