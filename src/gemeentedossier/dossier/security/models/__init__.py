from gemeentedossier.dossier.security.models.access import AccessRight, AccessRule
from gemeentedossier.dossier.security.models.classification import Classification, SystemLevel
from gemeentedossier.dossier.security.models.continuity import Continuity
from gemeentedossier.dossier.security.models.exclusion import ControlExclusion
from gemeentedossier.dossier.security.models.log_review import LogReview, LogReviewPlan
from gemeentedossier.dossier.security.models.risk import SecurityRisk, SecurityRiskMeasure
from gemeentedossier.dossier.security.models.tool_rule import ToolRule

__all__ = [
    "AccessRight",
    "AccessRule",
    "Classification",
    "Continuity",
    "ControlExclusion",
    "LogReview",
    "LogReviewPlan",
    "SecurityRisk",
    "SecurityRiskMeasure",
    "SystemLevel",
    "ToolRule",
]
