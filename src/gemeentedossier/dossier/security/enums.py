"""Closed vocabularies of security."""

from enum import StrEnum


class RiskDecision(StrEnum):
    """What was decided about a risk that remains."""

    ACCEPT = "accept"
    TREAT = "treat"
    """More is done until less of it remains."""
    STOP = "stop"
    """The processing stops, or does not begin."""


class SecurityTermKind(StrEnum):
    """What a record of Part B asks on a day."""

    LOG_REVIEW = "log_review"
    ACCEPTANCE_ENDS = "acceptance_ends"
    EXCLUSION_REVIEW = "exclusion_review"
    APPETITE_REVIEW = "appetite_review"
    FALLBACK_TRIAL = "fallback_trial"
    SUPPORT_ENDS = "support_ends"
    EVIDENCE_ENDS = "evidence_ends"
