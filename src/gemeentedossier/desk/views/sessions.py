"""Signing in and out, and the moment that the desk is turned to."""

import datetime as dt
from contextlib import suppress

from django.contrib.auth import logout
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gemeentedossier.design.fields import DAY_FORMATS, TOO_EARLY
from gemeentedossier.design.moments import EARLIEST, MOMENT_FORMATS
from gemeentedossier.desk.forms.sign_in import SignInForm
from gemeentedossier.desk.presenters.frame import MOMENT_REFUSED
from gemeentedossier.desk.rules import Visit, staff, turn_desk
from gemeentedossier.desk.views.entering import enter, safe
from gemeentedossier.desk.views.single_sign_on import provider_name
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.kept_forms import forget_whose

LONGEST_MOMENT = 40
"""Characters of what cannot be read as a moment that are shown again."""


@transaction.non_atomic_requests  # a try counts at once: nobody waits for its password, and no fault undoes it
def sign_in(request: HttpRequest) -> HttpResponse:
    """Ask for e-mail address and password; who shows all that is asked goes where they were going."""
    form = SignInForm(request, data=request.POST or None)
    if request.method == "POST" and form.is_valid():
        with transaction.atomic():
            return enter(request, form.get_user(), to=request.POST.get("next", ""))
    shown = {
        "form": form,
        "next": request.POST.get("next") or request.GET.get("next", ""),
        "provider": provider_name(),
    }
    return render(request, "desk/sign_in.html", shown)


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session."""
    forget_whose(request)
    logout(request)
    return redirect("portal:index")


@staff("desk.view_home", writes_dossier=False)
def moment(visit: Visit) -> HttpResponse:
    """Turn the desk to a past moment, or back to now; only asked by POST, so that no link turns it unnoticed."""
    request = visit.request
    if request.method != "POST":
        raise Http404
    chosen = "" if "now" in request.POST else request.POST.get("moment", "")
    try:
        turn_desk(visit, _past(chosen) if chosen else None)
    except Refused as refusal:  # the menu opens again on the page where somebody typed it
        request.session[MOMENT_REFUSED] = {"typed": chosen[:LONGEST_MOMENT], "refused": str(refusal)}
    return redirect(safe(request, request.POST.get("next", "")) or "desk:home", visit.municipality.slug)


def _read(text: str) -> dt.datetime:
    """A moment as people write it, or ISO 8601; of a day alone its end, of today now. Raises ValueError."""
    written = text.strip()
    for form in DAY_FORMATS:
        with suppress(ValueError):
            return _end_of(dt.datetime.strptime(written, form).date())  # noqa: DTZ007 - a day has no zone
    with suppress(ValueError):
        return _end_of(dt.date.fromisoformat(written))  # ISO 8601 has ways without hyphens too, such as 20260131
    for form in MOMENT_FORMATS:
        with suppress(ValueError):
            return dt.datetime.strptime(written, form)  # noqa: DTZ007 - the zone is that of the clock here
    return dt.datetime.fromisoformat(written)


def _end_of(day: dt.date) -> dt.datetime:
    return clock.now() if day == clock.today() else clock.end_of(day)


def _past(text: str) -> dt.datetime:
    try:
        given = _read(text)
        moment = (given if given.tzinfo else timezone.make_aware(given)).astimezone(dt.UTC)
    except (ValueError, OverflowError) as error:
        raise Refused(_("This is no moment. Write it such as 31-01-2026 14:30, or write the day alone.")) from error
    if moment.date() < EARLIEST:
        raise Refused(TOO_EARLY % {"year": EARLIEST.year})
    if moment > clock.now():
        raise Refused(_("That moment has yet to come. Choose one in the past."))
    return moment
