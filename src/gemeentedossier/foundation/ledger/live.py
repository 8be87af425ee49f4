"""Do the tables that everyone reads still hold what was last recorded of each record?

History and ledger can be whole while somebody with the rights of the database's administrator changed the record
itself past its triggers. Each live row is held against the latest entry of its record. One statement per table sees
one moment, in which a change and its entry are both there or both not.
"""

from typing import Any

from django.apps import apps
from django.db import connection
from django.utils.translation import gettext as _

from gemeentedossier.foundation.engine.leaves import Fault
from gemeentedossier.foundation.models.events import HistoryEvent
from gemeentedossier.foundation.models.tracked import MunicipalityRecord
from gemeentedossier.foundation.tenancy import require_municipality_id

DIFFERS = """
  SELECT coalesce(latest.number, 0), coalesce(live.id, latest.record), live.id IS NULL, event.pgh_label = 'delete'
    FROM (SELECT * FROM "{table}" WHERE municipality_id = %(municipality)s) AS live
    FULL JOIN (SELECT DISTINCT ON (record) record, number, row, erased_at FROM foundation_ledgerentry
                WHERE municipality_id = %(municipality)s AND source = '{history}'
                ORDER BY record, number DESC) AS latest ON latest.record = live.id
    LEFT JOIN "{history}" AS event ON event.pgh_id = latest.row AND event.municipality_id = %(municipality)s
   WHERE latest.record IS NULL
      OR (latest.erased_at IS NULL AND event.pgh_id IS NOT NULL AND
          (live.id IS NULL) IS DISTINCT FROM (event.pgh_label = 'delete'))
      OR (event.pgh_label <> 'delete' AND ({live}) IS DISTINCT FROM ({event}))
   ORDER BY 1 LIMIT 1"""
"""Of what was erased nothing is known, so nothing differs from it."""


def fault_in_live_rows(*, size: int) -> Fault | None:
    """The first record whose live row is not what its latest entry says; one without entry counts as after the end."""
    found = [fault for event in _events() if (fault := _fault_in(event, size=size))]
    return min(found, key=lambda fault: fault.number, default=None)


def _events() -> list[Any]:
    return [m for m in apps.get_models() if issubclass(m, HistoryEvent)]


def _fault_in(event: Any, *, size: int) -> Fault | None:
    with connection.cursor() as cursor:
        cursor.execute(_statement(event), {"municipality": require_municipality_id()})
        found = cursor.fetchone()
    if not found:
        return None
    number, record, gone, deleted = found
    known = {"table": event.pgh_tracked_model._meta.db_table, "record": record, "number": number}
    told = _told(number, gone=gone, deleted=deleted)
    return Fault(number or size + 1, told % known)


def _told(number: int, *, gone: bool, deleted: bool) -> str:
    if not number:
        return _("Record %(record)s of %(table)s was not written by a change: it has no entry.")
    if gone:
        return _("Record %(record)s of %(table)s is gone, though entry %(number)s has it.")
    if deleted:
        return _("Record %(record)s of %(table)s is there, though entry %(number)s removed it.")
    return _("Record %(record)s of %(table)s is not what entry %(number)s, its latest, says.")


def _statement(event: Any) -> str:
    tracked: type[MunicipalityRecord] = event.pgh_tracked_model
    kept = {field.column for field in event._meta.concrete_fields}
    columns = [field.column for field in tracked._meta.concrete_fields if field.column in kept]
    return DIFFERS.format(
        table=tracked._meta.db_table,
        history=event._meta.db_table,
        live=", ".join(f'live."{column}"' for column in columns),
        event=", ".join(f'event."{column}"' for column in columns),
    )
