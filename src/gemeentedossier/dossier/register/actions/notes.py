"""Remarks on a record before it is adopted: made by who reads it, answered by who writes it, settled by who asked."""

from dataclasses import replace
from uuid import UUID

from django.utils.translation import gettext as _

from gemeentedossier.dossier.register import models
from gemeentedossier.dossier.register.enums import RecordState
from gemeentedossier.dossier.register.facts import ReviewNote
from gemeentedossier.dossier.register.policies import check_can_be_edited, check_note_is_open, check_settles
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.shaping import shaped, stored_values
from gemeentedossier.foundation.trail import Actor, verb
from gemeentedossier.organisation.permissions import can, check_permitted, check_permitted_for

WRITE, ANSWER, SETTLE = "register.write_note", "register.answer_note", "register.settle_note"


def write_note(activity_id: UUID, text: str, *, field: str = "", part_id: UUID | None = None, by: Actor) -> ReviewNote:
    """Remark on a field of the record, or on the whole of it where ``field`` is empty."""
    check_permitted(by, WRITE)
    who = _person(by)
    if not text.strip():
        raise Refused(_("Write what you remark."))
    with verb(WRITE, by=by):
        activity = models.Activity.objects.select_for_update().get(pk=activity_id)
        check_can_be_edited(RecordState(activity.record_state))
        made = ReviewNote(new_id(), activity_id, field, text.strip(), who, clock.now(), part_id=part_id)
        models.ReviewNote.objects.create(**stored_values(models.ReviewNote, made))
    return made


def answer_note(note_id: UUID, answer: str, *, by: Actor) -> ReviewNote:
    """Answer a remark; a later answer takes the place of an earlier one, which stays in the history."""
    check_permitted(by, ANSWER)
    who = _person(by)
    if not answer.strip():
        raise Refused(_("Write your answer."))
    with verb(ANSWER, by=by):
        found = _locked(note_id)
        owner_id = models.Activity.objects.values_list("owner_id", flat=True).get(pk=found.activity_id)
        check_permitted_for(by, ANSWER, owner_id=owner_id)
        check_note_is_open(settled=found.settled_at is not None)
        return _written(replace(found, answer=answer.strip(), answered_by_id=who, answered_at=clock.now()))


def settle_note(note_id: UUID, *, by: Actor) -> ReviewNote:
    """Say that a remark needs nothing more: by who made it, or by who adopts records."""
    check_permitted(by, SETTLE)
    who = _person(by)
    with verb(SETTLE, by=by):
        found = _locked(note_id)
        check_note_is_open(settled=found.settled_at is not None)
        check_settles(written_by=found.written_by_id, settled_by=who, adopts=can(by, "register.adopt_activity"))
        return _written(replace(found, settled_by_id=who, settled_at=clock.now()))


def _person(by: Actor) -> UUID:
    if by.person_id is None:
        raise Refused(_("Only a person can remark, answer or settle."))
    return by.person_id


def _locked(note_id: UUID) -> ReviewNote:
    models.ReviewNote.objects.select_for_update().get(pk=note_id)
    return shaped(ReviewNote, models.ReviewNote.objects.filter(pk=note_id).values().get())


def _written(note: ReviewNote) -> ReviewNote:
    values = stored_values(models.ReviewNote, note)
    models.ReviewNote.objects.filter(pk=values.pop("id")).update(**values)
    return note
