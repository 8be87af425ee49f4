"""A covenant between organisations as a subject of rules: ``covenant.*``.

A covenant arranges cooperation; it is never a legal basis (GDPR 6(3)).
"""

import datetime as dt
from dataclasses import dataclass

from gemeentedossier.assessment.engine.subjects.left_over import UnfinishedFields


@dataclass(frozen=True, kw_only=True)
class FlowFields:
    """How a covenant compares with the register: with what was recorded of the activities that it covers.

    Unknown where it covers no activity in use.
    """

    purposes_without_basis: tuple[str, ...] | None
    """Purposes of those activities for which no point of GDPR 6(1) was chosen."""
    purposes_without_basis_count: int | None
    """How many."""
    participants_not_in_register: tuple[str, ...] | None
    """Participants that none of those activities names as a party or recipient."""
    participants_not_in_register_count: int | None
    """How many."""
    special_use_count: int | None
    """How many uses of special categories of data those activities have (GDPR 9(1))."""
    activities_without_exception: tuple[str, ...] | None
    """Names of those activities with such a use for which no exception was chosen (9(2))."""
    activities_without_exception_count: int | None
    """How many."""
    activities_without_retention: tuple[str, ...] | None
    """Names of those activities for which no retention period is recorded."""
    activities_without_retention_count: int | None
    """How many."""


@dataclass(frozen=True, kw_only=True)
class TogetherFields:
    """What a covenant says of who takes part, and how that compares with other agreements."""

    without_role: tuple[str, ...]
    """Participants of whom nobody recorded, and no role test decided, what they are under the GDPR."""
    without_role_count: int
    """How many."""
    processor_count: int
    """How many participants are processors."""
    processors_without_agreement: tuple[str, ...]
    """Those of them with whom no processor agreement is in force (28(3))."""
    processors_without_agreement_count: int
    """How many."""
    breach_report_hours: int | None
    """Hours within which a participant tells the others of a breach."""
    other_breach_terms: tuple[str, ...]
    """Other agreements in force with a participant on the same activities that give it another term."""
    other_breach_terms_count: int
    """How many."""
    clause_count: int
    """How many shared clauses are recorded."""
    clauses_without_text: tuple[str, ...]
    """Those of which the text is not."""
    clauses_without_text_count: int
    """How many."""
    deviation_count: int
    """How many times a participant departs from one."""
    deviations_without_reason: tuple[str, ...]
    """Those of which the reason says nothing: the participant and the clause."""
    deviations_without_reason_count: int
    """How many."""
    product_count: int
    """How many systems it covers."""
    products_without_leaflet: tuple[str, ...]
    """Those of which no participant tells what happens in them."""
    products_without_leaflet_count: int
    """How many."""
    joined_after_end: tuple[str, ...] | None
    """Participants who joined when the covenant was over, by name; unknown where no last day is recorded."""
    joined_after_end_count: int | None
    """How many."""
    attested_after_leaving: tuple[str, ...]
    """Those who attested when they had left."""
    attested_after_leaving_count: int
    """How many."""


@dataclass(frozen=True, kw_only=True)
class CovenantSubject(FlowFields, TogetherFields, UnfinishedFields):
    """What rules can ask of one covenant; each point is settled, left out or unknown."""

    name: str
    """What it is called."""
    party_kinds: tuple[str, ...] | None
    """Kinds of parties: "municipality", "certified_institution", "care_provider", "police", "public_prosecutor",
    "school", "housing_association", "public_health_service"."""
    is_public_partnership: bool | None
    """Whether all who cooperate are bodies under public law (UAVG 33(1)(b))."""
    is_statutory_partnership: bool | None
    """Whether it is a partnership of the Wet gegevensverwerking door samenwerkingsverbanden."""
    shares_criminal_data: bool | None
    """Whether criminal data are shared (GDPR 10)."""
    shares_special_or_sensitive_data: bool | None
    """Whether special categories or otherwise sensitive data are (GDPR 9)."""
    bases_per_flow: bool | None
    """Whether legal basis, exception and power to provide stand there per party and flow."""
    data_and_need_per_phase: bool | None
    """Whether it says per phase which data go to whom and why (GDPR 5(1)(c))."""
    security_and_access: bool | None
    """Whether security, access and logging are settled together (GDPR 32)."""
    breach_reporting: bool | None
    """Whether it says who reports a breach to whom, how soon, and who tells authority and people (GDPR 33, 34)."""
    retention_and_end: bool | None
    """Whether it says how long each party keeps data, and what happens at the end (GDPR 5(1)(e))."""
    adopted_with_term_and_review: bool | None
    """Whether competent bodies adopted it, with term, evaluation, change and joining."""
    impact_assessment_before_start: bool | None
    """Whether an impact assessment was done before the start (GDPR 35(1))."""
    health_data_within_statutory_task: bool | None
    """Whether the certified institution uses only health data that its task needs (UAVG 30(2)(b))."""
    criminal_data_necessary_with_safeguards: bool | None
    """Whether criminal data are needed for the parties' task, with safeguards (UAVG 33(1)(b))."""
    legality_committee: bool | None
    """Whether the committee that advises on lawfulness is set up (Wgs-partnerships: 1.8(6))."""
    privacy_audits: bool | None
    """Whether privacy audits are held and sent to the authority (1.10)."""
    ends_on: dt.date | None
    """The day on which it ends."""
    expired: bool | None
    """Whether that day is past; unknown without one."""
    activities_in_use_count: int | None
    """How many activities in use it covers."""
    participant_count: int
    """How many parties take part on the day, the municipality left out."""
    unattested: tuple[str, ...]
    """Those of them who did not attest within the last year, by name."""
    unattested_count: int
    """How many."""
