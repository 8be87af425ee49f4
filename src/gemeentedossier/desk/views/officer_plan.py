"""The supervision plan: what the officer looks at, how, by when, and what came of it."""

from dataclasses import replace
from uuid import UUID

from django.core.paginator import Paginator
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.assessment.engine.assess import day_of
from gemeentedossier.assessment.facts import Judged
from gemeentedossier.design.enums import Weight
from gemeentedossier.design.paging import page_links
from gemeentedossier.design.parts import Action, Link, Pagination
from gemeentedossier.desk.forms.officer import CheckForm, CloseCheckForm
from gemeentedossier.desk.presenters.agreement import Fold, Section
from gemeentedossier.desk.presenters.documents import language_tabs
from gemeentedossier.desk.presenters.officer_history import officer_timeline
from gemeentedossier.desk.presenters.officer_plan import (
    check_badge,
    check_definitions,
    no_plan,
    outcome_definitions,
    plan_label,
    sample_links,
    year_sections,
)
from gemeentedossier.desk.presenters.paper import paper_on_page
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.desk.views.document_places import places_in
from gemeentedossier.desk.views.judged import judged_by
from gemeentedossier.desk.views.method_paper import FORMS
from gemeentedossier.desk.views.officer_pages import VIEW, asking, officer_frame, record_of
from gemeentedossier.desk.views.papers import answer_with, form_of, language_of
from gemeentedossier.desk.views.weighed_pages import PAGE, history_link, url_of
from gemeentedossier.desk.views.writing import done, found_in
from gemeentedossier.documents.actions.papers import file_of
from gemeentedossier.documents.engine.blocks import Document
from gemeentedossier.documents.queries import material_of
from gemeentedossier.dossier.governance import models
from gemeentedossier.dossier.governance.actions.supervision import (
    PLAN,
    close_supervision,
    plan_supervision,
    replan_supervision,
)
from gemeentedossier.dossier.governance.enums import SupervisionManner
from gemeentedossier.dossier.governance.facts import SupervisionCheck
from gemeentedossier.dossier.register.queries.history import Whole, happenings_in
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.tenancy import require_municipality_id
from gemeentedossier.method.engine.supervision_paper import compose_supervision
from gemeentedossier.organisation.permissions import can

WHOLE = Whole(None, (models.SupervisionCheck,), "municipality_id")


@staff(VIEW)
def plan(visit: Visit) -> HttpResponse:
    """What is looked at, per year."""
    dossier, slug = judged_by(visit).dossier, visit.municipality.slug
    may = visit.moment is None and can(visit.actor, PLAN)
    checks = dossier.supervision_checks
    shown = {
        "frame": officer_frame(visit, plan_title()),
        "title": plan_title(),
        "lead": _("What the officer looks at, why, how, and what came of it."),
        "sections": year_sections(checks, today=day_of(dossier), slug=slug),
        "empty": None if checks else no_plan(slug, may_plan=may),
        "links": (
            Link(label=_("The plan as a document"), url=url_of(visit, "supervision-text")),
            history_link(url_of(visit, "supervision-history")),
        )
        if checks
        else (),
        "step": Action(label=plan_label(), url=url_of(visit, "check-new"), weight=Weight.PRIMARY)
        if may and checks
        else None,
    }
    return render(visit.request, "desk/supervision.html", shown)


@staff(PLAN, only_now=True)
def new(visit: Visit) -> HttpResponse:
    """Put something on the plan."""
    blank = SupervisionCheck(new_id(), "", "", SupervisionManner.AUDIT, clock.today())
    form = CheckForm(visit.request.POST or None)
    if done(
        visit, form, lambda: plan_supervision(_read(blank, form), by=visit.actor), said=_("It stands on the plan.")
    ):
        return redirect(url_of(visit, "check", blank.id))
    return asking(visit, form, title=plan_label(), every=_every(visit), lead="", button=_("Put on the plan"))


@staff(VIEW)
def check(visit: Visit, key: UUID) -> HttpResponse:
    """One check: why, how, by when, and what came of it."""
    judged = judged_by(visit)
    return _page(visit, judged, found_in(judged.dossier.supervision_checks, key))


@staff(PLAN, only_now=True)
def edit(visit: Visit, key: UUID) -> HttpResponse:
    """An open check, opened for changing it."""
    found = found_in(judged_by(visit).dossier.supervision_checks, key)
    if found.was_done is not None:
        raise Refused(_("This check is closed, with what came of it. Plan a new one; nothing was changed."))
    form, back = CheckForm(visit.request.POST or None, record=found), url_of(visit, "check", key)
    if done(visit, form, lambda: replan_supervision(_read(found, form), by=visit.actor)):
        return redirect(back)
    here = Link(label=found.topic, url=back)
    return asking(visit, form, title=_("Change this check"), every=here, lead=found.topic, button=_("Save"))


