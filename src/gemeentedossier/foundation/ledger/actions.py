"""Writing about the ledger. Entries themselves are written by the database alone."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from django.db import connection, transaction
from django.utils.translation import gettext_lazy as _

from gemeentedossier.foundation import clock
from gemeentedossier.foundation.engine.checkpoint import Checkpoint, sign_checkpoint
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.ledger.keys import origin_of, signing_key
from gemeentedossier.foundation.ledger.queries import grown_frontier, latest_checkpoint
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.models.ledger import LedgerCheckpoint
from gemeentedossier.foundation.scope import works_as_owner
from gemeentedossier.foundation.tenancy import municipality_scope

CONTRADICTS = _(
    "The latest checkpoint of %(name)s is not genuine, so the ledger gets no new one."
    " Run the command “ledger %(slug)s verify” to find out what was changed."
)


def settle() -> None:
    """Number what this transaction changed now, not at its end; the municipality's other writers wait until then."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS foundation_ledger_settle IMMEDIATE")
        cursor.execute("SET CONSTRAINTS foundation_ledger_settle DEFERRED")


def settle_wholly() -> None:
    """As ``settle``, and what every key points at is checked now: a long write leaves nothing for its commit to do."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


@contextmanager
def under_one_moment() -> Iterator[None]:
    """Whatever ``settle`` numbers inside has one moment of its own, so that no moment shows half of a long write."""
    settle()
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('app.one_moment', 'begin', true)")
        yield
        settle()
        cursor.execute("SELECT set_config('app.one_moment', '', true)")


def make_checkpoint(municipality: Municipality) -> LedgerCheckpoint:
    """Sign the size and root of the ledger as it stands; the existing checkpoint where nothing was added.

    It goes on from what the latest one signed, so that two signed checkpoints can never contradict each other
    (c2sp.org/tlog-checkpoint). Raises Refused where the latest one is not genuine.
    """
    with municipality_scope(municipality.id), transaction.atomic():
        _wait_for_other_checkpoints(municipality)
        try:
            latest, frontier = latest_checkpoint(), grown_frontier()
        except ValueError as error:
            raise Refused(CONTRADICTS % {"name": municipality.name, "slug": municipality.slug}) from error
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


def _wait_for_other_checkpoints(municipality: Municipality) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"checkpoint {municipality.id}"])
