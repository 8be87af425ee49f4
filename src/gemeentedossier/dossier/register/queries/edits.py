"""When the record of an activity was changed, and by whom: for what rests on it."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from gemeentedossier.dossier.register import models
from gemeentedossier.dossier.register.queries.history import event_model


@dataclass(frozen=True, slots=True)
class RecordEdit:
    """One verb that raised the revision of a record."""

    activity_id: UUID
    at: dt.datetime
    by: str
    reason: str


def edits_since(activity_ids: Iterable[UUID], moment: dt.datetime) -> tuple[RecordEdit, ...]:
    """Return what was done with these records after a moment, the latest first; one query."""
    events = event_model(models.Activity).objects.filter(pgh_obj_id__in=tuple(activity_ids), pgh_created_at__gt=moment)
    found: dict[tuple[UUID, str], RecordEdit] = {}
    for row in events.order_by("-pgh_id").values("pgh_obj_id", "pgh_created_at", "pgh_context"):
        trail = row["pgh_context"] or {}
        edit = RecordEdit(row["pgh_obj_id"], row["pgh_created_at"], trail.get("by", ""), trail.get("reason", ""))
        found.setdefault((edit.activity_id, f"{edit.at:%Y%m%d%H%M%S%f}{edit.by}"), edit)
    return tuple(found.values())
