"""Writing a section: new names are recorded and the activity is written in one verb."""

import dataclasses
from collections.abc import Callable, Mapping
from uuid import UUID

from django.utils.translation import gettext as _

from gemeentedossier.desk.forms.activity.sections import SectionForm
from gemeentedossier.dossier.assets.actions.assets import ensure_measure, ensure_system
from gemeentedossier.dossier.parties.actions.parties import ensure_party
from gemeentedossier.dossier.register.actions.activities import edit_activity
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.register.queries.history import activity_before, happenings_of
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.trail import Actor, verb
from gemeentedossier.organisation.actions.units import ensure_unit
from gemeentedossier.organisation.models import Person
from gemeentedossier.organisation.permissions import check_permitted_for

EDIT = "register.edit_activity"
RECORDS: Mapping[str, Callable[[str], UUID]] = {
    "party": lambda name: ensure_party(name).id,
    "system": lambda name: ensure_system(name).id,
    "measure": lambda name: ensure_measure(name).id,
    "unit": lambda name: ensure_unit(name).id,
    "person": lambda name: Person.objects.filter(name__iexact=name).values_list("id", flat=True)[0],
}


def save_section(form: SectionForm, *, by: Actor) -> Activity:
    """Write what a valid form says. Raises EditedMeanwhile where somebody saved since, and then keeps nothing.

    Where nothing differs nothing is written, so that the history holds changes only.
    """
    check_permitted_for(by, EDIT, owner_id=form.activity.owner_id)
    with verb(EDIT, by=by):
        wanted = form.made(recorded)
        return form.activity if wanted == form.activity else edit_activity(wanted, by=by, read=form.activity)


def recorded(kind: str, name: str) -> UUID:
    """The id of the record with that name, recorded where it was not yet."""
    return RECORDS[kind](name)


def unrecorded(kind: str, name: str) -> UUID:
    """An id for comparing only, where nothing may be written."""
    return new_id()


def undo_last_edit(activity: Activity, *, by: Actor) -> Activity:
    """Write the record as it read before the last edit, as an edit of its own; both stay in the history."""
    check_permitted_for(by, EDIT, owner_id=activity.owner_id)
    last = next(iter(happenings_of(activity.id)), None)
    if last is None or last.verb != EDIT:
        raise Refused(_("There is no edit to undo: the last thing that happened to this record was another step."))
    if by.person_id is None or last.person != str(by.person_id):
        raise Refused(_("The last edit was made by %(name)s. Only they can undo it.") % {"name": last.by})
    before = activity_before(activity.id, moment=last.at)
    if before is None:
        raise Refused(_("Before that edit this record did not exist."))
    restored = _at_revision(before, activity)
    return edit_activity(restored, by=by, reason=_("Undo of the last edit"), read=activity)


def _at_revision(before: Activity, now: Activity) -> Activity:

    return dataclasses.replace(before, revision=now.revision)
