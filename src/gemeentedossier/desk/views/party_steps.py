"""What is done with a party; each is posted from its page and leads back to it."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from gemeentedossier.assessment.facts import Judged
from gemeentedossier.desk.forms.parties import InviteForm, MergeForm, RemoveForm
from gemeentedossier.desk.presenters.parties import party_url
from gemeentedossier.desk.rules import Visit, staff
from gemeentedossier.desk.views.judged import judged_by
from gemeentedossier.desk.views.parties import INVITE, MERGE, REMOVE, party_page
from gemeentedossier.desk.views.party_gone import or_what_stays
from gemeentedossier.desk.views.writing import found_in
from gemeentedossier.dossier.agreements.actions.merging import merge_parties
from gemeentedossier.dossier.parties.actions.parties import remove_party
from gemeentedossier.dossier.parties.actions.representatives import end_representation, invite_representative
from gemeentedossier.dossier.parties.models import PartyRepresentative
from gemeentedossier.dossier.requests.actions.searching import follow_party
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.foundation.errors import NotPermitted, Refused


@staff(MERGE)
@or_what_stays
def merge(visit: Visit, key: UUID) -> HttpResponse:
    """Join a party that is here twice with the one that stays, and go there."""
    judged = judged_by(visit)
    found = found_in(judged.dossier.parties, key)
    form = MergeForm(visit.request.POST or None, dossier=judged.dossier, double=found, auto_id="merge-%s")

    def act() -> str:
        stays = form.cleaned_data["into_id"]
        merge_parties(key, into_id=stays, reason=form.cleaned_data["reason"], by=visit.actor)
        follow_party(key, to=stays, by=visit.actor)
        messages.success(visit.request, _("“%(name)s” was joined with this party.") % {"name": found.name})
        return party_url(visit.municipality.slug, stays)

    return _taken(visit, judged, key, "merge", form, act)


@staff(REMOVE)
@or_what_stays
def remove(visit: Visit, key: UUID) -> HttpResponse:
    """Remove a party that nothing names."""
    judged = judged_by(visit)
    found = found_in(judged.dossier.parties, key)
    form = RemoveForm(visit.request.POST or None, auto_id="remove-%s")

    def act() -> str:
        remove_party(key, reason=form.cleaned_data["reason"], by=visit.actor)
        messages.success(visit.request, _("“%(name)s” was removed.") % {"name": found.name})
        return reverse("desk:parties", args=[visit.municipality.slug])

    return _taken(visit, judged, key, "remove", form, act)


@staff(INVITE)
@or_what_stays
def invite(visit: Visit, key: UUID) -> HttpResponse:
    """Invite somebody to act for the party; the link stands on the page afterwards."""
    judged = judged_by(visit)
    found_in(judged.dossier.parties, key)
    form = InviteForm(visit.request.POST or None, auto_id="invite-%s")

    def act() -> str:
        made = invite_representative(key, **form.cleaned_data, by=visit.actor)
        told = _("The invitation for %(name)s is ready. Send the link yourself: this program sends no mail.")
        messages.success(visit.request, told % {"name": made.person.name})
        return party_url(visit.municipality.slug, key, "people")

    return _taken(visit, judged, key, "invite", form, act)


@staff(INVITE)
@or_what_stays
def end(visit: Visit, key: UUID, representative: UUID) -> HttpResponse:
    """Withdraw an invitation, or end that somebody acts for the party."""
    found_in(judged_by(visit).dossier.parties, key)
    if visit.request.method == "POST":
        person = PartyRepresentative.objects.select_related("person").get(pk=representative, party_id=key).person
        end_representation(representative, by=visit.actor)
        messages.success(visit.request, _("%(name)s sees nothing here any more.") % {"name": person.name})
    return redirect(party_url(visit.municipality.slug, key, "people"))


def _taken(visit: Visit, judged: Judged, key: UUID, name: str, form: Form, act: Callable[[], str]) -> HttpResponse:
    """What was filled in is done, or the page comes back with it and says what needs attention."""
    if visit.request.method != "POST":
        return redirect(party_url(visit.municipality.slug, key))
    if form.is_valid():
        try:
            return redirect(act())
        except NotPermitted:
            raise
        except Refused as refusal:
            form.add_error(None, str(refusal))
    return party_page(visit, judged, found_in(judged.dossier.parties, key), bound={name: form})
