"""An activity's facts as the rows that hold them: the one way in which the register is written."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from uuid import uuid5

from gemeentedossier.dossier.register import models
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.register.queries.activities import activity_from_rows
from gemeentedossier.foundation.models.tracked import MunicipalityRecord
from gemeentedossier.foundation.planned import PlannedRow
from gemeentedossier.foundation.shaping import stored_values


def as_stored(activity: Activity) -> Activity:
    """The activity as reading it back from its rows gives it, without reading them."""
    planned = tuple(planned_rows(activity))
    found = activity_from_rows(lambda model: [row.values for row in planned if row.model is model])
    assert found is not None  # noqa: S101 - an activity has a row of its own
    return found


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
    yield PlannedRow(
        models.Activity, stored_values(models.Activity, activity, activity.characteristics, activity.account)
    )
    for purpose in activity.purposes:
        yield _part(models.Purpose, activity, purpose, position=purpose.position)
        for number, basis in enumerate(purpose.legal_bases):
            yield _part(models.LegalBasis, activity, basis, position=number, purpose_id=purpose.id)
    for model, parts in _plain_parts(activity):
        for number, part in enumerate(parts):
            yield _part(model, activity, part, position=number)
    yield from _links(activity)


def planned_by_model(activities: Iterable[Activity]) -> dict[type[MunicipalityRecord], list[Mapping[str, Any]]]:
    """Every row that these activities ask for, by model, as ``insert_values`` takes them. Asks no database."""
    rows: dict[type[MunicipalityRecord], list[Mapping[str, Any]]] = defaultdict(list)
    for activity in activities:
        for planned in planned_rows(activity):
            rows[planned.model].append(planned.values)
    return rows


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
    return PlannedRow(model, {**stored_values(model, part), "activity_id": activity.id, **more})
