from gemeentedossier.dossier.breaches.models.breach import BreachActivity, PersonalDataBreach
from gemeentedossier.dossier.breaches.models.link import BreachReportLink
from gemeentedossier.dossier.breaches.models.measure import BreachMeasure
from gemeentedossier.dossier.breaches.models.told import (
    BreachAdvice,
    BreachCommunication,
    BreachDecision,
    BreachNotification,
    SentAnswer,
)

__all__ = [
    "BreachActivity",
    "BreachAdvice",
    "BreachCommunication",
    "BreachDecision",
    "BreachMeasure",
    "BreachNotification",
    "BreachReportLink",
    "PersonalDataBreach",
    "SentAnswer",
]
