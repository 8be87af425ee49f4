"""In which section of the page of an impact assessment a finding stands, and by which step it is mended."""

from collections.abc import Collection, Mapping
from urllib.parse import urlencode

from gemeentedossier.assessment.facts import Finding
from gemeentedossier.catalogue.facts.rules import Rule
from gemeentedossier.foundation.addresses import reverse

FIRST = "standing"
SECTIONS: Mapping[str, str] = {
    "assessment-description": "point-1",
    "assessment-necessity": "point-14",
    "assessment-risks": "risks",
    "assessment-measures": "risks",
    "assessment-measures-followed": "risks",
    "assessment-officer-advice": "advice",
    "advice-unanswered": "advice",
    "required-assessment-without-advice": "advice",
    "assessment-signed-before-advice": "advice",
    "officer-wrote-assessment": FIRST,
    "assessment-views": "conclusion",
    "assessment-adopted": "decision",
    "risk-above-appetite-undecided": "decision",
    "high-risk-not-consulted": "consultation",
    "prior-consultation": "consultation",
    "prior-consultation-term": "consultation",
    "prior-consultation-file": "consultation",
}
"""By rule; of others the first section."""
ADD_RISK, EDIT = "assessment-risk-new", "assessment-edit"
ON_ITS_OWN_PAGE: Mapping[str, str] = {ADD_RISK: "", EDIT: "views_sought"}
"""The steps that have a page of their own, with the field that is asked there; others open in their section."""
STEPS: Mapping[str, tuple[str, ...]] = {
    "assessment-description": ("assessment-revise",),
    "assessment-necessity": ("assessment-revise",),
    "assessment-risks": (ADD_RISK, "assessment-revise"),
    "assessment-measures": (ADD_RISK, "assessment-revise"),
    "assessment-views": (EDIT, "assessment-revise"),
    "assessment-officer-advice": ("assessment-put", "assessment-advise", "assessment-answer"),
    "advice-unanswered": ("assessment-answer",),
    "required-assessment-without-advice": ("assessment-revise", "assessment-put"),
    "assessment-signed-before-advice": ("assessment-revise", "assessment-put"),
    "assessment-with-open-markers": ("assessment-revise",),
    "assessment-kept-up-to-date": ("assessment-revise",),
    "assessment-older-than-its-facts": ("assessment-revise",),
    "assessment-copied-unconfirmed": ("assessment-confirm",),
    "assessment-adopted": ("assessment-adopt", "assessment-put"),
    "risk-above-appetite-undecided": ("assessment-adopt",),
    "high-risk-not-consulted": ("assessment-consult",),
    "prior-consultation": ("assessment-consult",),
    "prior-consultation-term": ("assessment-consult",),
    "prior-consultation-file": ("assessment-consult",),
}
"""By rule, the steps that mend it; where none is open, the section says more."""


def assessment_section(rule: Rule) -> str:
    """The anchor of the section beside which a rule stands."""
    return SECTIONS.get(rule.id, FIRST)


def assessment_step(rule: Rule, may: Collection[str]) -> str:
    """The first step that mends it of those that somebody may take now; empty where there is none."""
    return next((each for each in STEPS.get(rule.id, ()) if each in may), "")


def assessment_mending(finding: Finding, slug: str, may: Collection[str]) -> str:
    """The form where a finding is mended, for who may take that step; else the section beside which it stands."""
    step = assessment_step(finding.rule, may)
    page = reverse("desk:assessment", args=[slug, finding.subject_id])
    if not step:
        return f"{page}#{assessment_section(finding.rule)}"
    if step not in ON_ITS_OWN_PAGE:
        return f"{page}?{urlencode({'open': step})}#{step}"
    form, field = reverse(f"desk:{step}", args=[slug, finding.subject_id]), ON_ITS_OWN_PAGE[step]
    return f"{form}?{urlencode({'field': field})}" if field else form
