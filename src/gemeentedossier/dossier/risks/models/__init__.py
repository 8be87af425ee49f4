from gemeentedossier.dossier.risks.models.advice import OfficerAdvice, PriorConsultation
from gemeentedossier.dossier.risks.models.assessment import (
    AssessedActivity,
    AssessmentParagraph,
    ImpactAssessment,
)
from gemeentedossier.dossier.risks.models.prescan import Prescan, PrescanAnswer
from gemeentedossier.dossier.risks.models.proposed import AnsweredProposal, ImportRemark
from gemeentedossier.dossier.risks.models.risk import AssessedRisk, RiskTreatment

__all__ = [
    "AnsweredProposal",
    "AssessedActivity",
    "AssessedRisk",
    "AssessmentParagraph",
    "ImpactAssessment",
    "ImportRemark",
    "OfficerAdvice",
    "Prescan",
    "PrescanAnswer",
    "PriorConsultation",
    "RiskTreatment",
]
