"""What happened to an activity and its parts, and how it read before its last change."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from gemeentedossier.dossier.parties.facts import Party
from gemeentedossier.dossier.parties.models import Party as PartyRow
from gemeentedossier.dossier.register import models
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.register.queries.activities import Surroundings, activities_from
from gemeentedossier.foundation.models import LedgerEntry
from gemeentedossier.foundation.models.tracked import MunicipalityRecord
from gemeentedossier.foundation.rows import Row, live_rows
from gemeentedossier.foundation.shaping import shaped
from gemeentedossier.organisation.models import Controller, Person, Unit

TOLD: tuple[type[MunicipalityRecord], ...] = (
    models.Activity,
    models.Purpose,
    models.LegalBasis,
    models.DataUse,
    models.DataSource,
    models.Recipient,
    models.Transfer,
    models.RetentionPeriod,
    models.PartyRelation,
    models.FurtherUse,
    models.ActivityController,
    models.ActivitySystem,
    models.ActivityMeasure,
)
"""The records that make up an activity."""
NOT_TOLD = frozenset({"id", "municipality_id", "activity_id", "purpose_id", "position", "revision"})
"""Columns that say nothing to a reader."""


@dataclass(frozen=True, slots=True)
class RowChange:
    """One record that changed: which, whether it came or went, and its columns before and after."""

    model: type[MunicipalityRecord]
    record: UUID
    kind: str
    before: Mapping[str, Any]
    after: Mapping[str, Any]

    @property
    def columns(self) -> Iterator[str]:
        """The columns that differ and say something to a reader."""
        for column in self.after or self.before:
            if column not in NOT_TOLD and self.before.get(column) != self.after.get(column):
                yield column


@dataclass(frozen=True, slots=True)
class Happening:
    """One verb: when it began and when the ledger had it, by whom and why, and what it changed.

    ``numbers`` are those of its entries in the ledger, in order; fewer than its changes while some wait for theirs.
    ``case`` is the key of all that was changed with it, empty where it stands alone.
    """

    at: dt.datetime
    numbered_at: dt.datetime
    verb: str
    by: str
    person: str
    reason: str
    changes: tuple[RowChange, ...]
    numbers: tuple[int, ...]
    case: str = ""


@dataclass(frozen=True, slots=True)
class _Noted:
    """One row of history, what it changed, and where the ledger has it; no number while it waits for one."""

    row: Row
    change: RowChange
    at: dt.datetime
    number: int | None


@dataclass(frozen=True, slots=True)
class Whole:
    """A record with its parts: their models, and the column by which a part names its owner.

    Without a root the key is that of the owner alone: such as the municipality, of all that it records of itself.
    """

    root: type[MunicipalityRecord] | None
    parts: tuple[type[MunicipalityRecord], ...]
    column: str


ACTIVITY = Whole(models.Activity, TOLD, "activity_id")


def happenings_of(activity_id: UUID) -> tuple[Happening, ...]:
    """The history of the activity and its parts, newest first; two queries per kind of part."""
    return happenings_in(ACTIVITY, activity_id)


def happenings_in(whole: Whole, record: UUID) -> tuple[Happening, ...]:
    """The history of a record and its parts, newest first; two queries per kind of part."""
    groups: dict[tuple[object, ...], list[_Noted]] = {}
    for model in whole.parts:
        for noted in _changes(model, whole, record):
            trail = noted.row["pgh_context"] or {}
            key = (noted.row["pgh_created_at"], trail.get("verb", ""), trail.get("by", ""), trail.get("reason", ""))
            groups.setdefault(key, []).append(noted)
    found = [_happening(group) for group in groups.values()]
    return tuple(sorted(found, key=lambda each: (each.numbered_at, each.at), reverse=True))


def activity_before(activity_id: UUID, *, moment: dt.datetime) -> Activity | None:
    """The activity as it read before the verbs that began at the moment or later; None where it did not exist."""

    def rows(model: type[MunicipalityRecord], /) -> Iterable[Row]:
        if model is not models.Activity and not issubclass(model, models.ActivityPart):
            return live_rows(model)
        events = _events(model, ACTIVITY, activity_id).filter(pgh_created_at__lt=moment)
        latest = events.order_by("pgh_obj_id", "-pgh_id").distinct("pgh_obj_id").values()
        return [row for row in latest if row["pgh_label"] != "delete"]

    return next(iter(activities_from(rows, _surroundings())), None)


def _surroundings() -> Surroundings:
    """What activities name by key, as it is called now."""
    return Surroundings(
        controllers=dict(Controller.objects.values_list("id", "name")),
        units=dict(Unit.objects.values_list("id", "name")),
        people=dict(Person.objects.values_list("id", "name")),
        parties={row["id"]: shaped(Party, row) for row in PartyRow.objects.values()},
    )


def _happening(group: list[_Noted]) -> Happening:
    row = group[0].row
    trail = row["pgh_context"] or {}
    return Happening(
        at=row["pgh_created_at"],
        numbered_at=max(each.at for each in group),
        verb=trail.get("verb", ""),
        by=trail.get("by", ""),
        person=trail.get("person", ""),
        reason=trail.get("reason", ""),
        changes=tuple(each.change for each in group),
        numbers=tuple(sorted(each.number for each in group if each.number is not None)),
        case=trail.get("case", ""),
    )


def _changes(model: type[MunicipalityRecord], whole: Whole, key: UUID) -> Iterator[_Noted]:
    events = list(_events(model, whole, key).order_by("pgh_id").values())
    table = event_model(model)._meta.db_table
    entries = LedgerEntry.objects.filter(source=table, record__in={event["pgh_obj_id"] for event in events})
    told = entries.values_list("row", "numbered_at", "number") if events else ()
    places = {row: (at, number) for row, at, number in told}
    before: dict[UUID, Row] = {}
    for event in events:
        columns = {name: value for name, value in event.items() if not name.startswith("pgh_")}
        record, gone = event["pgh_obj_id"], event["pgh_label"] == "delete"
        change = RowChange(model, record, event["pgh_label"], before.get(record, {}), {} if gone else columns)
        before[record] = {} if gone else columns
        yield _Noted(event, change, *places.get(event["pgh_id"], (event["pgh_created_at"], None)))


def _events(model: type[MunicipalityRecord], whole: Whole, key: UUID) -> "QuerySet[Any]":
    owner = "pgh_obj_id" if model is whole.root else whole.column
    return event_model(model).objects.filter(**{owner: key})  # type: ignore[no-any-return]  # of any model


def event_model(model: type[MunicipalityRecord]) -> Any:
    """The model of the table that holds the history of a record."""
    return next(r for r in model._meta.related_objects if r.name == "history_events").related_model
