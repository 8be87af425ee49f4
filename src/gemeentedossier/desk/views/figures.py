"""The dossier in charts: what stands open, how mature it is, what came in and was in time, and what the weeks ask."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.assessment.engine.lots import lots_in
from gemeentedossier.assessment.engine.retained import systems_retained
from gemeentedossier.assessment.facts import Judged
from gemeentedossier.catalogue.queries import catalogue_at
from gemeentedossier.design.charts import Chart
from gemeentedossier.design.parts import Crumb, Link
from gemeentedossier.desk.presenters.charts import (
    agenda_chart,
    breaches_chart,
    figures_title,
    findings_chart,
    maturity_chart,
    requests_chart,
    retention_chart,
)
from gemeentedossier.desk.presenters.frame import frame_for
from gemeentedossier.desk.presenters.maturity import shown_themes
from gemeentedossier.desk.presenters.over_time import over_time_title
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.desk.views.agenda import agenda_of
from gemeentedossier.desk.views.breach_pages import sight_of
from gemeentedossier.desk.views.judged import judged_by
from gemeentedossier.desk.views.over_time import over_time_of
from gemeentedossier.desk.views.request_pages import request_sight
from gemeentedossier.desk.views.weighed_pages import url_of
from gemeentedossier.method.engine.maturity import maturity_of


@staff("assessment.view_findings")
def figures(visit: Visit) -> HttpResponse:
    """Every chart on one page, each with its table, of now or of the moment that is looked at."""
    judged = judged_by(visit)
    crumbs = (
        Crumb(label=pgettext("place in the rail", "Accountability"), url=url_of(visit, "accountability")),
        Crumb(label=figures_title()),
    )
    shown = {
        "frame": frame_for(visit, place="desk:accountability", crumbs=crumbs),
        "title": figures_title(),
        "lead": _("What the dossier says, to be seen at once. Every bar leads to the cases that it counts."),
        "links": (Link(label=over_time_title(), url=url_of(visit, "figures-over-time")),),
        "charts": (
            findings_chart(lots_in(judged.assessment), visit.municipality.slug),
            over_time_of(visit, judged).chart(),
            maturity_now(visit, judged),
            retention_chart(systems_retained(judged), visit.municipality.slug),
            breaches_chart(sight_of(visit, judged), url_of(visit, "breaches")),
            requests_chart(request_sight(visit, judged), url_of(visit, "requests")),
            agenda_chart(agenda_of(visit), url_of(visit, "agenda")),
        ),
    }
    return render(visit.request, "desk/figures.html", shown)


def maturity_now(visit: Visit, judged: Judged) -> Chart:
    """The levels of the themes as a chart."""
    catalogue = catalogue_at(visit.moment)
    themes = maturity_of(judged, catalogue)
    shown = shown_themes(themes, catalogue, visit.municipality.slug)
    return maturity_chart(themes, shown, url_of(visit, "maturity"), judged.dossier.ambitions)
