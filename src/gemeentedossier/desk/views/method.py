"""The implementation method: the whole path, and one step of it."""

from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.assessment.engine.assess import day_of
from gemeentedossier.assessment.facts import Judged
from gemeentedossier.catalogue.queries import catalogue_at
from gemeentedossier.design.frames import Frame
from gemeentedossier.design.parts import Crumb, Link
from gemeentedossier.desk.forms.method import PlanForm
from gemeentedossier.desk.presenters.activity.wording import language
from gemeentedossier.desk.presenters.agreement import Fold, Section
from gemeentedossier.desk.presenters.frame import frame_for
from gemeentedossier.desk.presenters.method import (
    Sight,
    condition_definitions,
    lead_of,
    next_step,
    no_method,
    plan_definitions,
    shown_phases,
    state_badge,
    step_definitions,
)
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.desk.views.judged import judged_by
from gemeentedossier.desk.views.weighed_pages import history_link, reason_fold, url_of
from gemeentedossier.dossier.governance.actions.plan import PLAN
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.method.engine.progress import path_of
from gemeentedossier.method.facts import StepProgress
from gemeentedossier.organisation.permissions import can

VIEW = "assessment.view_findings"


@staff(VIEW)
def path(visit: Visit) -> HttpResponse:
    """Every phase and step with how far it is, and what comes now."""
    sight = method_sight(visit, judged_by(visit))
    slug = visit.municipality.slug
    shown = {
        "frame": method_frame(visit),
        "lead": lead_of(sight.path) if sight.path.steps else "",
        "next": next_step(sight),
        "phases": shown_phases(sight),
        "empty": None if sight.path.steps else no_method(slug),
        "links": (
            Link(label=sitting_title(), url=url_of(visit, "method-sitting")),
            Link(label=maturity_title(), url=url_of(visit, "maturity")),
            Link(label=comparison_title(), url=url_of(visit, "method-comparison")),
            Link(label=quickscan_title(), url=url_of(visit, "quickscan")),
            *_plans(visit),
            Link(label=_("Plan of action"), url=url_of(visit, "method-plan-text")),
            Link(label=_("Every date in the agenda"), url=url_of(visit, "agenda")),
            Link(label=_("What happened to the plan"), url=url_of(visit, "method-history")),
        ),
    }
    return render(visit.request, "desk/method.html", shown)


def _plans(visit: Visit) -> tuple[Link, ...]:
    """To plan several steps on one page, for who may."""
    if visit.moment is not None or not can(visit.actor, PLAN):
        return ()
    return (Link(label=_("Plan several steps"), url=url_of(visit, "method-several")),)


@staff(VIEW)
def step(visit: Visit, step: str) -> HttpResponse:
    """One step: why, how, when it is done, and who takes it by which day."""
    sight = method_sight(visit, judged_by(visit))
    return step_page(visit, judged_by(visit), sight, step_in(sight, step))


def method_sight(visit: Visit, judged: Judged) -> Sight:
    """The path as this visit sees it."""
    catalogue = catalogue_at(visit.moment)
    return Sight(
        path=path_of(judged, catalogue),
        catalogue=catalogue,
        slug=visit.municipality.slug,
        actor=visit.actor,
        today=day_of(judged.dossier),
    )


def step_in(sight: Sight, step_id: str) -> StepProgress:
    """The step with that id; Http404 where the method has none."""
    found = sight.path.step(step_id)
    if found is None:
        raise Http404
    return found


def step_page(
    visit: Visit, judged: Judged, sight: Sight, found: StepProgress, *, bound: Form | None = None
) -> HttpResponse:
    """The page of a step; a bound form needs attention."""
    title = found.step.name.in_language(language())
    may = visit.moment is None and can(visit.actor, PLAN)
    sections = (
        Section(
            anchor="done",
            title=_("When it is done"),
            about=_("This follows from what is recorded; nobody ticks it off."),
            definitions=tuple(condition_definitions(found, sight)),
        ),
        Section(
            anchor="plan",
            title=_("Who and when"),
            about="",
            definitions=plan_definitions(found, sight.today),
            folds=_folds(visit, judged, found, bound) if may else (),
        ),
        Section(
            anchor="what", title=_("What it is about"), about="", definitions=tuple(step_definitions(found.step, sight))
        ),
    )
    shown = {
        "frame": method_frame(visit, title),
        "title": title,
        "lead": method_title(),
        "lead_url": url_of(visit, "method"),
        "badge": state_badge(found.state),
        "sections": sections,
        "links": (history_link(url_of(visit, "method-history")),),
    }
    return render(visit.request, "desk/weighed_record.html", shown)


def _folds(visit: Visit, judged: Judged, found: StepProgress, bound: Form | None) -> tuple[Fold, ...]:
    planned = found.planned
    unbound = PlanForm(record=planned, dossier=judged.dossier, auto_id="plan-%s")
    plan = Fold(
        title=_("Change the plan") if planned else _("Plan this step"),
        button=_("Save the plan"),
        url=url_of(visit, "method-plan", found.step.id),
        form=bound if isinstance(bound, PlanForm) else unbound,
        anchor="plan",
        opened=planned is None and not found.is_closed,
    )
    if planned is None:
        return (plan,)
    url = url_of(visit, "method-drop", found.step.id)
    return plan, reason_fold(_("Take it off the plan"), _("Take off"), url, bound=bound, anchor="drop")


def method_frame(visit: Visit, *steps: str) -> Frame:
    """The frame of a page of the method; ``steps`` are what lies below the path itself."""
    url = reverse("desk:method", args=[visit.municipality.slug])
    crumbs = (Crumb(label=method_title(), url=url), *(Crumb(label=each) for each in steps)) if steps else ()
    return frame_for(visit, place="desk:method", crumbs=crumbs)


def method_title() -> str:
    """What the path is called."""
    return pgettext("place in the rail", "Method")


def sitting_title() -> str:
    """What the page of the sitting is called."""
    return _("The first activity in one sitting")


def maturity_title() -> str:
    """What the page of maturity is called."""
    return _("Maturity per theme")


def comparison_title() -> str:
    """What the page of the comparison between municipalities is called."""
    return _("Beside other municipalities")


def quickscan_title() -> str:
    """What the page of the Quickscan is called."""
    return _("Quickscan")
