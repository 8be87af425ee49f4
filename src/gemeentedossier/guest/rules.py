"""Who may open a page of a party. Every view below a municipality is wrapped by ``partner``, with its permission."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, cast
from uuid import UUID

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import cache_control

from gemeentedossier.dossier.agreements.engine.own import OwnAgreement
from gemeentedossier.foundation.errors import NotPermitted
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.guest.queries import OwnLeaflet, Place, place_of
from gemeentedossier.organisation.models import Account
from gemeentedossier.organisation.permissions import check_permitted

GuestView = Callable[..., HttpResponse]
NEEDS = "needed_permission"


@dataclass(frozen=True, slots=True)
class GuestVisit:
    """A request of somebody who acts for a party, at one municipality."""

    request: HttpRequest
    place: Place

    def own(self, key: UUID) -> tuple[OwnAgreement, ...]:
        """The agreement of that key, once for each party that they act for; Http404 where none of these has it."""
        found = tuple(each for each in self.place.agreements if each.agreement.id == key)
        if not found:
            raise Http404
        return found

    def own_leaflet(self, key: UUID) -> OwnLeaflet:
        """The leaflet of that key; Http404 where none of their parties has it."""
        found = next((each for each in self.place.leaflets if each.leaflet.id == key), None)
        if found is None:
            raise Http404
        return found


def partner(permission: str) -> Callable[[GuestView], Callable[..., HttpResponse]]:
    """The view gets a GuestVisit. Whoever acts for no party here, or lacks the permission, finds nothing: 404.

    Never 403: that would tell that there is something.
    """

    def wrap(view: GuestView) -> Callable[..., HttpResponse]:
        @cache_control(private=True, no_store=True)  # on a shared machine nothing of an agreement stays behind
        @wraps(view)
        def inner(request: HttpRequest, municipality: str, **kwargs: Any) -> HttpResponse:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            here = cast(Municipality, request.municipality)  # type: ignore[attr-defined]  # set by the tenant middleware
            place = place_of(request.user, here)
            if place is None:
                raise Http404
            try:
                check_permitted(place.actor, permission)
                return view(GuestVisit(request, place), **kwargs)
            except (NotPermitted, ObjectDoesNotExist) as error:
                raise Http404 from error

        setattr(inner, NEEDS, permission)
        return inner

    return wrap


def signed_in(view: Callable[[HttpRequest, Account], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """The view over all municipalities gets the account; what it may see is asked in each of them."""

    @cache_control(private=True, no_store=True)  # as above
    @wraps(view)
    def inner(request: HttpRequest) -> HttpResponse:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        return view(request, request.user)

    return inner
