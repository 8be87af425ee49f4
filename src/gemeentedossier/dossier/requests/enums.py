"""Closed vocabularies of requests and consents."""

from enum import StrEnum


class Channel(StrEnum):
    """How a request came in; every way counts as receipt (GDPR 12(3))."""

    WEB_FORM = "web_form"
    EMAIL = "email"
    LETTER = "letter"
    DESK = "desk"
    PHONE = "phone"


ELECTRONIC = frozenset({Channel.WEB_FORM, Channel.EMAIL})
"""What is answered electronically where that can be done (GDPR 12(3))."""


class AskedBy(StrEnum):
    """Who asks (UAVG 5)."""

    SELF = "self"
    REPRESENTATIVE = "representative"
    """By law: a parent with custody, a guardian, an administrator or a mentor."""
    AUTHORISED = "authorised"
    """Somebody whom the person chose."""


class RepresentationProof(StrEnum):
    """By what somebody shows that they may ask for another."""

    AUTHORISATION = "authorisation"
    CUSTODY_REGISTER = "custody_register"
    COURT_ORDER = "court_order"


class IdentityMethod(StrEnum):
    """How it was established who asks, the preferred way first. None keeps a copy of a document (GDPR 12(6))."""

    DIGID = "digid"
    SIGNED_IN = "signed_in"
    SHOWN_AT_DESK = "shown_at_desk"
    REGISTERED_ADDRESS = "registered_address"
    QUESTIONS = "questions"
    SHIELDED_COPY = "shielded_copy"
    """A copy without number and photograph, destroyed after it was looked at."""


class SuspensionGround(StrEnum):
    """Why the term stands still; there is no other ground."""

    IDENTITY = "identity"
    """Reasonable doubt about who asks (GDPR 12(6))."""
    CLARIFICATION = "clarification"
    """What is asked must be made precise first (GDPR recital 63)."""


class ExtensionGround(StrEnum):
    """Why the term is longer (GDPR 12(3)); for another reason it cannot be."""

    COMPLEXITY = "complexity"
    NUMBER = "number"
    OTHER = "other"
    """Something that the law does not know; recorded because it happened."""


class LineKind(StrEnum):
    """Where data of the person are looked for."""

    SYSTEM = "system"
    PROCESSOR = "processor"
    RECIPIENT = "recipient"


class RequestQuestion(StrEnum):
    """What is answered with yes or no while a request is worked on, each by the article that asks it."""

    IDENTITY_DOUBT = "identity_doubt"
    IDENTITY_CHECK_PROPORTIONATE = "identity_check_proportionate"
    IDENTITY_COPY_KEPT = "identity_copy_kept"
    ENTITLEMENT_ESTABLISHED = "entitlement_established"
    CONFIRMED = "confirmed"
    ANSWER_COMPLETE = "answer_complete"
    COPY_GIVEN = "copy_given"
    COPY_IN_ASKED_FORM = "copy_in_asked_form"
    THIRD_PARTY_DATA = "third_party_data"
    OMISSIONS_WEIGHED = "omissions_weighed"
    REST_GIVEN = "rest_given"
    IN_ARCHIVE_REPOSITORY = "in_archive_repository"
    ARCHIVE_RIGHTS_OFFERED = "archive_rights_offered"
    IN_PUBLIC_REGISTER = "in_public_register"
    REGISTER_PROCEDURE_FOLLOWED = "register_procedure_followed"
    ACCURACY_ASSESSED = "accuracy_assessed"
    CORRECTED_OR_STATEMENT_ADDED = "corrected_or_statement_added"
    ERASURE_GROUNDS_TESTED = "erasure_grounds_tested"
    MADE_PUBLIC = "made_public"
    OTHER_CONTROLLERS_TOLD = "other_controllers_told"
    RESTRICTION_GROUNDS_TESTED = "restriction_grounds_tested"
    RESTRICTION_MARKED = "restriction_marked"
    RESTRICTION_LIFTED = "restriction_lifted"
    TOLD_BEFORE_LIFTING = "told_before_lifting"
    AUTOMATED = "automated"
    FILE_GIVEN = "file_given"
    PROCESSING_STOPPED = "processing_stopped"
    COMPELLING_GROUNDS_WRITTEN = "compelling_grounds_written"
    REFUSAL_REASONS_WRITTEN = "refusal_reasons_written"
    REFUSAL_NAMES_COMPLAINT_AND_COURT = "refusal_names_complaint_and_court"
    EXCESSIVE_PROOF_WRITTEN = "excessive_proof_written"
    FEE_OR_REFUSAL_CHOSEN = "fee_or_refusal_chosen"
    DECISION_WRITTEN_AND_REASONED = "decision_written_and_reasoned"
    OBJECTION_CLAUSE_PRESENT = "objection_clause_present"
    PENALTY_RECKONED = "penalty_reckoned"


class ClosedAs(StrEnum):
    """How a request ended."""

    ANSWERED = "answered"
    WITHDRAWN = "withdrawn"
    """The person took it back."""
    FORWARDED = "forwarded"
    """It belonged to another public authority (Awb 2:3)."""
    NOT_IDENTIFIED = "not_identified"
    """Who asks could not be established (GDPR 11(2), 12(6))."""


class Answered(StrEnum):
    """How the answer to a request stands (GDPR 12(3))."""

    IN_TIME = "in_time"
    LATE = "late"
    """The last day passed before it was answered or ended in another way; what still waits is late too."""
    RUNNING = "running"
    UNKNOWN = "unknown"
    """No last day can be reckoned for it."""
    NOT_ASKED = "not_asked"
    """It ended by its last day without an answer."""


class RequestStage(StrEnum):
    """How far a request is, in the order of the work."""

    RECEIVED = "received"
    SUSPENDED = "suspended"
    SEARCHING = "searching"
    TO_DECIDE = "to_decide"
    TO_TELL = "to_tell"
    TOLD = "told"
    CLOSED = "closed"


class RequestTermKind(StrEnum):
    """What a request asks on a day."""

    ANSWER = "answer"
    ACKNOWLEDGE = "acknowledge"
    DEFAULT = "default"
    """The two weeks after a notice of default (Awb 4:17(3))."""
    RECIPIENTS = "recipients"
    """Who got the data must hear what was changed (GDPR 19)."""


class ConsentKind(StrEnum):
    """Three things that a person may say yes to, each apart from the others."""

    LEGAL_BASIS = "legal_basis"
    """Data may be processed for a purpose (GDPR 6(1)(a), 9(2)(a))."""
    SECRECY = "secrecy"
    """A professional may speak of what is a secret."""
    HELP = "help"
    """The person accepts help, or a plan; this is no basis for processing."""


class ConsentForm(StrEnum):
    """How consent was given, or taken back."""

    WRITTEN = "written"
    ELECTRONIC = "electronic"
    ORAL = "oral"
    """Spoken, and written down."""


class ConsentBy(StrEnum):
    """Who gave it, or took it back (UAVG 5)."""

    SELF = "self"
    REPRESENTATIVE = "representative"
