"""Who may open a page of the desk. Every view is wrapped by ``staff``, which names the permission it needs."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from http import HTTPStatus
from typing import Any, cast
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import ObjectDoesNotExist
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import is_valid_path
from django.utils.formats import date_format
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control

from gemeentedossier.desk.actions.drafts import drop_draft
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.dossier.snapshot.kept import dossier_now
from gemeentedossier.dossier.snapshot.queries import dossier_at
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.foundation.errors import NotLookedAt, NotPermitted, Refused
from gemeentedossier.foundation.kept_forms import RETURNED, forget_kept, keep
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.trail import Actor, writing_nothing
from gemeentedossier.organisation.enums import CONFLICTING_WITH_OFFICER, Role
from gemeentedossier.organisation.models import Account
from gemeentedossier.organisation.permissions import PERMISSIONS, ROLE_WORDS, can, check_permitted
from gemeentedossier.organisation.queries import actor_for, ended_roles, places_of


@dataclass(frozen=True, slots=True)
class Visit:
    """A request of someone who works here: to which municipality, by whom, and at which moment they look."""

    request: HttpRequest
    municipality: Municipality
    actor: Actor
    moment: dt.datetime | None
    """A past moment that the whole desk is turned to; None is now."""

    def dossier(self) -> Dossier:
        """The dossier that this visit looks at."""
        if self.moment:
            return dossier_at(self.municipality, moment=self.moment)
        return dossier_now(self.municipality)

    def today(self) -> dt.date:
        """The day that this visit looks at."""
        return self.moment.astimezone(clock.AMSTERDAM).date() if self.moment else clock.today()

    def read_revision(self) -> int:
        """The revision that was read of the record, as its form tells; where that tells none, one no record has."""
        told = self.request.POST.get("revision", "")
        return int(told) if told.isascii() and told.isdigit() and len(told) <= LONGEST_REVISION else -1


StaffView = Callable[..., HttpResponse]
NEEDS = "needed_permission"
KEEPS = "keeps_what_was_sent"
MOMENTS = "moments"
"""In the session: the past moment that each desk is turned to, by municipality."""
SECOND_SHOWN = "second_shown"
"""In the session: that more than a password was shown, here or at the identity provider."""
LONGEST_REVISION = 9
"""In digits: no record was edited a thousand million times, and Python refuses to read a number without end."""
READS = frozenset({"GET", "HEAD", "OPTIONS"})


def staff(
    permission: str, *, writes_dossier: bool = True, only_now: bool = False
) -> Callable[[StaffView], Callable[..., HttpResponse]]:
    """The view gets a Visit; strangers get 404, people without the permission 403, the past cannot be written to.

    What is posted without writing in the dossier, such as asking for a document, may also be about the past. A page
    that is there to write, ``only_now``, does not even open there.
    """

    def wrap(view: StaffView) -> Callable[..., HttpResponse]:
        @cache_control(private=True, no_store=True)  # on a shared machine nothing of the dossier stays behind
        @wraps(view)
        def inner(request: HttpRequest, municipality: str, **kwargs: Any) -> HttpResponse:
            if not request.user.is_authenticated:
                return _asked_to_sign_in(request, keeps=writes_dossier)
            visit = _visit(request)
            if _must_show_more(visit):
                return _asked_to_sign_in(request, at=reverse("door:more"), keeps=writes_dossier)
            if not visit.actor.roles:
                return _role_ended(visit)
            try:
                check_permitted(visit.actor, permission)
                if visit.moment and writes_dossier and (only_now or request.method not in READS):
                    raise Refused(_("You are looking at the past, where nothing can be changed. Go back to now first."))
                return _without_draft(_looked_at(view, visit, kwargs), visit)
            except NotPermitted as refusal:
                return _not_permitted(visit, refusal, permission)
            except Refused as refusal:
                messages.error(request, str(refusal))
                came_back = isinstance(refusal, NotLookedAt)
                return redirect(_page_above(request) if came_back else _where_they_were(request, municipality))
            except ObjectDoesNotExist as error:
                raise Http404 from error

        setattr(inner, NEEDS, permission)
        setattr(inner, KEEPS, writes_dossier)
        return inner

    return wrap


def _not_permitted(visit: Visit, refusal: NotPermitted, permission: str) -> HttpResponse:
    """Why this page is not for them, with the way to their own; from the front of the desk straight to that."""
    if _asks_for_the_front(visit):
        return _to_own_place(visit)
    told = {
        "sentence": refusal.sentence,
        "own_place": own_place(visit.actor, visit.municipality.slug),
        "conflicts": _conflicts(visit.actor, permission),
        "arranges": can(visit.actor, "organisation.manage_people"),
    }
    return render(visit.request, "desk/refused.html", told, status=403)


def _conflicts(actor: Actor, permission: str) -> bool:
    """Whether this is for the officer alone, and somebody has a role that cannot go together with it (GDPR 38(6))."""
    alone = PERMISSIONS[permission] == {Role.DATA_PROTECTION_OFFICER}
    return alone and bool(actor.roles & set(CONFLICTING_WITH_OFFICER))


def _looked_at(view: StaffView, visit: Visit, kwargs: dict[str, Any]) -> HttpResponse:
    """What the view answers. A form that was kept and comes back is shown again: no step of it is carried out."""
    if RETURNED not in visit.request.POST:
        return view(visit, **kwargs)
    forget_kept(visit.request)
    sentence = _("Your session had ended, so nothing of this was saved. Look at it and save it now.")
    with transaction.atomic(), writing_nothing(NotLookedAt(sentence)):
        response = view(visit, **kwargs)
        transaction.set_rollback(True)
    if response.status_code == HTTPStatus.FOUND:
        raise NotLookedAt(sentence)
    return response


def _page_above(request: HttpRequest) -> str:
    """The nearest page above an address that is there to be sent to."""
    path = request.path
    while path.strip("/"):
        path = path.rstrip("/").rpartition("/")[0] + "/"
        if is_valid_path(path):
            return path
    return path


def _must_show_more(visit: Visit) -> bool:
    """Whether who works here came in by a password alone where more is asked: their role may be newer than that."""
    works = bool(visit.actor.roles - {Role.PROVIDER})
    return settings.SECOND_FACTOR and works and not visit.request.session.get(SECOND_SHOWN)


def _asked_to_sign_in(request: HttpRequest, *, keeps: bool, at: str | None = None) -> HttpResponse:
    """On to signing in; what was being sent returns to who sent it where it ``keeps``: a draft that a page keeps by
    itself takes the place of nothing."""
    if request.method in READS:
        return redirect_to_login(request.get_full_path(), at)
    if keeps:
        keep(request)
    came_from = urlsplit(request.headers.get("Referer", ""))
    to_sign_in = redirect_to_login(came_from.path if is_ours(request, came_from.geturl()) else "", at)
    if request.headers.get("HX-Request"):  # htmx would put the page of signing in into the page that is open
        return HttpResponse(status=204, headers={"HX-Redirect": to_sign_in.url})
    return to_sign_in


def _role_ended(visit: Visit) -> HttpResponse:
    """Who has no role here today reads since when, and sees nothing; without any role anywhere they are signed out."""
    person, account = visit.actor.person_id, cast(Account, visit.request.user)
    last = next(iter(ended_roles(person)), None) if person else None
    told = {"municipality": visit.municipality.name}
    sentence = _("You have no role at %(municipality)s today, so nothing is shown here.") % told
    if last is not None and last.ends_on is not None:
        told |= {"role": str(ROLE_WORDS[last.role]), "day": date_format(last.ends_on, "j F Y")}
        sentence = _("Your role of %(role)s at %(municipality)s ended on %(day)s, so nothing is shown here.") % told
    if not any(actor.roles for _municipality, actor in places_of(account)):
        logout(visit.request)
    shown = {"title": _("Your role has ended") if last else _("No role here"), "sentence": sentence, "is_ended": True}
    return render(visit.request, "desk/door/told.html", shown, status=403)


def _without_draft(response: HttpResponse, visit: Visit) -> HttpResponse:
    """What a form kept by itself is thrown away once what it says was taken over: it went on, or told that it saved."""
    form = visit.request.POST.get("draft", "")
    if form and (response.status_code == HTTPStatus.FOUND or response.headers.get("HX-Trigger")):
        drop_draft(form=form, writing=visit.request.POST.get("draft_writing", ""), by=visit.actor)
    return response


def turn_desk(visit: Visit, moment: dt.datetime | None) -> None:
    """Turn the desk of this municipality, and of no other, to a past moment; None is now."""
    session, municipality = visit.request.session, str(visit.municipality.id)
    others = {key: at for key, at in session.get(MOMENTS, {}).items() if key != municipality}
    session[MOMENTS] = {**others, municipality: moment.isoformat()} if moment else others


def own_place(actor: Actor, slug: str) -> str:
    """Where somebody's own work of a municipality is; empty where none of their roles has a page here."""
    if can(actor, "desk.view_home"):
        return reverse("desk:home", args=[slug])
    if can(actor, "organisation.manage_people"):
        return reverse("desk:people", args=[slug])
    if can(actor, "desk.view_council"):
        return reverse("desk:council", args=[slug])
    return reverse("guest:overview") if can(actor, "guest.view_own") else ""


