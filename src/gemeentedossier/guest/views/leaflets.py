"""The leaflets of a party at one municipality: read, written anew, and begun."""

from dataclasses import replace
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from gemeentedossier.catalogue.engine.lint import Lint
from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.design.meanwhile import show_theirs
from gemeentedossier.dossier.agreements.actions.guests import write_own_leaflet
from gemeentedossier.dossier.agreements.facts import Leaflet
from gemeentedossier.dossier.agreements.presenters.leaflets import answers_said, term_badge, told_badge
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.foundation.errors import EditedMeanwhile, NotPermitted, Refused
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.guest.forms.leaflets import LeafletForm
from gemeentedossier.guest.presenters.frame import frame_for
from gemeentedossier.guest.presenters.leaflets import agreement_name, leaflet_url
from gemeentedossier.guest.rules import GuestVisit, partner

VIEW, WRITE = "guest.view_own", "guest.write_leaflet"


@partner(VIEW)
def leaflet(visit: GuestVisit, key: UUID) -> HttpResponse:
    """One leaflet, as the municipality reads it."""
    own, place, today, lint = visit.own_leaflet(key), visit.place, clock.today(), Lint(current_catalogue())
    shown = {
        "frame": _frame(visit, own.product),
        "title": own.product,
        "party": own.leaflet.party_name,
        "belongs_to": agreement_name(own.leaflet, place),
        "badges": (told_badge(own.leaflet, lint), term_badge(own.leaflet, today)),
        "answers": tuple(answers_said(own.leaflet, lint, language=get_language() or "nl", missing=_("No answer yet"))),
        "edit_url": reverse("guest:leaflet-edit", args=[place.municipality.slug, key]),
        "municipality": place.municipality.name,
    }
    return render(visit.request, "guest/leaflet.html", shown)


@partner(WRITE)
def new(visit: GuestVisit) -> HttpResponse:
    """Begin a leaflet."""
    first = visit.place.parties[0]
    blank = Leaflet(new_id(), first.id)
    form = _form(visit, blank, is_new=True)
    return _written(visit, form, blank, title=_("Tell about a product"), back=_home(visit))


@partner(WRITE)
def edit(visit: GuestVisit, key: UUID) -> HttpResponse:
    """Write a leaflet anew."""
    own = visit.own_leaflet(key)
    form = _form(visit, own.leaflet, is_new=False)
    back = leaflet_url(visit.place.municipality.slug, own.leaflet)
    return _written(visit, form, own.leaflet, title=own.product, back=back)


def _form(visit: GuestVisit, found: Leaflet, *, is_new: bool) -> LeafletForm:
    place = visit.place
    agreements = {each.agreement.id: each.agreement.name for each in place.agreements}
    return LeafletForm(
        visit.request.POST or None,
        leaflet=found,
        parties=[(each.id, each.name) for each in place.parties],
        agreements=agreements.items(),
        is_new=is_new,
    )


def _written(visit: GuestVisit, form: LeafletForm, found: Leaflet, *, title: str, back: str) -> HttpResponse:
    """The form, or where it was filled in what was written."""
    if visit.request.method == "POST" and form.is_valid():
        try:
            made = write_own_leaflet(replace(found, **form.cleaned_data), by=visit.place.actor)
        except NotPermitted:
            raise
        except Refused as refusal:
            form.add_error(None, str(refusal))
            if isinstance(refusal, EditedMeanwhile):
                show_theirs(form)
        else:
            messages.success(visit.request, _("Your leaflet was recorded. The municipality sees it at once."))
            return redirect(leaflet_url(visit.place.municipality.slug, made))
    shown = {"frame": _frame(visit, title), "title": title, "form": form, "back_url": back}
    return render(visit.request, "guest/leaflet_edit.html", shown)


def _home(visit: GuestVisit) -> str:
    return reverse("guest:home", args=[visit.place.municipality.slug])


def _frame(visit: GuestVisit, title: str) -> object:
    place = visit.place
    return frame_for(
        visit.request, name=place.actor.name, party=place.party_names, municipality=place.municipality, title=title
    )
