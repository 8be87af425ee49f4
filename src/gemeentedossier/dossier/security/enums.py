"""Closed vocabularies of security."""

from enum import StrEnum


class RiskDecision(StrEnum):
    """What was decided about a risk that remains."""

    ACCEPT = "accept"
    TREAT = "treat"
    """More is done until less of it remains."""
    STOP = "stop"
    """The processing stops, or does not begin."""


class RiskStanding(StrEnum):
    """Where a risk stands beside what may remain, the most urgent first."""

    RAN_OUT = "ran_out"
    """It was accepted until a day that is past."""
    UNDECIDED = "undecided"
    """More remains than may, and nobody decided about it."""
    NOT_WEIGHED = "not_weighed"
    NO_APPETITE = "no_appetite"
    """No controller of the activity decided what may remain."""
    STOPPED = "stopped"
    TREATED = "treated"
    ACCEPTED = "accepted"
    WITHIN = "within"


class ToolBecause(StrEnum):
    """Why something may go into a digital tool, may not, or why that is not known."""

    TOOL_NOT_ALLOWED = "tool_not_allowed"
    TOOL_NOT_JUDGED = "tool_not_judged"
    FORBIDDEN = "forbidden"
    ALLOWED = "allowed"
    PARTLY_ALLOWED = "partly_allowed"
    """Rules speak of some of the data, and of the rest no rule does."""
    NO_RULE = "no_rule"


class SecurityTermKind(StrEnum):
    """What a record of Part B asks on a day."""

    LOG_REVIEW = "log_review"
    ACCEPTANCE_ENDS = "acceptance_ends"
    EXCLUSION_REVIEW = "exclusion_review"
    APPETITE_REVIEW = "appetite_review"
    FALLBACK_TRIAL = "fallback_trial"
    SUPPORT_ENDS = "support_ends"
    EVIDENCE_ENDS = "evidence_ends"
