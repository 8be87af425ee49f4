"""Recording the departments and teams of a municipality."""

from uuid import UUID

from django.db.models import ProtectedError
from django.utils.translation import gettext as _

from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.trail import Actor, verb
from gemeentedossier.organisation.actions.names import writing_name
from gemeentedossier.organisation.models import Unit
from gemeentedossier.organisation.permissions import check_permitted
from gemeentedossier.organisation.policies import check_same_name


def ensure_unit(name: str) -> Unit:
    """The unit of that name, recorded where it was not yet. Part of a verb."""
    known: Unit | None = Unit.objects.filter(name__iexact=name).first()
    return known or Unit.objects.create(name=name)


def record_unit(name: str, *, by: Actor) -> Unit:
    """Record another unit."""
    check_permitted(by, "organisation.edit_organisation")
    with verb("organisation.record_unit", by=by), writing_name(Unit, name, own=None) as kept:
        made: Unit = Unit.objects.create(name=kept)
    return made


def rename_unit(unit_id: UUID, *, name: str, read: str, by: Actor) -> None:
    """Give a unit another name; every record of it shows the new one. Unit.DoesNotExist (Django's) on no such id.

    ``read`` is the name that it had when the writer looked: all that there is of a unit, so it is its revision.
    """
    check_permitted(by, "organisation.edit_organisation")
    with verb("organisation.rename_unit", by=by), writing_name(Unit, name, own=unit_id) as kept:
        stored = Unit.objects.select_for_update().get(pk=unit_id)
        check_same_name(stored.name, read=read)
        if stored.name != kept:
            Unit.objects.filter(pk=unit_id).update(name=kept)


def remove_unit(unit_id: UUID, *, by: Actor) -> None:
    """Remove a unit that no record names. Unit.DoesNotExist (Django's) where there is none of that id."""
    check_permitted(by, "organisation.edit_organisation")
    stored = Unit.objects.get(pk=unit_id)
    with verb("organisation.remove_unit", by=by):
        try:
            stored.delete()
        except ProtectedError as held:
            raise Refused(
                _("Records belong to “%(name)s”, so it stays. Give those records another unit first.")
                % {"name": stored.name}
            ) from held
