from gemeentedossier.dossier.governance.models.interpretation import Interpretation
from gemeentedossier.dossier.governance.models.position import ContestedMatter, Position, Reliance
from gemeentedossier.dossier.governance.models.suppression import Suppression

__all__ = ["ContestedMatter", "Interpretation", "Position", "Reliance", "Suppression"]
