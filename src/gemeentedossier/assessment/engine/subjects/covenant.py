"""A covenant between organisations as a subject of rules: ``covenant.*``.

A covenant arranges cooperation; it is never a legal basis (GDPR 6(3)).
"""

import datetime as dt
from dataclasses import dataclass

from gemeentedossier.assessment.engine.subjects.left_over import UnfinishedFields


@dataclass(frozen=True, kw_only=True)
class CovenantSubject(UnfinishedFields):
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