@staff(PLAN)
def close(visit: Visit, key: UUID) -> HttpResponse:
    """Say what came of it; only asked by POST."""
    judged, back = judged_by(visit), url_of(visit, "check", key)
    found = found_in(judged.dossier.supervision_checks, key)
    if visit.request.method != "POST":
        return redirect(back)
    form = CloseCheckForm(visit.request.POST, auto_id="close-%s")
    if done(visit, form, lambda: close_supervision(key, by=visit.actor, **form.cleaned_data)):
        return redirect(back)
    return _page(visit, judged, found, bound=form)


@staff(VIEW)
def history(visit: Visit) -> HttpResponse:
    """What happened to the plan, newest first; in the past only what had happened by then."""
    moment, judged = visit.moment, judged_by(visit)
    every = happenings_in(WHOLE, require_municipality_id())
    happened = [each for each in every if moment is None or each.numbered_at <= moment]
    page = Paginator(happened, PAGE).get_page(visit.request.GET.get("page"))
    last = page.paginator.num_pages
    pages = page_links(current=page.number, last=last, url_for=lambda number: f"?page={number}") if last > 1 else ()
    shown = {
        "frame": officer_frame(visit, _every(visit), pgettext("tab", "History")),
        "name": plan_title(),
        "back_url": url_of(visit, "supervision"),
        "entries": officer_timeline(page.object_list, judged.dossier, at=moment),
        "pagination": Pagination(pages=pages),
    }
    return render(visit.request, "desk/organisation_history.html", shown)


@staff(VIEW)
def text(visit: Visit) -> HttpResponse:
    """The plan to read; a click on a sentence shows what it rests on."""
    language, document = language_of(visit), _paper(visit)
    files = tuple(
        Action(
            label=form.value.upper(),
            url=f"{url_of(visit, 'supervision-file', form.value)}?language={language}",
            weight=Weight.SUBTLE,
        )
        for form in FORMS
    )
    shown = {
        "frame": officer_frame(visit, _every(visit), document.subject),
        "title": document.subject,
        "languages": language_tabs(language),
        "files": files,
        "paper": paper_on_page(document, places_in(judged_by(visit).dossier, visit.municipality.slug)),
    }
    return render(visit.request, "desk/document.html", shown)


@staff(VIEW)
def file(visit: Visit, form: str) -> HttpResponse:
    """The plan as a file."""
    made = file_of(_paper(visit), form_of(form), name=f"{visit.municipality.slug}-supervision")
    return answer_with(made.content, name=made.name, media_type=made.media_type)


def _paper(visit: Visit) -> Document:
    return compose_supervision(material_of(visit.municipality, moment=visit.moment), language=language_of(visit))


def _read(check: SupervisionCheck, form: CheckForm) -> SupervisionCheck:
    """The check as the form says."""
    return replace(check, **form.cleaned_data)


def _page(visit: Visit, judged: Judged, found: SupervisionCheck, *, bound: Form | None = None) -> HttpResponse:
    today, slug = day_of(judged.dossier), visit.municipality.slug
    may = visit.moment is None and can(visit.actor, PLAN) and found.was_done is None
    sections = (
        Section(
            anchor="what",
            title=_("What is looked at"),
            about="",
            definitions=tuple(check_definitions(found)),
            edit_url=url_of(visit, "check-edit", found.id) if may else "",
            links=sample_links(found, judged.dossier.samples, slug),
        ),
        Section(
            anchor="outcome",
            title=_("What came of it"),
            about="",
            definitions=tuple(outcome_definitions(found, today)),
            folds=(_close_fold(visit, found, bound),) if may else (),
        ),
    )
    badge = check_badge(found, today)
    return record_of(visit, every=_every(visit), title=found.topic, sections=sections, badge=badge)


def _close_fold(visit: Visit, found: SupervisionCheck, bound: Form | None) -> Fold:
    unbound = CloseCheckForm(auto_id="close-%s", initial={"revision": found.revision, "closed_on": clock.today()})
    return Fold(
        title=_("Close this check"),
        button=_("Record what came of it"),
        url=url_of(visit, "check-close", found.id),
        form=bound or unbound,
        anchor="outcome",
    )


def plan_title() -> str:
    """What the plan is called."""
    return _("Supervision plan")


def _every(visit: Visit) -> Link:
    return Link(label=plan_title(), url=url_of(visit, "supervision"))
