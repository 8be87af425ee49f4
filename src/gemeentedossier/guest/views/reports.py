"""Reporting a breach without an account of the desk: by the municipality's link, or on the page of a party."""

from collections.abc import Callable
from typing import cast

from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control

from gemeentedossier.dossier.breaches.actions.links import is_open, read_token, report_by_link, report_by_party
from gemeentedossier.dossier.breaches.enums import ReportedBy
from gemeentedossier.dossier.breaches.facts import BreachAtProcessor, BreachMoments, PersonalDataBreach
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.foundation.errors import NotPermitted, Refused
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.throttle import Limit
from gemeentedossier.guest.forms.reports import EmployeeReportForm, PartyReportForm
from gemeentedossier.guest.presenters.frame import frame_for
from gemeentedossier.guest.rules import GuestVisit, partner

OF_PARTY = Limit("breach-of-party", times=10, minutes=60)
"""Of one party in a municipality; it has no part in how often employees report."""


@cache_control(private=True, no_store=True)  # on a shared machine nothing of a report stays behind
def report(request: HttpRequest, token: str, municipality: str) -> HttpResponse:
    """The form behind the municipality's link; a link that nobody here signed finds nothing.

    Nothing of what was reported is ever shown here again, so the link opens no more than a letterbox.
    """
    del municipality  # it stands in the address for the scope; the token says which is meant
    here, named = _here(request), read_token(token)
    if named is None or named[0] != here.id:
        raise Http404
    if not is_open(named[1]):
        return _page(request, here, None, done="", lapsed=True, status=410)
    form = EmployeeReportForm(request.POST or None)
    number = _reported(request, form, lambda: report_by_link(named[1], _of_employee(form)))
    return _page(request, here, form, done=number)


@partner("guest.report_breach")
def report_of_party(visit: GuestVisit) -> HttpResponse:
    """A breach as a party tells it, on its own page."""
    place = visit.place
    form = PartyReportForm(visit.request.POST or None, parties=[(each.id, each.name) for each in place.parties])
    number = _reported(visit.request, form, lambda: _of_party_once(visit, form), within=OF_PARTY)
    frame = frame_for(
        visit.request,
        name=place.actor.name,
        party=place.party_names,
        municipality=place.municipality,
        title=_("Report a breach"),
    )
    back = reverse("guest:home", args=[place.municipality.slug])
    shown = {"frame": frame, "municipality": place.municipality.name, "form": form, "done": number, "back_url": back}
    return render(visit.request, "guest/report.html", shown)


def _of_party_once(visit: GuestVisit, form: Form) -> PersonalDataBreach:
    made = report_by_party(_of_party(form), by=visit.place.actor)
    OF_PARTY.count(visit.request)
    return made


def _reported(
    request: HttpRequest, form: Form, write: Callable[[], PersonalDataBreach], *, within: Limit | None = None
) -> str:
    """The number under which it was recorded; empty where it was not, and then the form says why."""
    if request.method != "POST" or not form.is_valid():
        return ""
    if within and within.is_reached(request):
        form.add_error(None, _("You reported very often within an hour. Call the privacy officer about this one."))
        return ""
    try:
        return write().number
    except NotPermitted:
        raise
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return ""


def _of_employee(form: Form) -> PersonalDataBreach:
    given = form.cleaned_data
    return PersonalDataBreach(
        id=new_id(),
        number="",
        title=given["title"],
        reported_at=clock.now(),
        reported_by=ReportedBy.EMPLOYEE,
        reporter=given["reporter"],
        first_account=given["first_account"],
        moments=BreachMoments(discovered_at=given["discovered_at"], internally_reported_at=clock.now()),
    )


def _of_party(form: Form) -> PersonalDataBreach:
    given = form.cleaned_data
    return PersonalDataBreach(
        id=new_id(),
        number="",
        title=given["title"],
        reported_at=clock.now(),
        reported_by=ReportedBy.PROCESSOR,
        first_account=given["processor_account"],
        moments=BreachMoments(began_at=given["began_at"], discovered_at=given["processor_knew_at"]),
        processor=BreachAtProcessor(
            at_processor=True,
            party_id=given["party_id"],
            processor_knew_at=given["processor_knew_at"],
            processor_told_at=clock.now(),
            processor_account=given["processor_account"],
        ),
    )


def _here(request: HttpRequest) -> Municipality:
    return cast(Municipality, request.municipality)  # type: ignore[attr-defined]  # set by the tenant middleware


def _page(
    request: HttpRequest,
    here: Municipality,
    form: Form | None,
    *,
    done: str,
    lapsed: bool = False,
    status: int = 200,
) -> HttpResponse:
    shown = {
        "frame": frame_for(request, municipality=here),
        "municipality": here.name,
        "form": form,
        "done": done,
        "lapsed": lapsed,
        "back_url": "",
    }
    return render(request, "guest/report.html", shown, status=status)
