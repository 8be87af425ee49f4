from gemeentedossier.dossier.parties.models.party import Party

__all__ = ["Party"]
