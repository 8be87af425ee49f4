"""A request of a data subject as a subject of rules: ``request.*`` (GDPR 12, 15 to 22).

It holds what is asked and done, never the data of the person who asks.
"""

from dataclasses import dataclass

from gemeentedossier.assessment.engine.subjects.compared import RequestComparedFields


@dataclass(frozen=True, kw_only=True)
class TimeFields:
    """What was asked, and when it is answered (GDPR 12(3), 12(4)); the reckoning is done elsewhere."""

    name: str
    """Its number."""
    right: str | None
    """"access", "rectification", "erasure", "restriction", "portability", "objection", "automated_decision"
    or "consent_withdrawal" (GDPR 7(3), 15 to 22)."""
    has_due_date: bool | None
    """Whether the last day for the answer was reckoned (12(3))."""
    days_overdue: int | None
    """Days between that last day, any extension included, and the answer or today; 0 when in time."""
    answer_sent_or_due: bool | None
    """Whether the answer was sent, or its last day passed: from then on it holds what the law asks."""
    extended: bool | None
    """Whether the term was extended (12(3), second sentence)."""
    extension_months: int | None
    """By how many months."""
    extension_told_in_first_month: bool | None
    """Whether the person heard of it within one month of receipt."""
    extension_reason_written: bool | None
    """Whether the reason given is complexity or number of requests."""
    notice_of_default: bool | None
    """Whether a notice of default was received (Awb 4:17(3))."""
    days_since_notice_of_default: int | None
    """Days between that notice and the decision or today."""
    penalty_reckoned: bool | None
    """Whether the penalty for late decisions was reckoned (Awb 4:17, 4:18)."""


@dataclass(frozen=True, kw_only=True)
class PersonFields:
    """Who asks, and for whom (GDPR 12(6); UAVG 5)."""

    subject_age: int | None
    """Age of the data subject in years on the day of receipt."""
    guardianship: bool | None
    """Whether guardianship, administration or mentorship applies (UAVG 5)."""
    requested_by: str | None
    """"self", "representative" or "authorised"."""
    entitlement_established: bool | None
    """Whether it was established who may exercise the right (UAVG 5(4))."""
    identity_doubt: bool | None
    """Whether there was reasonable doubt about who asks (12(6))."""
    identity_check_proportionate: bool | None
    """Whether only what was needed was asked to lift that doubt."""
    identity_copy_kept: bool | None
    """Whether a copy of an identity document was kept."""


@dataclass(frozen=True, kw_only=True)
class DecisionFields:
    """What was decided and how that was told (GDPR 12(4), 12(5), 23; UAVG 34, 41)."""

    granted: bool | None
    """Whether it was granted, wholly or partly."""
    refused: bool | None
    """Whether it was refused, wholly or partly (12(4))."""
    refusal_reasons_written: bool | None
    """Whether the reasons were told."""
    refusal_names_complaint_and_court: bool | None
    """Whether the complaint to the authority and the way to the court were named."""
    refused_in_first_month: bool | None
    """Whether the person heard so within one month of receipt."""
    excessive: bool | None
    """Whether it was called manifestly unfounded or excessive (12(5))."""
    excessive_proof_written: bool | None
    """Whether that is proved with facts."""
    fee_or_refusal_chosen: bool | None
    """Whether a reasonable fee or a refusal was chosen."""
    decision_written_and_reasoned: bool | None
    """Whether the decision is in writing and reasoned (Awb 1:3, 3:46)."""
    decision_notified: bool | None
    """Whether it was sent or handed over (Awb 3:41)."""
    objection_clause_present: bool | None
    """Whether it says how, where and until when to object (Awb 3:45)."""
    limited: bool | None
    """Whether a right was set aside under UAVG 41."""
    limitation_ground: str | None
    """Which ground: a letter "a" to "j" of UAVG 41(1)."""
    limitation_necessity_written: bool | None
    """Whether it is written why that was necessary and proportionate."""
    limitation_factors_weighed: bool | None
    """Whether the eight points of UAVG 41(2) were weighed, as far as they apply."""


@dataclass(frozen=True, kw_only=True)
class AccessFields:
    """Access, and records with rules of their own (GDPR 15; UAVG 45, 47)."""

    confirmed: bool | None
    """Whether it was confirmed that data are processed or not (15(1))."""
    answer_complete: bool | None
    """Whether all that 15(1) and 15(2) list was told."""
    copy_given: bool | None
    """Whether a copy of the data was given (15(3))."""
    copy_in_asked_form: bool | None
    """Whether an electronic request got a common electronic form."""
    third_party_data: bool | None
    """Whether the documents hold data of others (15(4))."""
    omissions_weighed: bool | None
    """Whether it was weighed per passage what had to be left out."""
    rest_given: bool | None
    """Whether all else was given."""
    in_archive_repository: bool | None
    """Whether it is about records kept for ever in an archive repository (UAVG 45(1))."""
    archive_rights_offered: bool | None
    """Whether consultation and adding an own reading were offered instead (UAVG 45(2), (3))."""
    in_public_register: bool | None
    """Whether it is about a public register set up by law (UAVG 47)."""
    register_procedure_followed: bool | None
    """Whether the procedure of that register was followed."""


@dataclass(frozen=True, kw_only=True)
class ChangeFields:
    """Rectification, erasure, restriction, portability and objection (GDPR 16 to 21)."""

    accuracy_assessed: bool | None
    """Whether it was judged if the data are wrong or incomplete (16)."""
    corrected_or_statement_added: bool | None
    """Whether they were corrected, completed, or got the statement of the person beside them."""
    erasure_grounds_tested: bool | None
    """Whether the grounds of 17(1) were tested."""
    erasure_exception: str | None
    """Which point of 17(3) was relied on: "a" to "e"."""
    erasure_provision_written: bool | None
    """Whether the provision of law behind that exception is named."""
    made_public: bool | None
    """Whether the municipality had made the data public (17(2))."""
    other_controllers_told: bool | None
    """Whether other controllers were told to erase links and copies."""
    restriction_grounds_tested: bool | None
    """Whether the grounds of 18(1) were tested."""
    restriction_marked: bool | None
    """Whether the restricted data are marked so that nobody uses them (4(3), 18(2))."""
    restriction_lifted: bool | None
    """Whether the restriction was lifted."""
    told_before_lifting: bool | None
    """Whether the person was told before that (18(3))."""
    data_disclosed: bool | None
    """Whether the data had been disclosed to recipients (19)."""
    recipients_told: bool | None
    """Whether each recipient was told."""
    telling_impossible_written: bool | None
    """Whether it is written why telling them is impossible or takes disproportionate effort."""
    rests_on_consent_or_contract: bool | None
    """Whether the processing rests on consent or contract (20(1)(a))."""
    automated: bool | None
    """Whether it is carried out by automated means (20(1)(b))."""
    file_given: bool | None
    """Whether the data that the person provided were given as a machine-readable file."""
    rests_on_public_task_or_interests: bool | None
    """Whether the processing rests on 6(1)(e) or (f) (21(1))."""
    processing_stopped: bool | None
    """Whether the processing was stopped."""
    compelling_grounds_written: bool | None
    """Whether compelling grounds are shown to go before the interests of the person."""


@dataclass(frozen=True, kw_only=True)
class RequestSubject(TimeFields, PersonFields, DecisionFields, AccessFields, ChangeFields, RequestComparedFields):
    """What rules can ask of one request."""
