from gemeentedossier.dossier.governance.models.ambition import Ambition
from gemeentedossier.dossier.governance.models.appetite import RiskAppetite
from gemeentedossier.dossier.governance.models.interpretation import Interpretation
from gemeentedossier.dossier.governance.models.own_advice import OwnAdvice
from gemeentedossier.dossier.governance.models.planned_step import PlannedStep
from gemeentedossier.dossier.governance.models.policy_clause import PolicyClause
from gemeentedossier.dossier.governance.models.position import ContestedMatter, Position, Reliance
from gemeentedossier.dossier.governance.models.supervision import OfficerReport, Sample, SampledCase, SupervisionCheck
from gemeentedossier.dossier.governance.models.suppression import Suppression

__all__ = [
    "Ambition",
    "ContestedMatter",
    "Interpretation",
    "OfficerReport",
    "OwnAdvice",
    "PlannedStep",
    "PolicyClause",
    "Position",
    "Reliance",
    "RiskAppetite",
    "Sample",
    "SampledCase",
    "SupervisionCheck",
    "Suppression",
]
