"""Many rows in one statement: COPY into a temporary table, then INSERT, so that row-level security and triggers hold.

PostgreSQL refuses COPY into a table with row-level security; the detour costs a second pass inside the server.
"""

from collections.abc import Mapping, Sequence
from operator import itemgetter
from types import NoneType
from typing import Any
from uuid import UUID

from django.db import connection, models

from gemeentedossier.foundation.models.tracked import MunicipalityRecord
from gemeentedossier.foundation.tenancy import require_municipality_id

ONE_VALUE = (str, int, UUID, NoneType)
"""What is told once where all rows have it; so is an empty list. Other values go the way that knows their types."""


def insert_values(model: type[MunicipalityRecord], rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows of the municipality in scope, each with the same columns; without rows, nothing happens.

    Columns left out get the database's default.
    """
    if not rows:
        return
    same, differing = _same_for_all(rows)
    source = _buffered(model, rows, differing) if differing else ""
    quoted = "".join(f', "{column}"' for column in (*same, *differing))
    selected = "".join((", %s" * len(same), *(f', "{column}"' for column in differing), source and f" FROM {source}"))
    with connection.cursor() as cursor:
        cursor.execute(
            f'INSERT INTO "{model._meta.db_table}" (municipality_id{quoted}) SELECT %s{selected}',
            [require_municipality_id(), *same.values()],
        )
        if source:
            cursor.execute(f"DROP TABLE {source}")


def _same_for_all(rows: Sequence[Mapping[str, Any]]) -> tuple[dict[str, Any], tuple[str, ...]]:
    """What every row says alike, which is told once, and the columns in which they differ: often one in four."""
    same, differing = dict[str, Any](), list[str]()
    for column, first in rows[0].items():
        if isinstance(first, ONE_VALUE) or first == []:
            values = list(map(itemgetter(column), rows))
            if values.count(first) == len(values):
                same[column] = first
                continue
        differing.append(column)
    return same, tuple(differing)


def _buffered(model: type[MunicipalityRecord], rows: Sequence[Mapping[str, Any]], columns: tuple[str, ...]) -> str:
    """A temporary table with these columns of the rows; its quoted name."""
    quoted, buffer = ", ".join(f'"{column}"' for column in columns), f'"many_{model._meta.db_table}"'
    values = itemgetter(*columns) if len(columns) > 1 else lambda row: (row[columns[0]],)
    with connection.cursor() as cursor:
        empty = f'SELECT {_widened(model, columns)} FROM "{model._meta.db_table}" WITH NO DATA'  # noqa: S608 - names of our own models
        cursor.execute(f"CREATE TEMP TABLE {buffer} ON COMMIT DROP AS {empty}")
        cursor.execute(f"SELECT {quoted} FROM {buffer}")  # noqa: S608 - empty; it tells the types
        types = [column.type_code for column in cursor.description]
        with cursor.copy(f"COPY {buffer} ({quoted}) FROM STDIN (FORMAT BINARY)") as copy:
            copy.set_types(types)
            for row in rows:
                copy.write_row(values(row))
    return buffer


def _widened(model: type[MunicipalityRecord], columns: Sequence[str]) -> str:
    """The columns, whole numbers as the widest kind: packed as a smaller one, a number too large for it loses its
    upper half without a word; so it reaches the INSERT, which refuses it.
    """
    whole = {field.attname for field in model._meta.concrete_fields if isinstance(field, models.IntegerField)}
    return ", ".join(f'"{column}"::bigint AS "{column}"' if column in whole else f'"{column}"' for column in columns)
