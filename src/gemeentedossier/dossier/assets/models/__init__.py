from gemeentedossier.dossier.assets.models.measure import Measure
from gemeentedossier.dossier.assets.models.system import System

__all__ = ["Measure", "System"]
