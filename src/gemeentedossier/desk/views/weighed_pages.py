"""What the pages of what was weighed, planned and promised have in common: one record, its forms, its history."""

from collections.abc import Callable, Collection
from uuid import UUID

from django.core.paginator import Paginator
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import pgettext

from gemeentedossier.assessment.engine.turning import turning_facts
from gemeentedossier.assessment.facts import Judged
from gemeentedossier.catalogue.facts.rules import SubjectKind
from gemeentedossier.design.paging import page_links
from gemeentedossier.design.parts import Alert, Badge, Link, Pagination
from gemeentedossier.desk.forms.risks import ReasonForm
from gemeentedossier.desk.presenters.agreement import Fold, Section
from gemeentedossier.desk.presenters.findings import Shown, shown_findings
from gemeentedossier.desk.presenters.weighed_history import weighed_timeline
from gemeentedossier.desk.rules import Visit
from gemeentedossier.desk.views.judged import judged_by
from gemeentedossier.desk.views.law_folds import open_cases
from gemeentedossier.desk.views.mending import reader_of
from gemeentedossier.desk.views.security_pages import security_frame
from gemeentedossier.desk.views.writing import done
from gemeentedossier.dossier.register.queries.history import Whole, happenings_in
from gemeentedossier.foundation.addresses import reverse

PAGE = 25


def url_of(visit: Visit, name: str, *args: object) -> str:
    """An address of the desk of this municipality."""
    return reverse(f"desk:{name}", args=[visit.municipality.slug, *args])


def cases_of(visit: Visit, judged: Judged, key: UUID) -> tuple[Shown, ...]:
    """What is open about one record, the gravest first."""
    return open_cases(visit, judged, {key}).get(key, ())


def found_of(visit: Visit, judged: Judged, keys: Collection[UUID], *, rule_id: str) -> tuple[Shown, ...]:
    """What one rule found of these records and is open."""
    own = (each for each in judged.assessment.cases if each.case.id in keys)
    about = [finding for each in own for finding in each if finding.is_open and finding.rule_id == rule_id]
    return shown_findings(about, judged, reader_of(visit, judged)) if about else ()


def counted_cases(visit: Visit, judged: Judged, names: frozenset[str]) -> tuple[Shown, ...]:
    """What is open of the municipality itself because of one of these counts, the gravest first."""
    own = (each for each in judged.assessment.cases if each.case.kind is SubjectKind.ORGANISATION)
    found = (finding for each in own for finding in each if finding.is_open)
    about = [f for f in found if names & {name.partition(".")[2] for name in turning_facts(f)}]
    return shown_findings(sorted(about, key=lambda each: each.weight), judged, reader_of(visit, judged))


def record_page(
    visit: Visit,
    *,
    every: Link,
    title: str,
    sections: tuple[Section, ...],
    links: tuple[Link, ...] = (),
    badge: Badge | None = None,
    alert: Alert | None = None,
) -> HttpResponse:
    """The page of one record; ``every`` is the list in which it stands."""
    shown = {
        "frame": security_frame(visit, str(every.label), back=every.url, last=title),
        "title": title,
        "lead": every.label,
        "lead_url": every.url,
        "sections": sections,
        "links": links,
        "badge": badge,
        "alert": alert,
    }
    return render(visit.request, "desk/weighed_record.html", shown)


def list_page(visit: Visit, *, title: str, lead: str, **more: object) -> HttpResponse:
    """A list of records of Part B."""
    shown = {"frame": security_frame(visit, title), "title": title, "lead": lead, **more}
    return render(visit.request, "desk/weighed_list.html", shown)


def history_link(url: str) -> Link:
    """The way to what happened to it."""
    return Link(label=pgettext("tab", "History"), url=url)


def reason_fold(title: str, button: str, url: str, *, bound: Form | None, anchor: str) -> Fold:
    """A form that asks why; a bound one needs attention."""
    form = bound if isinstance(bound, ReasonForm) else ReasonForm(auto_id=f"{anchor}-%s")
    return Fold(title=title, button=button, url=url, form=form, anchor=anchor)


def with_reason(
    visit: Visit, write: Callable[[str], object], *, to: str, back: str, again: Callable[[Form], HttpResponse]
) -> HttpResponse:
    """Do what asks a reason; only asked by POST. ``again`` shows the page with the form that needs attention."""
    if visit.request.method != "POST":
        return redirect(back)
    form = ReasonForm(visit.request.POST)
    if done(visit, form, lambda: write(form.cleaned_data["reason"])):
        return redirect(to)
    return again(form)


def history_page(visit: Visit, whole: Whole, key: UUID, *, title: str, back: Link, every: Link) -> HttpResponse:
    """Every verb on a record and its parts, newest first; in the past only what had happened by then."""
    moment = visit.moment
    happened = [each for each in happenings_in(whole, key) if moment is None or each.numbered_at <= moment]
    page = Paginator(happened, PAGE).get_page(visit.request.GET.get("page"))
    last = page.paginator.num_pages
    pages = page_links(current=page.number, last=last, url_for=lambda number: f"?page={number}") if last > 1 else ()
    shown = {
        "frame": security_frame(visit, str(every.label), back=every.url, last=pgettext("tab", "History")),
        "name": title,
        "back_url": back.url,
        "entries": weighed_timeline(page.object_list, judged_by(visit).dossier, at=moment),
        "pagination": Pagination(pages=pages),
    }
    return render(visit.request, "desk/organisation_history.html", shown)
