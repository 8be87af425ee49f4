"""What happened to a system, a measure, and the levels and access of an activity."""

from collections.abc import Iterable
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import pgettext

from gemeentedossier.assessment.facts import Judged
from gemeentedossier.design.paging import page_links
from gemeentedossier.design.parts import Pagination
from gemeentedossier.desk.presenters.activity.wording import words_of
from gemeentedossier.desk.presenters.security_history import security_timeline
from gemeentedossier.desk.queries import measure_happenings, sheet_happenings, system_happenings
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.desk.views.judged import judged_by
from gemeentedossier.desk.views.security_pages import VIEW, security_frame
from gemeentedossier.desk.views.security_sheet import activity_in
from gemeentedossier.desk.views.writing import found_in
from gemeentedossier.dossier.register.queries.history import Happening
from gemeentedossier.foundation.addresses import reverse

PAGE = 25


@staff("assets.view_system")
def system_history(visit: Visit, key: UUID) -> HttpResponse:
    """Every verb on a system, its levels and the plans and reviews of its log, newest first."""
    judged = judged_by(visit)
    found = found_in(judged.dossier.systems, key)
    back = reverse("desk:system", args=[visit.municipality.slug, key])
    return _page(visit, judged, system_happenings(key), name=found.name, back=back)


@staff("assets.view_measure")
def measure_history(visit: Visit, key: UUID) -> HttpResponse:
    """Every verb on a measure and what shows it, newest first."""
    judged = judged_by(visit)
    found = found_in(judged.dossier.measures, key)
    back = reverse("desk:measure", args=[visit.municipality.slug, key])
    return _page(visit, judged, measure_happenings(key), name=found.name, back=back)


@staff(VIEW)
def sheet_history(visit: Visit, activity_id: UUID) -> HttpResponse:
    """Every verb on the levels, the access and the plan for an outage of an activity, newest first."""
    judged = judged_by(visit)
    found = activity_in(judged, activity_id)
    back = reverse("desk:activity-security", args=[visit.municipality.slug, activity_id])
    return _page(visit, judged, sheet_happenings(activity_id), name=found.name, back=back)


def _page(visit: Visit, judged: Judged, happenings: Iterable[Happening], *, name: str, back: str) -> HttpResponse:
    """A page of the timeline; in the past only what had happened by then."""
    moment = visit.moment
    happened = [each for each in happenings if moment is None or each.numbered_at <= moment]
    page = Paginator(happened, PAGE).get_page(visit.request.GET.get("page"))
    last = page.paginator.num_pages
    pages = page_links(current=page.number, last=last, url_for=lambda number: f"?page={number}") if last > 1 else ()
    shown = {
        "frame": security_frame(visit, name, back=back, last=pgettext("tab", "History")),
        "name": name,
        "back_url": back,
        "entries": security_timeline(page.object_list, judged.dossier, words_of(judged.dossier, at=moment)),
        "pagination": Pagination(pages=pages),
    }
    return render(visit.request, "desk/organisation_history.html", shown)
