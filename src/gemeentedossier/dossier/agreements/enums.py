"""Closed vocabularies of agreements."""

from enum import StrEnum


class AgreementKind(StrEnum):
    """What sort of agreement it is."""

    PROCESSOR = "processor"
    """GDPR 28(3)."""
    JOINT_CONTROLLERS = "joint_controllers"
    """GDPR 26(1)."""
    DATA_SUPPLY = "data_supply"
    """Between controllers that each decide for themselves."""
    COVENANT = "covenant"
    """On cooperation between several organisations; never a legal basis (GDPR 6(3))."""
    TRANSFER_INSTRUMENT = "transfer_instrument"
    """An appropriate safeguard for data that leave the EEA (GDPR 46)."""


class AgreementState(StrEnum):
    """How an agreement stands on a day; it follows from its dates and is recorded nowhere."""

    DRAFT = "draft"
    SIGNED = "signed"
    """Signed, and its first day is still to come."""
    IN_FORCE = "in_force"
    NOTICE_GIVEN = "notice_given"
    """In force until the day for which notice was given."""
    EXPIRED = "expired"
    """Its last day passed and nobody recorded how it ended."""
    ENDED = "ended"


class Renewal(StrEnum):
    """What happens on the last day when nobody does anything."""

    NONE = "none"
    BY_DECISION = "by_decision"
    TACIT = "tacit"


class PartyKind(StrEnum):
    """What kind of organisation takes part."""

    MUNICIPALITY = "municipality"
    CERTIFIED_INSTITUTION = "certified_institution"
    CARE_PROVIDER = "care_provider"
    POLICE = "police"
    PUBLIC_PROSECUTOR = "public_prosecutor"
    SCHOOL = "school"
    HOUSING_ASSOCIATION = "housing_association"
    PUBLIC_HEALTH_SERVICE = "public_health_service"
    OTHER = "other"


class Point(StrEnum):
    """What can be agreed; each point is agreed, left out or unknown. Named as the facts that rules ask for."""

    GUARANTEES_ASSESSED_FIRST = "guarantees_assessed_first"
    DESCRIBES_PROCESSING = "describes_processing"
    INSTRUCTIONS_ONLY = "instructions_only"
    SECRECY = "secrecy"
    SECURITY_SPECIFIED = "security_specified"
    SECURITY_FITS_CLASSIFICATION = "security_fits_classification"
    SUBPROCESSOR_DUTIES_PASSED_ON = "subprocessor_duties_passed_on"
    ASSISTS_WITH_REQUESTS = "assists_with_requests"
    ASSISTS_WITH_SECURITY_DUTIES = "assists_with_security_duties"
    ERASURE_IS_CONFIRMED = "erasure_is_confirmed"
    AUDIT_RIGHT = "audit_right"
    OWN_USE_CHECKED = "own_use_checked"
    OWN_USE_EXCLUDED = "own_use_excluded"
    DECIDES_PURPOSES = "decides_purposes"
    FOREIGN_ORDERS_AGREED = "foreign_orders_agreed"
    INFORMATION_AND_REQUESTS_DIVIDED = "information_and_requests_divided"
    ANY_PARTY_TAKES_REQUESTS = "any_party_takes_requests"
    ESSENCE_AVAILABLE = "essence_available"
    CARE_FILES_TRANSFERRED = "care_files_transferred"
    PEOPLE_TOLD_OF_FILE_TRANSFER = "people_told_of_file_transfer"
    FILE_TRANSFER_FREE = "file_transfer_free"
    BASES_PER_FLOW = "bases_per_flow"
    DATA_AND_NEED_PER_PHASE = "data_and_need_per_phase"
    SECURITY_AND_ACCESS = "security_and_access"
    BREACH_REPORTING = "breach_reporting"
    RETENTION_AND_END = "retention_and_end"
    ADOPTED_WITH_TERM_AND_REVIEW = "adopted_with_term_and_review"
    SHARES_SPECIAL_OR_SENSITIVE_DATA = "shares_special_or_sensitive_data"
    SHARES_CRIMINAL_DATA = "shares_criminal_data"
    IMPACT_ASSESSMENT_BEFORE_START = "impact_assessment_before_start"
    HEALTH_DATA_WITHIN_STATUTORY_TASK = "health_data_within_statutory_task"
    IS_PUBLIC_PARTNERSHIP = "is_public_partnership"
    CRIMINAL_DATA_NECESSARY_WITH_SAFEGUARDS = "criminal_data_necessary_with_safeguards"
    IS_STATUTORY_PARTNERSHIP = "is_statutory_partnership"
    LEGALITY_COMMITTEE = "legality_committee"
    PRIVACY_AUDITS = "privacy_audits"


class Authorisation(StrEnum):
    """How the municipality allows sub-processors (GDPR 28(2))."""

    SPECIFIC = "specific"
    GENERAL = "general"


class SubProcessorDecision(StrEnum):
    """What the municipality said of a sub-processor; none yet is no decision."""

    AUTHORISED = "authorised"
    OBJECTED = "objected"


class EndChoice(StrEnum):
    """What happens with the data at the end (GDPR 28(3)(g)): the controller chooses."""

    ERASE = "erase"
    RETURN = "return"


class Duty(StrEnum):
    """What joint controllers divide among themselves (GDPR 26(1))."""

    INFORMATION = "information"
    REQUESTS = "requests"
    CONTACT_POINT = "contact_point"
    SECURITY = "security"
    BREACHES = "breaches"
    IMPACT_ASSESSMENT = "impact_assessment"
    PROCESSORS = "processors"
    RETENTION = "retention"
    TRANSFERS = "transfers"


class FoundRole(StrEnum):
    """What a party turns out to be (GDPR 4(7) to 4(9), 26, 28)."""

    CONTROLLER = "controller"
    """Decides for itself on the data that it holds for a task of its own."""
    JOINT_CONTROLLER = "joint_controller"
    PROCESSOR = "processor"
    INDEPENDENT_RECIPIENT = "independent_recipient"
    """Is given data because the law says so, and answers for them itself."""


class RoleQuestion(StrEnum):
    """What is asked to know what a party is."""

    IS_CARE_PROVIDER = "is_care_provider"
    LAW_NAMES_PARTY = "law_names_party"
    OWN_FILE = "own_file"
    DECIDES_PURPOSE = "decides_purpose"
    DECIDES_ESSENTIAL_MEANS = "decides_essential_means"
    DECIDES_TOGETHER = "decides_together"
    ON_INSTRUCTION_ONLY = "on_instruction_only"
    OWN_USE = "own_use"
    PROVISION_BY_LAW_ONLY = "provision_by_law_only"


class TermKind(StrEnum):
    """What an agreement or a leaflet asks on a day."""

    STARTS = "starts"
    ENDS = "ends"
    NOTICE_BEFORE = "notice_before"
    """The last day on which notice can be given, so that it is not renewed."""
    OBJECT_BEFORE = "object_before"
    """The last day on which a sub-processor can be objected to."""
    REVIEW = "review"
    TRANSFER_ASSESSMENT = "transfer_assessment"
    MECHANISM_ENDS = "mechanism_ends"
    PROVE_ERASURE = "prove_erasure"
    ATTEST = "attest"
    LEAFLET_ENDS = "leaflet_ends"
    """The last day on which a leaflet may be relied on: of a leaflet, all others are of an agreement."""
