from gemeentedossier.dossier.assets.models.measure import Measure, MeasureEvidence
from gemeentedossier.dossier.assets.models.system import System

__all__ = ["Measure", "MeasureEvidence", "System"]
