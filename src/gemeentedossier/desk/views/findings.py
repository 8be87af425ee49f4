"""What was found: every finding, the worst first."""

from collections.abc import Iterable
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render

from gemeentedossier.assessment.engine.lots import InLots, Lot, lots_in, lots_of
from gemeentedossier.assessment.facts import Judged
from gemeentedossier.desk.enums import FilterPlace
from gemeentedossier.desk.forms.findings import FindingsFilter, Wanted, beside_the_register
from gemeentedossier.desk.presenters.activity.wording import language
from gemeentedossier.desk.presenters.filters import filters_on
from gemeentedossier.desk.presenters.finding_list import (
    BY_RULE,
    by_rule,
    findings_pagination,
    grouping_tabs,
    nothing_found,
    outcome_tabs,
    rules_table,
    with_changes,
)
from gemeentedossier.desk.presenters.findings import shown_findings
from gemeentedossier.desk.presenters.frame import frame_for
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.desk.views.filters import kept_above
from gemeentedossier.desk.views.judged import judged_by
from gemeentedossier.desk.views.mending import reader_of
from gemeentedossier.foundation.addresses import reverse

PAGE = 50


@staff("assessment.view_findings")
def findings(visit: Visit) -> HttpResponse:
    """Filter, group and page through the findings."""
    kept, instead = kept_above(visit, FilterPlace.FINDINGS)
    if instead:
        return redirect(instead)
    judged, query, slug = judged_by(visit), visit.request.GET, visit.municipality.slug
    every = lots_in(judged.assessment)
    filters = FindingsFilter(query.dict(), judged=judged, lots=every)
    wanted = filters.wanted()
    fitting = _fitting(wanted, judged, every)
    chosen = [lot for lot in fitting if wanted.has_outcome(lot)]
    activity = next((a for a in judged.dossier.activities if str(a.id) == wanted.activity), None)
    shown = {
        "frame": frame_for(visit, place="desk:findings"),
        "filters": filters,
        "on": filters_on(filters, query),
        "url": reverse("desk:findings", args=[slug]) + "?all=1",
        "kept": kept,
        "tabs": outcome_tabs(fitting, query=query),
        "grouping": grouping_tabs(query),
        "only_of": activity.name if activity else "",
        "without_activity": with_changes(query, activity="", page=""),
        "faults": tuple(each.in_language(language()) for each in judged.assessment.faults),
        "empty": nothing_found(
            slug,
            is_narrowed=wanted != Wanted(outcome=wanted.outcome, counted=wanted.counted),
            has_activities=bool(judged.dossier.activities),
        ),
        **_listed(chosen, judged, visit),
    }
    return render(visit.request, "desk/findings.html", shown)


def _fitting(wanted: Wanted, judged: Judged, every: Iterable[Lot]) -> list[Lot]:
    """The findings that are wanted, whatever their outcome."""
    if wanted.is_about_some:
        about: set[UUID | None] = {key for key, each in judged.activities.items() if wanted.fits_activity(each)}
        about |= {None} if wanted.is_about_the_whole else set()
        agreed = {each.id for each in beside_the_register(judged.dossier) if wanted.fits_beside(each)}
        cases = judged.assessment.cases
        every = lots_of(each for each in cases if each.case.activity_id in about or each.case.id in agreed)
    return [lot for lot in every if wanted.fits_rule(lot.rule)]


def _listed(chosen: list[Lot], judged: Judged, visit: Visit) -> dict[str, object]:
    query = visit.request.GET
    if query.get("group") == BY_RULE:
        groups = Paginator(by_rule(chosen), PAGE).get_page(query.get("page"))
        table = rules_table(list(groups), query=query) if chosen else None
        return {"table": table, "pagination": findings_pagination(groups, query=query)}
    page = Paginator(InLots(chosen), PAGE).get_page(query.get("page"))
    return {
        "cases": shown_findings(page, judged, reader_of(visit, judged)),
        "pagination": findings_pagination(page, query=query),
    }
