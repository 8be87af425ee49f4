"""The register as a list."""

from collections.abc import Sequence

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language

from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.desk.enums import FilterPlace
from gemeentedossier.desk.forms.register import RegisterFilter
from gemeentedossier.desk.presenters.frame import frame_for
from gemeentedossier.desk.presenters.register import Listed, many_choice, register_pagination, register_table
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.desk.views.filters import kept_above
from gemeentedossier.dossier.register.models import Activity
from gemeentedossier.dossier.register.queries.many import EDIT
from gemeentedossier.dossier.register.queries.search import Wanted, activities_then, activities_wanted
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.organisation.models import Unit
from gemeentedossier.organisation.permissions import can

PAGE = 50


@staff("register.view_activity")
def register(visit: Visit) -> HttpResponse:
    """Search, filter, sort and page through the processing activities, of now or of the moment that is looked at."""
    query = visit.request.GET
    kept, instead = kept_above(visit, FilterPlace.REGISTER)
    if instead:
        return redirect(instead)
    then = visit.dossier() if visit.moment else None
    filters, wanted = wanted_of(visit, then)
    found: Sequence[Listed] | QuerySet[Activity] = (
        activities_then(then.activities, wanted) if then else activities_wanted(wanted)
    )
    page: Page[Listed] = Paginator(found, PAGE).get_page(query.get("page"))
    slug = visit.municipality.slug
    may_import = visit.moment is None and can(visit.actor, "exchange.import_register")
    ticked_by = visit.actor if visit.moment is None and can(visit.actor, EDIT) else None
    shown = {
        "frame": frame_for(visit, place="desk:register"),
        "slug": slug,
        "may_create": visit.moment is None and can(visit.actor, "register.create_activity"),
        "filters": filters,
        "kept": kept,
        "table": register_table(page, slug=slug, query=query, may_import=may_import, ticked_by=ticked_by),
        "pagination": register_pagination(page, query=query),
        "many": many_choice(page, slug=slug, query=query, by=ticked_by) if ticked_by and page else None,
    }
    return render(visit.request, "desk/register.html", shown)


def wanted_of(visit: Visit, then: Dossier | None = None) -> tuple[RegisterFilter, Wanted]:
    """The filters as the address says them, and what they look for; ``then`` is the dossier of a past moment."""
    query = visit.request.GET
    units = [each.name for each in then.organisation.units] if then else Unit.objects.values_list("name", flat=True)
    filters = RegisterFilter(query, units=units, data=_data_categories())
    return filters, filters.wanted(order=query.get("order", "name"))


def _data_categories() -> list[tuple[str, str]]:
    language = get_language() or "nl"
    categories = current_catalogue().data_categories.values()
    return sorted(((c.id, c.name.in_language(language)) for c in categories), key=lambda pair: pair[1])
