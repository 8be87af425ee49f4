"""The plan of the method: who takes which step by which day, and what happened to that."""

from dataclasses import replace

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.catalogue.queries import catalogue_at
from gemeentedossier.design.paging import page_links
from gemeentedossier.design.parts import Pagination
from gemeentedossier.desk.forms.method import PlanForm
from gemeentedossier.desk.presenters.method_history import Timeline, plan_timeline
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.desk.views.findings import judged_by
from gemeentedossier.desk.views.method import (
    VIEW,
    method_frame,
    method_sight,
    method_title,
    step_in,
    step_page,
)
from gemeentedossier.desk.views.weighed_pages import PAGE, url_of, with_reason
from gemeentedossier.desk.views.writing import done
from gemeentedossier.dossier.governance import models
from gemeentedossier.dossier.governance.actions.plan import PLAN, drop_plan, plan_step, replan_step
from gemeentedossier.dossier.governance.facts import PlannedStep
from gemeentedossier.dossier.register.queries.history import Whole, happenings_in
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.tenancy import require_municipality_id

WHOLE = Whole(None, (models.PlannedStep,), "municipality_id")


@staff(PLAN)
def plan(visit: Visit, step: str) -> HttpResponse:
    """Record who takes a step and by which day; only asked by POST."""
    judged = judged_by(visit)
    sight, back = method_sight(visit, judged), url_of(visit, "method-step", step)
    found = step_in(sight, step)
    if visit.request.method != "POST":
        return redirect(back)
    form = PlanForm(visit.request.POST, record=found.planned, dossier=judged.dossier, auto_id="plan-%s")
    if done(visit, form, lambda: _write(found.planned, step, form, visit), said=_("The step stands on the plan.")):
        return redirect(back)
    return step_page(visit, judged, sight, found, bound=form)


@staff(PLAN)
def drop(visit: Visit, step: str) -> HttpResponse:
    """Take a step off the plan, with the reason; only asked by POST."""
    judged = judged_by(visit)
    sight, back = method_sight(visit, judged), url_of(visit, "method-step", step)
    found = step_in(sight, step)
    planned = found.planned
    if planned is None:
        return redirect(back)
    return with_reason(
        visit,
        lambda reason: drop_plan(planned.id, reason=reason, by=visit.actor),
        to=back,
        back=back,
        again=lambda form: step_page(visit, judged, sight, found, bound=form),
    )


@staff(VIEW)
def history(visit: Visit) -> HttpResponse:
    """What happened to the plan, newest first; in the past only what had happened by then."""
    return happened_page(visit, WHOLE, plan_timeline, name=method_title(), back=url_of(visit, "method"))


def happened_page(visit: Visit, whole: Whole, told: Timeline, *, name: str, back: str) -> HttpResponse:
    """What happened to records of the method; ``back`` is where they stand."""
    moment = visit.moment
    every = happenings_in(whole, require_municipality_id())
    happened = [each for each in every if moment is None or each.numbered_at <= moment]
    page = Paginator(happened, PAGE).get_page(visit.request.GET.get("page"))
    last = page.paginator.num_pages
    pages = page_links(current=page.number, last=last, url_for=lambda number: f"?page={number}") if last > 1 else ()
    shown = {
        "frame": method_frame(visit, pgettext("tab", "History")),
        "name": name,
        "back_url": back,
        "entries": told(page.object_list, judged_by(visit).dossier, catalogue_at(moment), at=moment),
        "pagination": Pagination(pages=pages),
    }
    return render(visit.request, "desk/organisation_history.html", shown)


def _write(planned: PlannedStep | None, step: str, form: PlanForm, visit: Visit) -> PlannedStep:
    """The plan as the form says; what another recorded since the page was opened is not written over."""
    if planned is None:
        if form.cleaned_data["revision"]:
            raise Refused(_("Somebody took this step off the plan while you were writing. Open it again to plan it."))
        blank = PlannedStep(new_id(), step, form.cleaned_data["owner_id"], form.cleaned_data["due_on"])
        return plan_step(replace(blank, note=form.cleaned_data["note"]), by=visit.actor)
    return replan_step(replace(planned, **form.cleaned_data), by=visit.actor)
