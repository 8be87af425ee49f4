from gemeentedossier.foundation.models.attempt import Attempt
from gemeentedossier.foundation.models.envelope import Envelope, EnvelopeOpening
from gemeentedossier.foundation.models.job import Job
from gemeentedossier.foundation.models.ledger import (
    LedgerCheckpoint,
    LedgerEntry,
    LedgerHead,
    LedgerPending,
    LedgerTransaction,
)
from gemeentedossier.foundation.models.municipality import Municipality
from gemeentedossier.foundation.models.tracked import MunicipalityRecord, ScopedManager

__all__ = [
    "Attempt",
    "Envelope",
    "EnvelopeOpening",
    "Job",
    "LedgerCheckpoint",
    "LedgerEntry",
    "LedgerHead",
    "LedgerPending",
    "LedgerTransaction",
    "Municipality",
    "MunicipalityRecord",
    "ScopedManager",
]
