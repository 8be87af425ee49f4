"""The step of approval that a record took last: submitted, sent back or adopted, by whom and why."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from gemeentedossier.dossier.register import models
from gemeentedossier.dossier.register.engine.freshness import Confirmation
from gemeentedossier.dossier.register.enums import RecordState
from gemeentedossier.dossier.register.queries.confirming import CONFIRM, TELL, TOLD_OF_IT, UNDO, confirmation_in
from gemeentedossier.dossier.register.queries.history import TOLD, event_model
from gemeentedossier.foundation.models import LedgerEntry
from gemeentedossier.foundation.tenancy import require_municipality_id

SUBMITTED = "register.submit_activity"
RETURNED = "register.return_activity"
ADOPTED = "register.adopt_activity"
STEPS = (SUBMITTED, RETURNED, ADOPTED)
SAYS_OF_IT = frozenset({CONFIRM, TELL, UNDO})
"""What is said of a record and changes nothing that stands in it."""


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


@dataclass(frozen=True, slots=True)
class Lately:
    """What the page of a record tells of its history: its last step of approval, and a confirmation that stands."""

    step: StepTaken | None
    confirmation: Confirmation | None


def lately(activity_id: UUID, *, revision: int) -> Lately:
    """Both of the record as it was read at this revision, in one query."""
    events = event_model(models.Activity).objects.filter(pgh_obj_id=activity_id)
    told = events.filter(Q(pgh_context__verb__in=STEPS) | Q(revision__gte=revision - 1)).order_by("-pgh_id")
    rows = list(told.values("pgh_created_at", *TOLD_OF_IT))
    taken = (row for row in rows if (row["pgh_context"] or {}).get("verb") in STEPS)
    step = next((_step(row["pgh_created_at"], row["pgh_context"]) for row in taken), None)
    return Lately(step, confirmation_in(rows, revision=revision))


def changed_since_step(activity_id: UUID, *, person: UUID) -> bool:
    """Whether this person changed the record or a part of it after its last step of approval; one more query.

    Of a record that took no step, such as one that a file brought in under review, after it came.
    """
    step = last_step(activity_id)
    since = step.at if step else _came_at(activity_id)
    if since is None:
        return False
    own = [_changes(model, activity_id, person=person, since=since) for model in TOLD]
    return own[0].union(*own[1:], all=True).exists()


def _came_at(activity_id: UUID) -> dt.datetime | None:
    events = event_model(models.Activity).objects.filter(pgh_obj_id=activity_id).order_by("pgh_id")
    return cast("dt.datetime | None", events.values_list("pgh_created_at", flat=True).first())


def _changes(model: Any, activity_id: UUID, *, person: UUID, since: dt.datetime) -> "QuerySet[Any]":
    owner = "pgh_obj_id" if model is models.Activity else "activity_id"
    events = event_model(model).objects.filter(
        **{owner: activity_id}, pgh_created_at__gt=since, pgh_context__person=str(person)
    )
    return cast("QuerySet[Any]", events.exclude(pgh_context__verb__in=SAYS_OF_IT).order_by().values("pgh_id"))


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
    return cast("QuerySet[Any]", events.filter(pgh_context__verb__in=STEPS))


def _step(at: dt.datetime, trail: Mapping[str, str]) -> StepTaken:
    return StepTaken(at, trail["verb"], trail["by"], trail.get("person", ""), trail.get("reason", ""))
