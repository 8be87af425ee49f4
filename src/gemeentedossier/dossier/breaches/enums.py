"""Closed vocabularies of breaches."""

from enum import StrEnum


class BreachType(StrEnum):
    """What was broken of the security of personal data (GDPR 4(12))."""

    CONFIDENTIALITY = "confidentiality"
    INTEGRITY = "integrity"
    AVAILABILITY = "availability"


class IncidentKind(StrEnum):
    """What happened, in the kinds that the form of the authority knows."""

    DEVICE_LOST = "device_lost"
    PAPER_LOST = "paper_lost"
    POST_LOST = "post_lost"
    WRONG_RECIPIENT = "wrong_recipient"
    PUBLISHED = "published"
    HACKED = "hacked"
    WRONG_PERSON_SHOWN = "wrong_person_shown"
    DISCARDED = "discarded"
    UNAUTHORISED_VIEWING = "unauthorised_viewing"
    """Somebody looked or used data without the task: an incident of integrity (GDPR 32(4))."""
    OUTAGE = "outage"
    OTHER = "other"


class ReportedBy(StrEnum):
    """Who told the municipality first."""

    EMPLOYEE = "employee"
    PROCESSOR = "processor"
    CITIZEN = "citizen"
    AUTHORITY = "authority"
    OTHER = "other"


class MunicipalRole(StrEnum):
    """What the municipality is for the data that were hit (GDPR 4(7), 4(8), 26)."""

    CONTROLLER = "controller"
    JOINT = "joint"
    PROCESSOR = "processor"


class Harm(StrEnum):
    """What people can suffer from it (GDPR recital 85)."""

    LOSS_OF_CONTROL = "loss_of_control"
    DISCRIMINATION = "discrimination"
    IDENTITY_FRAUD = "identity_fraud"
    FINANCIAL_LOSS = "financial_loss"
    PSEUDONYM_UNDONE = "pseudonym_undone"
    REPUTATION = "reputation"
    PROFESSIONAL_SECRECY = "professional_secrecy"
    DANGER = "danger"
    OTHER = "other"


class BreachRisk(StrEnum):
    """What a person judged of the risk to people, which decides who is told (GDPR 33(1), 34(1))."""

    UNLIKELY = "unlikely"
    RISK = "risk"
    HIGH = "high"


class DataContext(StrEnum):
    """The kind of data that was hit, by which severity starts (ENISA 2013, data processing context)."""

    SIMPLE = "simple"
    BEHAVIOURAL = "behavioural"
    FINANCIAL = "financial"
    SENSITIVE = "sensitive"


class Identification(StrEnum):
    """How easily somebody can be recognised in the data (ENISA 2013, ease of identification)."""

    NEGLIGIBLE = "negligible"
    LIMITED = "limited"
    SIGNIFICANT = "significant"
    MAXIMUM = "maximum"


class Loss(StrEnum):
    """How much was lost of one aspect of security (ENISA 2013, circumstances of the breach)."""

    NONE = "none"
    SOME = "some"
    FULL = "full"


class Circumstance(StrEnum):
    """What makes a breach weigh more or less than its score."""

    UNINTELLIGIBLE = "unintelligible"
    BACKUP_AVAILABLE = "backup_available"
    TRUSTED_RECIPIENT = "trusted_recipient"
    CONFIRMED_DELETED = "confirmed_deleted"
    VULNERABLE = "vulnerable"
    CHILDREN = "children"
    SECRET_ADDRESS = "secret_address"  # noqa: S105 - no password: the address of somebody who hides
    CRIMINAL_DATA = "criminal_data"


class DecisionKind(StrEnum):
    """What is decided about a breach."""

    NOTIFY_AUTHORITY = "notify_authority"
    INFORM_PEOPLE = "inform_people"


class InformGround(StrEnum):
    """On which ground people are not told of a breach (GDPR 34(1), 34(3); UAVG 41)."""

    NO_HIGH_RISK = "no_high_risk"
    UNINTELLIGIBLE = "unintelligible"
    RISK_REMOVED = "risk_removed"
    DISPROPORTIONATE = "disproportionate"
    UAVG_41 = "uavg_41"


class NotificationKind(StrEnum):
    """What was sent to which authority."""

    FIRST = "first"
    FOLLOW_UP = "follow_up"
    WITHDRAWAL = "withdrawal"
    POLICE = "police"
    """Under the Wet politiegegevens, article 33a."""
    EARLY_WARNING = "early_warning"
    """Under the Cyberbeveiligingswet, within 24 hours."""
    INCIDENT = "incident"
    """Under the Cyberbeveiligingswet, within 72 hours."""
    FINAL_REPORT = "final_report"
    """Under the Cyberbeveiligingswet, within a month."""
    CONTROLLER = "controller"
    """To the controller for whom the municipality processes (GDPR 33(2))."""
    OTHER = "other"


class Manner(StrEnum):
    """How people were told."""

    LETTER = "letter"
    EMAIL = "email"
    PHONE = "phone"
    VISIT = "visit"
    PUBLIC = "public"
    """To everyone at once, instead of each (GDPR 34(3)(c))."""
    OTHER = "other"


class MessageElement(StrEnum):
    """What a message to people holds (GDPR 34(2), and what they can do themselves)."""

    NATURE = "nature"
    CONTACT = "contact"
    CONSEQUENCES = "consequences"
    MEASURES = "measures"
    ADVICE = "advice"


class MeasureKind(StrEnum):
    """Whether a measure mends this breach, or keeps the next from happening."""

    REMEDY = "remedy"
    IMPROVEMENT = "improvement"


class BreachState(StrEnum):
    """How far the work on a breach is; it follows from what is recorded, in the order of the work."""

    REPORTED = "reported"
    TO_WEIGH = "to_weigh"
    TO_DECIDE = "to_decide"
    TO_NOTIFY = "to_notify"
    TO_TELL = "to_tell"
    TO_MEND = "to_mend"
    TO_CLOSE = "to_close"
    NO_BREACH = "no_breach"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


class BreachTermKind(StrEnum):
    """What a breach asks at a moment or on a day."""

    INTERNAL_REPORT = "internal_report"
    PROCESSOR_REPORT = "processor_report"
    CONTROLLER_REPORT = "controller_report"
    AUTHORITY = "authority"
    PEOPLE = "people"
    EARLY_WARNING = "early_warning"
    INCIDENT = "incident"
    FINAL_REPORT = "final_report"
    MEASURE = "measure"
    KEPT_UNTIL = "kept_until"
