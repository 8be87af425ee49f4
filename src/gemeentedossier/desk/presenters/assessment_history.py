"""What was done with pre-scans and impact assessments, in words."""

from collections.abc import Mapping
from enum import StrEnum

from django.db.models import Model
from django.utils.translation import gettext as _

from gemeentedossier.dossier.governance.enums import AdviceAnswer
from gemeentedossier.dossier.risks import models
from gemeentedossier.dossier.risks.enums import (
    AssessmentState,
    Conclusion,
    ConsultationPiece,
    PrescanVerdict,
    ProposalAnswer,
    TreatmentKind,
)

ASSESSED: Mapping[tuple[type[Model], str], type[StrEnum]] = {
    (models.ImpactAssessment, "state"): AssessmentState,
    (models.ImpactAssessment, "conclusion"): Conclusion,
    (models.OfficerAdvice, "answer"): AdviceAnswer,
    (models.PriorConsultation, "pieces"): ConsultationPiece,
    (models.RiskTreatment, "kind"): TreatmentKind,
    (models.Prescan, "decision"): PrescanVerdict,
    (models.Prescan, "found"): PrescanVerdict,
    (models.AnsweredProposal, "answer"): ProposalAnswer,
}
"""The words of a column, by table."""


def assessed_verbs() -> Mapping[str, str]:
    """What each verb did."""
    return {
        "risks.answer_prescan": _("Pre-scan answered"),
        "risks.decide_prescan": _("Pre-scan decided on"),
        "risks.take_over_proposal": _("Proposal of Part C taken over"),
        "risks.refuse_proposal": _("Proposal of Part C refused"),
        "risks.settle_remarks": _("Remarks on the file dealt with"),
        "risks.draw_up_assessment": _("Assessment begun"),
        "risks.edit_assessment": _("Assessment edited"),
        "risks.write_paragraph": _("Point written"),
        "risks.record_risk": _("Risk to people recorded"),
        "risks.remove_risk": _("Risk to people removed"),
        "risks.finish_measure": _("Measure carried out"),
        "risks.confirm_copy": _("Copied text confirmed"),
        "risks.put_to_officer": _("Put to the data protection officer"),
        "risks.take_back": _("Taken back from the officer"),
        "risks.advise": _("The officer advised"),
        "risks.answer_advice": _("Advice answered"),
        "risks.adopt_assessment": _("Assessment adopted"),
        "risks.revise_assessment": _("Revision begun"),
        "risks.publish_summary": _("Summary published"),
        "risks.withdraw_summary": _("Summary withdrawn"),
        "risks.consult_authority": _("Consultation recorded"),
        "risks.delete_assessment": _("Draft removed"),
    }
