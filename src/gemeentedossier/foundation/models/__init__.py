from gemeentedossier.foundation.models.municipality import Municipality
from gemeentedossier.foundation.models.tracked import MunicipalityRecord, ScopedManager

__all__ = ["Municipality", "MunicipalityRecord", "ScopedManager"]
