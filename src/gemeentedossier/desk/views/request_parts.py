"""Pages beside that of a request: a place of the search plan, a part of the decision, the history."""

from dataclasses import replace
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.design.paging import page_links
from gemeentedossier.design.parts import Link, Pagination
from gemeentedossier.desk.forms.request_steps import StepReasonForm
from gemeentedossier.desk.forms.requests import LineForm, PartForm, mark_of
from gemeentedossier.desk.presenters.request_history import request_timeline
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.desk.views.judged import judged_by
from gemeentedossier.desk.views.request_pages import EDIT, VIEW, check_own, may_on, request_form_page, request_frame
from gemeentedossier.desk.views.weighed_pages import PAGE, url_of
from gemeentedossier.desk.views.writing import done, found_in
from gemeentedossier.dossier.register.queries.history import Whole, happenings_in
from gemeentedossier.dossier.requests import models
from gemeentedossier.dossier.requests.actions.deciding import write_parts
from gemeentedossier.dossier.requests.actions.searching import remove_line, tick_line
from gemeentedossier.dossier.requests.engine.grounds import refusals_for
from gemeentedossier.dossier.requests.facts import DecisionPart
from gemeentedossier.dossier.requests.queries import TABLES
from gemeentedossier.foundation.edits import check_unchanged
from gemeentedossier.foundation.errors import EditedMeanwhile
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.organisation.permissions import check_permitted_for

TICK = "requests.tick_line"
WHOLE = Whole(models.DataSubjectRequest, TABLES, "request_id")


@staff(TICK, only_now=True)
def line(visit: Visit, key: UUID, line_id: UUID) -> HttpResponse:
    """Say what came of one place of the search plan."""
    judged = judged_by(visit)
    found = found_in(judged.dossier.requests, key)
    stored, back = found_in(found.lines, line_id), f"{url_of(visit, 'request', key)}#plan"
    check_permitted_for(visit.actor, TICK, owner_id=stored.owner_id)
    form = LineForm(visit.request.POST or None, line=stored, dossier=judged.dossier)

    def write() -> None:
        said = dict(form.cleaned_data)
        check_unchanged(mark_of(stored), read=said.pop("revision"), name=stored.name)
        tick_line(replace(stored, **said), request_id=key, read=stored, by=visit.actor)

    if done(visit, form, write):
        return redirect(back)
    goes = url_of(visit, "request-line-remove", key, line_id) if may_on(visit, EDIT, found) else ""
    return request_form_page(
        visit,
        title=stored.name,
        lead=found.number,
        form=form,
        back=back,
        links=(Link(label=_("Nobody needs to look here"), url=goes),) if goes and not found.decided_at else (),
    )


@staff(EDIT, only_now=True)
def line_remove(visit: Visit, key: UUID, line_id: UUID) -> HttpResponse:
    """Take a place out of the plan, and say why; what the register names can be taken in again."""
    found = found_in(judged_by(visit).dossier.requests, key)
    check_own(visit, found)
    stored, back = found_in(found.lines, line_id), f"{url_of(visit, 'request', key)}#plan"
    form = StepReasonForm(visit.request.POST or None, initial={"as_read": mark_of(stored)})

    def write() -> None:
        try:
            check_unchanged(mark_of(stored), read=form.cleaned_data["as_read"], name=stored.name)
        except EditedMeanwhile:
            form.read_again(mark_of(stored))
            raise
        remove_line(line_id, request_id=key, reason=form.cleaned_data["reason"], read=stored, by=visit.actor)

    if done(visit, form, write):
        return redirect(back)
    title = _("Take “%(name)s” out of the search plan") % {"name": stored.name}
    return request_form_page(visit, title=title, lead=found.number, form=form, back=back)


@staff(EDIT, only_now=True)
def part_new(visit: Visit, key: UUID) -> HttpResponse:
    """Decide on a part of the request."""
    return _part(visit, key, DecisionPart(new_id(), "", granted=True))


@staff(EDIT, only_now=True)
def part(visit: Visit, key: UUID, part_id: UUID) -> HttpResponse:
    """A part of the decision, opened for writing it otherwise."""
    found = found_in(judged_by(visit).dossier.requests, key)
    return _part(visit, key, found_in(found.parts, part_id))


def _part(visit: Visit, key: UUID, blank: DecisionPart) -> HttpResponse:
    found = found_in(judged_by(visit).dossier.requests, key)
    check_own(visit, found)
    back = f"{url_of(visit, 'request', key)}#decision"
    refusals = refusals_for(current_catalogue(), found.right)
    form = PartForm(visit.request.POST or None, part=blank, refusals=refusals, initial={"revision": found.revision})

    def write() -> None:
        wanted = replace(blank, **form.said())
        kept = [wanted if each.id == blank.id else each for each in found.parts]
        parts = kept if wanted in kept else [*kept, wanted]
        write_parts(key, parts, read=form.cleaned_data["revision"], by=visit.actor)

    if done(visit, form, write):
        return redirect(back)
    stands = any(each.id == blank.id for each in found.parts)
    return request_form_page(
        visit,
        title=_("Decide on a part"),
        lead=found.number,
        form=form,
        back=back,
        remove_url=url_of(visit, "request-part-remove", key, blank.id) if stands else "",
        remove_revision=found.revision,
    )


@staff(EDIT)
def part_remove(visit: Visit, key: UUID, part_id: UUID) -> HttpResponse:
    """Take a part out of the decision; only asked by POST, from the form of that part, which says what was read."""
    found = found_in(judged_by(visit).dossier.requests, key)
    found_in(found.parts, part_id)
    if visit.request.method == "POST":
        left = [each for each in found.parts if each.id != part_id]
        write_parts(key, left, read=visit.read_revision(), by=visit.actor)
    return redirect(f"{url_of(visit, 'request', key)}#decision")


@staff(VIEW)
def history(visit: Visit, key: UUID) -> HttpResponse:
    """What happened to a request, newest first; in the past only what had happened by then."""
    judged, moment = judged_by(visit), visit.moment
    found = found_in(judged.dossier.requests, key)
    happened = [each for each in happenings_in(WHOLE, key) if moment is None or each.numbered_at <= moment]
    page = Paginator(happened, PAGE).get_page(visit.request.GET.get("page"))
    last = page.paginator.num_pages
    pages = page_links(current=page.number, last=last, url_for=lambda number: f"?page={number}") if last > 1 else ()
    back = url_of(visit, "request", key)
    shown = {
        "frame": request_frame(visit, (found.number, back), (pgettext("tab", "History"), "")),
        "name": found.number,
        "back_url": back,
        "entries": request_timeline(page.object_list, judged.dossier, at=moment),
        "pagination": Pagination(pages=pages),
    }
    return render(visit.request, "desk/organisation_history.html", shown)
