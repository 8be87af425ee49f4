"""Writing a section in place: it opens, saves itself, and can be undone."""

import dataclasses
from collections.abc import Iterator
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from gemeentedossier.design.parts import Alert
from gemeentedossier.desk.forms.activity.choices import suggestion_lists
from gemeentedossier.desk.forms.activity.sections import FORMS, SectionForm
from gemeentedossier.desk.presenters.activity.differences import differences
from gemeentedossier.desk.presenters.activity.mended import Mended, mended
from gemeentedossier.desk.presenters.activity.page import Sight, heading, sections_shown
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.desk.views.activity import activity_page, steps_of
from gemeentedossier.desk.views.activity_saving import save_section, undo_last_edit, unrecorded
from gemeentedossier.desk.views.activity_sight import around, lead, opened, sight_after, sight_of
from gemeentedossier.dossier.register.queries.activities import activity_facts
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.errors import EditedMeanwhile, Refused
from gemeentedossier.organisation.permissions import check_permitted_for

SAVED = "activity-saved"


@staff("register.view_activity")
def section(visit: Visit, activity_id: UUID, section: str) -> HttpResponse:
    """One section for the page that is open already; without script the whole page."""
    sight = sight_of(visit, activity_id)
    if not visit.request.headers.get("HX-Request"):
        return redirect(f"{sight.url}#{section}")
    form = opened(visit, sight, section) if "edit" in visit.request.GET else None
    return _section(visit, sight, section, form)


@staff("register.edit_activity")
def save(visit: Visit, activity_id: UUID, section: str) -> HttpResponse:
    """Save what stands in the section's form; a value that cannot be is refused beside its field."""
    if section not in FORMS or visit.request.method != "POST":
        raise Http404
    sight, posted = sight_of(visit, activity_id), visit.request.POST
    check_permitted_for(visit.actor, "register.edit_activity", owner_id=sight.activity.owner_id)
    surroundings = around(sight.activity, sight.dossier, add=posted.get("add", ""))
    form = SectionForm(section, sight.activity, around=surroundings, data=posted)
    lead(sight, form, posted)  # before it is judged: what is asked stays beside a mistake
    if surroundings.add:
        return _again(visit, sight, form)
    if not form.is_valid():
        return _again(visit, sight, form) if _asked_by_button(visit) else _problems(visit, sight, form)
    try:
        edited = save_section(form, by=visit.actor)
    except EditedMeanwhile as meanwhile:
        return _conflict(visit, sight, form, meanwhile)
    except Refused as refusal:
        alert = Alert(title=_("Not saved"), text=str(refusal))
        return _again(visit, sight, form, alert=alert)
    after = sight_after(visit, sight, edited)
    return _saved(visit, after, form, mended(sight, after, known=posted.get("mended", "")))


@staff("register.edit_activity")
def undo(visit: Visit, activity_id: UUID) -> HttpResponse:
    """Write the record as it read before the last edit."""
    if visit.request.method != "POST":
        raise Http404
    undo_last_edit(activity_facts(activity_id), by=visit.actor)
    messages.success(visit.request, _("The last edit was undone. Both stand in the history."))
    page = redirect("desk:activity", visit.municipality.slug, activity_id)
    section = visit.request.POST.get("section", "")
    if section in FORMS:
        page["Location"] += f"?edit={section}#{section}"
    return page


def _asked_by_button(visit: Visit) -> bool:
    """Whether somebody pressed Save; else the form saved itself, and must not move under their hands."""
    return "done" in visit.request.POST or not visit.request.headers.get("HX-Request")


def _saved(visit: Visit, sight: Sight, form: SectionForm, solved: Mended) -> HttpResponse:
    """The section as it reads now, or where the form stays open: the time, the margin and the heading."""
    request = visit.request
    if not request.headers.get("HX-Request"):
        messages.success(request, " ".join(_told(solved)))
        return redirect(f"{sight.url}#{form.section}")
    more = {"saved_at": _time(), "mended": solved}
    if "done" in request.POST:
        response = _section(visit, sight, form.section, None, **more)
        response["HX-Retarget"], response["HX-Reswap"] = f"#{form.section}", "outerHTML"
    else:
        response = render(request, "desk/activity/saved.html", {**_shown(visit, sight, form.section, None), **more})
    response["HX-Trigger"] = f'{{"{SAVED}": {{"from": {form.revision}, "to": {sight.activity.revision}}}}}'
    return response


def _told(solved: Mended) -> Iterator[str]:
    yield _("Saved. Solved: %(titles)s.") % {"titles": solved.titles} if solved.titles else _("Saved.")
    if solved.opened:
        yield _("Now open: %(titles)s.") % {"titles": solved.opened}


def _again(
    visit: Visit, sight: Sight, form: SectionForm, *, alert: Alert | None = None, conflict: object = None
) -> HttpResponse:
    """The form once more with everything that was typed."""
    if visit.request.headers.get("HX-Request"):
        response = _section(visit, sight, form.section, form, alert=alert, conflict=conflict)
        response["HX-Retarget"], response["HX-Reswap"] = f"#{form.section}", "outerHTML"
        return response
    return activity_page(visit, sight, form, alert=alert, conflict=conflict)


def _problems(visit: Visit, sight: Sight, form: SectionForm) -> HttpResponse:
    """What could not be saved, for a form that saves itself: a sentence per field."""
    shown = {"problems": list(form.problems()), "section": form.section}
    return render(visit.request, "desk/activity/not_saved.html", shown)


def _conflict(visit: Visit, sight: Sight, form: SectionForm, meanwhile: EditedMeanwhile) -> HttpResponse:
    """Their version beside mine; what I typed stays, and I can save it over theirs on purpose."""
    mine = form.made(unrecorded)
    found = differences(sight.activity, dataclasses.replace(mine, revision=0), sight.words)
    form.revision = sight.activity.revision
    return _again(visit, sight, form, alert=Alert(title=str(meanwhile)), conflict=found)


def _section(visit: Visit, sight: Sight, section: str, form: SectionForm | None, **more: object) -> HttpResponse:
    shown = _shown(visit, sight, section, form)
    if form:
        shown["lists"] = suggestion_lists(sight.dossier)
    return render(visit.request, "desk/activity/section_alone.html", {**shown, **more})


def _shown(visit: Visit, sight: Sight, section: str, form: SectionForm | None) -> dict[str, object]:
    found = next(iter(sections_shown(sight, only=[section])), None)
    if found is None:
        raise Http404
    return {
        "shown": dataclasses.replace(found, form=form),
        "heading": heading(sight, tab="desk:activity"),
        "steps": steps_of(visit, sight),
        "activity": sight.activity,
        "slug": sight.slug,
    }


def _time() -> str:
    return date_format(localtime(clock.now()), "H:i")
