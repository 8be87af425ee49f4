"""What records of security may be about: an own activity, and a system that is there."""

from uuid import UUID

from django.utils.translation import gettext as _

from gemeentedossier.dossier.assets.models import System
from gemeentedossier.dossier.register.models import Activity
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.permissions import check_permitted_for


def check_own(activity_id: UUID, permission: str, *, by: Actor) -> None:
    """Raises NotPermitted where the activity is of another process owner; locks it. Part of a verb."""
    activity = Activity.objects.select_for_update().get(pk=activity_id)
    check_permitted_for(by, permission, owner_id=activity.owner_id)


def check_system_is_here(system_id: UUID | None) -> None:
    """Raises Refused for a system that this municipality does not have."""
    if system_id and not System.objects.filter(pk=system_id).exists():
        raise Refused(_("This system is not here. Choose it from the list."))
