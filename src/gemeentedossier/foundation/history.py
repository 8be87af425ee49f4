"""The rows of a model as they were at any moment, from the history that triggers keep."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from django.db import connection

from gemeentedossier.foundation.models.tracked import MunicipalityRecord
from gemeentedossier.foundation.tenancy import require_municipality_id


def rows_at(
    model: type[MunicipalityRecord], *, moment: dt.datetime | None = None, ledger_number: int | None = None
) -> Iterator[Mapping[str, Any]]:
    """The rows of the model in the municipality in scope, as they were at the moment."""
    table = f"{model._meta.db_table}historyevent"
    with connection.cursor() as cursor:
        cursor.execute(
            f"""SELECT * FROM (SELECT DISTINCT ON (pgh_obj_id) * FROM "{table}"
                 WHERE municipality_id = %s AND pgh_created_at <= %s ORDER BY pgh_obj_id, pgh_id DESC) AS then
                 WHERE pgh_label <> 'delete'""",  # noqa: S608
            [require_municipality_id(), moment],
        )
        columns = [c.name for c in cursor.description]
        for row in cursor.fetchall():
            yield dict(zip(columns, row, strict=True))
