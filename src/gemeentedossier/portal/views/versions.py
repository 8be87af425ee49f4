"""A version under its permanent address, as a page and as data."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponseBase
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from gemeentedossier.dossier.register.models import ActivityVersion
from gemeentedossier.organisation.models import Account
from gemeentedossier.organisation.permissions import can
from gemeentedossier.organisation.queries import actor_for
from gemeentedossier.portal.queries import successor_of, version_numbered
from gemeentedossier.portal.views.doors import municipality_of
from gemeentedossier.portal.views.responses import as_data, as_page, as_withdrawn

JSON, HTML = "application/json", "text/html"


@require_safe
def version(request: HttpRequest, municipality: str, activity_id: UUID, number: int) -> HttpResponseBase:
    """One version, in the form that is asked for; a page for whoever does not say."""
    if request.get_preferred_type([HTML, JSON]) == JSON:
        return version_json(request, municipality=municipality, activity_id=activity_id, number=number)
    found = _readable(request, activity_id, number=number)
    if found.withdrawn_at and not _may_read_unpublished(request):
        return as_withdrawn(request, found)
    response = as_page(request, municipality_of(request), version=found, successor=successor_of(found))
    patch_vary_headers(response, ["Accept"])
    return response


@require_safe
def version_json(request: HttpRequest, municipality: str, activity_id: UUID, number: int) -> HttpResponseBase:
    """One version as data."""
    found = _readable(request, activity_id, number=number)
    if found.withdrawn_at and not _may_read_unpublished(request):
        return as_withdrawn(request, found)
    return as_data(request, municipality_of(request), version=found, successor=successor_of(found))


def _readable(request: HttpRequest, activity_id: UUID, *, number: int) -> ActivityVersion:
    """The version, where it is public or the reader may see the register; to others it does not exist."""
    found = version_numbered(activity_id, number=number)
    if found is None or not (found.published_at or _may_read_unpublished(request)):
        raise Http404
    return found


def _may_read_unpublished(request: HttpRequest) -> bool:
    if not isinstance(request.user, Account):
        return False
    actor = actor_for(request.user)
    return actor is not None and can(actor, "register.view_activity")
