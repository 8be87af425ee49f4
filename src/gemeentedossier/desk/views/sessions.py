"""Signing in and out, and the moment that the desk is turned to."""

import datetime as dt

from django.contrib.auth import login, logout
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gemeentedossier.desk.forms.sign_in import SignInForm
from gemeentedossier.desk.rules import Visit, is_ours, own_place, staff, turn_desk
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.tenancy import municipality_scope
from gemeentedossier.organisation.models import Account
from gemeentedossier.organisation.queries import actor_for


def sign_in(request: HttpRequest) -> HttpResponse:
    """Ask for e-mail address and password; who is in goes where they were going."""
    form = SignInForm(request, data=request.POST or None)
    if request.method == "POST" and form.is_valid():
        account = form.get_user()
        login(request, account)
        return redirect(_safe(request, request.POST.get("next", "")) or _first_place(account))
    return render(
        request, "desk/sign_in.html", {"form": form, "next": request.POST.get("next") or request.GET.get("next", "")}
    )


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session."""
    logout(request)
    return redirect("portal:index")


@staff("desk.view_home", writes_dossier=False)
def moment(visit: Visit) -> HttpResponse:
    """Turn the desk to a past moment, or back to now; only asked by POST, so that no link turns it unnoticed."""
    request = visit.request
    if request.method != "POST":
        raise Http404
    chosen = "" if "now" in request.POST else request.POST.get("moment", "")
    turn_desk(visit, _past(chosen) if chosen else None)
    return redirect(_safe(request, request.POST.get("next", "")) or "desk:home", visit.municipality.slug)


def _past(text: str) -> dt.datetime:
    try:
        given = dt.datetime.fromisoformat(text)
        moment = (given if given.tzinfo else timezone.make_aware(given)).astimezone(dt.UTC)
    except (ValueError, OverflowError) as error:
        raise Refused(_("This is not a date with a time, such as 31-01-2026 14:30.")) from error
    if moment > clock.now():
        raise Refused(_("That moment has yet to come. Choose one in the past."))
    return moment


def _safe(request: HttpRequest, url: str) -> str:
    return url if url.startswith("/") and is_ours(request, url) else ""


def _first_place(account: Account) -> str:
    """The place of the first municipality where the account works; the page of who comes from a party; or the front."""
    places = [place for each in Municipality.objects.all() if (place := _place_in(each, account))]
    party = reverse("guest:overview")
    return next((each for each in places if each != party), places[0] if places else "/")


def _place_in(municipality: Municipality, account: Account) -> str:
    """Where the account's own work is; whose roles have no page here is told so by the desk; empty for strangers."""
    with municipality_scope(municipality.id):
        actor = actor_for(account)
    if actor is None:
        return ""
    return own_place(actor, municipality.slug) or reverse("desk:home", args=[municipality.slug])
