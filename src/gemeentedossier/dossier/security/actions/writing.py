"""How records of security are written: what another saved meanwhile is told, and what they point at is there."""

from typing import TypeAlias
from uuid import UUID

from django.utils.translation import gettext as _

from gemeentedossier.dossier.assets.models import System
from gemeentedossier.dossier.register.models import Activity
from gemeentedossier.dossier.security.facts import Continuity, LogReviewPlan, SecurityRisk
from gemeentedossier.foundation.errors import EditedMeanwhile, Refused
from gemeentedossier.foundation.models.tracked import MunicipalityRecord
from gemeentedossier.foundation.shaping import stored_values
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.permissions import check_permitted_for

Edited: TypeAlias = SecurityRisk | LogReviewPlan | Continuity


def check_revision(stored: int, read: int) -> None:
    """Raises EditedMeanwhile where somebody saved since."""
    if stored != read:
        raise EditedMeanwhile(
            _(
                "Somebody else changed this while you were writing. Nothing of theirs was overwritten; "
                "look at their version and save yours again."
            )
        )


def check_own(activity_id: UUID, permission: str, *, by: Actor) -> None:
    """Raises NotPermitted where the activity is of another process owner; locks it. Part of a verb."""
    activity = Activity.objects.select_for_update().get(pk=activity_id)
    check_permitted_for(by, permission, owner_id=activity.owner_id)


def check_system_is_here(system_id: UUID | None) -> None:
    """Raises Refused for a system that this municipality does not have."""
    if system_id and not System.objects.filter(pk=system_id).exists():
        raise Refused(_("This system is not here. Choose it from the list."))


def write_changes(model: type[MunicipalityRecord], stored: Edited, wanted: Edited) -> None:
    """Write the columns that differ. Part of a verb."""
    before, after = stored_values(model, stored), stored_values(model, wanted)
    changed = {column: value for column, value in after.items() if value != before[column]}
    if changed:
        model.objects.filter(pk=stored.id).update(**changed)
