"""Reference processing activities: concepts to start from, in which nothing doubtful is filled in."""

from dataclasses import dataclass
from enum import StrEnum

from gemeentedossier.catalogue.facts.entries import Entry
from gemeentedossier.catalogue.facts.sources import Status, Text


class PolicyDomain(StrEnum):
    """The domain of municipal policy an activity belongs to."""

    SOCIAL_SUPPORT = "social_support"
    YOUTH = "youth"
    INCOME = "income"
    DEBTS = "debts"
    EDUCATION = "education"
    CIVIC_INTEGRATION = "civic_integration"
    SAFETY = "safety"
    CARE_AND_SAFETY = "care_and_safety"
    PUBLIC_HEALTH = "public_health"
    CROSS_DOMAIN = "cross_domain"
    SUPPORT = "support"


class ControllerKind(StrEnum):
    """Which body decides on purposes and means: Article 4(7); the three of a municipality by name."""

    COLLEGE = "college"
    BURGEMEESTER = "burgemeester"
    GEMEENTERAAD = "gemeenteraad"
    OTHER = "other"


class DoubtKind(StrEnum):
    """Why a part of a reference activity may not be filled in by itself."""

    PROVISION_UNVERIFIED = "provision_unverified"
    PROVISION_OLDER_TEXT = "provision_older_text"
    PROVISION_NOT_IN_FORCE = "provision_not_in_force"
    PROVISION_ADDRESSES_ANOTHER = "provision_addresses_another"
    ARTICLE_6_NOT_BACKED = "article_6_not_backed"
    NO_NATIONAL_NUMBER_PROVISION = "no_national_number_provision"
    NO_SPECIAL_CATEGORY_EXCEPTION = "no_special_category_exception"
    NO_CRIMINAL_DATA_GROUND = "no_criminal_data_ground"
    OUTSIDE_GDPR = "outside_gdpr"
    PEOPLE_AND_DATA_NOT_PAIRED = "people_and_data_not_paired"
    RETENTION_UNVERIFIED = "retention_unverified"
    RETENTION_HAS_NO_SINGLE_TERM = "retention_has_no_single_term"
    RETENTION_OF_ANOTHER = "retention_of_another"
    RETENTION_IN_CONFLICT = "retention_in_conflict"
    CONTROLLER_IS_ANOTHER = "controller_is_another"
    SOURCE_REMARK = "source_remark"


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """One reason to look before filling in: about which ids, and what is the matter."""

    kind: DoubtKind
    about: tuple[str, ...] = ()
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferencePurpose:
    """A purpose with the letters of Article 6(1) and the provisions (ids of legal bases) behind it."""

    text: Text
    article_6: tuple[str, ...] = ()
    legal_bases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceDataUse:
    """One category of data about one category of people.

    `special_ground` is the id of the provision that lifts the ban of Articles 9 and 10,
    `national_number_provision` of the one that allows the BSN (Article 46 UAVG).
    """

    subject: str
    data: str
    special_ground: str | None = None
    national_number_provision: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Prefill:
    """What a new activity may take over; a person still confirms it."""

    controller: ControllerKind | None
    purposes: tuple[ReferencePurpose, ...]
    data_uses: tuple[ReferenceDataUse, ...]
    recipients: tuple[str, ...]
    retention: tuple[str, ...]


class DpiaIndication(StrEnum):
    """An estimate whether Article 35 asks for an assessment; never the answer itself."""

    EXPECTED = "expected"
    LIKELY = "likely"
    NOT_EXPECTED = "not_expected"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassificationEstimate:
    """Availability, integrity and confidentiality on 1 (low) to 3 (high): an estimate."""

    availability: int
    integrity: int
    confidentiality: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestions:
    """What may be shown beside an empty field but never fills it."""

    article_6: tuple[str, ...]
    legal_bases: tuple[str, ...]
    subjects: tuple[str, ...]
    data: tuple[str, ...]
    recipients: tuple[str, ...]
    retention: tuple[str, ...]
    systems: tuple[str, ...]
    dpia: DpiaIndication
    dpia_reason: Text
    classification: ClassificationEstimate


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceActivity(Entry):
    """A processing activity as municipalities commonly have it; a concept, composed by us."""

    name: Text
    domain: PolicyDomain
    controller_words: Text
    prefill: Prefill
    suggestions: Suggestions
    doubts: tuple[Doubt, ...]
    status: Status
