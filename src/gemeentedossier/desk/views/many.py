"""What one change of many records did, and undoing it."""

from collections.abc import Mapping
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from gemeentedossier.design.parts import Crumb
from gemeentedossier.desk.actions.steps import step_of
from gemeentedossier.desk.forms.leavers import HandBackForm
from gemeentedossier.desk.presenters.activity.wording import words_of
from gemeentedossier.desk.presenters.frame import frame_for
from gemeentedossier.desk.presenters.many import done_table, made_by, many_records, told_undone
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.desk.views.writing import told
from gemeentedossier.dossier.register.actions.many import Undone, undo_many
from gemeentedossier.dossier.register.queries.many import EDIT, ManyDone, many_done, many_undone
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.organisation.permissions import can


@staff("register.view_activity")
def many_made(visit: Visit, key: UUID) -> HttpResponse:
    """What one change did to each record, and whether that still stands; who only began it goes on there."""
    done = many_done(key, by=visit.actor, until=visit.moment)
    if done is None and step_of(key, by=visit.actor):
        return redirect("desk:register-choose", visit.municipality.slug, key)
    return _made(visit, key, done, HandBackForm())


@staff(EDIT)
def many_undo(visit: Visit, key: UUID) -> HttpResponse:
    """Undo one change wherever nobody changed the record since; only asked by POST."""
    form = HandBackForm(visit.request.POST or None)
    undone: list[Undone] = []
    if visit.request.method != "POST":
        return redirect("desk:register-made", visit.municipality.slug, key)
    if not told(form, lambda: undone.append(undo_many(key, reason=form.cleaned_data["reason"], by=visit.actor))):
        return _made(visit, key, many_done(key, by=visit.actor), form)
    messages.success(visit.request, told_undone(undone[0].restored, undone[0].left))
    return redirect("desk:register-made", visit.municipality.slug, key)


def many_page(visit: Visit, template: str, shown: Mapping[str, object]) -> HttpResponse:
    """A page about many records, below the register."""
    register = reverse("desk:register", args=[visit.municipality.slug])
    crumbs = (
        Crumb(label=_("Processing activities"), url=register),
        Crumb(label=str(shown["title"])),
    )
    frame = frame_for(visit, place="desk:register", crumbs=crumbs)
    return render(visit.request, template, {"frame": frame, "register": register, **shown})


def _made(visit: Visit, key: UUID, done: ManyDone | None, form: HandBackForm) -> HttpResponse:
    if done is None:
        raise Http404
    slug, words = visit.municipality.slug, words_of(visit.dossier(), at=visit.moment)
    undone = many_undone(key, by=visit.actor, until=visit.moment)
    left = any(each.untouched is None for each in done.records)
    shown = {
        "title": _("%(records)s changed at once") % {"records": many_records(len(done.records))},
        "by": made_by(done),
        "reason": done.reason,
        "table": done_table(done, words=words, slug=slug, undone=undone),
        "undone": [(made_by(each), each.reason, done_table(each, words=words, slug=slug)) for each in undone],
        "form": form if left and visit.moment is None and can(visit.actor, EDIT) else None,
        "url": reverse("desk:register-undo", args=[slug, key]),
    }
    return many_page(visit, "desk/many_made.html", shown)
