"""Beside which section of a breach each rule's finding stands, and by which step it is mended."""

from collections.abc import Collection, Mapping
from urllib.parse import urlencode

from gemeentedossier.assessment.engine.turning import turning_facts
from gemeentedossier.assessment.facts import Finding
from gemeentedossier.foundation.addresses import reverse

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
STEPS: Mapping[str, str] = {
    "moments": "moments",
    "processor": "processor",
    "triage": "triage",
    "judgement": "judgement",
    "advice": "advise",
    "decisions": "decide-inform",
    "notifications": "notify",
    "messages": "tell",
    "measures": "measure",
    "closing": "deletion",
}
"""By section, the step that mends what stands beside it."""
FOLDED = frozenset({"advise", "decide-inform", "measure", "deletion"})
"""The steps that are taken on the page of the breach itself."""
FIELDS: Mapping[str, Mapping[str, str]] = {
    "processor": {"breach.processor_recorded": "party_id"},
    "triage": {"breach.triaged": "security_broken"},
    "judgement": {
        "breach.risk": "risk",
        "breach.risk_method_named": "risk_method",
        "breach.risk_reasons_written": "risk_reason",
        "breach.police_duty_assessed": "police_duty",
    },
}
"""By step and by the name of the fact, the field of its form."""
AWARE = "breach.hours_since_awareness"
CAUSE, IMPROVEMENT = "breach.cause_found", "breach.improvement_assigned"


def breach_section(rule_id: str) -> str:
    """The anchor of the section where a finding is mended."""
    return BESIDE.get(rule_id, "notifications")


def breach_step(finding: Finding) -> tuple[str, str]:
    """The step that mends a finding, and the field that it asks there; empty where it asks no one field."""
    section = breach_section(finding.rule_id)
    if finding.rule_id == "notified-before-awareness":
        return "moments", "aware_at"
    if section == "moments":
        return "moments", "aware_at" if finding.case.fact(AWARE) is None else "aware_who"
    if section == "measures" and finding.case.fact(IMPROVEMENT) and not finding.case.fact(CAUSE):
        return "nature", "cause_found"
    step = STEPS[section]
    fields = FIELDS.get(step, {})
    return step, next((fields[name] for name in turning_facts(finding) if name in fields), "")


def breach_mending(finding: Finding, slug: str, may: Collection[str]) -> str:
    """The form where a finding is mended, for who may take that step; for others the section beside which it stands."""
    step, field = breach_step(finding)
    page = reverse("desk:breach", args=[slug, finding.subject_id])
    if step not in may:
        return f"{page}#{breach_section(finding.rule_id)}"
    if step in FOLDED:
        return f"{page}?{urlencode({'open': step})}#do-{step}"
    form = reverse(f"desk:breach-{step}", args=[slug, finding.subject_id])
    return f"{form}?{urlencode({'field': field})}" if field else form
