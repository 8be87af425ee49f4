"""The front page, the page of a municipality, and what search engines are told."""

from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.design.parts import Search
from gemeentedossier.dossier.register.queries.showing import showing_municipalities
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.portal.presenters import rights, who
from gemeentedossier.portal.presenters.frame import frame_for, front_frame, register_url
from gemeentedossier.portal.presenters.listing import entrance, unlisted
from gemeentedossier.portal.presenters.words import named_domains
from gemeentedossier.portal.queries import contacts, policy_domains, published


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The municipalities that show everybody something; one of which nobody published anything is not named."""
    entrances = [entrance(municipality) for municipality in showing_municipalities()]
    return render(request, "portal/index.html", {"frame": front_frame(request), "entrances": entrances})


@require_safe
def home(request: HttpRequest, municipality: str) -> HttpResponse:
    """What the register of this municipality is, who answers for it, and which rights people have."""
    here, reach, catalogue = municipality_of(request), contacts(), current_catalogue()
    count = published().count()
    search = Search(url=register_url(here), label=_("Search the register"), identifier="register-search")
    shown = {
        "frame": frame_for(request, here, search=search if count else None),
        "municipality": here,
        "count": count,
        "unlisted": None if count else unlisted(here),
        "register_url": register_url(here),
        "domains": named_domains(policy_domains()),
        "controllers": who.controllers(reach),
        "facts": who.contact_facts(reach),
        "rights": rights.general_rights(catalogue),
        "ways": (rights.ask_here(reverse("guest:request", args=[here.slug])), *rights.how_to_use(reach)),
        "complaint": rights.complaint(reach),
    }
    return render(request, "portal/home.html", shown)


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Search engines may read everything that is public, and need not try the doors of staff and partners."""
    doors = ("/*/desk/", "/partner/", "/*/partner/", "/*/request/", reverse("desk:sign-in"))
    lines = ("User-agent: *", *(f"Disallow: {door}" for door in doors), "Allow: /", "")
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


def municipality_of(request: HttpRequest) -> Municipality:
    """The municipality that the address names; an unknown one never comes this far."""
    return cast(Municipality, request.municipality)  # type: ignore[attr-defined]  # set by the tenant middleware
