"""One page over all municipalities where somebody acts for a party, and one declaration for several of them."""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from gemeentedossier.dossier.agreements.actions.guests import attest_own
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.tenancy import municipality_scope
from gemeentedossier.guest.forms.attesting import AttestManyForm
from gemeentedossier.guest.presenters.frame import frame_for
from gemeentedossier.guest.presenters.overview import Covenant, covenants_of, shelves_of, tasks_of
from gemeentedossier.guest.presenters.words import listing
from gemeentedossier.guest.queries import Place, places_of
from gemeentedossier.guest.rules import signed_in
from gemeentedossier.organisation.models import Account

WRITTEN = "partner_written"
"""In the session: what became of the last declaration for several covenants, until it was told."""


@dataclass(frozen=True, slots=True)
class Result:
    """What became of the declaration in one covenant: empty ``refusal`` means that it was written."""

    covenant: str
    refusal: str = ""


@signed_in
def overview(request: HttpRequest, account: Account) -> HttpResponse:
    """What is asked now, and what was agreed, per municipality."""
    places = _places(account)
    results = [Result(*each) for each in request.session.pop(WRITTEN, [])]
    return render(request, "guest/overview.html", overview_shown(request, places) | {"results": results})


@transaction.non_atomic_requests  # each municipality is a transaction of its own: what one refuses, another keeps
@signed_in
def attest(request: HttpRequest, account: Account) -> HttpResponse:
    """One declaration for the covenants that are chosen; afterwards it is told in which it was written."""
    places = _places(account)
    covenants = tuple(covenants_of(places))
    if not covenants:
        raise Http404
    form = AttestManyForm(
        request.POST or None,
        request.FILES or None,
        covenants=[(each.key, each.label) for each in covenants],
        asked=[each.key for each in covenants if each.is_asked],
    )
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        chosen = [each for each in covenants if each.key in given["covenants"]]
        request.session[WRITTEN] = [(r.covenant, r.refusal) for r in (_written(each, given) for each in chosen)]
        return redirect("guest:overview")
    title = _("Declare once, for several municipalities")
    shown = {"frame": _frame(request, places, title=title), "title": title, "form": form}
    return render(request, "guest/attest.html", shown)


def overview_shown(request: HttpRequest, places: tuple[Place, ...]) -> dict[str, Any]:
    """What the page of one municipality or of all tells."""
    today = clock.today()
    return {
        "frame": _frame(request, places),
        "parties": listing(dict.fromkeys(party.name for place in places for party in place.parties)),
        "tasks": tasks_of(places, today),
        "shelves": shelves_of(places, today),
        "many": sum(each.is_asked for each in covenants_of(places)) > 1,
    }


def _written(covenant: Covenant, given: dict[str, Any]) -> Result:
    place, own = covenant.place, covenant.own
    try:
        with municipality_scope(place.municipality.id):
            attest_own(
                own.agreement.id,
                party_id=own.party.party_id,
                function=given["function"],
                attestation=given["attestation"],
                file=given["file"],
                by=place.actor,
            )
    except ObjectDoesNotExist:
        return Result(covenant.label, _("You no longer take part in it, or no longer act for this party."))
    except Refused as refusal:
        return Result(covenant.label, str(refusal))
    return Result(covenant.label)


def _places(account: Account) -> tuple[Place, ...]:
    """Raises Http404 for who acts for no party anywhere: they find nothing here."""
    places = places_of(account)
    if not places:
        raise Http404
    return places


def _frame(request: HttpRequest, places: tuple[Place, ...], *, title: str = "") -> Any:
    first = places[0]
    return frame_for(request, name=first.actor.name, party=first.party_names, title=title)
