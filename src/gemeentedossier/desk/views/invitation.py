"""The link of an invitation: who works here chooses how they come in."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control

from gemeentedossier.desk.forms.door import NewPasswordForm
from gemeentedossier.desk.views.entering import enter
from gemeentedossier.desk.views.single_sign_on import provider_name, start_invited
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.tenancy import municipality_scope
from gemeentedossier.organisation.actions.invitations import (
    lapsed,
    open_invitation,
    read_invitation,
    take_up_with_password,
)

BY_PROVIDER = "provider"
"""The button of who signs in at their organisation."""


@cache_control(private=True, no_store=True)
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Choose a password, or go to the identity provider. Reading the page uses nothing: programs open links too."""
    named = read_invitation(token)
    municipality = Municipality.objects.filter(pk=named.municipality_id).first() if named else None
    if named is None or municipality is None:
        raise Http404
    with municipality_scope(municipality.pk):
        person = open_invitation(named)
        if person is None:
            return _shut(request, lapsed())
        if request.method == "POST" and BY_PROVIDER in request.POST:
            return start_invited(request, token, email=person.email)
        form = NewPasswordForm(request.POST or None, email=person.email)
        account = None
        if request.method == "POST" and form.is_valid():
            try:
                account = take_up_with_password(named, password=form.cleaned_data["password"])
            except Refused as refusal:
                return _shut(request, str(refusal))
    if account is not None:
        return enter(request, account, to="")
    shown = {
        "title": _("Welcome, %(name)s") % {"name": person.name},
        "municipality": municipality.name,
        "email": person.email,
        "until": person.invited_until,
        "has_account": person.account_id is not None,
        "form": form,
        "provider": provider_name(),
        "by_provider": BY_PROVIDER,
    }
    return render(request, "desk/door/invitation.html", shown)


def _shut(request: HttpRequest, sentence: str) -> HttpResponse:
    shown = {"title": _("This link no longer works"), "sentence": sentence}
    return render(request, "desk/door/told.html", shown, status=410)
