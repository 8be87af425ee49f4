"""How far the ledger has come, for whoever keeps what was read: the same tip is the same state of the municipality.

A kept reading is right again once everything that was touched since its tip is read anew. The tip is read before
the rows: what is committed in between is then read twice, never missed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db import connection

from gemeentedossier.foundation.tenancy import require_municipality_id

TIP = """
  SELECT coalesce(head.size, 0), entry.leaf, pg_current_xact_id_if_assigned() IS NOT NULL
    FROM (SELECT %s::uuid AS municipality_id) AS mine
    LEFT JOIN foundation_ledgerhead AS head USING (municipality_id)
    LEFT JOIN foundation_ledgerentry AS entry
           ON entry.municipality_id = mine.municipality_id AND entry.number = head.size"""
TOUCHED = """
  SELECT source, array_agg(DISTINCT record) FROM foundation_ledgerentry
   WHERE municipality_id = %s AND number > %s GROUP BY source"""
OWNERS = """
  SELECT DISTINCT event."{column}" FROM unnest(%s::uuid[]) AS touched (record)
    JOIN foundation_ledgerentry AS entry
      ON entry.municipality_id = %s AND entry.source = %s AND entry.record = touched.record
    LEFT JOIN "{table}" AS event ON event.pgh_id = entry.row AND event.municipality_id = entry.municipality_id"""


@dataclass(frozen=True, slots=True)
class Tip:
    """The last entry: its number, and its leaf, which is salted: a restored ledger that grew anew has another."""

    number: int
    leaf: bytes


def tip() -> Tip | None:
    """The tip of the municipality in scope; None where the open transaction wrote, for that has no number yet."""
    with connection.cursor() as cursor:
        cursor.execute(TIP, [require_municipality_id()])
        number, leaf, writes = cursor.fetchone()
    return None if writes else Tip(number, bytes(leaf or b""))


def stands_in_ledger(kept: Tip) -> bool:
    """Whether the ledger, as it is now, grew from this tip."""
    if not kept.number:
        return True
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT 1 FROM foundation_ledgerentry WHERE municipality_id = %s AND number = %s AND leaf = %s",
            [require_municipality_id(), kept.number, kept.leaf],
        )
        return cursor.fetchone() is not None


def touched_since(kept: Tip) -> Mapping[str, tuple[UUID, ...]]:
    """The records that changed after the tip, by table of history."""
    return touched_after(kept.number)


def touched_after(number: int) -> Mapping[str, tuple[UUID, ...]]:
    """The records that changed after the entry of this number, by table of history."""
    with connection.cursor() as cursor:
        cursor.execute(TOUCHED, [require_municipality_id(), number])
        return {source: tuple(records) for source, records in cursor.fetchall()}


def owners_of(table: str, records: tuple[UUID, ...], *, column: str) -> frozenset[UUID] | None:
    """Every owner that these records ever had, by the column of their history; None where history was erased."""
    with connection.cursor() as cursor:
        statement = OWNERS.format(table=table, column=column)
        cursor.execute(statement, [list(records), require_municipality_id(), table])
        owners = frozenset(row[0] for row in cursor.fetchall())
    return None if None in owners else owners
