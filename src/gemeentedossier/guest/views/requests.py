"""The door for citizens: file a request, and get its number with the last day. Nothing of the dossier is shown."""

from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control

from gemeentedossier.catalogue.facts.requests import Entitlement
from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.dossier.register.enums import DataSubjectRight
from gemeentedossier.dossier.requests.actions.requests import file_request
from gemeentedossier.dossier.requests.engine.clock import RequestLaw, clock_of
from gemeentedossier.dossier.requests.enums import AskedBy, Channel
from gemeentedossier.dossier.requests.facts import DataSubjectRequest
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.throttle import Limit
from gemeentedossier.guest.forms.requests import FileRequestForm
from gemeentedossier.guest.presenters.frame import frame_for
from gemeentedossier.guest.presenters.requests import contact_of, notice_of
from gemeentedossier.organisation.models import OrganisationProfile

LIMIT = Limit("request", times=10, minutes=60)
"""From one place; a library or a school shares one."""
FILED = "filed_request"
"""In the session: number and last day of what was just filed here, by municipality; never who filed it."""


@cache_control(private=True, no_store=True)
def start(request: HttpRequest, municipality: str) -> HttpResponse:
    """The form, and what comes of it."""
    here, today = _municipality(request), clock.today()
    rules = current_catalogue().entries_of(Entitlement).values()
    form = FileRequestForm(request.POST or None, rules=rules, today=today)
    if request.method == "POST" and form.is_valid():
        if form.cleaned_data["website"]:
            return redirect("guest:request-received", here.slug)
        if LIMIT.is_reached(request):
            told = _("Many requests came from your network in the last hour. Try again later, or send a letter.")
            form.add_error(None, told)
            return _page(request, here, form, status=429)
        filed = file_request(_said(form), requester=form.requester())
        LIMIT.count(request)
        reckoned = clock_of(filed, RequestLaw.of(current_catalogue()), on=today)
        due = reckoned.due.isoformat() if reckoned else ""
        receipt = [filed.number, due, today.isoformat()]
        request.session[FILED] = {**request.session.get(FILED, {}), str(here.pk): receipt}
        return redirect("guest:request-received", here.slug)
    return _page(request, here, form)


@cache_control(private=True, no_store=True)
def received(request: HttpRequest, municipality: str) -> HttpResponse:
    """The number and the last day, for who just filed it in this browser."""
    here = _municipality(request)
    receipt: list[str] = request.session.get(FILED, {}).get(str(here.pk), [])
    number, due, received_on = [*receipt, "", "", ""][:3]
    shown = {
        "frame": frame_for(request, municipality=here),
        "municipality": here.name,
        "slug": here.slug,
        "number": number,
        "due": parse_date(due) if due else None,
        "received": parse_date(received_on) if received_on else None,
        "contact": contact_of(_profile()),
    }
    return render(request, "guest/request_received.html", shown)


def _page(request: HttpRequest, here: Municipality, form: FileRequestForm, *, status: int = 200) -> HttpResponse:
    profile = _profile()
    shown = {
        "frame": frame_for(request, municipality=here),
        "municipality": here.name,
        "form": form,
        "contact": contact_of(profile),
        "notice": notice_of(profile, RequestLaw.of(current_catalogue())),
    }
    return render(request, "guest/request.html", shown, status=status)


def _said(form: FileRequestForm) -> DataSubjectRequest:
    said = form.cleaned_data
    return DataSubjectRequest(
        new_id(),
        "",
        DataSubjectRight(said["right"]),
        clock.today(),
        Channel.WEB_FORM,
        asked_by=AskedBy(said["asked_by"]),
        subject_age=said["subject_age"],
        guardianship=said["guardianship"] or None,
    )


def _profile() -> OrganisationProfile | None:
    return OrganisationProfile.objects.first()


def _municipality(request: HttpRequest) -> Municipality:
    return cast(Municipality, request.municipality)  # type: ignore[attr-defined]  # set by the tenant middleware
