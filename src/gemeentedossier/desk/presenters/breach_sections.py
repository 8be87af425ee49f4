"""Beside which section of a breach each rule's finding stands."""

from collections.abc import Mapping

BESIDE: Mapping[str, str] = {
    "breach-awareness-recorded": "moments",
    "breach-at-unregistered-processor": "processor",
    "integrity-incident-not-triaged": "triage",
    "breach-risk-weighed": "judgement",
    "high-score-unlikely-risk": "judgement",
    "exception-for-risk-that-is-not-high": "judgement",
    "no-notification-reasoned": "judgement",
    "breach-of-police-data": "judgement",
    "breach-officer-involved": "advice",
    "breach-exception-reasoned": "decisions",
    "breach-message-withheld": "decisions",
    "people-told-of-breach": "messages",
    "breach-message-complete": "messages",
    "high-risk-people-not-told": "messages",
    "breach-learned-from": "measures",
    "breach-record-deleted-too-soon": "closing",
}
"""By rule; what is not named here is about what was told to authorities."""


def breach_section(rule_id: str) -> str:
    """The anchor of the section where a finding is mended."""
    return BESIDE.get(rule_id, "notifications")
