"""In which section of the page of an impact assessment a finding stands."""

from collections.abc import Mapping

from gemeentedossier.catalogue.facts.rules import Rule

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


def assessment_section(rule: Rule) -> str:
    """The anchor of the section beside which a rule stands."""
    return SECTIONS.get(rule.id, FIRST)
