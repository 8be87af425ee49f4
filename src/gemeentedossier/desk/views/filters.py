"""Filters of the register and of the findings that somebody keeps by name."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from gemeentedossier.desk.actions.filters import (
    KEEP,
    SHARE,
    drop_filter,
    filters_of,
    is_kept,
    keep_filter,
    narrowing,
    open_with,
    rename_filter,
)
from gemeentedossier.desk.enums import FilterPlace
from gemeentedossier.desk.presenters.filters import Kept, every_filter, kept_filters, list_name, list_url
from gemeentedossier.desk.presenters.frame import frame_for
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.organisation.permissions import can


@staff(KEEP, writes_dossier=False)
def filters(visit: Visit) -> HttpResponse:
    """Every filter that this person may use, with its name, and how their lists open."""
    slug, found = visit.municipality.slug, filters_of(visit.actor)
    shown = {
        "frame": frame_for(visit, place=""),
        "title": _("Kept filters"),
        "lists": [(list_name(place), every_filter(found, place, slug)) for place in FilterPlace],
        "writes": visit.moment is None,
    }
    return render(visit.request, "desk/filters.html", shown)


@staff(KEEP, writes_dossier=False)
def keep(visit: Visit) -> HttpResponse:
    """Keep how a list is filtered now under a name; only asked by POST."""
    said = visit.request.POST
    place = next((each for each in FilterPlace if each.value == said.get("place")), None)
    if visit.request.method != "POST" or place is None:
        return redirect("desk:filters", visit.municipality.slug)
    query, name, replaces = said.get("query", ""), said.get("name", ""), "replaces" in said
    taken = is_kept(place, name=name, by=visit.actor)
    if taken and not replaces:
        return _asked(visit, place, name=name, query=query, shared="shared" in said)
    keep_filter(place, name=name, query=query, shared="shared" in said, by=visit.actor, replaces=replaces)
    messages.success(
        visit.request,
        _("The filter was replaced by how the list is filtered now.")
        if taken
        else _("The filter was kept. It stands above the list, and in the list of Ctrl+K."),
    )
    return redirect(list_url(place, visit.municipality.slug, narrowing(query)))


def _asked(visit: Visit, place: FilterPlace, *, name: str, query: str, shared: bool) -> HttpResponse:
    """Ask of who keeps a filter under a name that they use already: replace that one, or another name."""
    shown = {
        "frame": frame_for(visit, place=""),
        "title": _("You keep a filter of that name already"),
        "name": " ".join(name.split()),
        "told": [("place", place.value), ("query", query), *([("shared", "1")] if shared else [])],
        "list": list_url(place, visit.municipality.slug, narrowing(query)),
    }
    return render(visit.request, "desk/filter_taken.html", shown)


@staff(KEEP, writes_dossier=False)
def change(visit: Visit, key: UUID) -> HttpResponse:
    """Call a filter something else, throw it away, or let its list open with it; only asked by POST."""
    said = visit.request.POST
    if visit.request.method != "POST":
        return redirect("desk:filters", visit.municipality.slug)
    if "drop" in said:
        drop_filter(key, by=visit.actor)
        messages.success(visit.request, _("The filter was thrown away."))
    elif "open" in said:
        open_with(key, opens=said["open"] == "1", by=visit.actor)
    else:
        rename_filter(key, name=said.get("name", ""), by=visit.actor)
    return redirect("desk:filters", visit.municipality.slug)


def kept_above(visit: Visit, place: FilterPlace) -> tuple[Kept, str]:
    """What stands above a list, and the address that it opens with instead; empty where it opens as asked."""
    slug = visit.municipality.slug
    if not can(visit.actor, KEEP):
        return kept_filters((), place, slug=slug, query="", may_share=False, keeps=False), ""
    found = filters_of(visit.actor, place=place)
    query = narrowing(visit.request.GET.urlencode())
    kept = kept_filters(
        found,
        place,
        slug=slug,
        query=query,
        may_share=can(visit.actor, SHARE),
        keeps=visit.moment is None,
    )
    first = next((each.query for each in found if each.opens), "")
    return kept, list_url(place, slug, first) if first and not visit.request.GET else ""
