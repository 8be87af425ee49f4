"""Many rows in one statement: COPY into a temporary table, then INSERT, so that row-level security and triggers hold.

PostgreSQL refuses COPY into a table with row-level security; the detour costs a second pass inside the server.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import connection
from django.db.backends.utils import CursorWrapper

from gemeentedossier.foundation.models.tracked import MunicipalityRecord
from gemeentedossier.foundation.packing import PackedRows, Packer, widened
from gemeentedossier.foundation.tenancy import require_municipality_id


def insert_values(model: type[MunicipalityRecord], rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows of the municipality in scope, each with the same columns; without rows, nothing happens.

    Columns left out get the database's default.
    """
    if not rows:
        return
    buffers = Buffers()
    buffers.insert([Packer([model]).packed(model, rows)])
    buffers.drop()


class Buffers:
    """The temporary tables through which batches go: made once for each form of rows, gone at the commit at last.

    While they stand, keys that are checked (``settle_wholly``) are found by index: the planner would rather read a
    small table whole, and does so again for each of thousands of rows.
    """

    def __init__(self) -> None:
        self._names: dict[tuple[type[MunicipalityRecord], tuple[str, ...]], str] = {}
        self._full: list[str] = []

    def insert(self, batch: Sequence[PackedRows]) -> None:
        """Insert rows of the municipality in scope, in this order: owners before what they own."""
        statements, parameters = list[str](), list[Any]()
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL enable_seqscan = off")
            if self._full:
                cursor.execute(f"TRUNCATE {', '.join(self._full)}")
                self._full = []
            for rows in batch:
                quoted = "".join(f', "{column}"' for column in (*rows.same, *rows.columns))
                told = "".join((", %s" * len(rows.same), *(f', "{column}"' for column in rows.columns)))
                source = f" FROM {self._filled(cursor, rows)}" if rows.columns else ""
                statements.append(
                    f'INSERT INTO "{rows.model._meta.db_table}" (municipality_id{quoted}) SELECT %s{told}{source}'
                )
                parameters += [require_municipality_id(), *rows.same.values()]
            if statements:
                cursor.execute("; ".join(statements), parameters)

    def drop(self) -> None:
        """Drop them now: else they stand until the commit."""
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL enable_seqscan TO DEFAULT")
            for name in self._names.values():
                cursor.execute(f"DROP TABLE {name}")
        self._names, self._full = {}, []

    def _filled(self, cursor: CursorWrapper, rows: PackedRows) -> str:
        """The quoted name of the table that holds these rows."""
        key = rows.model, rows.columns
        if key not in self._names:
            table = rows.model._meta.db_table
            self._names[key] = f'"many_{len(self._names)}_{table}"'
            empty = f'SELECT {widened(rows.model, rows.columns)} FROM "{table}" WITH NO DATA'  # noqa: S608 - names of our own models
            cursor.execute(f"CREATE TEMP TABLE {self._names[key]} ON COMMIT DROP AS {empty}")
        name = self._names[key]
        quoted = ", ".join(f'"{column}"' for column in rows.columns)
        with cursor.copy(f"COPY {name} ({quoted}) FROM STDIN (FORMAT BINARY)") as copy:
            copy.write(rows.content)
        self._full.append(name)
        return name
