from gemeentedossier.dossier.security.models.access import AccessRight, AccessRule
from gemeentedossier.dossier.security.models.classification import Classification, SystemLevel

__all__ = ["AccessRight", "AccessRule", "Classification", "SystemLevel"]
