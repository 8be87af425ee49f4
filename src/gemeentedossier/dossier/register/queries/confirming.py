"""What somebody confirmed of a record last, and what waits to be confirmed."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db.models import Q

from gemeentedossier.dossier.register import models
from gemeentedossier.dossier.register.engine.freshness import YEAR, Confirmation, Waits
from gemeentedossier.dossier.register.enums import ProcessingState, RecordState
from gemeentedossier.dossier.register.queries.history import event_model

CONFIRM, TELL, UNDO = "register.confirm_activity", "register.tell_change", "register.undo_confirmation"
TOLD_OF_IT = ("revision", "last_confirmed_on", "pgh_context")


def standing_confirmation(activity_id: UUID, *, revision: int) -> Confirmation | None:
    """The confirmation that made this revision of the record; None where another verb did. One query."""
    events = event_model(models.Activity).objects.filter(pgh_obj_id=activity_id).order_by("-pgh_id")
    return confirmation_in(list(events.values(*TOLD_OF_IT)[:2]), revision=revision)


def confirmation_in(rows: Sequence[Mapping[str, Any]], *, revision: int) -> Confirmation | None:
    """The same, in the rows of history that are read already, the newest first."""
    match rows:
        case [last, before, *_] if last["revision"] == revision and (last["pgh_context"] or {}).get("verb") == CONFIRM:
            trail = last["pgh_context"]
            on, since = last["last_confirmed_on"], before["last_confirmed_on"]
            return Confirmation(trail["by"], trail.get("person", ""), on, since)
    return None


def waiting_to_be_confirmed(today: dt.date, *, owner_id: UUID | None = None) -> tuple[Waits, ...]:
    """The records that can be confirmed and were not for over a year: of this owner, None of anybody. One query.

    The same that ``is_stale`` says of a record that was read whole.
    """
    old = Q(last_confirmed_on=None) | Q(last_confirmed_on__lt=today - YEAR)
    found = models.Activity.objects.filter(old).exclude(processing_state=ProcessingState.ENDED.value)
    found = found.exclude(record_state=RecordState.REPLACED.value)
    if owner_id:
        found = found.filter(owner_id=owner_id)
    return tuple(Waits(*row) for row in found.values_list("id", "name", "last_confirmed_on"))
