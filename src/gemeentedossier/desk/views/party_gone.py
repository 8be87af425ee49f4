"""What somebody asks of a party that is no longer there."""

from functools import wraps
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from gemeentedossier.desk.presenters.parties import party_url
from gemeentedossier.desk.queries import went
from gemeentedossier.desk.rules import StaffView, Visit
from gemeentedossier.foundation.addresses import reverse


def or_what_stays(view: StaffView) -> StaffView:
    """A page of a party that is no longer there leads to the party that stays, or to the list, and says so."""

    @wraps(view)
    def inner(visit: Visit, key: UUID, **kwargs: UUID) -> HttpResponse:
        try:
            return view(visit, key, **kwargs)
        except (Http404, ObjectDoesNotExist):
            gone, slug = went(key), visit.municipality.slug
            if gone is None:
                raise
            told = _("“%(name)s” was joined with this party.") if gone.stays else _("“%(name)s” was removed.")
            messages.info(visit.request, told % {"name": gone.name})
            return redirect(party_url(slug, gone.stays) if gone.stays else reverse("desk:parties", args=[slug]))

    return inner
