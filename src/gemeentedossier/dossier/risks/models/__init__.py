from gemeentedossier.dossier.risks.models.advice import OfficerAdvice, PriorConsultation
from gemeentedossier.dossier.risks.models.assessment import (
    AssessedActivity,
    AssessmentParagraph,
    ImpactAssessment,
)
from gemeentedossier.dossier.risks.models.prescan import Prescan, PrescanAnswer
from gemeentedossier.dossier.risks.models.risk import AssessedRisk, RiskTreatment

__all__ = [
    "AssessedActivity",
    "AssessedRisk",
    "AssessmentParagraph",
    "ImpactAssessment",
    "OfficerAdvice",
    "Prescan",
    "PrescanAnswer",
    "PriorConsultation",
    "RiskTreatment",
]
