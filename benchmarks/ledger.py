# ruff: noqa: E402 - the server must be there before Django reads its settings
"""What the ledger costs: per row of history, and to verify. Run: ``python benchmarks/ledger.py [rows]``.

Writes into the database of GEMEENTEDOSSIER_HOME (or DATABASE_URL) under a municipality of its own, and rolls back.
"""

import datetime as dt
import os
import platform
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from hashlib import sha256
from itertools import islice
from uuid import UUID

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gemeentedossier.config.settings")

from gemeentedossier.config.postgres import ensure_server

ensure_server()

import django

django.setup()

from django.db import connection, transaction

from gemeentedossier.dossier.register.models import Activity, RetentionPeriod
from gemeentedossier.foundation.engine.leaves import RecordedEntry, Verifier, entry_leaf, entry_text
from gemeentedossier.foundation.engine.merkle import LEAF
from gemeentedossier.foundation.ledger.actions import settle
from gemeentedossier.foundation.ledger.queries import inclusion_proof
from gemeentedossier.foundation.ledger.verification import verify_ledger
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.tenancy import as_owner, municipality_scope

LEAVES, PART = 1_000_000, 100_000
MUNICIPALITY, SALT = "0190c0de-0000-7000-8000-000000000001", bytes(32)


def timed(work: Callable[[], object]) -> float:
    """Seconds."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def generated(count: int) -> Iterator[RecordedEntry]:
    """Entries of a usual size."""
    moment, content = dt.datetime(2026, 1, 1, tzinfo=dt.UTC), "x" * 500
    for number in range(1, count + 1):
        entry = RecordedEntry(number, MUNICIPALITY, moment, "history", number, content, SALT, b"")
        yield replace(entry, leaf=entry_leaf(entry_text(entry), salt=SALT))


def hashed(texts: list[bytes]) -> list[bytes]:
    """The leaves alone: what any verification must at least do."""
    return [sha256(LEAF + sha256(SALT + text).digest()).digest() for text in texts]


def verification() -> None:
    """Verify against hashing each text alone; entries are generated in parts, outside the measured time."""
    entries, verify, alone = generated(LEAVES), 0.0, 0.0
    verifier = Verifier(MUNICIPALITY)
    for _ in range(LEAVES // PART):
        part = list(islice(entries, PART))
        alone += timed(partial(hashed, [entry_text(entry) for entry in part]))
        verify += timed(partial(verifier.read, part))
    print(f"verify {LEAVES:,} leaves: {verify:.2f} s; hashing alone: {alone:.2f} s; ratio {verify / alone:.2f}")


def insert(count: int) -> float:
    """One statement with this many rows of a table; the rows are made in the database."""
    own = ("id", "municipality_id")
    parts = ", ".join(f'"{f.column}"' for f in RetentionPeriod._meta.local_fields if f.column not in own)
    table = RetentionPeriod._meta.db_table
    with connection.cursor() as cursor:
        return timed(
            lambda: cursor.execute(
                f'INSERT INTO "{table}" (id, municipality_id, {parts})'
                f" SELECT gen_random_uuid(), municipality_id, {parts}"
                f' FROM (SELECT * FROM "{table}" LIMIT 1) AS one, generate_series(1, {count})'
            )
        )


def history(count: int) -> None:
    """Rows with history and ledger, against the same rows with neither."""
    with municipality_scope(new_municipality()), transaction.atomic():
        activity = Activity.objects.create(name="Beslissen op een aanvraag")
        RetentionPeriod.objects.create(activity=activity, period="P15Y", text="15 jaar na het einde van de zorg")
        settle()
        with as_owner(), connection.cursor() as cursor:
            cursor.execute("SET LOCAL session_replication_role = replica")
            insert(count)  # the first one pays for a cold table
            bare = insert(count)
            cursor.execute("SET LOCAL session_replication_role = origin")
        kept = insert(count)
        numbered = timed(settle)
        print(
            f"{count:,} rows of {len(RetentionPeriod._meta.local_fields)} columns, µs a row:"
            f" bare {bare / count * 1e6:.1f}, with history {kept / count * 1e6:.1f},"
            f" ledger at commit {numbered / count * 1e6:.1f}"
        )
        municipality = Municipality.objects.get(slug="benchmark")
        print(f"inclusion proof: {timed(lambda: inclusion_proof(count // 2)) * 1e3:.0f} ms")
        print(
            f"verify with database and history: {timed(lambda: verify_ledger(municipality)) / count * 1e6:.1f} µs a row"
        )
        transaction.set_rollback(True)


def new_municipality() -> UUID:
    """A municipality for the measurement."""
    return Municipality.objects.get_or_create(slug="benchmark", defaults={"name": "Benchmark", "is_example": True})[
        0
    ].id


if __name__ == "__main__":
    print(f"{platform.platform()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    history(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
    verification()
