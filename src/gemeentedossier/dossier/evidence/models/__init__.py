from gemeentedossier.dossier.evidence.models.attestation import Attestation, AttestationEvidence
from gemeentedossier.dossier.evidence.models.evidence import Evidence

__all__ = ["Attestation", "AttestationEvidence", "Evidence"]
