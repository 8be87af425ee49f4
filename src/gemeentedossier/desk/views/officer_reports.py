"""The officer's reports: a period, numbers that lead to their cases, the officer's own judgement, and adoption."""

import datetime as dt
from dataclasses import replace
from uuid import UUID

from django.core.paginator import Paginator
from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from gemeentedossier.assessment.facts import Judged
from gemeentedossier.assessment.queries import judged_of
from gemeentedossier.catalogue.queries import catalogue_at
from gemeentedossier.design.enums import Shape, Tone, Weight
from gemeentedossier.design.paging import page_links
from gemeentedossier.design.parts import Action, Alert, Link, Pagination
from gemeentedossier.desk.forms.officer import AdoptForm, DiscardForm, JudgementForm, PeriodForm
from gemeentedossier.desk.presenters.agreement import Fold, Section
from gemeentedossier.desk.presenters.documents import language_tabs
from gemeentedossier.desk.presenters.officer_reports import (
    begin_label,
    cases_table,
    figure_name,
    figure_sections,
    judgement_definitions,
    no_reports,
    period_told,
    report_badge,
    reports_table,
)
from gemeentedossier.desk.presenters.officer_samples import records_in
from gemeentedossier.desk.presenters.paper import paper_on_page
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.desk.views.document_places import places_in
from gemeentedossier.desk.views.judged import judged_by
from gemeentedossier.desk.views.method_paper import FORMS
from gemeentedossier.desk.views.officer_pages import VIEW, asking, list_of, officer_frame, record_of
from gemeentedossier.desk.views.papers import answer_with, form_of, language_of
from gemeentedossier.desk.views.weighed_pages import url_of
from gemeentedossier.desk.views.writing import done, found_in
from gemeentedossier.documents.actions.papers import file_of
from gemeentedossier.documents.engine.blocks import Document
from gemeentedossier.documents.engine.composition.material import Material
from gemeentedossier.documents.engine.rendering import Format
from gemeentedossier.documents.queries import clause_library
from gemeentedossier.dossier.evidence.actions.evidence import add_file
from gemeentedossier.dossier.governance.actions.reports import (
    WRITE,
    adopt_report,
    begin_report,
    check_ready,
    discard_report,
    write_report,
)
from gemeentedossier.dossier.governance.facts import OfficerReport
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.method.engine.officer_figures import Figure, Period, figures_of
from gemeentedossier.method.engine.officer_paper import compose_report
from gemeentedossier.organisation.permissions import can, check_permitted

PAGE = 50


@staff(VIEW)
def reports(visit: Visit) -> HttpResponse:
    """The reports; a draft only for an officer."""
    slug, writes = visit.municipality.slug, can(visit.actor, WRITE)
    shown = [each for each in judged_by(visit).dossier.officer_reports if each.is_adopted or writes]
    may = visit.moment is None and writes
    button = Action(label=begin_label(), url=url_of(visit, "officer-report-new"), weight=Weight.PRIMARY)
    return list_of(
        visit,
        title=reports_title(),
        lead=_("What the officer tells about a period: an own judgement, and numbers that lead to their cases."),
        table=reports_table(shown, slug),
        empty=no_reports(slug, may_write=may),
        step=button if may and shown else None,
    )


@staff(WRITE, only_now=True)
def new(visit: Visit) -> HttpResponse:
    """Begin the report of a period; the last year that is over stands filled in."""
    year = clock.today().year - 1
    held = {"begins_on": dt.date(year, 1, 1), "ends_on": dt.date(year, 12, 31)}
    form = PeriodForm(visit.request.POST or None, initial=held)
    made: list[OfficerReport] = []

    def write() -> None:
        given = form.cleaned_data
        made.append(begin_report(given["begins_on"], ends_on=given["ends_on"], by=visit.actor))

    if done(visit, form, write, said=_("The numbers of this period stand below. Write your judgement beside them.")):
        return redirect(url_of(visit, "officer-report", made[0].id))
    lead = _("Only you read a draft. Once it is adopted, it stays as it is.")
    return asking(visit, form, title=begin_label(), every=_every(visit), lead=lead, button=_("Begin"))


@staff(VIEW)
def report(visit: Visit, key: UUID) -> HttpResponse:
    """One report: the judgement and the numbers."""
    return _page(visit, _readable(visit, key))


