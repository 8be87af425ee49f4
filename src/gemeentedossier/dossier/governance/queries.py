"""What was decided about law, findings, risk and policy, as facts, from the rows of any moment."""

from collections import defaultdict
from collections.abc import Mapping
from uuid import UUID

from gemeentedossier.dossier.governance import models
from gemeentedossier.dossier.governance.facts import (
    Ambition,
    ContestedMatter,
    Interpretation,
    OfficerReport,
    OwnAdvice,
    PlannedStep,
    PolicyClause,
    Position,
    Reliance,
    RiskAppetite,
    Sample,
    SampledCase,
    SupervisionCheck,
    Suppression,
)
from gemeentedossier.foundation.rows import Rows
from gemeentedossier.foundation.shaping import shaped

Names = Mapping[UUID, str]


def suppressions_from(rows: Rows, people: Names) -> tuple[Suppression, ...]:
    """All findings that are or were set aside, by moment."""
    made = (
        shaped(Suppression, row, suppressed_by=people.get(row["suppressed_by_id"], ""))
        for row in rows(models.Suppression)
    )
    return tuple(sorted(made, key=lambda each: (each.suppressed_at, each.id)))


def interpretations_from(rows: Rows, people: Names) -> tuple[Interpretation, ...]:
    """All readings of open norms, by norm and day."""
    made = (
        shaped(Interpretation, row, decided_by=people.get(row["decided_by_id"], ""))
        for row in rows(models.Interpretation)
    )
    return tuple(sorted(made, key=lambda each: (each.norm, each.decided_on, each.id)))


def matters_from(rows: Rows, people: Names) -> tuple[ContestedMatter, ...]:
    """All contested matters, by title, with their positions, oldest first."""
    matters, positions = list(rows(models.ContestedMatter)), defaultdict[UUID, list[Position]](list)
    for row in rows(models.Position) if matters else ():
        stated = shaped(Position, row, recorded_by=people.get(row["recorded_by_id"], ""))
        positions[row["matter_id"]].append(stated)
    made = (
        shaped(
            ContestedMatter,
            row,
            positions=tuple(sorted(positions.get(row["id"], ()), key=lambda each: (each.stated_on, each.id))),
        )
        for row in matters
    )
    return tuple(sorted(made, key=lambda each: (each.title, each.id)))


def reliances_from(rows: Rows, people: Names) -> tuple[Reliance, ...]:
    """What rests on readings and positions, by subject."""
    made = (shaped(Reliance, row, recorded_by=people.get(row["recorded_by_id"], "")) for row in rows(models.Reliance))
    return tuple(sorted(made, key=lambda each: (each.subject_kind, each.subject_id, each.id)))


def appetites_from(rows: Rows, people: Names, *, controllers: Names) -> tuple[RiskAppetite, ...]:
    """The risk that each body accepts and accepted, by day. ``controllers`` are names by key."""
    made = (
        shaped(
            RiskAppetite,
            row,
            controller=controllers.get(row["controller_id"], ""),
            decided_by=people.get(row["decided_by_id"], ""),
        )
        for row in rows(models.RiskAppetite)
    )
    return tuple(sorted(made, key=lambda each: (each.decided_on, each.id)))


def policy_clauses_from(rows: Rows, people: Names) -> tuple[PolicyClause, ...]:
    """All clauses, by policy and title."""
    made = (shaped(PolicyClause, row, owner=people.get(row["owner_id"], "")) for row in rows(models.PolicyClause))
    return tuple(sorted(made, key=lambda each: (each.policy, each.title, each.id)))


def planned_steps_from(rows: Rows, people: Names) -> tuple[PlannedStep, ...]:
    """Who takes which step of the method, by day."""
    made = (shaped(PlannedStep, row, owner=people.get(row["owner_id"], "")) for row in rows(models.PlannedStep))
    return tuple(sorted(made, key=lambda each: (each.due_on, each.step, each.id)))


def ambitions_from(rows: Rows, people: Names) -> tuple[Ambition, ...]:
    """How far each theme of the method must be, by theme."""
    made = (shaped(Ambition, row, decided_by=people.get(row["decided_by_id"], "")) for row in rows(models.Ambition))
    return tuple(sorted(made, key=lambda each: (each.theme, each.id)))


def own_advices_from(rows: Rows, people: Names) -> tuple[OwnAdvice, ...]:
    """What the officer advised without being asked, by moment."""
    made = (
        shaped(
            OwnAdvice,
            row,
            advised_by=people.get(row["advised_by_id"], ""),
            answered_by=people.get(row["answered_by_id"], ""),
        )
        for row in rows(models.OwnAdvice)
    )
    return tuple(sorted(made, key=lambda each: (each.advised_at, each.id)))


def supervision_checks_from(rows: Rows, people: Names) -> tuple[SupervisionCheck, ...]:
    """The supervision plan, by day."""
    made = (
        shaped(SupervisionCheck, row, closed_by=people.get(row["closed_by_id"], ""))
        for row in rows(models.SupervisionCheck)
    )
    return tuple(sorted(made, key=lambda each: (each.due_on, each.topic, each.id)))


def samples_from(rows: Rows, people: Names) -> tuple[Sample, ...]:
    """All samples, by moment, with their cases in the order in which they were drawn."""
    samples, cases = list(rows(models.Sample)), defaultdict[UUID, list[tuple[int, SampledCase]]](list)
    for row in rows(models.SampledCase):
        drawn = shaped(SampledCase, row, judged_by=people.get(row["judged_by_id"], ""))
        cases[row["sample_id"]].append((row["position"], drawn))
    made = (
        shaped(
            Sample,
            row,
            drawn_by=people.get(row["drawn_by_id"], ""),
            cases=tuple(case for _, case in sorted(cases.get(row["id"], ()), key=lambda each: each[0])),
        )
        for row in samples
    )
    return tuple(sorted(made, key=lambda each: (each.drawn_at, each.id)))


def officer_reports_from(rows: Rows, people: Names) -> tuple[OfficerReport, ...]:
    """The officer's reports, by period."""
    made = (
        shaped(
            OfficerReport,
            row,
            written_by=people.get(row["written_by_id"], ""),
            adopted_by=people.get(row["adopted_by_id"], ""),
        )
        for row in rows(models.OfficerReport)
    )
    return tuple(sorted(made, key=lambda each: (each.begins_on, each.ends_on, each.id)))
