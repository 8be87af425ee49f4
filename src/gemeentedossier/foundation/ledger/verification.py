"""Is the ledger what it was? Recomputed entry by entry, compared with every signed checkpoint and with history."""

from dataclasses import dataclass
from itertools import chain

from django.apps import apps
from django.db import connection

from gemeentedossier.foundation.engine.leaves import BrokenLedger, Fault, Verifier
from gemeentedossier.foundation.ledger.queries import checkpoint_in, entries, ledger_size
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.models.ledger import LedgerCheckpoint
from gemeentedossier.foundation.models.tracked import MunicipalityRecord
from gemeentedossier.foundation.tenancy import municipality_scope, require_municipality_id


@dataclass(frozen=True, slots=True)
class Verification:
    """What was verified. ``fault`` names the first number that is wrong; None means that everything is intact."""

    size: int
    root: bytes
    erased: int
    checkpoints: int
    signed_up_to: int
    fault: Fault | None

    @property
    def is_intact(self) -> bool:
        """Whether nothing was found."""
        return self.fault is None


def verify_ledger(municipality: Municipality) -> Verification:
    """Recompute the whole ledger of the municipality."""
    with municipality_scope(municipality.id), connection.cursor() as cursor:
        cursor.execute("SET LOCAL timezone = 'UTC'")
        cursor.execute("SELECT size FROM foundation_ledgerhead WHERE municipality_id = %s", [municipality.id])
        return _verified(Verifier(str(municipality.id)), size=ledger_size())


def _verified(verifier: Verifier, *, size: int) -> Verification:
    checked, fault = 0, None
    try:
        for kept in LedgerCheckpoint.objects.filter(municipality_id=require_municipality_id()).order_by("size"):
            verifier.read(entries(after=verifier.tree.size, up_to=min(kept.size, size)))
            _compare(kept, verifier=verifier)
            checked += 1
        signed_up_to = verifier.tree.size
        verifier.read(entries(after=verifier.tree.size, up_to=size))
        _expect_nothing_beyond(size, found=verifier.tree.size)
        fault = fault_in_history()
    except BrokenLedger as error:
        fault, signed_up_to = error.fault, verifier.tree.size if not checked else 0
    return Verification(verifier.tree.size, verifier.tree.root(), verifier.erased, checked, signed_up_to, fault)
