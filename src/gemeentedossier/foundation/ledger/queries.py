"""Reading the ledger of the municipality in scope."""

import datetime as dt
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import cast
from uuid import UUID

from django.db import connection, transaction

from gemeentedossier.foundation.engine.checkpoint import Checkpoint, open_checkpoint
from gemeentedossier.foundation.engine.leaves import RecordedEntry
from gemeentedossier.foundation.engine.merkle import HASH_SIZE, Frontier
from gemeentedossier.foundation.engine.notes import NotAValidNote
from gemeentedossier.foundation.engine.proofs import consistency_ranges, inclusion_ranges, range_hashes
from gemeentedossier.foundation.ledger.keys import verifier_key
from gemeentedossier.foundation.models.ledger import LedgerCheckpoint, LedgerEntry, LedgerHead
from gemeentedossier.foundation.tenancy import require_municipality_id

PAGE = 10_000


@dataclass(frozen=True, slots=True)
class Head:
    """How far the ledger has come: the number of its last entry, and the root over all of them."""

    size: int
    root: bytes


@dataclass(frozen=True, slots=True)
class InclusionProof:
    """That an entry stands in the ledger of this size and root; checked with ``proofs.inclusion_holds``."""

    number: int
    leaf: bytes
    size: int
    root: bytes
    hashes: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class ConsistencyProof:
    """That the ledger of the new size begins with that of the old; checked with ``proofs.consistency_holds``."""

    old: int
    new: int
    old_root: bytes
    new_root: bytes
    hashes: tuple[bytes, ...]


def ledger_size() -> int:
    """The number of the last entry; 0 for an empty ledger. Uncommitted changes have no number yet."""
    found = LedgerHead.objects.filter(pk=require_municipality_id()).values_list("size", flat=True).first()
    return found or 0


def head() -> Head:
    """Size and root now, reckoned from the latest checkpoint on."""
    frontier = grown_frontier()
    return Head(frontier.size, frontier.root())


def grown_frontier() -> Frontier:
    """The tree as it stands, grown from the peaks beside the latest checkpoint, whose signed root vouches for them.

    Raises ValueError where that checkpoint is not genuine.
    """
    size, frontier = ledger_size(), _vouched_frontier()
    frontier.extend(leaves(after=frontier.size, up_to=size))
    return frontier


def latest_checkpoint() -> LedgerCheckpoint | None:
    """The newest signed checkpoint.

    The application may add rows to this table, so a row counts for nothing before its signature was checked: raises
    NotAValidNote where the newest one is not genuine.
    """
    kept = LedgerCheckpoint.objects.filter(municipality_id=require_municipality_id()).order_by("size").last()
    if kept is not None:
        _vouched(kept)
    return kept


def checkpoint_in(kept: LedgerCheckpoint) -> Checkpoint:
    """What a kept checkpoint says. Raises NotAValidNote where its signature does not hold."""
    return open_checkpoint(kept.note, key=verifier_key(kept.municipality_id))


def inclusion_proof(number: int, *, size: int | None = None) -> InclusionProof:
    """The proof for the entry of this number. Raises ValueError for a number outside the ledger."""
    size = ledger_size() if size is None else size
    index = number - 1
    asked = (*inclusion_ranges(index, size=size), (index, index + 1))
    *hashes, leaf = range_hashes(asked, leaves=leaves(up_to=size))
    return InclusionProof(number, leaf, size, _root_at(size), tuple(hashes))


def consistency_proof(old: int, *, new: int | None = None) -> ConsistencyProof:
    """The proof that the ledger only grew between two sizes. Raises ValueError for a size outside the ledger."""
    new = ledger_size() if new is None else new
    hashes = range_hashes(consistency_ranges(old, new=new), leaves=leaves(up_to=new))
    return ConsistencyProof(old, new, _root_at(old), _root_at(new), hashes)


def number_at(moment: dt.datetime) -> int:
    """The number of the last entry at a moment. Moments never decrease with numbers, so halving finds it."""
    municipality = require_municipality_id()

    def numbered_at(number: int) -> dt.datetime:
        return LedgerEntry.objects.values_list("numbered_at", flat=True).get(
            municipality_id=municipality, number=number
        )

    return bisect_right(range(1, ledger_size() + 1), moment, key=numbered_at)


