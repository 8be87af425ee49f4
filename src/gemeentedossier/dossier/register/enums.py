"""Closed vocabularies of the register."""

from enum import StrEnum


class ActivityRole(StrEnum):
    """In what capacity the municipality processes (GDPR 4(7), 26, 4(8))."""

    CONTROLLER = "controller"
    JOINT_CONTROLLER = "joint_controller"
    PROCESSOR = "processor"


class RecordState(StrEnum):
    """The state of the record, not of the processing that it describes."""

    CONCEPT = "concept"
    UNDER_REVIEW = "under_review"
    ADOPTED = "adopted"
    PUBLISHED = "published"
    REPLACED = "replaced"


class ProcessingState(StrEnum):
    """The state of the processing, not of the record that describes it."""

    PLANNED = "planned"
    IN_USE = "in_use"
    ENDED = "ended"


class Article6(StrEnum):
    """The legal bases of GDPR 6(1), by point."""

    CONSENT = "a"
    CONTRACT = "b"
    LEGAL_OBLIGATION = "c"
    VITAL_INTERESTS = "d"
    PUBLIC_TASK = "e"
    LEGITIMATE_INTERESTS = "f"


class SpecialCategoryGround(StrEnum):
    """The exceptions of GDPR 9(2), by point, and the national one of UAVG 23."""

    EXPLICIT_CONSENT = "a"
    EMPLOYMENT_AND_SOCIAL_SECURITY = "b"
    VITAL_INTERESTS = "c"
    NON_PROFIT_BODY = "d"
    MADE_PUBLIC = "e"
    LEGAL_CLAIMS = "f"
    SUBSTANTIAL_PUBLIC_INTEREST = "g"
    HEALTH_OR_SOCIAL_CARE = "h"
    PUBLIC_HEALTH = "i"
    ARCHIVE_RESEARCH_STATISTICS = "j"
    UAVG_23 = "uavg23"


class CriminalDataGround(StrEnum):
    """On what the processing of criminal data rests (GDPR 10; UAVG 32 and 33; sector law)."""

    UAVG_32 = "uavg32"
    UAVG_33_1_A = "uavg33-1-a"
    UAVG_33_2 = "uavg33-2"
    UAVG_33_4 = "uavg33-4"
    SECTOR_LAW = "sector_law"


class TransferMechanism(StrEnum):
    """How a transfer outside the EEA is allowed (GDPR 45, 46, 49)."""

    ADEQUACY = "adequacy"
    STANDARD_CLAUSES = "standard_clauses"
    BINDING_CORPORATE_RULES = "binding_corporate_rules"
    INSTRUMENT = "instrument"
    CODE_OF_CONDUCT = "code_of_conduct"
    CERTIFICATE = "certificate"
    AD_HOC_CLAUSES = "ad_hoc_clauses"
    DEROGATION = "derogation"


class PartyRole(StrEnum):
    """What a party is in one processing activity (GDPR 4(7) to 4(9), 26, 28)."""

    PROCESSOR = "processor"
    JOINT_CONTROLLER = "joint_controller"
    INDEPENDENT_CONTROLLER = "independent_controller"
    CLIENT = "client"
    """A controller on whose behalf the municipality processes (GDPR 30(2))."""


class FurtherUseBasis(StrEnum):
    """On what a further use rests (GDPR 6(4))."""

    COMPATIBLE = "compatible"
    CONSENT = "consent"
    LAW = "law"


class DataSubjectRight(StrEnum):
    """The rights of GDPR 15 to 22 and the withdrawal of consent of 7(3)."""

    ACCESS = "access"
    RECTIFICATION = "rectification"
    ERASURE = "erasure"
    RESTRICTION = "restriction"
    PORTABILITY = "portability"
    OBJECTION = "objection"
    NO_AUTOMATED_DECISION = "no_automated_decision"
    WITHDRAW_CONSENT = "withdraw_consent"


class RetentionSource(StrEnum):
    """Where a retention period comes from."""

    STATUTE = "statute"
    SELECTIELIJST = "selectielijst"
    OWN_DECISION = "own_decision"


class ManyField(StrEnum):
    """What can be changed of many records at once: what says one thing only, by its column."""

    OWNER = "owner_id"
    UNIT = "unit_id"
    POLICY_DOMAIN = "policy_domain"
    ROLE = "role"
    PROCESSING_STATE = "processing_state"
    STARTED_ON = "started_on"
    ENDED_ON = "ended_on"


class Untouched(StrEnum):
    """Why one of many records is left as it is."""

    GONE = "gone"
    CHANGED = "changed"
    NOT_YOURS = "not_yours"
    NOT_THERE = "not_there"
    REPLACED = "replaced"
    SAME = "same"
    ENDS_BEFORE_IT_STARTS = "ends_before_it_starts"
