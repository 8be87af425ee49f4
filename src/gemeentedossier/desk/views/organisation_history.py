"""What happened to what is recorded of the municipality itself."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import pgettext

from gemeentedossier.design.paging import page_links
from gemeentedossier.design.parts import Pagination
from gemeentedossier.desk.presenters.activity.wording import words_of
from gemeentedossier.desk.presenters.frame import account_crumbs, frame_for
from gemeentedossier.desk.presenters.organisation_history import organisation_timeline
from gemeentedossier.desk.queries import organisation_happenings
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.desk.views.judged import judged_by
from gemeentedossier.desk.views.organisation import VIEW, page_title
from gemeentedossier.foundation.addresses import reverse

PAGE = 25


@staff(VIEW)
def history(visit: Visit) -> HttpResponse:
    """Every verb on the municipality, its bodies, units, people and roles; in the past only what had happened."""
    moment, back = visit.moment, reverse("desk:organisation", args=[visit.municipality.slug])
    happened = [each for each in organisation_happenings() if moment is None or each.numbered_at <= moment]
    page = Paginator(happened, PAGE).get_page(visit.request.GET.get("page"))
    last = page.paginator.num_pages
    pages = page_links(current=page.number, last=last, url_for=lambda number: f"?page={number}") if last > 1 else ()
    title = pgettext("tab", "History")
    shown = {
        "frame": frame_for(
            visit, place="desk:accountability", crumbs=account_crumbs(visit, (page_title(), back), title)
        ),
        "name": page_title(),
        "back_url": back,
        "entries": organisation_timeline(page.object_list, words_of(judged_by(visit).dossier, at=moment).names),
        "pagination": Pagination(pages=pages),
    }
    return render(visit.request, "desk/organisation_history.html", shown)
