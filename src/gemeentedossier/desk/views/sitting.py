"""The first activity in one sitting: what is done, and what comes now."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render

from gemeentedossier.assessment.facts import Judged
from gemeentedossier.desk.presenters.sitting import Sitting, chosen, others, stations
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.desk.views.findings import judged_by
from gemeentedossier.desk.views.method import VIEW, method_frame, method_sight, sitting_title
from gemeentedossier.dossier.register.facts import Activity


@staff(VIEW)
def sitting(visit: Visit) -> HttpResponse:
    """Every station of the sitting; ``?activity=`` chooses the record that it is about."""
    judged = judged_by(visit)
    at = Sitting(judged=judged, sight=method_sight(visit, judged), activity=_activity(visit, judged))
    title = sitting_title()
    shown = {
        "frame": method_frame(visit, title),
        "title": title,
        "stations": stations(at),
        "others": others(at),
    }
    return render(visit.request, "desk/sitting.html", shown)


def _activity(visit: Visit, judged: Judged) -> Activity | None:
    wanted = visit.request.GET.get("activity", "")
    if not wanted:
        return chosen(judged, None)
    try:
        found = chosen(judged, UUID(wanted))
    except ValueError as error:
        raise Http404 from error
    if found is None:
        raise Http404
    return found
