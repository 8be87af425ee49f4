"""The officer's own page."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from gemeentedossier.design.parts import Link
from gemeentedossier.desk.presenters.officer import officer_sections
from gemeentedossier.desk.presenters.officer_advice import advise_label
from gemeentedossier.desk.presenters.officer_plan import plan_label
from gemeentedossier.desk.presenters.officer_reports import begin_label
from gemeentedossier.desk.presenters.officer_samples import draw_label
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.desk.views.judged import judged_by
from gemeentedossier.desk.views.officer_pages import VIEW, advice_sight, officer_frame, officer_title
from gemeentedossier.desk.views.weighed_pages import url_of
from gemeentedossier.dossier.governance.actions.reports import WRITE
from gemeentedossier.organisation.permissions import can


@staff(VIEW)
def officer(visit: Visit) -> HttpResponse:
    """What waits, what is planned, what was drawn and reported, and where the independence is at stake."""
    writes = can(visit.actor, WRITE)
    shown = {
        "frame": officer_frame(visit),
        "title": officer_title(),
        "lead": _("The officer advises, watches and reports, independently. Only the officer writes here."),
        "sections": officer_sections(advice_sight(visit, judged_by(visit)), writes=writes),
        "links": (
            Link(label=advise_label(), url=url_of(visit, "own-advice-new")),
            Link(label=plan_label(), url=url_of(visit, "check-new")),
            Link(label=draw_label(), url=url_of(visit, "sample-new")),
            Link(label=begin_label(), url=url_of(visit, "officer-report-new")),
        )
        if writes and visit.moment is None
        else (),
    }
    return render(visit.request, "desk/supervision.html", shown)
