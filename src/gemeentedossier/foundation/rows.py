"""Where facts come from: the rows of the live tables, or of history at a moment. One shape for both."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from functools import cache
from typing import Any, Protocol
from uuid import UUID

from gemeentedossier.foundation.history import rows_at, rows_from
from gemeentedossier.foundation.models.tracked import MunicipalityRecord
from gemeentedossier.foundation.tenancy import require_municipality_id

Row = Mapping[str, Any]


class Rows(Protocol):
    """Yields the rows of a model, keyed by column."""

    def __call__(self, model: type[MunicipalityRecord], /) -> Iterable[Row]: ...


def live_rows(model: type[MunicipalityRecord], /) -> Iterable[Row]:
    """Rows as they stand now, in the municipality's scope."""
    return rows_from(_statement(model), [require_municipality_id()])


def live_rows_in(model: type[MunicipalityRecord], *, column: str, keys: Collection[UUID]) -> Iterable[Row]:
    """Rows as they stand now with one of the keys in the column, in the municipality's scope."""
    statement = f'{_statement(model)} AND "{column}" = ANY (%s)'
    return rows_from(statement, [require_municipality_id(), list(keys)])


@cache
def _statement(model: type[MunicipalityRecord]) -> str:
    """Written once: Django would take as long to write it anew as PostgreSQL to answer it."""
    columns = ", ".join(f'"{field.column}"' for field in model._meta.concrete_fields)
    return f'SELECT {columns} FROM "{model._meta.db_table}" WHERE municipality_id = %s'  # noqa: S608 - our own names


def past_rows(*, moment: dt.datetime | None = None, ledger_number: int | None = None) -> Rows:
    """Rows as history has them at a moment, or up to an entry of the ledger (which a late commit cannot change)."""

    def rows(model: type[MunicipalityRecord], /) -> Iterable[Row]:
        found: Iterable[Row] = rows_at(model, moment=moment, ledger_number=ledger_number)
        return found

    return rows
