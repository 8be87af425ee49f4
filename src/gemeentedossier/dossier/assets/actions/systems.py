"""Recording what a municipality processes with. Each verb is one transaction with its trail."""

from dataclasses import replace
from uuid import UUID

from django.db.models import ProtectedError
from django.utils.translation import gettext as _

from gemeentedossier.dossier.assets import models
from gemeentedossier.dossier.assets.actions.writing import (
    check_name_is_free,
    create_record,
    write_record,
)
from gemeentedossier.dossier.assets.facts import System
from gemeentedossier.dossier.assets.policies import check_system
from gemeentedossier.dossier.assets.queries import system_facts
from gemeentedossier.dossier.parties.actions.parties import ensure_party
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.edits import check_unchanged
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.trail import Actor, verb
from gemeentedossier.organisation.permissions import can_for, check_permitted, check_permitted_for


def record_system(system: System, *, by: Actor, supplier: str = "") -> System:
    """Record a new system; who may edit own systems only answers for it. ``supplier`` is a party, known or new."""
    check_permitted(by, "assets.record_system")
    wanted = replace(system, name=system.name.strip(), revision=0)
    if not can_for(by, "assets.edit_system", owner_id=wanted.owner_id):
        wanted = replace(wanted, owner_id=by.person_id, owner=by.name)
    check_system(wanted, today=clock.today())
    with verb("assets.record_system", by=by):
        check_name_is_free(models.System, wanted)
        wanted = _supplied(wanted, supplier)
        create_record(models.System, wanted)
    return wanted


def edit_system(system: System, *, by: Actor, supplier: str | None = None) -> System:
    """Write the system as it must become; ``system.revision`` is the one that was read. Returns it as stored."""
    check_permitted(by, "assets.edit_system")
    check_system(system, today=clock.today())
    with verb("assets.edit_system", by=by):
        locked = models.System.objects.select_for_update().get(pk=system.id)
        check_permitted_for(by, "assets.edit_system", owner_id=locked.owner_id)
        stored = system_facts(system.id)
        check_unchanged(stored.revision, read=system.revision, name=stored.name)
        check_name_is_free(models.System, system)
        wanted = system if supplier is None else _supplied(system, supplier)
        write_record(models.System, stored, replace(wanted, revision=stored.revision + 1))
    return system_facts(system.id)


def delete_system(system_id: UUID, *, by: Actor, reason: str) -> None:
    """Remove a system that nothing names; its history stays. Refused where another record does."""
    check_permitted(by, "assets.delete_system")
    if not reason.strip():
        raise Refused(_("Say why this system is removed."))
    with verb("assets.delete_system", by=by, reason=reason):
        system = models.System.objects.select_for_update().get(pk=system_id)
        try:
            system.delete()
        except ProtectedError as named:
            raise Refused(_("Other records still name this system. Record that it ended instead.")) from named


def _supplied(system: System, supplier: str) -> System:
    return replace(system, supplier_id=ensure_party(supplier.strip()).pk if supplier.strip() else None)
