"""What owners told that changed, and nobody has taken up yet."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast
from uuid import UUID

from django.db.models import Exists, OuterRef

from gemeentedossier.dossier.register import models
from gemeentedossier.dossier.register.queries.confirming import CONFIRM, TELL, UNDO
from gemeentedossier.dossier.register.queries.history import event_model
from gemeentedossier.foundation.tenancy import require_municipality_id


@dataclass(frozen=True, slots=True)
class ToldChange:
    """What somebody who answers for a record said that is no longer right."""

    at: dt.datetime
    by: str
    what: str


def told_changes() -> Mapping[UUID, ToldChange]:
    """By activity what was told last, where nothing was done with the record since. Inside the municipality's scope.

    A confirmation that was taken back did nothing.
    """
    events = event_model(models.Activity).objects.filter(municipality_id=require_municipality_id())
    later = events.filter(pgh_obj_id=OuterRef("pgh_obj_id"), pgh_id__gt=OuterRef("pgh_id"))
    undone = events.filter(pgh_obj_id=OuterRef("pgh_obj_id"), revision=OuterRef("revision") + 1, pgh_context__verb=UNDO)
    later = later.exclude(pgh_context__verb=UNDO).exclude(Exists(undone), pgh_context__verb=CONFIRM)
    found = events.filter(~Exists(later), pgh_context__verb=TELL)
    rows = found.values_list("pgh_obj_id", "pgh_created_at", "pgh_context")
    return {cast(UUID, key): ToldChange(at, trail["by"], trail["reason"]) for key, at, trail in rows}
