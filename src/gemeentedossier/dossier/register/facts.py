"""The register as immutable values. None is unknown; an empty text was never written."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from gemeentedossier.dossier.register.enums import (
    ActivityRole,
    Article6,
    CriminalDataGround,
    DataSubjectRight,
    FurtherUseBasis,
    PartyRole,
    ProcessingState,
    RecordState,
    RetentionSource,
    SpecialCategoryGround,
    TransferMechanism,
)


@dataclass(frozen=True, slots=True)
class LegalBasis:
    """Why a purpose is lawful: point of GDPR 6(1), the provision that carries it, and the weighing."""

    id: UUID
    article_6: Article6 | None = None
    provision_id: str = ""
    """A legal basis of the catalogue, or empty."""
    provision_text: str = ""
    """The provision in the municipality's own words, as written in its register."""
    necessity: str = ""
    proportionality: str = ""
    subsidiarity: str = ""
    rejected_alternative: str = ""
    consent_evidence: str = ""
    consent_request_separate: bool | None = None
    withdrawal_method: str = ""
    freely_given_reasoning: str = ""
    parental_consent_method: str = ""
    vital_interest: str = ""
    contract: str = ""
    legitimate_interest: str = ""


@dataclass(frozen=True, slots=True)
class Purpose:
    """One specified, explicit and legitimate purpose (GDPR 5(1)(b))."""

    id: UUID
    position: int
    text: str
    legal_bases: tuple[LegalBasis, ...] = ()


@dataclass(frozen=True, slots=True)
class DataUse:
    """Which data of which people are used, why they are needed, and on which exception (GDPR 9, 10; UAVG 46).

    Categories are catalogue ids; what the catalogue does not know stands in the municipality's own words.
    ``purpose_ids`` empty means: for all purposes of the activity.
    """

    id: UUID
    position: int
    subject_categories: tuple[str, ...] = ()
    subject_categories_own: tuple[str, ...] = ()
    data_categories: tuple[str, ...] = ()
    data_categories_own: tuple[str, ...] = ()
    purpose_ids: tuple[UUID, ...] = ()
    necessity: str = ""
    special_ground: SpecialCategoryGround | None = None
    special_provision_id: str = ""
    special_reasoning: str = ""
    criminal_ground: CriminalDataGround | None = None
    criminal_provision_id: str = ""
    criminal_reasoning: str = ""
    bsn_provision_id: str = ""
    bsn_reasoning: str = ""


@dataclass(frozen=True, slots=True)
class DataSource:
    """Where data come from (GDPR 13, 14): the person, or another source."""

    id: UUID
    from_data_subject: bool | None = None
    recipient_category: str = ""
    """The source as a category of the catalogue, where it is one."""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Recipient:
    """Who receives data (GDPR 30(1)(d)): a category of the catalogue, a party, or own words."""

    id: UUID
    category: str = ""
    text: str = ""
    party_id: UUID | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Transfer:
    """A transfer outside the EEA (GDPR 44 to 49). ``country`` is ISO 3166-1 alpha-2."""

    id: UUID
    recipient: str = ""
    country: str = ""
    mechanism: TransferMechanism | None = None
    mechanism_reference: str = ""
    mechanism_valid_until: dt.date | None = None
    assessment_on: dt.date | None = None
    derogation_reasoning: str = ""


@dataclass(frozen=True, slots=True)
class RetentionPeriod:
    """How long data are kept: a rule (period, trigger, source) that yields a date (GDPR 5(1)(e), 30(1)(f)).

    ``period`` is an ISO 8601 duration; ``trigger`` a trigger of the catalogue.
    """

    id: UUID
    applies_to: str = ""
    rule_id: str = ""
    period: str = ""
    permanent: bool | None = None
    trigger: str = ""
    trigger_source: str = ""
    """Where the date of the trigger is recorded: system and field."""
    source: RetentionSource | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class PartyRelation:
    """What a party is in this activity, and why (GDPR 4(7), 4(8), 26, 28)."""

    id: UUID
    party_id: UUID
    party_name: str
    party_country: str | None = None
    party_is_care_provider: bool | None = None
    role: PartyRole | None = None
    role_reasoning: str = ""
    agreement_declared: bool | None = None
    agreement_reference: str = ""


@dataclass(frozen=True, slots=True)
class FurtherUse:
    """A further use for another purpose, with the compatibility test of GDPR 6(4)(a) to (e)."""

    id: UUID
    purpose: str
    basis: FurtherUseBasis | None = None
    provision_id: str = ""
    link: str = ""
    context: str = ""
    nature: str = ""
    consequences: str = ""
    safeguards: str = ""
    conclusion: str = ""
    people_informed: bool | None = None


