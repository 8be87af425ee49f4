"""A municipality that was invented once, copied inside the database under other identifiers.

Inventing each of hundreds takes the whole time of a measurement. A copy is written like any record: history and ledger
are made of it by the same triggers.
"""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache

from django.db import connection

from benchmarks.municipalities import PROGRAM
from gemeentedossier.foundation.locks import tenant_models
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.tenancy import as_owner, municipality_scope
from gemeentedossier.foundation.trail import verb

COLUMNS = """
  SELECT column_name, udt_name FROM information_schema.columns
   WHERE table_schema = 'public' AND table_name = %s AND is_generated = 'NEVER' ORDER BY ordinal_position"""
FIRST = 0x0FF00000
"""Identifiers begin with the time; those of copies begin with a number after this one, and keep the rest."""


def copied(municipality: Municipality, *, number: int) -> Municipality:
    """A new municipality with all records of this one; each number gives other identifiers."""
    begins = f"{FIRST + number:08x}"
    key = f"{begins}{str(municipality.id)[8:]}"
    made = Municipality.objects.create(id=key, slug=f"kopie-{number}", name=municipality.name, is_example=True)
    with municipality_scope(made.id), as_owner(), verb("benchmarks.copy", by=PROGRAM), connection.cursor() as cursor:
        for table in (model._meta.db_table for model in tenant_models()):
            columns = _columns(table)
            names = ", ".join(f'"{name}"' for name, _kind in columns)
            told = ", ".join(_told(name, kind, begins) for name, kind in columns)
            cursor.execute(
                f'INSERT INTO "{table}" ({names}) SELECT {told} FROM "{table}" WHERE municipality_id = %s',
                [municipality.id],
            )
    return made


def copies(found: Sequence[Municipality], *, count: int) -> Iterator[Municipality]:
    """So many municipalities, each a copy of one of these in turn; two are made at once: the database does the work."""
    with ThreadPoolExecutor(2) as pool:
        yield from pool.map(lambda number: _copied_apart(found[number % len(found)], number), range(count))


def _copied_apart(municipality: Municipality, number: int) -> Municipality:
    """In a thread of its own, which has a connection of its own."""
    try:
        return copied(municipality, number=number)
    finally:
        connection.close()


@cache
def _columns(table: str) -> Sequence[tuple[str, str]]:
    """Name and kind of each; asked once: to ask it for each copy takes a quarter of the time."""
    with connection.cursor() as cursor:
        cursor.execute(COLUMNS, [table])
        return [(name, kind) for name, kind in cursor.fetchall()]


def _told(name: str, kind: str, begins: str) -> str:
    """What a column of a copy holds: identifiers under their new beginning, anything else as it is."""
    if kind == "uuid":
        return f"('{begins}' || substr(\"{name}\"::text, 9))::uuid"
    if kind == "_uuid":
        each = f"('{begins}' || substr(each::text, 9))::uuid ORDER BY place"
        return (
            f"(SELECT coalesce(array_agg({each}), '{{}}') FROM unnest(\"{name}\") WITH ORDINALITY AS one (each, place))"
        )
    return f'"{name}"'
