"""Is the ledger what it was? Recomputed entry by entry, compared with every signed checkpoint, history and live row."""

from dataclasses import dataclass

from django.apps import apps
from django.db import connection
from django.utils.translation import gettext as _

from gemeentedossier.foundation.engine.leaves import BrokenLedger, Fault, Verifier
from gemeentedossier.foundation.engine.notes import NotAValidNote
from gemeentedossier.foundation.ledger.live import fault_in_live_rows
from gemeentedossier.foundation.ledger.queries import checkpoint_in, entries, ledger_size
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.models.events import HistoryEvent
from gemeentedossier.foundation.models.ledger import LedgerCheckpoint
from gemeentedossier.foundation.tenancy import municipality_scope, require_municipality_id

DIFFERS = """
  SELECT coalesce(entry.number, 0), event.pgh_id FROM "{table}" AS event
    FULL JOIN (SELECT * FROM foundation_ledgerentry WHERE municipality_id = %s AND source = %s AND number <= %s
                 AND erased_at IS NULL) AS entry ON entry.row = event.pgh_id
   WHERE (entry.number IS NULL AND event.municipality_id = %s AND NOT EXISTS
            (SELECT 1 FROM foundation_ledgerentry AS later WHERE later.municipality_id = event.municipality_id
                AND later.source = %s AND later.record = event.pgh_obj_id AND later.row = event.pgh_id))
      OR (entry.number IS NOT NULL AND (event.pgh_id IS NULL OR event.municipality_id <> entry.municipality_id
            OR event.pgh_obj_id <> event.id OR event.pgh_obj_id <> entry.record
            OR entry.content::jsonb <> to_jsonb(event) AND EXISTS (
              SELECT 1 FROM jsonb_each(entry.content::jsonb) AS was
                JOIN jsonb_each(to_jsonb(event)) AS now USING (key) WHERE was.value <> now.value)))
   ORDER BY 1 LIMIT 1"""
"""Columns that came or went since an entry was written are left out of the comparison; the entry keeps its own text."""


@dataclass(frozen=True, slots=True)
class Verification:
    """What was verified. ``fault`` names the first number that is wrong; None means that everything is intact.

    ``signed_up_to`` is the number up to which a signed checkpoint vouches for the entries.
    """

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
    """Recompute the whole ledger of the municipality: leaves, order, checkpoints; then history and the records."""
    with municipality_scope(municipality.id):
        verifier, size = Verifier(str(municipality.id)), ledger_size()
        signed: list[int] = []
        fault = None
        try:
            _read_checkpoints(verifier, size=size, signed=signed)
            _read_rest(verifier, size=size)
            fault = _fault_in_history(size=size) or fault_in_live_rows(size=size)
        except BrokenLedger as error:
            fault = error.fault
    tree = verifier.tree
    return Verification(tree.size, tree.root(), verifier.erased, len(signed), max(signed, default=0), fault)


def _read_checkpoints(verifier: Verifier, *, size: int, signed: list[int]) -> None:
    for kept in LedgerCheckpoint.objects.filter(municipality_id=require_municipality_id()).order_by("size"):
        verifier.read(entries(after=verifier.tree.size, up_to=min(kept.size, size)))
        if problem := _problem_of(kept, verifier=verifier):
            raise BrokenLedger(Fault(min(kept.size, verifier.tree.size + 1), problem))
        signed.append(kept.size)


def _problem_of(kept: LedgerCheckpoint, *, verifier: Verifier) -> str | None:
    try:
        checkpoint = checkpoint_in(kept)
    except NotAValidNote:
        return _("The checkpoint at number %(size)s is not genuine.") % {"size": kept.size}
    if checkpoint.size != kept.size or kept.size > verifier.tree.size:
        known = {"size": checkpoint.size, "end": verifier.tree.size}
        return _("A checkpoint was signed at number %(size)s, but the ledger ends at %(end)s.") % known
    if checkpoint.root != verifier.tree.root():
        return _("The entries up to number %(size)s are not those of the checkpoint that was signed there.") % {
            "size": kept.size
        }
    return None


def _read_rest(verifier: Verifier, *, size: int) -> None:
    verifier.read(entries(after=verifier.tree.size, up_to=size))
    if verifier.tree.size != size:
        number = verifier.tree.size + 1
        known = {"number": number, "size": size}
        raise BrokenLedger(Fault(number, _("Entry %(number)s is missing; the ledger should end at %(size)s.") % known))


def _fault_in_history(*, size: int) -> Fault | None:
    """Whether the tables of history still hold what the ledger recorded of them, and nothing that it did not."""
    found = [fault for table in _history_tables() if (fault := _fault_in_table(table, size=size))]
    return min(found, key=lambda fault: fault.number, default=None)


def _fault_in_table(table: str, *, size: int) -> Fault | None:
    municipality = require_municipality_id()
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('timezone', 'UTC', true)")
        cursor.execute(DIFFERS.format(table=table), [municipality, table, size, municipality, table])
        found = cursor.fetchone()
    if not found:
        return None
    number, row = found
    if not number:
        known: dict[str, object] = {"row": row, "table": table}
        sentence = _("Row %(row)s of %(table)s never entered the ledger: it was not written by a change.")
        return Fault(size + 1, sentence % known)
    gone = _("The row of %(table)s that entry %(number)s recorded is gone; the entry still tells what it was.")
    changed = _("The row of %(table)s that entry %(number)s recorded was changed; the entry still tells what it was.")
    return Fault(number, (gone if row is None else changed) % {"table": table, "number": number})


def _history_tables() -> list[str]:
    return [m._meta.db_table for m in apps.get_models() if issubclass(m, HistoryEvent)]
