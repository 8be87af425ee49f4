"""Recording what another dossier held of risks to people."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID, uuid5

from gemeentedossier.dossier.risks import facts, models
from gemeentedossier.foundation.bulk import insert_values
from gemeentedossier.foundation.shaping import stored_values


def insert_risks(*, prescans: Sequence[facts.Prescan] = (), assessments: Sequence[facts.ImpactAssessment] = ()) -> None:
    """Insert many new pre-scans and assessments with everything in them. Part of a verb."""
    insert_values(models.Prescan, [stored_values(models.Prescan, each) for each in prescans])
    insert_values(
        models.PrescanAnswer,
        [
            {**stored_values(models.PrescanAnswer, each), "prescan_id": prescan.id}
            for prescan in prescans
            for each in prescan.answers
        ],
    )
    insert_values(
        models.AnsweredProposal,
        [
            {**stored_values(models.AnsweredProposal, each), "prescan_id": prescan.id}
            for prescan in prescans
            for each in prescan.proposals
        ],
    )
    first = [replace(each, copied_from_id=None) for each in assessments]
    insert_values(models.ImpactAssessment, [stored_values(models.ImpactAssessment, each) for each in first])
    for each in assessments:
        if each.copied_from_id:
            models.ImpactAssessment.objects.filter(pk=each.id).update(copied_from_id=each.copied_from_id)
    _insert_parts(assessments)


def _insert_parts(assessments: Sequence[facts.ImpactAssessment]) -> None:
    insert_values(
        models.AssessedActivity,
        [
            {"id": uuid5(each.id, str(key)), "assessment_id": each.id, "activity_id": key, "position": number}
            for each in assessments
            for number, key in enumerate(each.activity_ids)
        ],
    )

    def under(owner: UUID, values: dict[str, object]) -> dict[str, object]:
        return {**values, "assessment_id": owner}

    insert_values(
        models.AssessmentParagraph,
        [under(a.id, stored_values(models.AssessmentParagraph, each)) for a in assessments for each in a.paragraphs],
    )
    insert_values(
        models.AssessedRisk,
        [under(a.id, stored_values(models.AssessedRisk, each)) for a in assessments for each in a.risks],
    )
    insert_values(
        models.RiskTreatment,
        [
            {**stored_values(models.RiskTreatment, each), "risk_id": risk.id}
            for a in assessments
            for risk in a.risks
            for each in risk.treatments
        ],
    )
    insert_values(
        models.OfficerAdvice,
        [under(a.id, stored_values(models.OfficerAdvice, each)) for a in assessments for each in a.advice],
    )
    insert_values(
        models.PriorConsultation,
        [under(a.id, stored_values(models.PriorConsultation, each)) for a in assessments for each in a.consultations],
    )
    insert_values(
        models.ImportRemark,
        [under(a.id, stored_values(models.ImportRemark, each)) for a in assessments for each in a.remarks],
    )