@dataclass(frozen=True, slots=True)
class Characteristics:
    """What the processing is like; each point is yes, no or unknown (None)."""

    large_scale: bool | None = None
    vulnerable_subjects: bool | None = None
    children_under_16: bool | None = None
    children_12_to_15: bool | None = None
    guardianship: bool | None = None
    personnel: bool | None = None
    online_service_to_children: bool | None = None
    free_text: bool | None = None
    shared_systems: bool | None = None
    uses_base_registry: bool | None = None
    archiving_in_public_interest: bool | None = None
    research_or_statistics: bool | None = None
    public_monitoring: bool | None = None
    profiling_with_effect: bool | None = None
    automated_decision: bool | None = None
    algorithm: bool | None = None
    identification_not_needed: bool | None = None
    care_provider_role: bool | None = None
    care_contract: bool | None = None
    cross_domain_sharing: bool | None = None
    blacklist_shared: bool | None = None
    criminal_data_from_police_or_justice: bool | None = None
    criminal_data_for_own_use: bool | None = None
    covenant: bool | None = None
    information_given: bool | None = None
    information_waived: bool | None = None
    transfer_outside_eea: bool | None = None
    further_use: bool | None = None
    impact_assessment_required: bool | None = None


@dataclass(frozen=True, slots=True)
class Accountability:
    """How the principles are lived up to, in the municipality's own words (GDPR 5(2); 5, 12 to 14, 22, 32)."""

    fairness: str = ""
    purpose_separation: str = ""
    minimisation: str = ""
    free_text_instruction: str = ""
    accuracy: str = ""
    base_registry_feedback: str = ""
    destruction: str = ""
    archive_safeguards: str = ""
    information_method: str = ""
    information_moment: str = ""
    information_waiver_reason: str = ""
    automated_decision_ground: str = ""
    automated_decision_safeguards: str = ""
    algorithm_register: str = ""
    security: str = ""
    covenant_name: str = ""
    joint_arrangement: str = ""
    remarks: str = ""


@dataclass(frozen=True, slots=True)
class Activity:
    """One processing activity, with everything that GDPR 30(1) and 30(2) and the law around it ask."""

    id: UUID
    name: str
    reference: str = ""
    description: str = ""
    reference_activity: str = ""
    policy_domain: str = ""
    sector_law: str = ""
    role: ActivityRole | None = None
    record_state: RecordState = RecordState.CONCEPT
    processing_state: ProcessingState | None = None
    version: int = 0
    started_on: dt.date | None = None
    ended_on: dt.date | None = None
    last_confirmed_on: dt.date | None = None
    last_destruction_on: dt.date | None = None
    impact_assessment_completed_on: dt.date | None = None
    authority_list_items: tuple[str, ...] | None = None
    european_criteria: tuple[str, ...] | None = None
    rights_offered: tuple[DataSubjectRight, ...] | None = None
    unit_id: UUID | None = None
    unit: str = ""
    owner_id: UUID | None = None
    owner: str = ""
    revision: int = 0
    controller_ids: tuple[UUID, ...] = ()
    controllers: tuple[str, ...] = ()
    controllers_own: tuple[str, ...] = ()
    system_ids: tuple[UUID, ...] = ()
    measure_ids: tuple[UUID, ...] = ()
    purposes: tuple[Purpose, ...] = ()
    data_uses: tuple[DataUse, ...] = ()
    sources: tuple[DataSource, ...] = ()
    recipients: tuple[Recipient, ...] = ()
    transfers: tuple[Transfer, ...] = ()
    retention: tuple[RetentionPeriod, ...] = ()
    parties: tuple[PartyRelation, ...] = ()
    further_uses: tuple[FurtherUse, ...] = ()
    characteristics: Characteristics = Characteristics()
    account: Accountability = Accountability()


@dataclass(frozen=True, slots=True)
class AdoptedVersion:
    """An adopted version of an activity, word for word, with the catalogue of its day."""

    id: UUID
    activity_id: UUID
    number: int
    content: Activity
    catalogue_version: str
    adopted_at: dt.datetime
    adopted_by_id: UUID
    reason: str = ""
    published_at: dt.datetime | None = None
    withdrawn_at: dt.datetime | None = None
    withdrawn_because: str = ""

    @property
    def is_public(self) -> bool:
        """Whether everyone can read it: published, and not withdrawn since."""
        return self.published_at is not None and self.withdrawn_at is None


@dataclass(frozen=True, slots=True)
class ReviewNote:
    """A remark on a record before it is adopted; without a field it is about the whole record."""

    id: UUID
    activity_id: UUID
    field: str
    text: str
    written_by_id: UUID
    written_at: dt.datetime
    written_by: str = ""
    answer: str = ""
    answered_by_id: UUID | None = None
    answered_by: str = ""
    answered_at: dt.datetime | None = None
    settled_by_id: UUID | None = None
    settled_by: str = ""
    settled_at: dt.datetime | None = None
    part_id: UUID | None = None

    @property
    def is_open(self) -> bool:
        """Whether nobody settled it yet."""
        return self.settled_at is None
