"""What happened to an agreement."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import pgettext

from gemeentedossier.design.paging import page_links
from gemeentedossier.design.parts import Pagination
from gemeentedossier.desk.presenters.activity.wording import words_of
from gemeentedossier.desk.presenters.agreement_history import agreement_timeline
from gemeentedossier.desk.presenters.agreements import agreement_url
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.desk.views.agreements import VIEW, agreement_frame
from gemeentedossier.desk.views.judged import judged_by
from gemeentedossier.desk.views.writing import found_in
from gemeentedossier.dossier.agreements.queries import happenings_of

PAGE = 25


@staff(VIEW)
def history(visit: Visit, key: UUID) -> HttpResponse:
    """Every verb on the agreement and its parts, newest first; in the past only what had happened by then."""
    judged, moment = judged_by(visit), visit.moment
    found, back = found_in(judged.dossier.agreements, key), agreement_url(visit.municipality.slug, key)
    happened = [each for each in happenings_of(key) if moment is None or each.numbered_at <= moment]
    page = Paginator(happened, PAGE).get_page(visit.request.GET.get("page"))
    last = page.paginator.num_pages
    pages = page_links(current=page.number, last=last, url_for=lambda number: f"?page={number}") if last > 1 else ()
    shown = {
        "frame": agreement_frame(visit, found.name, back=back, last=pgettext("tab", "History")),
        "agreement": found,
        "back_url": back,
        "entries": agreement_timeline(page.object_list, judged.dossier, words_of(judged.dossier, at=visit.moment)),
        "pagination": Pagination(pages=pages),
    }
    return render(visit.request, "desk/agreement_history.html", shown)
