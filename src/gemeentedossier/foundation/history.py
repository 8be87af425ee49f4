"""The rows of a model as they were at any moment: from history, cut by the ledger.

A cut is the number of a ledger entry. Numbers are given at commit, so a late commit cannot change a cut once taken;
a moment is turned into the number that the ledger had reached by then.
"""

import datetime as dt
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.db import connection
from django.db.backends.utils import CursorWrapper

from gemeentedossier.foundation.ledger.queries import ledger_size, number_at
from gemeentedossier.foundation.models.tracked import MunicipalityRecord
from gemeentedossier.foundation.tenancy import require_municipality_id

Row = Mapping[str, Any]
JSONB = 3802
"""PostgreSQL's number for the type."""

ROWS = """
  SELECT event.* FROM (SELECT DISTINCT ON (record) record, row FROM foundation_ledgerentry
                        WHERE municipality_id = %s AND source = %s AND number <= %s
                        ORDER BY record, number DESC) AS latest
    JOIN "{table}" AS event ON event.pgh_id = latest.row
   WHERE event.pgh_label <> 'delete' AND event.municipality_id = %s"""


def rows_at(
    model: type[MunicipalityRecord], *, moment: dt.datetime | None = None, ledger_number: int | None = None
) -> Iterator[Row]:
    """The rows of the model, keyed by column, as they were after the entry of this number, or else at this moment.

    With neither, as the ledger has them now; what the open transaction changed is not yet in it (``ledger.settle``).
    """
    number = _cut(moment=moment, ledger_number=ledger_number)
    municipality, table = require_municipality_id(), history_table(model)
    return rows_from(ROWS.format(table=table), [municipality, table, number, municipality])


def history_table(model: type[MunicipalityRecord]) -> str:
    """The table that holds the history of the model."""
    relation: Any = next(r for r in model._meta.related_objects if r.name == "history_events")
    return str(relation.related_model._meta.db_table)


def _cut(*, moment: dt.datetime | None, ledger_number: int | None) -> int:
    if ledger_number is not None:
        return ledger_number
    return number_at(moment) if moment else ledger_size()


def rows_from(statement: str, parameters: list[Any]) -> Iterator[Row]:
    """The rows that a statement finds, keyed by column, with JSON read."""
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        return _rows_in(cursor)


def rows_from_each(statements: Sequence[str], parameters: list[Any]) -> Iterator[list[Row]]:
    """The rows that each of these statements finds, in one journey to the database; the parameters in their order.

    Several statements in one need parameters that are bound here, as Django does unless its settings say otherwise.
    """
    if not statements:
        return
    with connection.cursor() as cursor:
        cursor.execute("; ".join(statements), parameters)
        for place in range(len(statements)):
            if place:
                cursor.nextset()
            yield list(_rows_in(cursor))


def _rows_in(cursor: CursorWrapper) -> Iterator[Row]:
    result = cursor.pgresult  # a description makes an object of each column, and a wide table has sixty
    columns = [result.fname(place).decode() for place in range(result.nfields)]
    written = [column for place, column in enumerate(columns) if result.ftype(place) == JSONB]
    found = cursor.fetchall()
    return (_read(dict(zip(columns, row, strict=True)), written=written) for row in found)


def _read(row: dict[str, Any], *, written: list[str]) -> Row:
    """Django leaves the reading of JSON to its fields, which this query goes round."""
    for column in written:
        if row[column] is not None:
            row[column] = json.loads(row[column])
    return row