@staff(VIEW)
def figure(visit: Visit, key: UUID, figure: str) -> HttpResponse:
    """The cases that one number counts."""
    found = _readable(visit, key)
    chosen = next((each for each in _figures(visit, found) if each.id == figure), None)
    if chosen is None:
        raise Http404
    page = Paginator(chosen.cases, PAGE).get_page(visit.request.GET.get("page"))
    last = page.paginator.num_pages
    pages = page_links(current=page.number, last=last, url_for=lambda number: f"?page={number}") if last > 1 else ()
    here = Link(label=period_told(found), url=url_of(visit, "officer-report", key))
    shown = {
        "frame": officer_frame(visit, _every(visit), here, figure_name(chosen)),
        "title": figure_name(chosen),
        "lead": f"{period_told(found)}: {chosen.number}",
        "table": cases_table(page.object_list, visit.municipality.slug, known=records_in(judged_by(visit).dossier)),
        "pagination": Pagination(pages=pages),
        "links": (here,),
    }
    return render(visit.request, "desk/officer_figure.html", shown)


@staff(WRITE)
def write(visit: Visit, key: UUID) -> HttpResponse:
    """Write the officer's own judgement; only asked by POST."""
    found, back = _readable(visit, key), url_of(visit, "officer-report", key)
    if visit.request.method != "POST":
        return redirect(back)
    form = JudgementForm(visit.request.POST, record=found, auto_id="write-%s")
    if done(visit, form, lambda: write_report(key, by=visit.actor, **form.cleaned_data)):
        return redirect(back)
    return _page(visit, found, bound=form)


@staff(WRITE)
def adopt(visit: Visit, key: UUID) -> HttpResponse:
    """Adopt the report and keep its text as evidence; only asked by POST."""
    found, back = _readable(visit, key), url_of(visit, "officer-report", key)
    if visit.request.method != "POST":
        return redirect(back)
    check_ready(found)  # told on the page where they came from: what is not ready has no form to say it in
    if not _had_begun(visit, found):
        raise Refused(_not_begun())
    form = AdoptForm(visit.request.POST, auto_id="adopt-%s")
    said = _("The report is adopted. Its text is kept as evidence, and the ledger holds both.")
    if done(visit, form, lambda: _adopt(visit, found, form.cleaned_data["revision"]), said=said):
        return redirect(back)
    return _page(visit, found, bound=form)


@staff(WRITE)
def discard(visit: Visit, key: UUID) -> HttpResponse:
    """Throw a draft away with the reason; only asked by POST."""
    found = _readable(visit, key)
    if visit.request.method != "POST":
        return redirect(url_of(visit, "officer-report", key))
    form = DiscardForm(visit.request.POST, auto_id="discard-%s", initial={"revision": found.revision})
    said = _("The draft is thrown away. The ledger keeps that it was there, and why it went.")
    if done(visit, form, lambda: discard_report(key, by=visit.actor, **form.cleaned_data), said=said):
        return redirect(url_of(visit, "officer-reports"))
    return _page(visit, found, bound=form)


@staff(VIEW)
def text(visit: Visit, key: UUID) -> HttpResponse:
    """The report as a document; a click on a sentence shows what it rests on."""
    found, language = _readable(visit, key), language_of(visit)
    document = _paper(visit, found, language)
    url = url_of(visit, "officer-report", key)
    files = tuple(
        Action(
            label=form.value.upper(),
            url=f"{url_of(visit, 'officer-report-file', key, form.value)}?language={language}",
            weight=Weight.SUBTLE,
        )
        for form in FORMS
    )
    here = Link(label=period_told(found), url=url)
    shown = {
        "frame": officer_frame(visit, _every(visit), here, document.subject),
        "title": document.subject,
        "languages": language_tabs(language),
        "files": files,
        "paper": paper_on_page(document, places_in(judged_by(visit).dossier, visit.municipality.slug)),
    }
    return render(visit.request, "desk/document.html", shown)


@staff(VIEW)
def file(visit: Visit, key: UUID, form: str) -> HttpResponse:
    """The report as a file."""
    document = _paper(visit, _readable(visit, key), language_of(visit))
    made = file_of(document, form_of(form), name=f"{visit.municipality.slug}-officer-report")
    return answer_with(made.content, name=made.name, media_type=made.media_type)


def _readable(visit: Visit, key: UUID) -> OfficerReport:
    """The report; what is not adopted, only an officer reads (GDPR 38(3))."""
    found = found_in(judged_by(visit).dossier.officer_reports, key)
    if not found.is_adopted:
        check_permitted(visit.actor, WRITE)
    return found


def _judged(visit: Visit, found: OfficerReport) -> Judged:
    """The dossier as it was at the end of the period; while that runs, as the visit sees it."""
    over = Period(found.begins_on, found.ends_on).last_moment
    seen = visit.moment or clock.now()
    return judged_of(visit.municipality, moment=over) if over < seen else judged_by(visit)


def _figures(visit: Visit, found: OfficerReport) -> tuple[Figure, ...]:
    judged = _judged(visit, found)
    period = Period(found.begins_on, found.ends_on)
    return figures_of(judged, catalogue_at(visit.moment), period, today=visit.today())


