from gemeentedossier.dossier.requests.models.consent import Consent
from gemeentedossier.dossier.requests.models.parts import (
    DecisionPart,
    QuestionAnswer,
    RequestActivity,
    RequestAdvice,
    SearchLine,
    Suspension,
)
from gemeentedossier.dossier.requests.models.request import DataSubjectRequest

__all__ = [
    "Consent",
    "DataSubjectRequest",
    "DecisionPart",
    "QuestionAnswer",
    "RequestActivity",
    "RequestAdvice",
    "SearchLine",
    "Suspension",
]
