"""Writing about the ledger. Entries themselves are written by the database alone."""

from collections.abc import Sequence

from django.db import connection, transaction
from django.utils.translation import gettext_lazy as _

from gemeentedossier.foundation import clock
from gemeentedossier.foundation.engine.checkpoint import Checkpoint, sign_checkpoint
from gemeentedossier.foundation.engine.notes import NotAValidNote
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.ledger.keys import origin_of, signing_key
from gemeentedossier.foundation.ledger.queries import checkpoint_in, grown_frontier, latest_checkpoint
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.models.ledger import LedgerCheckpoint
from gemeentedossier.foundation.scope import works_as_owner
from gemeentedossier.foundation.tenancy import municipality_scope

CONTRADICTS = _(
    "The ledger of %(name)s no longer agrees with its checkpoint at number %(size)s, so it gets no new one."
    " Run the command “ledger %(slug)s verify” to find out what was changed."
)


def settle() -> None:
    """Number what this transaction changed now, not at its end; the municipality's other writers wait until then."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS foundation_ledger_settle IMMEDIATE")
        cursor.execute("SET CONSTRAINTS foundation_ledger_settle DEFERRED")


def make_checkpoint(municipality: Municipality) -> LedgerCheckpoint:
    """Sign the size and root of the ledger as it stands; the existing checkpoint where nothing was added.

    Raises Refused where the ledger does not continue its latest checkpoint: two checkpoints that contradict
    each other must never both be signed (c2sp.org/tlog-checkpoint).
    """
    with municipality_scope(municipality.id), transaction.atomic():
        _wait_for_other_checkpoints(municipality)
        latest, frontier = latest_checkpoint(), grown_frontier()
        if latest is not None and not _continues(latest, size=frontier.size):
            raise Refused(CONTRADICTS % {"name": municipality.name, "size": latest.size, "slug": municipality.slug})
        if latest is not None and latest.size == frontier.size:
            return latest
        checkpoint = Checkpoint(origin_of(municipality.id), frontier.size, frontier.root())
        return LedgerCheckpoint.objects.create(
            municipality=municipality,
            size=frontier.size,
            note=sign_checkpoint(checkpoint, key=signing_key(municipality.id)),
            peaks=b"".join(frontier.peaks),
            made_at=clock.now(),
        )


def erase(municipality: Municipality, *, numbers: Sequence[int], because: str) -> int:
    """Destroy content and salt of entries, and their rows of history; the leaves stay, and so do all proofs.

    Returns how many were destroyed. Only inside ``as_owner()``: the application's role cannot do this.
    """
    if not works_as_owner():
        raise PermissionError("Entries of the ledger are erased as the owner of the tables only.")
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT foundation_ledger_erase(%s, %s, %s)", [municipality.id, list(numbers), because])
        return int(cursor.fetchone()[0])


def _continues(latest: LedgerCheckpoint, *, size: int) -> bool:
    """Whether the ledger still holds what the latest checkpoint signed; the newer leaves were not signed yet."""
    from gemeentedossier.foundation.engine.merkle import Frontier
    from gemeentedossier.foundation.ledger.queries import leaves

    try:
        signed = checkpoint_in(latest)
    except NotAValidNote:
        return False
    held = Frontier()
    held.extend(leaves(up_to=signed.size))
    return signed.size <= size and (held.size, held.root()) == (signed.size, signed.root)


def _wait_for_other_checkpoints(municipality: Municipality) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"checkpoint {municipality.id}"])
