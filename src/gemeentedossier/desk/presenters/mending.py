"""Where a finding is mended: the exact field, on the page of the record that holds the fact on which it turns."""

from urllib.parse import urlencode

from gemeentedossier.assessment.engine.turning import turning_facts
from gemeentedossier.assessment.facts import Finding
from gemeentedossier.catalogue.facts.rules import SubjectKind
from gemeentedossier.catalogue.facts.security import SecurityAspect
from gemeentedossier.desk.presenters.activity.goals import BY_RULE, goal_of
from gemeentedossier.desk.presenters.organisation_sections import FIELDS, organisation_goal
from gemeentedossier.desk.presenters.organisation_sections import SECTIONS as OF_THE_ORGANISATION
from gemeentedossier.foundation.addresses import reverse

LEVELS = {f"security_classification.{aspect.value}": aspect.value for aspect in SecurityAspect}
CLASSIFIED = "activity.security_classified"
"""Whether an activity is classified is recorded on its security sheet."""
OF_OUTAGES = {
    "security_classification.has_fallback": "fallback",
    "security_classification.has_outage_limit": "outage_hours",
    "security_classification.fallback_trial_overdue": "tried_on",
}
"""By the name of the fact, the field of the plan for an outage."""
OF_RISKS = {"security_risk.weighed": "residual_likelihood", "security_risk.has_owner": "owner_id"}
"""By the name of the fact, the field of the form of a risk; what else is found of one asks a decision."""
OF_CLAUSES = {"policy_clause.has_procedure": "procedure", "policy_clause.has_owner": "owner_id"}
SHOWN = "measure.has_fresh_evidence"
FIELD_OF_ASSET = {
    "measure.incident_repeated": "state",
    "measure.declared_done": "state",
    "measure.has_indicator": "indicator",
    "measure.measurement_overdue": "result",
    "measure.carries_out_excluded": "baseline",
    "system.oldest_record_past_retention": "oldest_record_on",
    "system.recovery_hours": "recovery_hours",
    "system.shortest_outage_hours": "recovery_hours",
    "system.availability": "recovery_hours",
}
"""By the name of the fact, the field of the form of a system or measure."""
LOG_OVERDUE = "log-review-overdue"
"""The rule whose finding is about a system, and is mended by looking at its log."""
FIELD_OF_TOLD = {
    "tool.says_what_may_go_in": "may_go_in",
    "tool.is_ai": "kind",
    "tool.has_algorithm_entry": "algorithm_entry",
    "leaflet.overdue": "valid_until",
    "leaflet.about_another": "agreement_id",
    "leaflet.open_question_count": "used_for",
}
"""By the name of the fact, the field of the form of a tool or leaflet."""
ON_THE_PAGE = frozenset({"system.log_review_overdue", "system.has_departure", "system.has_lower_level"})
"""What is recorded beside a system, and not in its own form."""
SECTION_OF_ASSET = {
    LOG_OVERDUE: "log",
    "system-has-the-level-of-its-activities": "levels",
    "measure-done-without-proof": "evidence",
}
"""By rule, the section of the page of a system or measure beside which it stands; of others the first."""
EXCLUSIONS = frozenset({"exclusion_count", "undecided_exclusion_count", "overdue_exclusion_count"})
APPETITES = frozenset({"security_risk_count", "risk_appetite_count", "overdue_appetite_count"})
CONFIRMED = "unconfirmed_activity_count"


def activity_mending(finding: Finding, slug: str, *, edits_organisation: bool) -> str:
    """The address where a finding about an activity is mended; ``edits_organisation`` lets it lead there too."""
    first = next(iter(turning_facts(finding)), "")
    if first.startswith("organisation.") and edits_organisation and (found := organisation_mending(finding, slug)):
        return found
    if finding.subject_kind is SubjectKind.ACCESS_RIGHT:
        return right_mending(finding, slug)
    if finding.subject_kind is SubjectKind.SECURITY_RISK:
        return risk_mending(finding, slug)
    if first in OF_OUTAGES:
        page = reverse("desk:continuity-edit", args=[slug, finding.activity_id])
        return f"{page}?{urlencode({'field': OF_OUTAGES[first]})}"
    if is_of_levels(finding) or first == CLASSIFIED:
        return _levels(finding, slug)
    return _field_of_the_record(finding, slug)


def is_of_levels(finding: Finding) -> bool:
    """Whether it is mended by other levels, and not in the record of the activity."""
    return finding.subject_kind is SubjectKind.SECURITY_CLASSIFICATION and finding.rule_id not in BY_RULE


