"""The dossier as it would be after a change that nobody made yet."""

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from gemeentedossier.dossier.register.enums import ActivityRole, ManyField, ProcessingState, RecordState
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.snapshot.facts import Dossier


def with_one_value(
    dossier: Dossier, activity_ids: Collection[UUID], field: ManyField, value: UUID | dt.date | str | None
) -> Dossier:
    """Return the dossier in which these activities have this value, at the same moment."""
    said = _said(dossier, field, value)
    activities = (_changed(each, said) if each.id in activity_ids else each for each in dossier.activities)
    return replace(dossier, activities=tuple(activities))


def _said(dossier: Dossier, field: ManyField, value: UUID | dt.date | str | None) -> Mapping[str, Any]:
    """What the fields of an activity then say; a person and a unit with the name that goes with the key."""
    match field:
        case ManyField.OWNER:
            people = (each.name for each in dossier.organisation.people if each.id == value)
            return {"owner_id": value, "owner": next(people, "")}
        case ManyField.UNIT:
            units = (each.name for each in dossier.organisation.units if each.id == value)
            return {"unit_id": value, "unit": next(units, "")}
        case ManyField.ROLE:
            return {"role": ActivityRole(str(value))}
        case ManyField.PROCESSING_STATE:
            return {"processing_state": ProcessingState(str(value))}
    return {field.value: value}


def _changed(activity: Activity, said: Mapping[str, Any]) -> Activity:
    """An adopted record becomes a concept by it, as by any other edit."""
    state = activity.record_state
    after = state if state is RecordState.UNDER_REVIEW else RecordState.CONCEPT
    return replace(activity, **said, record_state=after, revision=activity.revision + 1)
