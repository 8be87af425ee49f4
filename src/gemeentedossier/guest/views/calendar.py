"""What a calendar program reads from somebody's own address: their terms, without signing in."""

from dataclasses import replace
from typing import cast
from uuid import uuid5

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from gemeentedossier.exchange.engine.calendar_file import CalendarOf, calendar_file
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.method.actions.feeds import READ, digest_of
from gemeentedossier.method.engine.duties import duties_of, own_of
from gemeentedossier.method.facts import Duty
from gemeentedossier.method.queries import person_of_feed, seen_of
from gemeentedossier.organisation.permissions import can
from gemeentedossier.organisation.queries import actor_of

LANGUAGE = "nl"


@require_safe
@cache_control(private=True, no_store=True)
def calendar(request: HttpRequest, token: str, municipality: str) -> HttpResponse:
    """The terms of whoever made the address, while they may read the dossier; else it finds nothing.

    Calendars of others are kept anywhere, so each term is told by its discreet name, without detail.
    """
    del municipality  # it stands in the address for the scope: an address of another one finds nothing here
    here = cast(Municipality, request.municipality)  # type: ignore[attr-defined]  # set by the tenant middleware
    person = person_of_feed(digest_of(token))
    actor = actor_of(person) if person else None
    if actor is None or not can(actor, READ):
        raise Http404
    seen = seen_of(here, LANGUAGE)
    own = own_of(duties_of(seen), seen, actor.person_id, frozenset(actor.roles))
    told = (replace(each, name=each.discreet, detail="", key=_unread(each)) for each in own)
    content = calendar_file(told, CalendarOf(f"{here.name}: {actor.name}", clock.now(), LANGUAGE))
    return HttpResponse(content, content_type="text/calendar; charset=utf-8")


def _unread(duty: Duty) -> str:
    """The same at every look, and telling nothing: the key of some terms holds their detail."""
    return str(uuid5(duty.record_id, duty.key))
