"""The published register: found, listed and read."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from gemeentedossier.catalogue.facts import Catalogue
from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.design.parts import Crumb
from gemeentedossier.dossier.register.models import ActivityVersion
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.portal.forms.register import RegisterSearch
from gemeentedossier.portal.presenters.found import ways_to_ask, why_found
from gemeentedossier.portal.presenters.frame import frame_for, register_url
from gemeentedossier.portal.presenters.listing import empty, pagination, result
from gemeentedossier.portal.presenters.parts import Result
from gemeentedossier.portal.presenters.words import named_domains
from gemeentedossier.portal.queries import (
    Nearness,
    Sought,
    contacts,
    frozen_text,
    newest_published,
    policy_domains,
    published_wanted,
)
from gemeentedossier.portal.views.doors import municipality_of
from gemeentedossier.portal.views.responses import as_page, as_withdrawn

PAGE = 25


@require_safe
def register(request: HttpRequest, municipality: str) -> HttpResponse:
    """Search and page through what was published."""
    here = municipality_of(request)
    domains, catalogue = policy_domains(), current_catalogue()
    sought = (form := RegisterSearch(request.GET, domains=domains)).sought()
    page = Paginator(published_wanted(sought), PAGE).get_page(request.GET.get("page"))
    shown = {
        "frame": frame_for(request, here, crumbs=(Crumb(label=_("Register")),)),
        "form": form,
        "results": [_result(version, here, sought, catalogue) for version in page],
        "pagination": pagination(page, query=request.GET),
        "empty": empty(sought, here),
    }
    if sought.text and not page.paginator.count:
        shown["ways"] = ways_to_ask(contacts(), asking=reverse("guest:request", args=[here.slug]))
        shown["domains"], shown["register_url"] = named_domains(domains), register_url(here)
    return render(request, "portal/register.html", shown)


def _result(version: ActivityVersion, here: Municipality, sought: Sought, catalogue: Catalogue) -> Result:
    activity, nearness = frozen_text(version), Nearness(getattr(version, "nearness", Nearness.NAMED))
    return result(activity, here, why=why_found(activity, nearness, sought, catalogue))


@require_safe
def activity(request: HttpRequest, municipality: str, activity_id: UUID) -> HttpResponseBase:
    """The version of an activity that holds now."""
    version = newest_published(activity_id)
    if version is None:
        raise Http404
    if not version.is_public:
        return as_withdrawn(request, version)
    return as_page(request, municipality_of(request), version=version, successor=None)
