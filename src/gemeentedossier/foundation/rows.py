"""Where facts come from: the rows of the live tables, or of history at a moment. One shape for both."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Protocol
from uuid import UUID

from gemeentedossier.foundation.history import rows_at, rows_from, rows_from_each
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
    return rows_from(*Wanted(model, column, keys).statement())


@dataclass(frozen=True, slots=True)
class Wanted:
    """Rows of one table that are asked for: all, or those with one of the keys in a column."""

    model: type[MunicipalityRecord]
    column: str = "id"
    keys: Collection[UUID] | None = None
    or_none: bool = False
    """Also those that have no key there."""

    def statement(self) -> tuple[str, list[Any]]:
        """The SQL that finds them in the municipality's scope, with its parameters."""
        every, scope = _statement(self.model), require_municipality_id()
        if self.keys is None:
            return every, [scope]
        beside = f' OR "{self.column}" IS NULL' if self.or_none else ""
        return f'{every} AND ("{self.column}" = ANY (%s){beside})', [scope, list(self.keys)]


def live_rows_together(wanted: Collection[Wanted]) -> Iterator[list[Row]]:
    """Rows of several tables as they stand now, in one journey to the database, in the order asked."""
    made = [each.statement() for each in wanted]
    return rows_from_each([statement for statement, _ in made], [value for _, values in made for value in values])


def live_rows_in_groups(*groups: Collection[Wanted]) -> Rows:
    """Rows as they stand now; whoever asks for one table of a group has the whole group read in one journey."""
    group_of = {wanted.model: group for group in groups for wanted in group}
    read: dict[type[MunicipalityRecord], list[Row]] = {}

    def rows(model: type[MunicipalityRecord], /) -> Iterable[Row]:
        group = group_of.get(model)
        if group is None:
            return live_rows(model)
        if model not in read:
            read.update(zip((each.model for each in group), live_rows_together(group), strict=True))
        return read[model]

    return rows


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
