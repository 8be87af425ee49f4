"""Where facts come from: the rows of the live tables, or of history at a moment. One shape for both."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any, Protocol

from gemeentedossier.foundation.history import rows_at
from gemeentedossier.foundation.models.tracked import MunicipalityRecord

Row = Mapping[str, Any]


class Rows(Protocol):
    """Yields the rows of a model, keyed by column."""

    def __call__(self, model: type[MunicipalityRecord], /) -> Iterable[Row]: ...


def live_rows(model: type[MunicipalityRecord], /) -> Iterable[Row]:
    """Rows as they stand now, in the municipality's scope."""
    found: Iterable[Row] = model.objects.values()
    return found


def past_rows(*, moment: dt.datetime | None = None, ledger_number: int | None = None) -> Rows:
    """Rows as history has them at a moment, or up to an entry of the ledger (which a late commit cannot change)."""

    def rows(model: type[MunicipalityRecord], /) -> Iterable[Row]:
        found: Iterable[Row] = rows_at(model, moment=moment, ledger_number=ledger_number)
        return found

    return rows
