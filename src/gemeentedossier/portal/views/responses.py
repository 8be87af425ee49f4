"""How a version is answered: whole, or “not changed since you last asked”."""

import datetime as dt
import hashlib
import re

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.http import http_date
from django.utils.translation import gettext as _

from gemeentedossier.catalogue.queries import catalogue_named, current_catalogue
from gemeentedossier.design.parts import Crumb
from gemeentedossier.dossier.register.models import ActivityVersion
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.portal.presenters.about import day
from gemeentedossier.portal.presenters.activity import Addresses, activity_page
from gemeentedossier.portal.presenters.frame import frame_for, register_url
from gemeentedossier.portal.presenters.version_file import version_file
from gemeentedossier.portal.queries import contacts, frozen_text, published_summaries

TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="[^"]*"')
"""Differs at every request and changes nothing that a reader sees."""


def addresses_of(request: HttpRequest, municipality: Municipality, version: ActivityVersion) -> Addresses:
    """The full addresses of a version, and where people ask about their own data."""

    def full(name: str, *more: int) -> str:
        return request.build_absolute_uri(reverse(name, args=[municipality.slug, version.activity_id, *more]))

    return Addresses(
        version=full("portal:version", version.number),
        json=full("portal:version-json", version.number),
        newest=full("portal:activity"),
        asking=reverse("guest:request", args=[municipality.slug]),
    )


def as_page(
    request: HttpRequest, municipality: Municipality, *, version: ActivityVersion, successor: ActivityVersion | None
) -> HttpResponseBase:
    """The version as a page; kept by the reader's own browser only, and asked after at each visit."""
    activity, then = frozen_text(version), catalogue_named(version.catalogue_version)
    page = activity_page(
        activity,
        version=version,
        successor=successor,
        catalogue=then or current_catalogue(),
        worded_anew=then is None,
        contacts=contacts(),
        addresses=addresses_of(request, municipality, version),
        assessed=published_summaries(version.activity_id),
    )
    crumbs = (Crumb(label=_("Register"), url=register_url(municipality)), Crumb(label=activity.name))
    shown = {"frame": frame_for(request, municipality, crumbs=crumbs), "page": page}
    response = render(request, "portal/activity.html", shown)
    tag = f'W/"{_digest(TOKEN.sub(b"", response.content))}"'
    _describe(response, tag=tag, changed=_changed_at(version, successor))
    response["Cache-Control"] = "private, no-cache" if version.is_public else "private, no-store"
    return get_conditional_response(request, etag=tag, response=response) or response


def as_data(
    request: HttpRequest, municipality: Municipality, *, version: ActivityVersion, successor: ActivityVersion | None
) -> HttpResponseBase:
    """The version as JSON; everyone may keep a published one for five minutes."""
    content = version_file(
        version,
        municipality=municipality,
        successor=successor,
        addresses=addresses_of(request, municipality, version),
    )
    response = HttpResponse(content, content_type="application/json; charset=utf-8")
    tag, changed = f'"{_digest(content)}"', _changed_at(version, successor)
    _describe(response, tag=tag, changed=changed)
    response["Cache-Control"] = "public, max-age=300" if version.is_public else "private, no-store"
    response["Access-Control-Allow-Origin"] = "*"
    patch_vary_headers(response, ["Accept"])
    return get_conditional_response(request, tag, int(changed.timestamp()), response) or response


def as_withdrawn(request: HttpRequest, version: ActivityVersion) -> HttpResponse:
    """That the text is no longer public, since when and why; nothing of the text itself."""
    shown = {"since": day(version, "withdrawn_at"), "reason": version.withdrawn_because}
    response = render(request, "portal/withdrawn.html", shown, status=410)
    response["Cache-Control"] = "private, no-store"
    return response


def _describe(response: HttpResponse, *, tag: str, changed: dt.datetime) -> None:
    response["ETag"] = tag
    response["Last-Modified"] = http_date(changed.timestamp())


def _changed_at(version: ActivityVersion, successor: ActivityVersion | None) -> dt.datetime:
    """A version changes when it is published or withdrawn and when another takes its place, and never otherwise."""
    replaced_at = successor.published_at if successor else None
    return version.withdrawn_at or replaced_at or version.published_at or version.adopted_at


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:32]
