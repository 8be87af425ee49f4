"""One change of many records: what it does to each, and afterwards what it did."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias
from uuid import UUID

from gemeentedossier.dossier.register.enums import ManyField, RecordState, Untouched
from gemeentedossier.dossier.register.models import Activity
from gemeentedossier.dossier.register.policies import why_untouched
from gemeentedossier.dossier.register.queries.history import event_model
from gemeentedossier.foundation.tenancy import require_municipality_id
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.permissions import can_for

EDIT_MANY, UNDO_MANY = "register.edit_many", "register.undo_many"
EDIT = "register.edit_activity"
Value: TypeAlias = UUID | dt.date | str | None
COLUMNS = tuple(field.value for field in ManyField)
_TOLD = ("name", "revision", "record_state", *COLUMNS)


@dataclass(frozen=True, slots=True)
class Looked:
    """What one change does to one record; ``untouched`` says why it does nothing, None that it does."""

    id: UUID
    name: str
    revision: int
    before: Value
    state: RecordState
    untouched: Untouched | None

    @property
    def reopens(self) -> bool:
        """Whether the change makes a new concept beside the version that was adopted."""
        return self.untouched is None and self.state in {RecordState.ADOPTED, RecordState.PUBLISHED}


@dataclass(frozen=True, slots=True)
class DoneTo:
    """What one change did to one record; ``untouched`` says why it cannot be undone, None that it can."""

    id: UUID
    name: str
    before: Mapping[str, Value]
    after: Mapping[str, Value]
    state_before: RecordState
    untouched: Untouched | None


@dataclass(frozen=True, slots=True)
class ManyDone:
    """One change of many records, or its undoing: when, by whom, why, and what it did to each."""

    at: dt.datetime
    by: str
    reason: str
    records: tuple[DoneTo, ...]


def looked_at(read: Mapping[UUID, int], field: ManyField, value: Value, *, by: Actor) -> tuple[Looked, ...]:
    """Of each record, by name, what the change would do; ``read`` are revisions as they were read. One query."""
    return _looked(Activity.objects.filter(pk__in=read), read, field, value, by)


def locked_at(read: Mapping[UUID, int], field: ManyField, value: Value, *, by: Actor) -> tuple[Looked, ...]:
    """The same under the lock of every record, inside a verb."""
    locked = Activity.objects.select_for_update().filter(pk__in=read).order_by("pk")
    return _looked(locked, read, field, value, by)


def _looked(rows: Any, read: Mapping[UUID, int], field: ManyField, value: Value, by: Actor) -> tuple[Looked, ...]:
    found = {row["id"]: row for row in rows.values("id", "name", "revision", "record_state", *COLUMNS)}
    looked = [_look(row, read[key], field, value, by) for key, row in found.items()]
    gone = [Looked(key, "", read[key], None, RecordState.CONCEPT, Untouched.GONE) for key in read if key not in found]
    return (*sorted(looked, key=lambda each: (each.name.lower(), each.id)), *gone)


def _look(row: Mapping[str, Any], read: int, field: ManyField, value: Value, by: Actor) -> Looked:
    state = RecordState(row["record_state"])
    dates = {"started_on": row["started_on"], "ended_on": row["ended_on"], field.value: value}
    why = why_untouched(
        as_read=row["revision"] == read,
        may_edit=can_for(by, EDIT, owner_id=row["owner_id"]),
        state=state,
        same=row[field.value] == value,
        started_on=dates["started_on"],
        ended_on=dates["ended_on"],
    )
    return Looked(row["id"], row["name"], row["revision"], row[field.value], state, why)


def many_done(key: UUID, *, by: Actor, until: dt.datetime | None = None) -> ManyDone | None:
    """What was changed under that key, in the municipality in scope; None where nothing was, or only later."""
    return next(iter(_all_done(key, EDIT_MANY, by, until)), None)


def many_undone(key: UUID, *, by: Actor, until: dt.datetime | None = None) -> tuple[ManyDone, ...]:
    """Each time that something of it was undone, the first first: several people may each undo what is theirs."""
    return _all_done(key, UNDO_MANY, by, until)


def _all_done(key: UUID, verb: str, by: Actor, until: dt.datetime | None) -> tuple[ManyDone, ...]:
    own = event_model(Activity).objects.filter(municipality_id=require_municipality_id())
    events = own.filter(pgh_context__case=str(key), pgh_context__verb=verb).order_by("pgh_id")
    times: dict[tuple[object, ...], list[Mapping[str, Any]]] = {}
    for row in events.values("pgh_id", "pgh_obj_id", "pgh_created_at", "pgh_context", *_TOLD):
        if until is None or row["pgh_created_at"] <= until:
            trail = row["pgh_context"]
            one = row["pgh_created_at"], trail.get("person"), trail.get("by"), trail.get("reason")
            times.setdefault(one, []).append(row)
    keys = {row["pgh_obj_id"] for rows in times.values() for row in rows}
    now = {row["id"]: row for row in Activity.objects.filter(pk__in=keys).values("id", *_TOLD)} if keys else {}
    return tuple(_one_time(rows, own, now, by) for rows in times.values())


def _one_time(rows: list[Mapping[str, Any]], own: Any, now: Mapping[UUID, Mapping[str, Any]], by: Actor) -> ManyDone:
    keys = [row["pgh_obj_id"] for row in rows]
    # Each record was locked: of none is there a row of another between its last one and these.
    earlier = own.filter(pgh_obj_id__in=keys, pgh_id__lt=rows[0]["pgh_id"]).order_by("pgh_obj_id", "-pgh_id")
    before = {row["pgh_obj_id"]: row for row in earlier.distinct("pgh_obj_id").values("pgh_obj_id", *_TOLD)}
    trail = rows[0]["pgh_context"]
    records = (_done(row, before[row["pgh_obj_id"]], now.get(row["pgh_obj_id"]), by) for row in rows)
    ordered = tuple(sorted(records, key=lambda each: (each.name.lower(), each.id)))
    return ManyDone(rows[0]["pgh_created_at"], trail.get("by", ""), trail.get("reason", ""), ordered)


def _done(row: Mapping[str, Any], before: Mapping[str, Any], now: Mapping[str, Any] | None, by: Actor) -> DoneTo:
    differs = [column for column in COLUMNS if row[column] != before[column]]
    return DoneTo(
        id=row["pgh_obj_id"],
        name=now["name"] if now else row["name"],
        before={column: before[column] for column in differs},
        after={column: row[column] for column in differs},
        state_before=RecordState(before["record_state"]),
        untouched=_why_it_stays(row, now, by),
    )


def _why_it_stays(row: Mapping[str, Any], now: Mapping[str, Any] | None, by: Actor) -> Untouched | None:
    if now is None:
        return Untouched.GONE
    if now["revision"] != row["revision"]:
        return Untouched.CHANGED
    return None if can_for(by, EDIT, owner_id=now["owner_id"]) else Untouched.NOT_YOURS
