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
from gemeentedossier.foundation.models.tracked import MunicipalityRecord

Model = type[MunicipalityRecord]
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
    filled: Mapping[UUID, Mapping[str, Any]]
    """Records that were there before, each with its columns as they were then."""


def brought_by(model: Model, untouched: Collection[UUID]) -> Brought:
    """Tell what was made from what was filled in: the last of its history is what the import wrote."""
    made: set[UUID] = set()
    filled: dict[UUID, Mapping[str, Any]] = {}
    for key, last, before in _last_two(model, untouched):
        if last["pgh_label"] == "insert":
            made.add(key)
        elif before is not None:
            filled[key] = {field.attname: before[field.attname] for field in model._meta.concrete_fields}
    return Brought(frozenset(made), filled)


def _last_two(
    model: Model, keys: Collection[UUID]
) -> Iterator[tuple[UUID, Mapping[str, Any], Mapping[str, Any] | None]]:
    relation: Any = next(each for each in model._meta.related_objects if each.name == "history_events")
    events = relation.related_model.objects.filter(pgh_obj_id__in=keys).order_by("pgh_obj_id", "-pgh_id").values()
    for key, found in groupby(events, key=lambda event: event["pgh_obj_id"]):
        two = list(islice(found, 2))
        yield key, two[0], two[1] if len(two) > 1 else None


def open_again(model: Model, filled: Mapping[UUID, Mapping[str, Any]]) -> None:
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
