"""Search in everything that the dossier holds, as it is now or was at the moment that is looked at."""

from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.catalogue.queries import catalogue_at
from gemeentedossier.design.parts import Link
from gemeentedossier.desk.actions.filters import filters_of
from gemeentedossier.desk.forms.guided import labels_in
from gemeentedossier.desk.presenters.accountability import account_places
from gemeentedossier.desk.presenters.activity.wording import language
from gemeentedossier.desk.presenters.filters import filter_links
from gemeentedossier.desk.presenters.found import (
    criteria_found,
    groups_of,
    kinds,
    lead,
    names_of,
    nearest_of,
    nothing_found,
    pages_found,
)
from gemeentedossier.desk.presenters.frame import SEARCH, frame_for
from gemeentedossier.desk.presenters.guidance_page import fields_found
from gemeentedossier.desk.presenters.today import EVERY
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.desk.views.judged import judged_by
from gemeentedossier.dossier.snapshot.queries import stems_of
from gemeentedossier.dossier.snapshot.search import find, meant
from gemeentedossier.foundation.addresses import reverse

LONGEST = 200
"""How many characters of a question are read."""


@staff("desk.view_home")
def search(visit: Visit) -> HttpResponse:
    """Look for words in every record and criterion; ``kind`` shows all that was found of one kind.

    As a list for who goes straight to a record by the keyboard, only the nearest.
    """
    slug, spoken, catalogue = visit.municipality.slug, language(), catalogue_at(visit.moment)
    query = visit.request.GET.get("q", "").strip()[:LONGEST]
    only = visit.request.GET.get("kind", "")
    stems, dossier = stems_of(query), judged_by(visit).dossier
    frame = frame_for(visit, place=SEARCH)
    lists = (
        Link(label=name, url=reverse(f"desk:{EVERY[kind]}", args=[slug]))
        for kind, name in kinds().items()
        if kind in EVERY
    )
    places = [Link(label=each.label, url=each.url) for each in frame.places]
    rail = {each.url for each in places}
    account = (Link(label=each.title, url=each.url) for each in account_places(visit) if each.url not in rail)
    kept = pages_found(filter_links(filters_of(visit.actor), slug), stems)
    beside = pages_found(account, stems)
    found = (
        *kept,
        *pages_found((*lists, *places), stems),
        *beside,
        *find(dossier, stems, names_of(catalogue, spoken)),
        *criteria_found(catalogue.rules.values(), stems, spoken),
        *fields_found(labels_in(spoken), stems, spoken),
    )
    if visit.request.GET.get("as") == "list":
        named = ((_("Kept filters"), kept), (_("Places"), beside))  # the places of the rail stand on every page
        pages = ({"kind": kind, "name": each.name, "url": each.id} for kind, those in named for each in those)
        return JsonResponse({"found": [*pages, *nearest_of(found, slug=slug)]})
    title = pgettext("page", "Search")
    nearest = () if found or not stems else meant(dossier, stems[0])
    shown = {
        "frame": frame,
        "title": title,
        "lead": lead(query, len(found)),
        "groups": groups_of(found, stems, slug=slug, query=query, only=only if only in kinds() else ""),
        "empty": nothing_found(query, nearest, slug=slug) if query and not found else None,
    }
    return render(visit.request, "desk/search.html", shown)
