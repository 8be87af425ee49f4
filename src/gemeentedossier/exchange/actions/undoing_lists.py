"""Undoing the import of a list: what it made goes where nothing uses it, what it filled in becomes open again."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby, islice
from typing import Any
from uuid import UUID

from django.db.models import F

from gemeentedossier.dossier.agreements.models import Agreement, SubProcessor
from gemeentedossier.dossier.assets.models import System
from gemeentedossier.dossier.parties.models import Party
from gemeentedossier.exchange.enums import ListKind
from gemeentedossier.foundation.history import history_table
from gemeentedossier.foundation.ledger.queries import rows_up_to
from gemeentedossier.foundation.models.tracked import MunicipalityRecord

Model = type[MunicipalityRecord]
Columns = Mapping[str, Any]
MAIN: Mapping[ListKind, Model] = {
    ListKind.SYSTEMS: System,
    ListKind.PARTIES: Party,
    ListKind.SUB_PROCESSORS: SubProcessor,
}
"""What the records of a list are."""


@dataclass(frozen=True, slots=True)
class Brought:
    """What an import did to the records of one model that nobody touched since."""

    made: frozenset[UUID]
    filled: Mapping[UUID, Columns]
    """Records that were there before, each with its columns as they were then."""

    def filled_in(self, within: Collection[UUID]) -> Mapping[UUID, Columns]:
        """Those of the records that were filled in which are among these."""
        return {key: columns for key, columns in self.filled.items() if key in within}


def brought_by(model: Model, keys: Collection[UUID], *, number: int) -> Brought:
    """Tell what the commit that ended with this number of the ledger made from what it filled in."""
    made: set[UUID] = set()
    filled: dict[UUID, Columns] = {}
    for key, written, before in written_by(model, keys, number=number):
        if written["pgh_label"] == "insert":
            made.add(key)
        elif before is not None:
            filled[key] = {field.attname: before[field.attname] for field in model._meta.concrete_fields}
    return Brought(frozenset(made), filled)


def as_left(model: Model, keys: Collection[UUID], *, number: int) -> frozenset[UUID]:
    """Of records those that hold now what they held at this number: what was done since was undone too."""
    now = {each["id"]: each for each in model.objects.filter(pk__in=keys).values()}
    written = {key: event for key, event, _ in written_by(model, keys, number=number)}
    return frozenset(key for key, held in now.items() if key in written and is_same(model, held, written[key]))


def staying(model: Model, keys: Collection[UUID], *, number: int) -> frozenset[UUID]:
    """Of records that an import wrote those of which something stays: made by it, or not as they were before it."""
    now = {each["id"]: each for each in model.objects.filter(pk__in=keys).values()}
    return frozenset(
        key
        for key, written, before in written_by(model, now, number=number)
        if written["pgh_label"] == "insert" or before is None or not is_same(model, now[key], before)
    )


def is_same(model: Model, held: Columns, other: Columns) -> bool:
    """Whether two states of a record say the same, however often it was saved in between."""
    columns = (field.attname for field in model._meta.concrete_fields if field.attname != "revision")
    return all(held[column] == other[column] for column in columns)


def written_by(model: Model, keys: Collection[UUID], *, number: int) -> Iterator[tuple[UUID, Columns, Columns | None]]:
    """Of each record its state at this number of the ledger, and the one before; nothing where history is erased."""
    rows = rows_up_to(history_table(model), keys, number=number)
    relation: Any = next(each for each in model._meta.related_objects if each.name == "history_events")
    events = relation.related_model.objects.filter(pgh_obj_id__in=keys).order_by("pgh_obj_id", "-pgh_id").values()
    for key, found in groupby(events, key=lambda event: event["pgh_obj_id"]):
        two = list(islice((event for event in found if event["pgh_id"] <= rows.get(key, 0)), 2))
        if two and two[0]["pgh_id"] == rows[key]:
            yield key, two[0], two[1] if len(two) > 1 else None


def open_again(model: Model, filled: Mapping[UUID, Columns]) -> None:
    """Write records as they were before, and count it as an edit. Part of a verb."""
    for key, columns in filled.items():
        kept = {
            column: value for column, value in columns.items() if column not in ("id", "municipality_id", "revision")
        }
        edit = {"revision": F("revision") + 1} if "revision" in columns else {}
        model.objects.filter(pk=key).update(**kept, **edit)


def without_those_above(keys: frozenset[UUID]) -> frozenset[UUID]:
    """Of sub-processors those below which nobody hangs that stays."""
    going = set(keys)
    while held := set(
        SubProcessor.objects.filter(above_id__in=going).exclude(pk__in=going).values_list("above_id", flat=True)
    ):
        going -= held
    return frozenset(going)


def count_edit(agreement_id: UUID | None) -> None:
    """Let a form of the agreement that somebody opened before be refused."""
    Agreement.objects.filter(pk=agreement_id).update(revision=F("revision") + 1)
