"""What happened to an activity, and its adopted versions."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render

from gemeentedossier.design.paging import page_links
from gemeentedossier.design.parts import Pagination
from gemeentedossier.desk.presenters.activity.history import timeline_of, versions_shown
from gemeentedossier.desk.presenters.activity.review import review_of
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.desk.views.activity import page_frame
from gemeentedossier.desk.views.activity_sight import sight_of
from gemeentedossier.dossier.register.queries.history import happenings_of
from gemeentedossier.dossier.register.queries.steps import version_entries
from gemeentedossier.organisation.permissions import can

PAGE = 25


@staff("register.view_activity")
def history(visit: Visit, activity_id: UUID) -> HttpResponse:
    """Every verb on the activity and its parts, newest first; in the past only what had happened by then."""
    sight = sight_of(visit, activity_id)
    moment = visit.moment
    happened = [each for each in happenings_of(activity_id) if moment is None or each.numbered_at <= moment]
    page = Paginator(happened, PAGE).get_page(visit.request.GET.get("page"))
    last = page.paginator.num_pages
    pages = page_links(current=page.number, last=last, url_for=lambda number: f"?page={number}") if last > 1 else ()
    shown = {
        **page_frame(visit, sight, tab="desk:activity-history"),
        "entries": timeline_of(page.object_list, sight),
        "pagination": Pagination(pages=pages),
    }
    return render(visit.request, "desk/activity/history.html", shown)


@staff("register.view_activity")
def versions(visit: Visit, activity_id: UUID) -> HttpResponse:
    """The adopted versions with their permanent addresses, and what changed in each."""
    sight = sight_of(visit, activity_id)
    shown = {
        **page_frame(visit, sight, tab="desk:activity-versions"),
        "entries": versions_shown(
            sight, version_entries(activity_id) if can(visit.actor, "ledger.view_ledger") else {}
        ),
        "review": review_of(sight) if sight.activity.version else None,
        "back_url": sight.url,
    }
    return render(visit.request, "desk/activity/versions.html", shown)
