"""On which part of the page of a request each rule is mended; plain words of anchors."""

from collections.abc import Mapping

RECEIPT, TERM, PLAN, ANSWERS, DECISION, TOLD = "receipt", "term", "plan", "answers", "decision", "told"
ENVELOPE = "envelope"
_SECTIONS: Mapping[str, frozenset[str]] = {
    RECEIPT: frozenset(
        {"requester-entitled", "identity-checked-with-measure", "child-asks-itself", "representative-from-16"}
    ),
    TERM: frozenset(
        {
            "due-date-not-reckoned",
            "extension-told-in-time",
            "extension-without-reason-or-twice",
            "extension-told-late",
            "decided-late-without-extension",
        }
    ),
    PLAN: frozenset({"answer-omits-recipient", "recipients-told-of-change"}),
    DECISION: frozenset(
        {
            "limitation-grounded",
            "limitation-factors-weighed",
            "erasure-exception-cited",
            "portability-requested-without-ground",
            "objection-granted-without-ground",
        }
    ),
    TOLD: frozenset({"notice-of-default-followed"}),
}


def request_section(rule_id: str) -> str:
    """The section beside which a finding stands; the questions for what is answered there."""
    return next((name for name, rules in _SECTIONS.items() if rule_id in rules), ANSWERS)
