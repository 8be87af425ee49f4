"""Recording what another dossier held of security."""

from collections.abc import Iterable, Sequence
from uuid import uuid5

from gemeentedossier.dossier.security import facts, models
from gemeentedossier.foundation.bulk import insert_values
from gemeentedossier.foundation.models.tracked import MunicipalityRecord
from gemeentedossier.foundation.shaping import stored_values


def insert_security(
    *,
    classifications: Iterable[facts.Classification],
    system_levels: Iterable[facts.SystemLevel],
    access_rules: Iterable[facts.AccessRule],
    access_rights: Iterable[facts.AccessRight],
) -> None:
    """Insert many new levels, lines of the access matrix and rights that were found. Part of a verb."""
    _insert(models.Classification, classifications)
    _insert(models.SystemLevel, system_levels)
    _insert(models.AccessRule, access_rules)
    _insert(models.AccessRight, access_rights)


def insert_safeguards(
    *,
    tool_rules: Iterable[facts.ToolRule] = (),
    log_review_plans: Sequence[facts.LogReviewPlan] = (),
    security_risks: Sequence[facts.SecurityRisk] = (),
    exclusions: Iterable[facts.ControlExclusion] = (),
    continuities: Iterable[facts.Continuity] = (),
) -> None:
    """Insert many new rules for tools, log reviews, risks, exclusions and plans for outage. Part of a verb."""
    _insert(models.ToolRule, tool_rules)
    _insert(models.LogReviewPlan, log_review_plans)
    reviews = [
        {**stored_values(models.LogReview, review), "plan_id": plan.id}
        for plan in log_review_plans
        for review in plan.reviews
    ]
    insert_values(models.LogReview, reviews)
    _insert(models.SecurityRisk, security_risks)
    measures = [
        {"id": uuid5(risk.id, str(key)), "risk_id": risk.id, "measure_id": key, "position": number}
        for risk in security_risks
        for number, key in enumerate(risk.measure_ids)
    ]
    insert_values(models.SecurityRiskMeasure, measures)
    _insert(models.ControlExclusion, exclusions)
    _insert(models.Continuity, continuities)


def _insert(model: type[MunicipalityRecord], values: Iterable[object]) -> None:
    insert_values(model, [stored_values(model, each) for each in values])
