"""The plan of the method: who takes which step by which day, and what happened to that."""

from dataclasses import replace
from functools import partial

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from gemeentedossier.catalogue.queries import catalogue_at
from gemeentedossier.design.paging import page_links
from gemeentedossier.design.parts import Pagination
from gemeentedossier.design.templatetags.faults import faults_of
from gemeentedossier.desk.forms.method import PlanForm, PlanRowForm
from gemeentedossier.desk.presenters.method import step_link
from gemeentedossier.desk.presenters.method_history import Timeline, plan_timeline
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.desk.views.judged import judged_by
from gemeentedossier.desk.views.method import (
    VIEW,
    method_frame,
    method_sight,
    method_title,
    step_in,
    step_page,
)
from gemeentedossier.desk.views.weighed_pages import PAGE, url_of, with_reason
from gemeentedossier.desk.views.writing import done, told
from gemeentedossier.dossier.governance import models
from gemeentedossier.dossier.governance.actions.plan import PLAN, PLAN_SEVERAL, drop_plan, plan_step, replan_step
from gemeentedossier.dossier.governance.facts import PlannedStep
from gemeentedossier.dossier.register.queries.history import Whole, happenings_in
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.tenancy import require_municipality_id
from gemeentedossier.foundation.trail import verb
from gemeentedossier.method.facts import StepProgress

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


@staff(PLAN, only_now=True)
def several(visit: Visit) -> HttpResponse:
    """Who takes the steps that are open and by which day, on one page; all that was filled in is written or nothing."""
    judged = judged_by(visit)
    sight, posted = method_sight(visit, judged), visit.request.POST or None
    rows = [
        (each, _row(posted, each, judged.dossier, name=str(step_link(each.step, sight.slug).label)))
        for each in sight.path.steps
        if not each.is_closed
    ]
    if posted is not None and _planned(visit, rows):
        return redirect(url_of(visit, "method"))
    title = _("Plan several steps")
    shown = {
        "frame": method_frame(visit, title),
        "title": title,
        "rows": [(each.step.number, step_link(each.step, sight.slug), form) for each, form in rows],
        "faults": [fault for _step, form in rows for fault in faults_of(form)] if posted is not None else (),
        "whole": [f"{form.row_name}: {told}" for _step, form in rows for told in form.non_field_errors()]
        if posted is not None
        else (),
        "back_url": url_of(visit, "method"),
    }
    return render(visit.request, "desk/method_several.html", shown)


def _row(posted: QueryDict | None, each: StepProgress, dossier: Dossier, *, name: str) -> PlanRowForm:
    return PlanRowForm(posted, record=each.planned, dossier=dossier, prefix=each.step.id, row_name=name)


def _planned(visit: Visit, rows: list[tuple[StepProgress, PlanRowForm]]) -> bool:
    """Whether every row could be written; one that could not says why, and then none is."""
    wrong = [form for _step, form in rows if not form.is_valid()]  # each says what is wrong with it
    if wrong:
        return False
    changed = [(each, form) for each, form in rows if form.says_more]
    with transaction.atomic():
        with verb(PLAN_SEVERAL, by=visit.actor):
            written = [told(form, partial(_write, each.planned, each.step.id, form, visit)) for each, form in changed]
        if not all(written):
            transaction.set_rollback(True)
            return False
    count = len(changed)
    said = ngettext("The plan of %(count)s step was recorded.", "The plan of %(count)s steps was recorded.", count)
    messages.success(visit.request, said % {"count": count} if count else _("Nothing changed in the plan."))
    return True


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
    given = form.cleaned_data
    if planned is None:
        if given["revision"]:
            raise Refused(_("Somebody took this step off the plan while you were writing. Open it again to plan it."))
        blank = PlannedStep(new_id(), step, given["owner_id"], given["due_on"])
        return plan_step(replace(blank, note=given.get("note", "")), by=visit.actor)
    return replan_step(replace(planned, **given), by=visit.actor)