def is_committed() -> bool:
    """Whether every number is committed, so that nothing can appear any more under a moment that is past.

    A long write has the moment at which it began; until its end, which nobody waits for here, this is false. It is so
    too before the first entry.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT foundation_ledger_is_committed()")
        found = bool(cursor.fetchone()[0])
        transaction.set_rollback(True)  # gives the head back: nobody who writes waits for what is read after this
    return found


def began_at() -> dt.datetime | None:
    """The moment of the first entry; None where nothing was recorded yet."""
    found: dt.datetime | None = (
        LedgerEntry.objects.filter(municipality_id=require_municipality_id(), number=1)
        .values_list("numbered_at", flat=True)
        .first()
    )
    return found


def numbered_with(source: str, record: UUID) -> tuple[Mapping[str, tuple[UUID, ...]], int]:
    """What was recorded in the commit that first recorded this one: records by table of history, and its last number.

    All entries of a commit have one moment, and no other commit of the municipality has that one.
    """
    municipality = require_municipality_id()
    known = LedgerEntry.objects.filter(municipality_id=municipality, source=source, record=record).order_by("number")
    moment = known.values_list("numbered_at", flat=True)[:1].get()
    first, last = number_at(moment - dt.timedelta(microseconds=1)) + 1, number_at(moment)
    found: dict[str, list[UUID]] = defaultdict(list)
    entries = LedgerEntry.objects.filter(municipality_id=municipality, number__gte=first, number__lte=last)
    for table, key in entries.values_list("source", "record"):
        found[table].append(key)
    return {table: tuple(keys) for table, keys in found.items()}, last


def rows_up_to(source: str, records: Iterable[UUID], *, number: int) -> Mapping[UUID, int]:
    """Of each record the row of its history that was the last one at this number of the ledger."""
    entries = LedgerEntry.objects.filter(
        municipality_id=require_municipality_id(), source=source, record__in=tuple(records), number__lte=number
    )
    return dict(entries.order_by("number").values_list("record", "row"))


def leaves(*, after: int = 0, up_to: int) -> Iterator[bytes]:
    """Leaf hashes in order of number, without holding them all."""
    for page in _pages("number, leaf", after=after, up_to=up_to):
        yield from (bytes(cast(bytes, row[1])) for row in page)


def entries(*, after: int = 0, up_to: int) -> Iterator[RecordedEntry]:
    """Whole entries in order of number, without holding them all."""
    columns = "number, municipality_id::text, numbered_at, source, row, content, salt, leaf"
    for page in _pages(columns, after=after, up_to=up_to):
        for row in page:
            yield RecordedEntry(*row)  # type: ignore[arg-type]  # the columns are those of the entry


def _pages(columns: str, *, after: int, up_to: int) -> Iterator[Sequence[tuple[object, ...]]]:
    statement = (
        f"SELECT {columns} FROM foundation_ledgerentry"  # noqa: S608 - columns are named above
        " WHERE municipality_id = %s AND number > %s AND number <= %s ORDER BY number LIMIT %s"
    )
    municipality: UUID = require_municipality_id()
    while after < up_to:
        with connection.cursor() as cursor:
            cursor.execute(statement, [municipality, after, up_to, PAGE])
            page = cursor.fetchall()
        if not page:
            return
        yield page
        after = cast(int, page[-1][0])


def _root_at(size: int) -> bytes:
    frontier = Frontier()
    frontier.extend(leaves(up_to=size))
    return frontier.root()


def _vouched_frontier() -> Frontier:
    kept = LedgerCheckpoint.objects.filter(municipality_id=require_municipality_id()).order_by("size").last()
    return Frontier() if kept is None else _vouched(kept)


def _vouched(kept: LedgerCheckpoint) -> Frontier:
    """The tree that a checkpoint vouches for. Raises NotAValidNote where it is not genuine or beyond the ledger."""
    if kept.size > ledger_size():
        raise NotAValidNote(f"The checkpoint at number {kept.size} is beyond the end of the ledger.")
    joined = bytes(kept.peaks)
    peaks = [joined[at : at + HASH_SIZE] for at in range(0, len(joined), HASH_SIZE)]
    frontier, signed = Frontier(size=kept.size, peaks=peaks), checkpoint_in(kept)
    if (signed.size, signed.root) != (frontier.size, frontier.root()):
        raise NotAValidNote(f"What stands beside the checkpoint at number {kept.size} was changed.")
    return frontier
