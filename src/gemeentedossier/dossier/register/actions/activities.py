"""What can be done with processing activities. Each verb is one transaction with its trail."""

import dataclasses
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from uuid import UUID

from django.db.models import ProtectedError

from gemeentedossier.catalogue.engine.word_lists import CovenantWords
from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.dossier.register import models
from gemeentedossier.dossier.register.actions.rows import (
    WRITE_ORDER,
    as_stored,
    planned_by_model,
    planned_rows,
)
from gemeentedossier.dossier.register.enums import RecordState
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.register.policies import (
    check_can_be_edited,
    check_is_whole,
    check_never_adopted,
    check_no_covenant_is_chosen,
    check_no_use_widens,
    resting_on,
)
from gemeentedossier.dossier.register.queries.activities import activity_facts
from gemeentedossier.foundation.bulk import insert_values
from gemeentedossier.foundation.edits import check_unchanged
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.planned import PlannedRow, write_difference
from gemeentedossier.foundation.shaping import columns_of
from gemeentedossier.foundation.trail import Actor, verb
from gemeentedossier.organisation.permissions import can_for, check_permitted, check_permitted_for


def create_activity(activity: Activity, *, by: Actor, reason: str = "") -> None:
    """Record a new activity, as a concept. Refused where it rests on a covenant."""
    check_permitted(by, "register.create_activity")
    check_is_whole(activity)
    check_no_covenant_is_chosen(activity, _covenant_words())
    if not can_for(by, "register.edit_activity", owner_id=activity.owner_id):
        # Else what they record would be closed to themselves.
        activity = dataclasses.replace(activity, owner_id=by.person_id, owner=by.name)
    with verb("register.create_activity", by=by, reason=reason):
        insert_activities([dataclasses.replace(activity, record_state=RecordState.CONCEPT, version=0, revision=0)])


def edit_activity(activity: Activity, *, by: Actor, reason: str = "", read: Activity | None = None) -> Activity:
    """Write the activity as it must become; only rows that differ are touched. Returns it as stored.

    Refused where a legal basis became a covenant (GDPR 6(3)). ``activity.revision`` is the one that was read: where
    somebody saved since, EditedMeanwhile is raised and nothing is written. ``read`` is the activity as this transaction
    read it, so that its parts need not be read again: whoever writes parts raises the revision under the lock of the
    activity.
    """
    check_permitted(by, "register.edit_activity")
    check_is_whole(activity)
    with verb("register.edit_activity", by=by, reason=reason):
        locked = models.Activity.objects.select_for_update().get(pk=activity.id)
        check_permitted_for(by, "register.edit_activity", owner_id=locked.owner_id)
        check_can_be_edited(RecordState(locked.record_state))
        check_unchanged(locked.revision, read=activity.revision, name=locked.name)
        wanted = dataclasses.replace(
            activity,
            revision=activity.revision + 1,
            record_state=_state_after_edit(RecordState(locked.record_state)),
            version=locked.version,
        )
        known = read if read and (read.id, read.revision) == (locked.id, locked.revision) else None
        stored = known or activity_facts(activity.id)
        check_no_use_widens(stored, wanted)
        check_no_covenant_is_chosen(wanted, _covenant_words(), stored=stored)
        with _named_by_none():
            _write_difference(locked, stored, wanted)
    return as_stored(wanted)


def delete_activity(activity_id: UUID, *, by: Actor, reason: str) -> None:
    """Remove an activity that was never adopted; its history stays."""
    check_permitted(by, "register.delete_activity")
    with verb("register.delete_activity", by=by, reason=reason):
        activity = models.Activity.objects.select_for_update().get(pk=activity_id)
        check_never_adopted(activity.version)
        with _named_by_none():
            activity.delete()


def insert_activities(activities: Sequence[Activity]) -> None:
    """Insert many new activities with all their parts, in few statements. Part of a verb."""
    rows = planned_by_model(activities)
    for model in WRITE_ORDER:
        insert_values(model, rows.get(model, ()))


def _covenant_words() -> CovenantWords:
    return CovenantWords(current_catalogue())


def _state_after_edit(state: RecordState) -> RecordState:
    """An edit of an adopted record starts a new concept; the adopted version stands under its own address."""
    return RecordState.UNDER_REVIEW if state is RecordState.UNDER_REVIEW else RecordState.CONCEPT


def _write_difference(locked: models.Activity, stored: Activity, wanted: Activity) -> None:
    """Write what differs from the locked row of the activity and from the parts that are stored."""
    own = PlannedRow(models.Activity, {column: getattr(locked, column) for column in columns_of(models.Activity)})
    write_difference(WRITE_ORDER, before=(*planned_rows(stored), own), after=planned_rows(wanted))


@contextmanager
def _named_by_none() -> Iterator[None]:
    """What other rooms record about a purpose or an activity never goes along with it: Refused names those records."""
    try:
        yield
    except ProtectedError as error:
        raise Refused(resting_on(str(each) for each in error.protected_objects)) from error
