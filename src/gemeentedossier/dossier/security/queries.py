"""What is recorded of security as facts, from the rows of any moment."""

from collections import defaultdict
from collections.abc import Mapping
from uuid import UUID

from gemeentedossier.dossier.security import models
from gemeentedossier.dossier.security.facts import (
    AccessRight,
    AccessRule,
    Classification,
    Continuity,
    ControlExclusion,
    LogReview,
    LogReviewPlan,
    SecurityRisk,
    SystemLevel,
    ToolRule,
)
from gemeentedossier.foundation.rows import Row, Rows
from gemeentedossier.foundation.shaping import grouped, shaped

Names = Mapping[UUID, str]


def classifications_from(rows: Rows, *, people: Names) -> tuple[Classification, ...]:
    """All classifications, by activity. ``people`` are names by key."""
    made = (
        shaped(Classification, row, approved_by=people.get(row["approved_by_id"], ""))
        for row in rows(models.Classification)
    )
    return tuple(sorted(made, key=lambda each: each.activity_id))


def system_levels_from(rows: Rows, *, people: Names) -> tuple[SystemLevel, ...]:
    """All departures from inherited levels, by system and aspect."""
    made = (
        shaped(SystemLevel, row, decided_by=people.get(row["decided_by_id"], "")) for row in rows(models.SystemLevel)
    )
    return tuple(sorted(made, key=lambda each: (each.system_id, each.aspect)))


def access_rules_from(rows: Rows) -> tuple[AccessRule, ...]:
    """All lines of the access matrix, by activity and function."""
    made = (shaped(AccessRule, row) for row in rows(models.AccessRule))
    return tuple(sorted(made, key=lambda each: (each.activity_id, each.function, each.id)))


def access_rights_from(rows: Rows) -> tuple[AccessRight, ...]:
    """All rights that were found, by activity and holder."""
    made = (shaped(AccessRight, row) for row in rows(models.AccessRight))
    return tuple(sorted(made, key=lambda each: (each.activity_id, each.holder, each.id)))


def tool_rules_from(rows: Rows) -> tuple[ToolRule, ...]:
    """All rules for digital tools, by tool and activity."""
    made = (shaped(ToolRule, row) for row in rows(models.ToolRule))
    return tuple(sorted(made, key=lambda each: (each.tool_id, each.activity_id, each.id)))


def log_review_plans_from(rows: Rows, *, people: Names) -> tuple[LogReviewPlan, ...]:
    """All plans for looking at logs, by system and first day, with their reviews, oldest first."""
    plans, reviews = list(rows(models.LogReviewPlan)), defaultdict[UUID, list[LogReview]](list)
    for row in rows(models.LogReview) if plans else ():
        reviews[row["plan_id"]].append(shaped(LogReview, row, done_by=people.get(row["done_by_id"], "")))
    made = (
        shaped(
            LogReviewPlan,
            row,
            owner=people.get(row["owner_id"], ""),
            reviews=tuple(sorted(reviews.get(row["id"], ()), key=lambda each: (each.done_on, each.id))),
        )
        for row in plans
    )
    return tuple(sorted(made, key=lambda each: (each.system_id, each.starts_on, each.id)))


def security_risks_from(rows: Rows, *, people: Names) -> tuple[SecurityRisk, ...]:
    """All security risks with the measures that make them smaller, by activity and aspect."""
    found = list(rows(models.SecurityRisk))
    measures = grouped(rows(models.SecurityRiskMeasure), by="risk_id") if found else {}

    def risk(row: Row) -> SecurityRisk:
        return shaped(
            SecurityRisk,
            row,
            owner=people.get(row["owner_id"], ""),
            decided_by=people.get(row["decided_by_id"], ""),
            measure_ids=tuple(link["measure_id"] for link in measures.get(row["id"], ())),
        )

    return tuple(sorted(map(risk, found), key=lambda each: (each.activity_id, each.aspect, each.id)))


def exclusions_from(rows: Rows, *, people: Names) -> tuple[ControlExclusion, ...]:
    """All that is proposed or decided not to apply of the baseline, by number."""
    made = (
        shaped(
            ControlExclusion,
            row,
            proposed_by=people.get(row["proposed_by_id"], ""),
            decided_by=people.get(row["decided_by_id"], ""),
        )
        for row in rows(models.ControlExclusion)
    )
    return tuple(sorted(made, key=lambda each: each.number))


def continuities_from(rows: Rows) -> tuple[Continuity, ...]:
    """How long people can do without each activity, by activity."""
    made = (shaped(Continuity, row) for row in rows(models.Continuity))
    return tuple(sorted(made, key=lambda each: each.activity_id))
