"""The review of a record: what would change, what was remarked, and what became of each remark."""

from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from gemeentedossier.desk.forms.activity.notes import NoteAnswerForm, NoteForm
from gemeentedossier.desk.presenters.activity.notes import fields_offered, notes_shown
from gemeentedossier.desk.presenters.activity.page import WRITTEN_ANEW, Sight
from gemeentedossier.desk.presenters.activity.review import review_of, step_told
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.desk.views.activity import page_frame
from gemeentedossier.desk.views.activity_sight import sight_of
from gemeentedossier.desk.views.writing import done, found_in
from gemeentedossier.dossier.register.actions.notes import ANSWER, SETTLE, WRITE, answer_note, settle_note, write_note
from gemeentedossier.dossier.register.enums import RecordState
from gemeentedossier.dossier.register.facts import ReviewNote
from gemeentedossier.dossier.register.policies import check_note_is_open, may_settle
from gemeentedossier.dossier.register.queries.steps import last_step
from gemeentedossier.organisation.permissions import can, can_for, check_permitted


@staff("register.view_activity")
def review(visit: Visit, activity_id: UUID) -> HttpResponse:
    """What differs from the version that holds, and the remarks; who may, adds one."""
    sight = sight_of(visit, activity_id)
    posted = visit.request.method == "POST"
    if posted:
        check_permitted(visit.actor, WRITE)
    form = NoteForm(visit.request.POST if posted else None, offered=fields_offered(sight), auto_id="note-%s")

    def write() -> None:
        part, field = form.place()
        write_note(activity_id, form.cleaned_data["text"], field=field, part_id=part, by=visit.actor)

    if done(visit, form, write, said=_("Your remark stands with the record.")):
        return _to_notes(visit, activity_id)
    return _page(visit, sight, form=form)


@staff(ANSWER, only_now=True)
def answer(visit: Visit, activity_id: UUID, key: UUID) -> HttpResponse:
    """Answer a remark; only asked by POST."""
    sight = sight_of(visit, activity_id)
    note = found_in(sight.dossier.review_notes, key)
    if visit.request.method != "POST":
        return _to_notes(visit, activity_id)
    check_note_is_open(settled=not note.is_open)  # a settled remark has no form that could say so
    form = NoteAnswerForm(visit.request.POST, auto_id=f"note-{key}-%s")
    if done(visit, form, lambda: answer_note(note.id, form.cleaned_data["answer"], by=visit.actor)):
        return _to_notes(visit, activity_id)
    return _page(visit, sight, answering=(key, form))


@staff(SETTLE, only_now=True)
def settle(visit: Visit, activity_id: UUID, key: UUID) -> HttpResponse:
    """Say that a remark needs nothing more; only asked by POST."""
    note = found_in(sight_of(visit, activity_id).dossier.review_notes, key)
    if visit.request.method == "POST":
        settle_note(note.id, by=visit.actor)
        messages.success(visit.request, _("The remark is settled."))
    return _to_notes(visit, activity_id)


def _to_notes(visit: Visit, activity_id: UUID) -> HttpResponse:
    page = redirect("desk:activity-review", visit.municipality.slug, activity_id)
    page["Location"] += "#notes"
    return page


def _page(
    visit: Visit, sight: Sight, *, form: NoteForm | None = None, answering: tuple[UUID, Form] | None = None
) -> HttpResponse:
    now = visit.moment is None
    writes = now and can(visit.actor, WRITE) and sight.activity.record_state is not RecordState.REPLACED
    answers = now and can_for(visit.actor, ANSWER, owner_id=sight.activity.owner_id)

    def form_for(note: ReviewNote) -> Form | None:
        if not answers or not note.is_open:
            return None
        if answering and answering[0] == note.id:
            return answering[1]
        return NoteAnswerForm(initial={"answer": note.answer}, auto_id=f"note-{note.id}-%s")

    shown = {
        **page_frame(visit, sight, tab="desk:activity-review"),
        "told": step_told(sight.activity, last_step(sight.activity.id))
        if now and sight.activity.record_state in WRITTEN_ANEW
        else None,
        "review": review_of(sight),
        "back_url": sight.url,
        "notes": notes_shown(sight, form_for=form_for, may_settle=lambda note: _settles(visit, note)),
        "form": (form or NoteForm(offered=fields_offered(sight), auto_id="note-%s")) if writes else None,
    }
    return render(visit.request, "desk/activity/review_page.html", shown)


def _settles(visit: Visit, note: ReviewNote) -> bool:
    who, adopts = visit.actor.person_id, can(visit.actor, "register.adopt_activity")
    if visit.moment or not note.is_open or who is None or not can(visit.actor, SETTLE):
        return False
    return may_settle(written_by=note.written_by_id, settled_by=who, adopts=adopts)
