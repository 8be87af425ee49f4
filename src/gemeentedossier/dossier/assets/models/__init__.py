from gemeentedossier.dossier.assets.models.measure import Measure, MeasureEvidence
from gemeentedossier.dossier.assets.models.system import System
from gemeentedossier.dossier.assets.models.tool import Tool

__all__ = ["Measure", "MeasureEvidence", "System", "Tool"]
