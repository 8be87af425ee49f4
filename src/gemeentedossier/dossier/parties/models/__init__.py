from gemeentedossier.dossier.parties.models.party import Party
from gemeentedossier.dossier.parties.models.representative import PartyRepresentative

__all__ = ["Party", "PartyRepresentative"]
