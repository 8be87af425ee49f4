"""What the dossier said month by month, per Part, and the cases behind each number as they were at that moment."""

import datetime as dt
from dataclasses import replace

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from gemeentedossier.assessment.engine.assess import day_of
from gemeentedossier.assessment.engine.lots import InLots, lots_in
from gemeentedossier.assessment.facts import Judged
from gemeentedossier.assessment.queries import judged_of
from gemeentedossier.catalogue.facts.rules import Part
from gemeentedossier.design.enums import Weight
from gemeentedossier.design.parts import Action, Link
from gemeentedossier.desk.presenters.charts import figures_title
from gemeentedossier.desk.presenters.finding_list import findings_pagination
from gemeentedossier.desk.presenters.findings import shown_findings
from gemeentedossier.desk.presenters.frame import account_crumbs, frame_for
from gemeentedossier.desk.presenters.over_time import (
    NOW,
    OverTime,
    chosen_name,
    counted_note,
    month_lead,
    month_name,
    month_of,
    now_name,
    over_time_title,
    parts_table,
)
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.desk.views.judged import judged_by
from gemeentedossier.desk.views.mending import reader_of
from gemeentedossier.desk.views.weighed_pages import url_of
from gemeentedossier.foundation import clock
from gemeentedossier.method.engine.months import count_parts, counted_lots
from gemeentedossier.method.enums import CountedOutcome
from gemeentedossier.method.queries import month_counts, months_known

VIEW = "assessment.view_findings"
PAGE = 50


def over_time_of(visit: Visit, judged: Judged) -> OverTime:
    """The months until the moment that is looked at, with what is found at it."""
    days = months_known(day_of(judged.dossier))
    return OverTime(
        slug=visit.municipality.slug,
        days=days,
        counts=month_counts(days),
        now=count_parts(lots_in(judged.assessment)),
        edition=judged.assessment.catalogue_version,
        past=_past(visit),
    )


@staff(VIEW)
def over_time(visit: Visit) -> HttpResponse:
    """A chart for all Parts together, and one for each."""
    found = over_time_of(visit, judged_by(visit))
    crumbs = account_crumbs(visit, (figures_title(), url_of(visit, "figures")), over_time_title())
    shown = {
        "frame": frame_for(visit, place="desk:accountability", crumbs=crumbs),
        "title": over_time_title(),
        "lead": _("Whether it went better or worse, and in which Part. Every number leads to its cases of then."),
        "charts": (found.chart(), *(found.chart(part) for part in Part)),
    }
    return render(visit.request, "desk/figures.html", shown)


@staff(VIEW)
def one_month(visit: Visit, month: str) -> HttpResponse:
    """What stood at the end of one month per Part, and the cases of the number that is asked for."""
    on = None if month == NOW else _known(visit, month)
    seen = replace(visit, moment=clock.end_of(on)) if on else visit
    judged, query = judged_of(visit.municipality, moment=seen.moment), visit.request.GET
    lots = lots_in(judged.assessment)
    parts, part, outcome = count_parts(lots), _part(query.get("part", "")), _outcome(query.get("outcome", ""))
    count = next(iter(month_counts((on,))), None) if on else None
    title = month_name(on) if on else now_name(_past(visit))
    steps = ((figures_title(), url_of(visit, "figures")), (over_time_title(), url_of(visit, "figures-over-time")))
    page = Paginator(InLots(counted_lots(lots, part=part, outcome=outcome)), PAGE).get_page(query.get("page"))
    chosen = part or outcome
    shown = {
        "frame": frame_for(visit, place="desk:accountability", crumbs=account_crumbs(visit, *steps, title)),
        "title": title,
        "lead": month_lead(on, _past(visit)),
        "step": _turning(visit, seen.moment) if on else None,
        "links": (Link(label=over_time_title(), url=url_of(visit, "figures-over-time")),),
        "table": parts_table(parts, title),
        "note": counted_note(count, parts) if on else "",
        "chosen": chosen_name(part, outcome),
        "cases": shown_findings(page, judged, reader_of(seen, judged)) if chosen else (),
        "pagination": findings_pagination(page, query=query) if chosen else None,
        "is_past": on is not None,
    }
    return render(visit.request, "desk/over_time_month.html", shown)


def _past(visit: Visit) -> dt.date | None:
    return visit.today() if visit.moment else None


def _known(visit: Visit, month: str) -> dt.date:
    on = month_of(month, months_known(visit.today()))
    if on is None:
        raise Http404
    return on


def _turning(visit: Visit, moment: dt.datetime | None) -> Action | None:
    """The step that turns the whole desk to the end of the month."""
    if moment is None:
        return None
    return Action(
        label=_("See everything as it was then"),
        url=url_of(visit, "moment"),
        weight=Weight.SECONDARY,
        posts=True,
        name="moment",
        value=moment.isoformat(),
        next_url=url_of(visit, "findings"),
    )


def _part(asked: str) -> Part | None:
    return Part(asked) if asked in set(Part) else None


def _outcome(asked: str) -> CountedOutcome | None:
    return CountedOutcome(asked) if asked in set(CountedOutcome) else None