def _asks_for_the_front(visit: Visit) -> bool:
    """Whether somebody reads exactly the front address of the desk, and has a page of their own elsewhere."""
    front, request = reverse("desk:home", args=[visit.municipality.slug]), visit.request
    return request.method in READS and request.path == front and bool(own_place(visit.actor, visit.municipality.slug))


def _to_own_place(visit: Visit) -> HttpResponse:
    """From the front address of the desk to their own page; who asked for that address by itself is told why."""
    place = own_place(visit.actor, visit.municipality.slug)
    if not visit.request.headers.get("Referer") and place != reverse("guest:overview"):
        messages.info(visit.request, _("The page Today is for who works in the dossier. Your own page is this one."))
    return redirect(place)


def is_ours(request: HttpRequest, url: str) -> bool:
    """Whether the address stays on this site."""
    return url_has_allowed_host_and_scheme(url, allowed_hosts={request.get_host()})


def _where_they_were(request: HttpRequest, slug: str) -> str:
    """The page somebody came from; the desk where that is another site, or the very page that refuses to be read."""
    came_from = request.headers.get("Referer", "")
    in_circles = request.method in READS and urlsplit(came_from).path == request.path
    return came_from if is_ours(request, came_from) and not in_circles else reverse("desk:home", args=[slug])


def _visit(request: HttpRequest) -> Visit:
    municipality = cast(Municipality, request.municipality)  # type: ignore[attr-defined]  # set by the tenant middleware
    actor = actor_for(cast(Account, request.user))
    if actor is None:
        raise Http404
    moment = request.session.get(MOMENTS, {}).get(str(municipality.id))
    return Visit(
        request=request,
        municipality=municipality,
        actor=actor,
        moment=dt.datetime.fromisoformat(moment) if moment else None,
    )
