"""Many rows in one statement: COPY into a temporary table, then INSERT, so that row-level security and triggers hold.

PostgreSQL refuses COPY into a table with row-level security; the detour costs a second pass inside the server.
"""

from collections.abc import Mapping, Sequence
from operator import itemgetter
from typing import Any

from django.db import connection, models

from gemeentedossier.foundation.models.tracked import MunicipalityRecord
from gemeentedossier.foundation.tenancy import require_municipality_id


def insert_values(model: type[MunicipalityRecord], rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows of the municipality in scope, each with the same columns; without rows, nothing happens.

    Columns left out get the database's default.
    """
    if not rows:
        return
    municipality_id, columns = require_municipality_id(), tuple(rows[0])
    quoted = ", ".join(f'"{column}"' for column in columns)
    table, buffer = model._meta.db_table, f"many_{model._meta.db_table}"
    values = itemgetter(*columns) if len(columns) > 1 else lambda row: tuple(row.values())
    with connection.cursor() as cursor:
        empty = f'SELECT {_widened(model, columns)} FROM "{table}" WITH NO DATA'  # noqa: S608 - names of our own models
        cursor.execute(f'CREATE TEMP TABLE "{buffer}" ON COMMIT DROP AS {empty}')
        cursor.execute(f'SELECT {quoted} FROM "{buffer}"')  # noqa: S608 - empty; it tells the types
        types = [column.type_code for column in cursor.description]
        with cursor.copy(f'COPY "{buffer}" ({quoted}) FROM STDIN (FORMAT BINARY)') as copy:
            copy.set_types(types)
            for row in rows:
                copy.write_row(values(row))
        cursor.execute(
            f'INSERT INTO "{table}" (municipality_id, {quoted}) SELECT %s, {quoted} FROM "{buffer}"',  # noqa: S608 - names of our own models
            [municipality_id],
        )
        cursor.execute(f'DROP TABLE "{buffer}"')


def _widened(model: type[MunicipalityRecord], columns: Sequence[str]) -> str:
    """The columns, whole numbers as the widest kind: packed as a smaller one, a number too large for it loses its
    upper half without a word; so it reaches the INSERT, which refuses it.
    """
    whole = {field.attname for field in model._meta.concrete_fields if isinstance(field, models.IntegerField)}
    return ", ".join(f'"{column}"::bigint AS "{column}"' if column in whole else f'"{column}"' for column in columns)
