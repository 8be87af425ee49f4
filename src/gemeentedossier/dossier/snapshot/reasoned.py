"""What activities reason, read without all else that is recorded of them: as it is now, and which of it changed."""

from collections.abc import Collection, Iterable, Mapping
from uuid import UUID

from gemeentedossier.dossier.register import models as register
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.register.queries.activities import (
    Surroundings,
    activities_from,
    activities_touched,
    rows_of_activities,
)
from gemeentedossier.dossier.security.facts import Classification
from gemeentedossier.dossier.security.models import Classification as ClassificationRow
from gemeentedossier.dossier.security.queries import classifications_from
from gemeentedossier.foundation.history import history_table
from gemeentedossier.foundation.ledger.tip import owners_of
from gemeentedossier.foundation.models.tracked import MunicipalityRecord
from gemeentedossier.foundation.rows import Row, Rows, live_rows, live_rows_in

REASONED: frozenset[type[MunicipalityRecord]] = frozenset(
    {register.Activity, register.Purpose, register.LegalBasis, register.DataUse, register.FurtherUse}
)
"""Where an activity weighs for itself; beside it stand the reasons of its classification."""
NOTHING_NAMED = Surroundings({}, {}, {}, {})


def reasoned_in(ids: Collection[UUID] | None = None) -> tuple[tuple[Activity, ...], Mapping[UUID, Classification]]:
    """Activities with nothing but their reasoning, and their classifications; with ``ids`` only these. In the scope."""
    own: Rows = live_rows if ids is None else rows_of_activities(ids)

    def rows(model: type[MunicipalityRecord], /) -> Iterable[Row]:
        if model is ClassificationRow and ids is not None:
            return live_rows_in(model, column="activity_id", keys=ids)
        return own(model) if model in REASONED or model is ClassificationRow else ()

    levels = classifications_from(rows, people={})
    return activities_from(rows, NOTHING_NAMED), {each.activity_id: each for each in levels}


def reasoning_touched(touched: Mapping[str, tuple[UUID, ...]]) -> frozenset[UUID] | None:
    """The activities of which the reasoning may have changed; None where history was erased and none can tell.

    ``touched`` holds the keys of records by their table of history.
    """
    found, table = activities_touched(touched), history_table(ClassificationRow)
    levels = owners_of(table, touched[table], column="activity_id") if table in touched else frozenset()
    return None if found is None or levels is None else found | levels
