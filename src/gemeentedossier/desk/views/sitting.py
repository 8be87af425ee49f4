"""The first activity in one sitting: what is done, and what comes now."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render

from gemeentedossier.assessment.facts import Judged
from gemeentedossier.desk.presenters.frame import SITTING
from gemeentedossier.desk.presenters.sitting import Sitting, chosen, further, others, stations
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.desk.views.judged import judged_by
from gemeentedossier.desk.views.method import VIEW, method_frame, method_sight, sitting_title
from gemeentedossier.dossier.register.facts import Activity


@staff(VIEW)
def sitting(visit: Visit) -> HttpResponse:
    """Every station of the sitting; ``?activity=`` chooses the record that it is about."""
    judged = judged_by(visit)
    at = Sitting(judged=judged, sight=method_sight(visit, judged), activity=_activity(visit, judged))
    title, found = sitting_title(), stations(at)
    _remember(visit, goes_on=any(each.is_next for each in found))
    shown = {
        "frame": method_frame(visit, title),
        "title": title,
        "stations": found,
        "others": others(at),
        "further": further(at) if not any(each.is_next for each in found) else (),
    }
    return render(visit.request, "desk/sitting.html", shown)


def _remember(visit: Visit, *, goes_on: bool) -> None:
    """Keep that somebody is in the middle of it, so that every page leads back; until it is done."""
    session = visit.request.session
    if goes_on and not visit.moment and session.get(SITTING) != visit.municipality.slug:
        session[SITTING] = visit.municipality.slug
    elif not goes_on and SITTING in session:
        del session[SITTING]


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