def is_of_outages(finding: Finding) -> bool:
    """Whether it is mended in the plan for an outage."""
    return next(iter(turning_facts(finding)), "") in OF_OUTAGES


def risk_mending(finding: Finding, slug: str) -> str:
    """The field of a risk where a finding about it is mended; what asks a decision, where that is taken."""
    field = next((OF_RISKS[name] for name in turning_facts(finding) if name in OF_RISKS), "")
    if not field:
        return f"{reverse('desk:risk', args=[slug, finding.subject_id])}#decision"
    return f"{reverse('desk:risk-edit', args=[slug, finding.subject_id])}?{urlencode({'field': field})}"


def clause_mending(finding: Finding, slug: str) -> str:
    """The field of a clause of policy where a finding about it is mended."""
    page = reverse("desk:clause-edit", args=[slug, finding.subject_id])
    field = next((OF_CLAUSES[name] for name in turning_facts(finding) if name in OF_CLAUSES), "")
    return f"{page}?{urlencode({'field': field})}" if field else page


def told_mending(finding: Finding, slug: str) -> str:
    """Where a finding about a tool or a leaflet is mended: a field, its rules, or a leaflet that is not there."""
    kind, key, first = finding.subject_kind.value, finding.subject_id, next(iter(turning_facts(finding)), "")
    if first == "tool.forbidden_data_count":
        return f"{reverse('desk:tool', args=[slug, key])}#rules"
    if first == "tool.has_leaflet":
        return f"{reverse('desk:leaflet-new', args=[slug])}?{urlencode({'tool_id': key})}"
    field = FIELD_OF_TOLD.get(first, "")
    page = reverse(f"desk:{kind}-edit", args=[slug, key])
    return f"{page}?{urlencode({'field': field})}" if field else page


def organisation_mending(finding: Finding, slug: str) -> str:
    """The address where what the finding asks of the municipality is recorded; empty where nothing here does."""
    goal = organisation_goal(finding)
    if goal is None:
        return _where_it_is_counted(finding, slug)
    section, field = goal
    if not OF_THE_ORGANISATION[section].edited:
        return f"{reverse('desk:organisation', args=[slug])}#{section}"
    return f"{reverse('desk:organisation-edit', args=[slug, section])}?{urlencode({'field': field})}"


def right_mending(finding: Finding, slug: str) -> str:
    """Where somebody records that a right is gone, with that right chosen."""
    sheet = reverse("desk:activity-security", args=[slug, finding.activity_id])
    return f"{sheet}?{urlencode({'gone': finding.subject_id})}#gone"


def asset_mending(finding: Finding, slug: str) -> str:
    """The field of a system or measure where a finding about it is mended; the evidence of a measure has no field."""
    kind, first = finding.subject_kind.value, next(iter(turning_facts(finding)), "")
    if first == SHOWN:
        return f"{reverse('desk:measure', args=[slug, finding.subject_id])}?open=evidence#evidence"
    if first in ON_THE_PAGE:
        return f"{reverse(f'desk:{kind}', args=[slug, finding.subject_id])}#{asset_section(finding)}"
    page = reverse(f"desk:{kind}-edit", args=[slug, finding.subject_id])
    return f"{page}?{urlencode({'field': FIELD_OF_ASSET[first]})}" if first in FIELD_OF_ASSET else page


def asset_section(finding: Finding) -> str:
    """The section of the page of a system or measure beside which a finding stands."""
    return SECTION_OF_ASSET.get(finding.rule_id, "what")


def _levels(finding: Finding, slug: str) -> str:
    page = reverse("desk:activity-levels", args=[slug, finding.activity_id])
    aspect = next((LEVELS[name] for name in turning_facts(finding) if name in LEVELS), "")
    return f"{page}?{urlencode({'field': aspect})}" if aspect else page


def _field_of_the_record(finding: Finding, slug: str) -> str:
    section = goal_of(finding).section
    asked = {"edit": section, "finding": finding.rule_id, "about": finding.subject_id}
    return f"{reverse('desk:activity', args=[slug, finding.activity_id])}?{urlencode(asked)}#{section}"


def _where_it_is_counted(finding: Finding, slug: str) -> str:
    """What is counted over the register is mended there; what is counted over decisions on the pages of Part B."""
    asked = {name.partition(".")[2] for name in turning_facts(finding)}
    if asked & EXCLUSIONS:
        return reverse("desk:applicability", args=[slug])
    if asked & APPETITES:
        return reverse("desk:appetite", args=[slug])
    if CONFIRMED in asked:
        return reverse("desk:waiting", args=[slug, "confirmation"])
    return reverse("desk:register", args=[slug]) if asked - FIELDS.keys() else ""
