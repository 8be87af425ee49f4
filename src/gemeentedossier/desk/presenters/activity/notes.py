"""The remarks of reviewers on a record: on which field, by whom, what was answered, and whether it was settled."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import gettext as _

from gemeentedossier.desk.presenters.activity.differences import Told, told
from gemeentedossier.desk.presenters.activity.page import Sight
from gemeentedossier.desk.presenters.activity.wording import day
from gemeentedossier.dossier.register.facts import ReviewNote
from gemeentedossier.foundation.addresses import reverse

if TYPE_CHECKING:
    import datetime as dt

    from django.forms import Form


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteShown:
    """One remark, with what this person may do with it now."""

    id: UUID
    about: str
    now: str
    """What stands in the field now."""
    text: str
    by: str
    answer: str = ""
    answered: str = ""
    settled: str = ""
    form: Form | None = None
    answer_url: str = ""
    settle_url: str = ""


def notes_of(sight: Sight) -> tuple[ReviewNote, ...]:
    """The remarks on this record, the open ones first and then by moment."""
    own = (each for each in sight.dossier.review_notes if each.activity_id == sight.activity.id)
    return tuple(sorted(own, key=lambda each: (not each.is_open, each.written_at)))


def fields_offered(sight: Sight) -> Iterator[tuple[str, str]]:
    """The fields that a remark can be about, by key, in the order of the record."""
    for (part, field), (label, _text) in told(sight.activity, sight.words).items():
        yield f"{part}:{field}", label


def notes_shown(
    sight: Sight, *, form_for: Callable[[ReviewNote], Form | None], may_settle: Callable[[ReviewNote], bool]
) -> tuple[NoteShown, ...]:
    """The remarks; ``form_for`` gives the form of who may answer, ``may_settle`` says who may settle."""
    fields = told(sight.activity, sight.words)
    return tuple(_shown(each, fields, sight, form_for(each), may_settle=may_settle(each)) for each in notes_of(sight))


def _shown(note: ReviewNote, fields: Told, sight: Sight, form: Form | None, *, may_settle: bool) -> NoteShown:
    about, now = _place(note, fields)
    key = [sight.slug, sight.activity.id, note.id]
    return NoteShown(
        id=note.id,
        about=about,
        now=now,
        text=note.text,
        by=_by(note.written_by, note.written_at),
        answer=note.answer,
        answered=_by(note.answered_by, note.answered_at),
        settled=_by(note.settled_by, note.settled_at),
        form=form,
        answer_url=reverse("desk:note-answer", args=key) if form else "",
        settle_url=reverse("desk:note-settle", args=key) if may_settle else "",
    )


def _place(note: ReviewNote, fields: Told) -> tuple[str, str]:
    if not note.field:
        return _("The whole record"), ""
    found: Mapping[tuple[UUID, str], tuple[str, str]] = fields
    return found.get((note.part_id or note.activity_id, note.field), (_("A part that is gone since"), ""))


def _by(name: str, at: dt.datetime | None) -> str:
    return _("%(name)s, %(day)s") % {"name": name, "day": day(at.date())} if at else ""
