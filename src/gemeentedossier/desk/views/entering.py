"""Between a password and the desk: who showed the one and still has to show the other."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.crypto import constant_time_compare
from django.utils.translation import gettext as _

from gemeentedossier.desk.presenters.frame import PLACES
from gemeentedossier.desk.rules import SECOND_SHOWN, is_ours, own_place
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.foundation.kept_forms import carried, put_back, remember_whose
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.models import Account, AuthenticatorApp, KeptCode, Passkey
from gemeentedossier.organisation.queries import places_of, works_somewhere

WAITS = "entering"
"""In the session: whose password was right, where they were going, the moment, in seconds, and what their sessions hold
on to."""
SHOWN_AT = "shown_at"
"""In the session: the moment at which who is in last showed that it is them, in seconds."""
LASTS = 10 * 60
"""Seconds in which the second step follows the first."""
FRESH = 15 * 60
"""Seconds in which who is in may change how they come in without showing anything again."""


@dataclass(frozen=True, slots=True)
class Entering:
    """Somebody whose password was right, on the way somewhere."""

    account: Account
    to: str


def enter(request: HttpRequest, account: Account, *, to: str) -> HttpResponse:
    """The password was right: let them in, or ask for the second step, or for setting that up."""
    if has_second_factor(account) or (settings.SECOND_FACTOR and works_somewhere(places_of(account))):
        return ask_second(request, account, to=to)
    return redirect(let_in(request, account, to=to))


def ask_second(request: HttpRequest, account: Account, *, to: str) -> HttpResponse:
    """On to the second step, or to setting it up; another password meanwhile ends this."""
    request.session.cycle_key()
    holds = account.get_session_auth_hash()
    request.session[WAITS] = {"account": str(account.pk), "to": to, "at": _seconds(), "holds": holds}
    return redirect("door:second" if has_second_factor(account) else "door:enrol")


def entering(request: HttpRequest) -> Entering | None:
    """Who is on the way in; None where nobody is, the first step was too long ago, or their password is another now."""
    told = request.session.get(WAITS)
    if not told or _seconds() - told["at"] > LASTS:
        return None
    account = Account.objects.filter(pk=told["account"], is_active=True).first()
    holds = account is not None and constant_time_compare(told.get("holds", ""), account.get_session_auth_hash())
    return Entering(account, told["to"]) if account and holds else None


def let_in(request: HttpRequest, account: Account, *, to: str, is_second: bool = False) -> str:
    """Begin the session; returns where to go. ``is_second`` tells that more than a password was shown."""
    request.session.pop(WAITS, None)
    kept = carried(request, account.pk)
    login(request, account)
    remember_whose(request, account.pk)
    showed(request, is_second=is_second)
    everywhere = places_of(account)
    request.session[PLACES] = sum(1 for _here, actor in everywhere if actor.roles)
    if kept is not None:
        put_back(request, kept, account.pk)
        return reverse("door:kept")
    return _own_instead(request, safe(request, to), everywhere) or first_place_of(everywhere)


def _own_instead(request: HttpRequest, to: str, everywhere: Sequence[tuple[Municipality, Actor]]) -> str:
    """Where they were going; who asked for the desk of a municipality and works on another page of it comes there."""
    for here, actor in everywhere:
        own = place_in(here, actor) if actor.roles else to
        if to == reverse("desk:home", args=[here.slug]) != own:
            if own != reverse("guest:overview"):
                messages.info(request, _("The page Today is for who works in the dossier. Your own page is this one."))
            return own
    return to


def showed(request: HttpRequest, *, is_second: bool = False) -> None:
    """Who is in showed just now that it is them; with ``is_second`` by more than a password."""
    request.session[SHOWN_AT] = _seconds()
    if is_second:
        request.session[SECOND_SHOWN] = True


def is_fresh(request: HttpRequest) -> bool:
    """Whether they showed so a short time ago, and by the second step where the account has one."""
    account = request.user
    if isinstance(account, Account) and not request.session.get(SECOND_SHOWN) and has_second_factor(account):
        return False
    shown_at: int = request.session.get(SHOWN_AT, 0)
    return _seconds() - shown_at <= FRESH


def has_second_factor(account: Account) -> bool:
    """Whether the account asks for more than a password."""
    return any(each.objects.filter(account=account).exists() for each in (AuthenticatorApp, Passkey))


def codes_left(account: Account) -> int:
    """How many codes to keep still hold."""
    return KeptCode.objects.filter(account=account).count()


def safe(request: HttpRequest, url: str) -> str:
    """The address where it stays on this site, else nothing."""
    return url if url.startswith("/") and is_ours(request, url) else ""


def first_place_of(everywhere: Sequence[tuple[Municipality, Actor]]) -> str:
    """Where somebody of these places comes who signs in: their own, or where they choose one; the front for who has
    none.

    Who works somewhere and acts for a party besides comes to where they work; whose roles ended everywhere is told so.
    """
    places = dict.fromkeys(place_in(here, actor) for here, actor in everywhere if actor.roles)
    party = reverse("guest:overview")
    working = [each for each in places if each != party]
    if len(working) > 1:
        return reverse("door:places")
    without = [place_in(here, actor) for here, actor in everywhere]
    return next(iter([*working, *places, *without]), "/")


def place_in(municipality: Municipality, actor: Actor) -> str:
    """Where somebody's own work is in a municipality; whose roles have no page here is told so by the desk."""
    return own_place(actor, municipality.slug) or reverse("desk:home", args=[municipality.slug])


def to_sign_in() -> HttpResponse:
    """Back to the beginning."""
    return redirect(reverse("desk:sign-in"))


def _seconds() -> int:
    return int(clock.now().timestamp())
