from gemeentedossier.dossier.evidence.models.attestation import Attestation

__all__ = ["Attestation"]
