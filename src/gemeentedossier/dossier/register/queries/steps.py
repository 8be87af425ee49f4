"""The step of approval that a record took last: submitted, sent back or adopted, by whom and why."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from gemeentedossier.dossier.register import models
from gemeentedossier.dossier.register.enums import RecordState
from gemeentedossier.dossier.register.queries.history import event_model
from gemeentedossier.foundation.models import LedgerEntry
from gemeentedossier.foundation.tenancy import require_municipality_id

SUBMITTED = "register.submit_activity"
RETURNED = "register.return_activity"
ADOPTED = "register.adopt_activity"


@dataclass(frozen=True, slots=True)
class StepTaken:
    """A step of approval: when, which, by whom and with what words; ``person`` is empty where the program took it."""

    at: dt.datetime
    verb: str
    by: str
    person: str
    reason: str


def last_step(activity_id: UUID) -> StepTaken | None:
    """The last step of approval of the record, however often it was edited since; None where it took none."""
    found = _steps().filter(pgh_obj_id=activity_id).order_by("-pgh_id")[:1]
    return next((_step(at, trail) for at, trail in found.values_list("pgh_created_at", "pgh_context")), None)


def returned_records() -> Mapping[UUID, StepTaken]:
    """The concepts that were sent back and not submitted since, by id. Inside the municipality's scope."""
    steps = _steps()
    later = steps.filter(pgh_obj_id=OuterRef("pgh_obj_id"), pgh_id__gt=OuterRef("pgh_id"))
    concepts = models.Activity.objects.filter(record_state=RecordState.CONCEPT.value).values("id")
    found = steps.filter(~Exists(later), pgh_context__verb=RETURNED, pgh_obj_id__in=concepts)
    rows = found.values_list("pgh_obj_id", "pgh_created_at", "pgh_context")
    return {cast(UUID, key): _step(at, trail) for key, at, trail in rows}


def version_entries(activity_id: UUID) -> Mapping[UUID, int]:
    """By adopted version the entry of the ledger that holds its adoption; none for one that waits for its number."""
    versions = models.ActivityVersion.objects.filter(activity_id=activity_id).values("id")
    table = event_model(models.ActivityVersion)._meta.db_table
    entries = LedgerEntry.objects.filter(source=table, record__in=versions, number__isnull=False).order_by("-number")
    return dict(entries.values_list("record", "number"))


def _steps() -> "QuerySet[Any]":
    events = event_model(models.Activity).objects.filter(municipality_id=require_municipality_id())
    return cast("QuerySet[Any]", events.filter(pgh_context__verb__in=[SUBMITTED, RETURNED, ADOPTED]))


def _step(at: dt.datetime, trail: Mapping[str, str]) -> StepTaken:
    return StepTaken(at, trail["verb"], trail["by"], trail.get("person", ""), trail.get("reason", ""))
