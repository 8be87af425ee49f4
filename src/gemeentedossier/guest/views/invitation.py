"""The link of an invitation: used once, it lets somebody of a party in with an account of their own."""

from typing import cast
from uuid import UUID

from django.contrib import messages
from django.contrib.auth import login
from django.core.signing import BadSignature
from django.db import IntegrityError, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control

from gemeentedossier.dossier.parties.actions.representatives import (
    SIGNER,
    lapsed,
    open_invitation,
    take_up_invitation,
)
from gemeentedossier.dossier.parties.models import PartyRepresentative
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.tenancy import municipality_scope
from gemeentedossier.guest.forms.attesting import PasswordForm
from gemeentedossier.guest.presenters.frame import frame_for
from gemeentedossier.organisation.models import Account
from gemeentedossier.organisation.queries import with_address


@cache_control(private=True, no_store=True)
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Who is new chooses a password; who has an account signs in, and takes the invitation up with that.

    An account that is there never gets another password here: the link was made by who invites, not by its owner. The
    page looks the same for both, so that reading it tells nobody whether an address has an account somewhere.
    """
    municipality, key = _named(token)
    with municipality_scope(municipality.id):
        invited = open_invitation(key)
        if invited is None:
            return _page(request, municipality, lapsed=lapsed(), status=410)
        account = with_address(Account.objects.all(), invited.person.email)
        is_theirs = account is not None and request.user == account
        form = None if is_theirs else PasswordForm(request.POST or None, email=invited.person.email)
        if request.method == "POST" and (form is None or form.is_valid()):
            if account is not None and not is_theirs:
                return _page(request, municipality, invited, must_sign_in=True)
            try:
                with transaction.atomic():
                    taken_by = account or _new_account(invited, cast(PasswordForm, form))
                    take_up_invitation(key, account=taken_by)
            except Refused as refusal:
                return _page(request, municipality, lapsed=str(refusal), status=410)
            if account is None:
                login(request, taken_by)
            told = _("Welcome. From now on you sign in with %(email)s and your password.")
            messages.success(request, told % {"email": taken_by.email})
            return redirect("guest:overview")
        return _page(request, municipality, invited, form=form)


def _named(token: str) -> tuple[Municipality, UUID]:
    """Which municipality invites, and the invitation; Http404 for a link that nobody here made."""
    try:
        municipality_id, key = SIGNER.unsign_object(token)
        return Municipality.objects.get(pk=UUID(municipality_id)), UUID(key)
    except (BadSignature, ValueError, TypeError, Municipality.DoesNotExist) as error:
        raise Http404 from error


def _new_account(invited: PartyRepresentative, form: PasswordForm) -> Account:
    try:
        with transaction.atomic():
            return Account.objects.create_account(
                email=invited.person.email, password=form.cleaned_data["password"], is_by_invitation=True
            )
    except IntegrityError as error:
        raise Refused(lapsed()) from error


def _page(
    request: HttpRequest,
    municipality: Municipality,
    invited: PartyRepresentative | None = None,
    *,
    form: PasswordForm | None = None,
    must_sign_in: bool = False,
    lapsed: str = "",
    status: int = 200,
) -> HttpResponse:
    shown = {
        "frame": frame_for(request, municipality=municipality),
        "municipality": municipality.name,
        "party": invited.party.name if invited else "",
        "name": invited.person.name if invited else "",
        "email": invited.person.email if invited else "",
        "until": invited.invited_until if invited else None,
        "form": form,
        "must_sign_in": must_sign_in,
        "lapsed": lapsed,
    }
    return render(request, "guest/invitation.html", shown, status=status)
