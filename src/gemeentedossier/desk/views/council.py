"""The window for the council: eight figures, what became public since its last meeting, and the way to the register."""

import datetime as dt

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from gemeentedossier.assessment.engine.assess import day_of
from gemeentedossier.catalogue.queries import catalogue_at
from gemeentedossier.desk.forms.council import SinceFilter
from gemeentedossier.desk.presenters.breaches import real
from gemeentedossier.desk.presenters.charts import breaches_by_quarter, reported_on, requests_by_quarter
from gemeentedossier.desk.presenters.council import (
    CouncilSight,
    changes_table,
    council_title,
    indicators,
    source,
    withdrawn_since,
)
from gemeentedossier.desk.presenters.frame import account_crumbs, frame_for
from gemeentedossier.desk.presenters.in_time import is_past_unjudged
from gemeentedossier.desk.presenters.quarters import Quarter, quarters_until
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.desk.views.breach_pages import sight_of
from gemeentedossier.desk.views.judged import judged_by
from gemeentedossier.desk.views.over_time import over_time_of
from gemeentedossier.desk.views.request_pages import request_sight
from gemeentedossier.desk.views.weighed_pages import url_of
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.method.engine.officer_figures import Period, figures_of
from gemeentedossier.method.enums import CountedOutcome
from gemeentedossier.organisation.permissions import can

VIEW = "desk.view_council"
A_YEAR = dt.timedelta(days=365)


@staff(VIEW)
def council(visit: Visit) -> HttpResponse:
    """What somebody of the council reads before a debate."""
    sight = _sight(visit)
    since = SinceFilter(visit.request.GET, today=sight.today)
    works = can(visit.actor, "desk.view_home")
    crumbs = account_crumbs(visit, council_title()) if works else ()
    shown = {
        "frame": frame_for(visit, place="desk:accountability" if works else "desk:council", crumbs=crumbs),
        "title": council_title(),
        "lead": _("What the municipality does with data of people, in eight figures. No names stand here."),
        "indicators": tuple(indicators(sight)),
        "source": source(sight),
        "since": since,
        "url": url_of(visit, "council"),
        "changes": changes_table(sight, since.chosen),
        "withdrawn": withdrawn_since(sight, since.chosen),
        "register_url": reverse("portal:register", args=[visit.municipality.slug]),
    }
    return render(visit.request, "desk/council.html", shown)


def _sight(visit: Visit) -> CouncilSight:
    judged = judged_by(visit)
    today, breaches = day_of(judged.dossier), sight_of(visit, judged)
    first = quarters_until(localtime(breaches.now).date())[0]
    return CouncilSight(
        municipality=visit.municipality.name,
        judged=judged,
        today=today,
        over_time=over_time_of(visit, judged),
        figures=figures_of(judged, catalogue_at(visit.moment), Period(today - A_YEAR, today), today=today),
        breaches=breaches_by_quarter(breaches),
        requests=requests_by_quarter(request_sight(visit, judged)),
        past_unjudged=sum(
            is_past_unjudged(breaches, each) for each in real(judged.dossier) if Quarter.of(reported_on(each)) >= first
        ),
        not_in_order_url=f"{url_of(visit, 'findings')}?counted={CountedOutcome.NOT_MET.value}"
        if can(visit.actor, "assessment.view_findings")
        else "",
    )
