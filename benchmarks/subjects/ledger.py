"""What the ledger costs: per row of history, for a proof, and to verify against hashing alone."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from hashlib import sha256
from itertools import islice
from uuid import UUID

from django.db import connection, transaction

from benchmarks.figures import Figure
from benchmarks.municipalities import new_municipality
from benchmarks.timing import seconds
from gemeentedossier.dossier.register.models import Activity, RetentionPeriod
from gemeentedossier.foundation.engine.leaves import RecordedEntry, Verifier, entry_leaf, entry_text
from gemeentedossier.foundation.engine.merkle import LEAF
from gemeentedossier.foundation.ledger.actions import settle
from gemeentedossier.foundation.ledger.queries import inclusion_proof
from gemeentedossier.foundation.ledger.verification import verify_ledger
from gemeentedossier.foundation.tenancy import as_owner, municipality_scope

ROWS, LEAVES, PART = 100_000, 1_000_000, 100_000
SALT = bytes(32)
EXAMPLE = "0190c0de-0000-7000-8000-000000000001"


def figures(*, quick: bool) -> Iterator[Figure]:
    """Rows with history and ledger against the same rows with neither; then verification of many leaves."""
    yield from _history(ROWS // 10 if quick else ROWS)
    yield from _verification(LEAVES // 10 if quick else LEAVES)


def _history(count: int) -> Iterator[Figure]:
    municipality = new_municipality()
    with municipality_scope(municipality.id), transaction.atomic():
        first = _one_row()
        with as_owner(), connection.cursor() as cursor:
            cursor.execute("SET LOCAL session_replication_role = replica")
            _insert(count)  # the first one pays for a cold table
            bare = _insert(count)
            RetentionPeriod.objects.exclude(pk=first).delete()  # a row without history is a fault
            cursor.execute("SET LOCAL session_replication_role = origin")
        kept, numbered = _insert(count), seconds(settle)
        yield Figure("a row with neither history nor ledger", bare / count * 1e6, "µs")
        yield Figure("  with history", kept / count * 1e6, "µs", beside="without", ratio=kept / bare)
        yield Figure(
            "  its ledger entry at commit", numbered / count * 1e6, "µs", beside="without", ratio=numbered / bare
        )
        proof = seconds(lambda: inclusion_proof(count // 2))
        yield Figure(f"proof of inclusion among {count:,}", proof * 1000, "ms")
        verified = seconds(lambda: verify_ledger(municipality))
        yield Figure("verify with database and history, per row", verified / count * 1e6, "µs")
        transaction.set_rollback(True)


def _one_row() -> UUID:
    activity = Activity.objects.create(name="Beslissen op een aanvraag")
    row = RetentionPeriod(activity=activity, period="P15Y", text="15 jaar na het einde van de zorg")
    row.save()
    settle()
    return row.id


def _insert(count: int) -> float:
    """One statement with this many rows of a table; the rows are made in the database."""
    own = ("id", "municipality_id")
    parts = ", ".join(f'"{f.column}"' for f in RetentionPeriod._meta.local_fields if f.column not in own)
    table = RetentionPeriod._meta.db_table
    statement = (
        f'INSERT INTO "{table}" (id, municipality_id, {parts})'
        f" SELECT gen_random_uuid(), municipality_id, {parts}"
        f' FROM (SELECT * FROM "{table}" LIMIT 1) AS one, generate_series(1, {count})'
    )
    with connection.cursor() as cursor:
        return seconds(lambda: cursor.execute(statement))


def _generated(count: int) -> Iterator[RecordedEntry]:
    """Entries of a usual size."""
    moment, content = dt.datetime(2026, 1, 1, tzinfo=dt.UTC), "x" * 500
    for number in range(1, count + 1):
        entry = RecordedEntry(number, EXAMPLE, moment, "history", number, content, SALT, b"")
        yield replace(entry, leaf=entry_leaf(entry_text(entry), salt=SALT))


def _hashed(texts: list[bytes]) -> list[bytes]:
    """The leaves alone: what any verification must at least do."""
    return [sha256(LEAF + sha256(SALT + text).digest()).digest() for text in texts]


def _verification(count: int) -> Iterator[Figure]:
    """Entries are generated in parts, outside the measured time."""
    entries, verify, alone = _generated(count), 0.0, 0.0
    verifier = Verifier(EXAMPLE)
    for _ in range(count // PART):
        part = list(islice(entries, PART))
        alone += seconds(partial(_hashed, [entry_text(entry) for entry in part]))
        verify += seconds(partial(verifier.read, part))
    yield Figure(f"verify {count:,} leaves", verify, "s", beside="hashing alone", ratio=verify / alone, ratio_limit=3)
