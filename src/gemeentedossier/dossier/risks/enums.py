"""Closed vocabularies of risks to people."""

from enum import StrEnum


class PrescanVerdict(StrEnum):
    """Whether an impact assessment is needed (GDPR 35(1))."""

    REQUIRED = "required"
    RECOMMENDED = "recommended"
    NOT_REQUIRED = "not_required"


class AssessmentState(StrEnum):
    """The state of the record of an assessment."""

    DRAFT = "draft"
    UNDER_ADVICE = "under_advice"
    """It lies with the data protection officer, or was advised on and waits for a decision."""
    ADOPTED = "adopted"
    UNDER_REVISION = "under_revision"
    """It was adopted, and is being written anew; what was adopted can be read as it was on that day."""


class Conclusion(StrEnum):
    """What an assessment comes to."""

    MAY_START = "may_start"
    MAY_START_AFTER_MEASURES = "may_start_after_measures"
    CONSULT_AUTHORITY = "consult_authority"
    MAY_NOT_START = "may_not_start"


class TreatmentKind(StrEnum):
    """What sort of measure makes a risk smaller."""

    TECHNICAL = "technical"
    ORGANISATIONAL = "organisational"
    LEGAL = "legal"


class ProposalAnswer(StrEnum):
    """What became of something that Part C says of an activity and the register did not."""

    TAKEN_OVER = "taken_over"
    REFUSED = "refused"


class ConsultationPiece(StrEnum):
    """What a request for prior consultation encloses, by point of GDPR 36(3)."""

    RESPONSIBILITIES = "responsibilities"
    PURPOSES_AND_MEANS = "purposes_and_means"
    MEASURES_AND_SAFEGUARDS = "measures_and_safeguards"
    OFFICER_CONTACT = "officer_contact"
    ASSESSMENT = "assessment"
    OTHER_INFORMATION = "other_information"
    """Only where the authority asked for it."""


class AssessmentTermKind(StrEnum):
    """What a record of Part C asks on a day."""

    REVIEW = "review"
    ADVICE_ANSWER = "advice_answer"
    MEASURE = "measure"
    CONSULTATION = "consultation"
    EXTENSION_NOTICE = "extension_notice"
