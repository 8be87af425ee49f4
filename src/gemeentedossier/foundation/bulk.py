"""Many rows in one statement: COPY into a temporary table, then INSERT, so that row-level security and triggers hold.

PostgreSQL refuses COPY into a table with row-level security; the detour costs a second pass inside the server.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db import connection, models

from gemeentedossier.foundation.models.tracked import MunicipalityRecord
from gemeentedossier.foundation.tenancy import require_municipality_id


def insert_many(model: type[models.Model], columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Insert rows of values for these columns. Columns left out get the database's default."""
    quoted = ", ".join(f'"{column}"' for column in columns)
    table, buffer = model._meta.db_table, f"many_{model._meta.db_table}"
    with connection.cursor() as cursor:
        cursor.execute(
            f'CREATE TEMP TABLE "{buffer}" ON COMMIT DROP AS SELECT {quoted} FROM "{table}" WITH NO DATA'  # noqa: S608
        )
        with cursor.copy(f'COPY "{buffer}" ({quoted}) FROM STDIN') as copy:
            for row in rows:
                copy.write_row(row)
        cursor.execute(f'INSERT INTO "{table}" ({quoted}) SELECT {quoted} FROM "{buffer}"')  # noqa: S608
        cursor.execute(f'DROP TABLE "{buffer}"')


def insert_values(model: type[MunicipalityRecord], rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows of the municipality in scope, each with the same columns; without rows, nothing happens."""
    if not rows:
        return
    municipality_id, columns = require_municipality_id(), tuple(rows[0])
    values = ((municipality_id, *(row[column] for column in columns)) for row in rows)
    insert_many(model, ("municipality_id", *columns), values)
