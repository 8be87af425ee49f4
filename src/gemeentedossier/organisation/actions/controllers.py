"""Recording the bodies of a municipality that determine purposes and means (GDPR 4(7))."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from uuid import UUID

from django.db.models import ProtectedError
from django.utils.translation import gettext as _

from gemeentedossier.foundation.edits import check_unchanged
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.shaping import stored_values
from gemeentedossier.foundation.trail import Actor, verb
from gemeentedossier.organisation import models
from gemeentedossier.organisation.actions.names import writing_name
from gemeentedossier.organisation.enums import ControllerKind
from gemeentedossier.organisation.facts import Controller
from gemeentedossier.organisation.permissions import check_permitted
from gemeentedossier.organisation.policies import check_can_go


def record_controller(controller: Controller, *, by: Actor) -> None:
    """Record another body."""
    check_permitted(by, "organisation.edit_organisation")
    with verb("organisation.record_controller", by=by), _written(replace(controller, revision=0)) as wanted:
        models.Controller.objects.create(**stored_values(models.Controller, wanted))


def edit_controller(controller: Controller, *, by: Actor) -> None:
    """Write what a body is, how it is called and reached; ``controller.revision`` is the one that was read."""
    check_permitted(by, "organisation.edit_organisation")
    with verb("organisation.edit_controller", by=by), _written(controller) as wanted:
        stored = models.Controller.objects.select_for_update().get(pk=controller.id)
        check_unchanged(stored.revision, read=controller.revision)
        if stored.kind != controller.kind:
            _check_can_go(stored)
        columns = stored_values(models.Controller, replace(wanted, revision=stored.revision + 1))
        changed = {name: value for name, value in columns.items() if getattr(stored, name) != value}
        if changed.keys() - {"revision"}:
            models.Controller.objects.filter(pk=stored.pk).update(**changed)


def remove_controller(controller_id: UUID, *, by: Actor) -> None:
    """Remove a body that no record names. Controller.DoesNotExist (Django's) where there is none of that id."""
    check_permitted(by, "organisation.edit_organisation")
    with verb("organisation.remove_controller", by=by):
        stored = models.Controller.objects.get(pk=controller_id)
        _check_can_go(stored)
        try:
            stored.delete()
        except ProtectedError as held:
            raise Refused(
                _("Records name “%(name)s” as controller, so it stays. Give those records another controller first.")
                % {"name": stored.name}
            ) from held


def _check_can_go(stored: models.Controller) -> None:
    others = models.Controller.objects.filter(kind=stored.kind).exclude(pk=stored.pk).count()
    check_can_go(ControllerKind(stored.kind), others=others)


@contextmanager
def _written(controller: Controller) -> Iterator[Controller]:
    """The body with a name that no other has."""
    with writing_name(models.Controller, controller.name, own=controller.id) as name:
        yield replace(controller, name=name, contact=controller.contact.strip())