def _paper(visit: Visit, found: OfficerReport, language: str) -> Document:
    judged, catalogue = _judged(visit, found), catalogue_at(visit.moment)
    material = Material(
        dossier=judged.dossier, catalogue=catalogue, library=clause_library(), assessment=judged.assessment
    )
    return compose_report(material, found, _figures(visit, found), language=language)


def _adopt(visit: Visit, found: OfficerReport, revision: int) -> None:
    """Keep the text as it will stand, and adopt the report with it."""
    check_ready(found)
    stands = replace(found, adopted_by=visit.actor.name, adopted_at=clock.now())
    made = file_of(_paper(visit, stands, language_of(visit)), Format.PDF, name=f"{visit.municipality.slug}-officer")
    title = _("Report of the officer, %(period)s") % {"period": period_told(found)}
    kept = add_file(made.content, file_name=made.name, title=title, valid_until=None, by=visit.actor)
    adopt_report(found.id, evidence_id=kept.id, revision=revision, by=visit.actor)


def _page(visit: Visit, found: OfficerReport, *, bound: Form | None = None) -> HttpResponse:
    slug, key = visit.municipality.slug, found.id
    may = visit.moment is None and can(visit.actor, WRITE) and not found.is_adopted
    judgement = Section(
        anchor="judgement",
        title=_("Judgement of the officer"),
        about=_("The numbers below decide nothing: the judgement is the officer's own."),
        definitions=tuple(judgement_definitions(found, slug)),
        folds=_folds(visit, found, bound) if may else (),
    )
    sections = (judgement, *figure_sections(found, _figures(visit, found), slug))
    return record_of(
        visit,
        every=_every(visit),
        title=_("Report of the officer, %(period)s") % {"period": period_told(found)},
        sections=sections,
        links=(Link(label=_("The report as a document"), url=url_of(visit, "officer-report-text", key)),),
        badge=report_badge(found),
        alert=_running(found) or _empty_then(visit, found),
    )


def _running(found: OfficerReport) -> Alert | None:
    if found.ends_on < clock.today():
        return None
    text = _("The numbers are those of now and can still change. Adopt the report on the day after the last day.")
    return Alert(title=_("This period is not over"), text=text, tone=Tone.NOTE, shape=Shape.INFORMATION)


def _empty_then(visit: Visit, found: OfficerReport) -> Alert | None:
    """That this dossier held nothing yet at the end of the period, so that noughts are not read as good news."""
    if _had_begun(visit, found):
        return None
    title = _("This dossier had not begun then")
    return Alert(title=title, text=_not_begun(), tone=Tone.ATTENTION, shape=Shape.INFORMATION)


def _had_begun(visit: Visit, found: OfficerReport) -> bool:
    """Whether an activity stood in the dossier at the end of the period, or none does now either."""
    return bool(_judged(visit, found).dossier.activities) or not judged_by(visit).dossier.activities


def _not_begun() -> str:
    return _(
        "The numbers are those of the last day, and on that day no processing activity stood in this dossier: noughts "
        "tell nothing of how it was. Such a report cannot be adopted; choose a period that ends later."
    )


def _folds(visit: Visit, found: OfficerReport, bound: Form | None) -> tuple[Fold, ...]:
    unbound = JudgementForm(record=found, auto_id="write-%s")
    writing = Fold(
        title=_("Write the judgement"),
        button=_("Save the judgement"),
        url=url_of(visit, "officer-report-write", found.id),
        form=bound if isinstance(bound, JudgementForm) else unbound,
        anchor="judgement",
        opened=not found.judgement,
    )
    undiscarded = DiscardForm(auto_id="discard-%s", initial={"revision": found.revision})
    discarding = Fold(
        title=_("Throw this draft away"),
        button=_("Throw away"),
        url=url_of(visit, "officer-report-discard", found.id),
        form=bound if isinstance(bound, DiscardForm) else undiscarded,
        anchor="judgement",
    )
    if found.ends_on >= clock.today() or not _had_begun(visit, found):
        return writing, discarding
    unadopted = AdoptForm(auto_id="adopt-%s", initial={"revision": found.revision})
    adopting = Fold(
        title=_("Adopt this report"),
        button=_("Adopt: nothing changes after this"),
        url=url_of(visit, "officer-report-adopt", found.id),
        form=bound if type(bound) is AdoptForm else unadopted,
        anchor="judgement",
    )
    return writing, adopting, discarding


def reports_title() -> str:
    """What the list is called."""
    return _("Reports of the officer")


def _every(visit: Visit) -> Link:
    return Link(label=reports_title(), url=url_of(visit, "officer-reports"))
