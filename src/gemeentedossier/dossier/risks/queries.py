"""What is recorded of risks to people as facts, from the rows of any moment."""

from collections import defaultdict
from collections.abc import Mapping
from uuid import UUID

from gemeentedossier.dossier.risks import facts, models
from gemeentedossier.foundation.rows import Row, Rows
from gemeentedossier.foundation.shaping import grouped, shaped

Names = Mapping[UUID, str]
PARTS = (
    models.AssessedActivity,
    models.AssessmentParagraph,
    models.AssessedRisk,
    models.OfficerAdvice,
    models.PriorConsultation,
    models.ImportRemark,
)
"""The tables that hold a part of an assessment, each by the key of the assessment."""


def prescans_from(rows: Rows, *, people: Names) -> tuple[facts.Prescan, ...]:
    """All pre-scans with their answers, by activity. ``people`` are names by key."""
    found = list(rows(models.Prescan))
    answers = grouped(rows(models.PrescanAnswer), by="prescan_id") if found else {}
    proposals: dict[UUID, list[Row]] = defaultdict(list)
    for each in rows(models.AnsweredProposal) if found else ():
        proposals[each["prescan_id"]].append(each)
    made = (
        shaped(
            facts.Prescan,
            row,
            decided_by=people.get(row["decided_by_id"], ""),
            answers=tuple(shaped(facts.PrescanAnswer, each) for each in answers.get(row["id"], ())),
            proposals=tuple(
                shaped(facts.AnsweredProposal, each, answered_by=people.get(each["answered_by_id"], ""))
                for each in sorted(proposals[row["id"]], key=lambda each: (each["answered_at"], each["id"]))
            ),
        )
        for row in found
    )
    return tuple(sorted(made, key=lambda each: each.activity_id))


def assessments_from(rows: Rows, *, people: Names) -> tuple[facts.ImpactAssessment, ...]:
    """All impact assessments with everything in them, by name."""
    found = list(rows(models.ImpactAssessment))
    if not found:
        return ()
    activities = grouped(rows(models.AssessedActivity), by="assessment_id")
    risks = grouped(rows(models.AssessedRisk), by="assessment_id")
    treatments = grouped(rows(models.RiskTreatment), by="risk_id") if risks else {}
    consultations = grouped(rows(models.PriorConsultation), by="assessment_id")
    remarks = grouped(rows(models.ImportRemark), by="assessment_id")
    paragraphs, advice = _by_assessment(rows, models.AssessmentParagraph), _by_assessment(rows, models.OfficerAdvice)

    def risk(row: Row) -> facts.AssessedRisk:
        own = tuple(
            shaped(facts.RiskTreatment, each, owner=people.get(each["owner_id"], ""))
            for each in treatments.get(row["id"], ())
        )
        return shaped(facts.AssessedRisk, row, treatments=own)

    def assessment(row: Row) -> facts.ImpactAssessment:
        key = row["id"]
        return shaped(
            facts.ImpactAssessment,
            row,
            drawn_up_by=people.get(row["drawn_up_by_id"], ""),
            adopted_by=people.get(row["adopted_by_id"], ""),
            activity_ids=tuple(each["activity_id"] for each in activities.get(key, ())),
            paragraphs=tuple(
                shaped(facts.AssessmentParagraph, each, noted_by=people.get(each["noted_by_id"], ""))
                for each in sorted(paragraphs[key], key=lambda each: (each["number"], each["id"]))
            ),
            risks=tuple(map(risk, risks.get(key, ()))),
            advice=tuple(
                _advice(each, people) for each in sorted(advice[key], key=lambda each: (each["advised_at"], each["id"]))
            ),
            consultations=tuple(shaped(facts.PriorConsultation, each) for each in consultations.get(key, ())),
            remarks=tuple(
                shaped(facts.ImportRemark, each, settled_by=people.get(each["settled_by_id"], ""))
                for each in remarks.get(key, ())
            ),
        )

    return tuple(sorted(map(assessment, found), key=lambda each: (each.name, each.id)))


def _by_assessment(rows: Rows, model: type[models.AssessmentParagraph | models.OfficerAdvice]) -> dict[UUID, list[Row]]:
    groups: dict[UUID, list[Row]] = defaultdict(list)
    for row in rows(model):
        groups[row["assessment_id"]].append(row)
    return groups


def _advice(row: Row, people: Names) -> facts.OfficerAdvice:
    return shaped(
        facts.OfficerAdvice,
        row,
        advised_by=people.get(row["advised_by_id"], ""),
        answered_by=people.get(row["answered_by_id"], ""),
    )
