"""One processing activity as it is read, and how a new one begins."""

import dataclasses
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from gemeentedossier.catalogue.facts import ReferenceActivity
from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.design.parts import Action, EmptyState
from gemeentedossier.desk.forms.activity.choices import suggestion_lists
from gemeentedossier.desk.forms.activity.sections import SectionForm
from gemeentedossier.desk.forms.activity.steps import NewActivityForm
from gemeentedossier.desk.presenters.activity.confirmed import Confirmed, confirmed_shown
from gemeentedossier.desk.presenters.activity.newcomers import references_found
from gemeentedossier.desk.presenters.activity.page import (
    WRITTEN_ANEW,
    Sight,
    crumbs,
    heading,
    sections_shown,
)
from gemeentedossier.desk.presenters.activity.review import step_told
from gemeentedossier.desk.presenters.activity.steps import steps_for
from gemeentedossier.desk.presenters.activity.wording import language
from gemeentedossier.desk.presenters.frame import frame_for
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.desk.views.activity_sight import opened, sight_of
from gemeentedossier.dossier.register.actions.activities import create_activity
from gemeentedossier.dossier.register.engine.freshness import Waits, queue_after
from gemeentedossier.dossier.register.engine.reference import activity_from
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.register.policies import can_undo_confirmation
from gemeentedossier.dossier.register.queries.confirming import CONFIRM, waiting_to_be_confirmed
from gemeentedossier.dossier.register.queries.steps import Lately, lately
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.organisation.models import Controller
from gemeentedossier.organisation.permissions import can_for


@staff("register.view_activity")
def activity(visit: Visit, activity_id: UUID) -> HttpResponse:
    """The record in sections, each with the law's margin; ``?edit=`` opens one for writing."""
    try:
        sight = sight_of(visit, activity_id)
    except Http404:
        if visit.moment is None:
            raise
        return _not_yet(visit)
    return activity_page(visit, sight, opened(visit, sight, visit.request.GET.get("edit", "")))


def _not_yet(visit: Visit) -> HttpResponse:
    """A page inside the frame, so that there is a way back to now."""
    slug = visit.municipality.slug
    title = _("Not in the register at this moment")
    empty = EmptyState(
        title=title,
        belongs=_("You are looking at the past. This record did not exist then, or it was gone already."),
        step=Action(label=_("Show the register of that moment"), url=reverse("desk:register", args=[slug])),
    )
    frame = frame_for(visit, place="desk:register", crumbs=crumbs(slug, title))
    return render(visit.request, "desk/activity/not_yet.html", {"frame": frame, "empty": empty}, status=404)


def activity_page(visit: Visit, sight: Sight, form: SectionForm | None = None, **more: object) -> HttpResponse:
    """The whole page, with one section open for writing where there is a form; ``more`` is for that section."""
    sections = tuple(
        dataclasses.replace(each, form=form) if form and each.section.id == form.section else each
        for each in sections_shown(sight)
    )
    shown = {**page_frame(visit, sight, tab="desk:activity"), "sections": sections, "may_edit": sight.may_edit, **more}
    confirmed_today = sight.activity.last_confirmed_on == clock.today()
    if visit.moment is None and (confirmed_today or sight.activity.record_state in WRITTEN_ANEW):
        known = lately(sight.activity.id, revision=sight.activity.revision)
        shown["told"], shown["confirmed"] = step_told(sight.activity, known.step), _confirmed(visit, sight, known)
    if form:
        shown["lists"] = suggestion_lists(sight.dossier)
    return render(visit.request, "desk/activity/activity.html", shown)


def _confirmed(visit: Visit, sight: Sight, known: Lately) -> Confirmed | None:
    """What follows the reader's own confirmation of today; None where they gave none, or more was done since."""
    activity, given, today = sight.activity, known.confirmation, clock.today()
    if given is None or not can_undo_confirmation(given, person=str(visit.actor.person_id), today=today):
        return None
    own = None if can_for(visit.actor, CONFIRM, owner_id=None) else visit.actor.person_id
    waiting = waiting_to_be_confirmed(today, owner_id=own)
    before = Waits(activity.id, activity.name, given.before)
    return confirmed_shown(activity.id, queue_after(before, waiting), slug=sight.slug)


def page_frame(visit: Visit, sight: Sight, *, tab: str) -> dict[str, object]:
    """What every tab of an activity shows around its content."""
    return {
        "frame": frame_for(visit, place="desk:register", crumbs=crumbs(sight.slug, sight.activity.name)),
        "heading": heading(sight, tab=tab),
        "steps": steps_of(visit, sight),
        "activity": sight.activity,
        "slug": sight.slug,
    }


def steps_of(visit: Visit, sight: Sight) -> tuple[Action, ...]:
    """The steps that this person may take with the record now."""

    def allowed(permission: str) -> bool:
        return visit.moment is None and can_for(visit.actor, permission, owner_id=sight.activity.owner_id)

    return steps_for(sight.activity, slug=sight.slug, can=allowed, is_public=_is_public(sight))


def _is_public(sight: Sight) -> bool:
    """Whether everyone can read a version of it."""
    own = (each for each in sight.dossier.versions if each.activity_id == sight.activity.id and each.published_at)
    newest = max(own, key=lambda each: each.number, default=None)
    return newest is not None and newest.is_public


@staff("register.create_activity", only_now=True)
def new(visit: Visit) -> HttpResponse:
    """An empty record with a name, or one that starts from a reference activity of the catalogue."""
    request = visit.request
    typed = request.method == "POST" and "reference" not in request.POST
    form = NewActivityForm(request.POST if typed else None)
    if made := _made(request, form):
        create_activity(made, by=visit.actor)
        section = "purposes" if made.reference_activity else "identity"
        page = redirect("desk:activity", visit.municipality.slug, made.id)
        page["Location"] += f"?edit={section}#{section}"
        return page
    query = request.GET.get("q", "").strip()
    shown = {
        "frame": frame_for(
            visit, place="desk:register", crumbs=crumbs(visit.municipality.slug, _("New processing activity"))
        ),
        "form": form,
        "query": query,
        "domains": references_found(current_catalogue(), query=query, language=language()),
    }
    return render(request, "desk/activity/new.html", shown)


def _made(request: HttpRequest, form: NewActivityForm) -> Activity | None:
    """What was asked for: from a reference activity, or with the name that was typed."""
    if request.method == "POST" and "reference" in request.POST:
        return _from_reference(request.POST["reference"])
    return Activity(id=new_id(), name=form.cleaned_data["name"]) if form.is_valid() else None


def _from_reference(reference_id: str) -> Activity:
    catalogue = current_catalogue()
    reference = catalogue.entries_of(ReferenceActivity).get(reference_id)
    if reference is None:
        raise Http404
    made = activity_from(reference, catalogue, new_id=new_id, language=language())
    kind = reference.prefill.controller
    controllers = tuple(Controller.objects.filter(kind=kind.value).values_list("id", flat=True)) if kind else ()
    return dataclasses.replace(made, controller_ids=controllers)
