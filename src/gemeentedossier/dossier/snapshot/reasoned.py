"""What activities reason, read without all else that is recorded of them: as it is now, and which of it changed."""

from collections.abc import Collection, Iterable, Mapping
from uuid import UUID

from gemeentedossier.dossier.register import models as register
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.register.queries.activities import (
    Surroundings,
    activities_from,
    activities_touched,
)
from gemeentedossier.dossier.security.facts import Classification
from gemeentedossier.dossier.security.models import Classification as ClassificationRow
from gemeentedossier.dossier.security.queries import classifications_from
from gemeentedossier.foundation.history import history_table
from gemeentedossier.foundation.ledger.tip import owners_of
from gemeentedossier.foundation.models.tracked import MunicipalityRecord
from gemeentedossier.foundation.rows import Row, Wanted, live_rows_together

REASONED: Mapping[type[MunicipalityRecord], str] = {
    register.Activity: "id",
    register.Purpose: "activity_id",
    register.LegalBasis: "activity_id",
    register.DataUse: "activity_id",
    register.FurtherUse: "activity_id",
    ClassificationRow: "activity_id",
}
"""Where an activity weighs for itself, each with the column that names the activity."""
NOTHING_NAMED = Surroundings({}, {}, {}, {})


def reasoned_in(ids: Collection[UUID] | None = None) -> tuple[tuple[Activity, ...], Mapping[UUID, Classification]]:
    """Activities with nothing but their reasoning, and their classifications; with ``ids`` only these. In the scope."""
    found = live_rows_together([Wanted(model, column, ids) for model, column in REASONED.items()])
    read = dict(zip(REASONED, found, strict=True))

    def rows(model: type[MunicipalityRecord], /) -> Iterable[Row]:
        return read.get(model, ())

    levels = classifications_from(rows, people={})
    return activities_from(rows, NOTHING_NAMED), {each.activity_id: each for each in levels}


def reasoning_touched(touched: Mapping[str, tuple[UUID, ...]]) -> frozenset[UUID] | None:
    """The activities of which the reasoning may have changed; None where history was erased and none can tell.

    ``touched`` holds the keys of records by their table of history.
    """
    found, table = activities_touched(touched), history_table(ClassificationRow)
    levels = owners_of(table, touched[table], column="activity_id") if table in touched else frozenset()
    return None if found is None or levels is None else found | levels
