"""An activity's facts as the rows that hold them: the one way in which the register is written."""

import dataclasses
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Any, cast
from uuid import UUID, uuid5

from django.db import models as db

from gemeentedossier.dossier.register import models
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.foundation.models.tracked import MunicipalityRecord


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """One row as it must become, by column."""

    model: type[MunicipalityRecord]
    values: Mapping[str, Any]

    @property
    def key(self) -> tuple[type[MunicipalityRecord], UUID]:
        """What identifies the row."""
        return self.model, self.values["id"]


WRITE_ORDER: tuple[type[MunicipalityRecord], ...] = (
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
"""Owners before what they own."""


def planned_rows(activity: Activity) -> Iterator[PlannedRow]:
    """Every row that the facts ask for."""
    yield PlannedRow(models.Activity, _values(models.Activity, activity, activity.characteristics, activity.account))
    for purpose in activity.purposes:
        yield _part(models.Purpose, activity, purpose, position=purpose.position)
        for number, basis in enumerate(purpose.legal_bases):
            yield _part(models.LegalBasis, activity, basis, position=number, purpose_id=purpose.id)
    for model, parts in _plain_parts(activity):
        for number, part in enumerate(parts):
            yield _part(model, activity, part, position=number)
    yield from _links(activity)


def _plain_parts(activity: Activity) -> Iterator[tuple[type[MunicipalityRecord], tuple[Any, ...]]]:
    yield models.DataUse, activity.data_uses
    yield models.DataSource, activity.sources
    yield models.Recipient, activity.recipients
    yield models.Transfer, activity.transfers
    yield models.RetentionPeriod, activity.retention
    yield models.PartyRelation, activity.parties
    yield models.FurtherUse, activity.further_uses


def _links(activity: Activity) -> Iterator[PlannedRow]:
    for model, column, targets in (
        (models.ActivityController, "controller_id", activity.controller_ids),
        (models.ActivitySystem, "system_id", activity.system_ids),
        (models.ActivityMeasure, "measure_id", activity.measure_ids),
    ):
        for number, target in enumerate(targets):
            key = uuid5(activity.id, f"{column}:{target}")
            yield PlannedRow(model, {"id": key, "activity_id": activity.id, "position": number, column: target})


def _part(model: type[MunicipalityRecord], activity: Activity, part: Any, **more: object) -> PlannedRow:
    return PlannedRow(model, {**_values(model, part), "activity_id": activity.id, **more})


def _values(model: type[MunicipalityRecord], *sources: object) -> dict[str, Any]:
    writable = columns_of(model)
    values: dict[str, Any] = {}
    for source in sources:
        for name in _field_names(cast(Hashable, type(source))):
            if name in writable:
                values[name] = _stored(getattr(source, name), empty_text=writable[name])
    return values


@cache
def _field_names(facts: Hashable) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(cast(type[Any], facts)))


@cache
def columns_of(model: type[MunicipalityRecord]) -> Mapping[str, bool]:
    """The columns of a model, and whether unknown is written as an empty text there."""
    return {
        field.attname: isinstance(field, db.CharField | db.TextField)
        for field in model._meta.concrete_fields
        if field.attname != "municipality_id"
    }


def _stored(value: object, *, empty_text: bool) -> object:
    if value is None:
        return "" if empty_text else None
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return [item.value if isinstance(item, Enum) else item for item in value]
    return value
