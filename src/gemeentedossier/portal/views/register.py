"""The published register: found, listed and read."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from gemeentedossier.design.parts import Crumb
from gemeentedossier.portal.forms.register import RegisterSearch
from gemeentedossier.portal.presenters.frame import frame_for
from gemeentedossier.portal.presenters.listing import empty, pagination, result
from gemeentedossier.portal.queries import frozen_text, newest_published, policy_domains, published_wanted
from gemeentedossier.portal.views.doors import municipality_of
from gemeentedossier.portal.views.responses import as_page, as_withdrawn

PAGE = 25


@require_safe
def register(request: HttpRequest, municipality: str) -> HttpResponse:
    """Search and page through what was published."""
    here = municipality_of(request)
    form = RegisterSearch(request.GET, domains=policy_domains())
    sought = form.sought()
    page = Paginator(published_wanted(sought), PAGE).get_page(request.GET.get("page"))
    shown = {
        "frame": frame_for(request, here, crumbs=(Crumb(label=_("Register")),)),
        "form": form,
        "results": [result(frozen_text(version), here) for version in page],
        "pagination": pagination(page, query=request.GET),
        "empty": empty(sought, here),
    }
    return render(request, "portal/register.html", shown)


@require_safe
def activity(request: HttpRequest, municipality: str, activity_id: UUID) -> HttpResponseBase:
    """The version of an activity that holds now."""
    version = newest_published(activity_id)
    if version is None:
        raise Http404
    if not version.is_public:
        return as_withdrawn(request, version)
    return as_page(request, municipality_of(request), version=version, successor=None)
