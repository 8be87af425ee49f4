"""My account: how I come in, on which devices, and where."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.views import redirect_to_login
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control

from gemeentedossier.desk.forms.door import CodeForm, NewPasswordForm, OwnPasswordForm
from gemeentedossier.desk.presenters.roles import role_name
from gemeentedossier.desk.views.entering import (
    codes_left,
    first_place_of,
    has_second_factor,
    is_fresh,
    place_in,
    safe,
    showed,
)
from gemeentedossier.desk.views.passkeys import AGAIN
from gemeentedossier.desk.views.second_step import app_codes, codes_page, enrol_page, second_shown, taken
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.organisation.actions.lost import unlink_own_provider
from gemeentedossier.organisation.actions.passkeys import can_have_passkeys, drop_passkey
from gemeentedossier.organisation.actions.second_factor import change_password, drop_app, end_sessions, renew_kept_codes
from gemeentedossier.organisation.actions.tries import show_password
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.models import Account, AuthenticatorApp, Passkey
from gemeentedossier.organisation.queries import places_of, works_somewhere

OwnPage = Callable[..., HttpResponse]
"""A page of who is in, about their own account: gets the request and the account."""


def own(view: OwnPage) -> Any:
    """The page is for who is in, whatever their roles."""

    @cache_control(private=True, no_store=True)
    @wraps(view)
    def inner(request: HttpRequest, **kwargs: Any) -> HttpResponse:
        if not isinstance(request.user, Account):
            return redirect_to_login(request.get_full_path())
        return view(request, request.user, **kwargs)

    return inner


def freshly(view: OwnPage) -> Any:
    """The page changes how somebody comes in, so it is for who showed a short time ago that it is them."""

    @wraps(view)
    def inner(request: HttpRequest, account: Account, **kwargs: Any) -> HttpResponse:
        if not is_fresh(request):
            request.session[AGAIN] = request.path if request.method == "GET" else reverse("door:account")
            return redirect("door:again")
        return view(request, account, **kwargs)

    return own(inner)


@own
def account(request: HttpRequest, account: Account) -> HttpResponse:
    """What the account has, with a way to change each."""
    shown = {
        "title": _("My account"),
        "account": account,
        "app": AuthenticatorApp.objects.filter(account=account).first(),
        "passkeys": Passkey.objects.filter(account=account),
        "codes": codes_left(account),
        "has_second": has_second_factor(account),
        "provider": account.identities.exists(),
        "has_password": account.has_usable_password(),
        "can_have_passkeys": can_have_passkeys(request.get_host()),
        "home": first_place_of(places_of(account)),
    }
    return render(request, "desk/door/account.html", shown)


@transaction.non_atomic_requests  # a wrong code or password counts at once, and no fault undoes it
@own
def again(request: HttpRequest, account: Account) -> HttpResponse:
    """Show once more that it is you: by the second step, or by the password where there is none."""
    asks_password = not has_second_factor(account)
    if asks_password and not account.has_usable_password():
        return redirect_to_login(request.session.get(AGAIN) or reverse("door:account"))
    form = (OwnPasswordForm if asks_password else CodeForm)(request.POST or None)
    if request.method == "POST" and form.is_valid() and _shown(account, form):
        showed(request, is_second=not asks_password)
        return redirect(safe(request, request.session.pop(AGAIN, "")) or "door:account")
    shown = second_shown(request, account, form) | {"again": True, "asks_password": asks_password}
    return render(request, "desk/door/second.html", shown)


def _shown(account: Account, form: CodeForm | OwnPasswordForm) -> bool:
    if isinstance(form, CodeForm):
        return taken(account, form)
    try:
        show_password(account, form.cleaned_data["password"])
    except Refused as refusal:
        form.add_error("password", str(refusal))
        return False
    return True


@freshly
def password(request: HttpRequest, account: Account) -> HttpResponse:
    """Another password; wherever else the account is signed in, it is so no longer."""
    form = NewPasswordForm(request.POST or None, account=account)
    if request.method == "POST" and form.is_valid():
        change_password(account, password=form.cleaned_data["password"])
        update_session_auth_hash(request, account)
        messages.success(request, _("Your password was changed. Elsewhere you are signed out."))
        return redirect("door:account")
    return render(request, "desk/door/password.html", {"title": _("Another password"), "form": form})


@transaction.non_atomic_requests  # as above
@freshly
def app(request: HttpRequest, account: Account) -> HttpResponse:
    """An app for codes, in the place of one before."""
    with transaction.atomic():  # no app takes the place of another whose codes nobody saw
        codes = app_codes(request, account)
        if isinstance(codes, tuple):
            showed(request, is_second=True)
            return codes_page(request, codes)
    return enrol_page(request, account, codes, is_asked=False)


@freshly
def remove_app(request: HttpRequest, account: Account) -> HttpResponse:
    """The app serves no longer, where another way stays or none is asked."""
    if request.method != "POST":
        raise Http404
    if not Passkey.objects.filter(account=account).exists() and _is_asked(account):
        messages.error(request, _must_stay())
    else:
        drop_app(account)
        messages.success(request, _("The app serves no longer."))
    return redirect("door:account")


@freshly
def unlink(request: HttpRequest, account: Account) -> HttpResponse:
    """Who they are at their organisation counts no longer, for who became another there; elsewhere they are out."""
    if request.method != "POST":
        raise Http404
    try:
        unlink_own_provider(account)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("door:account")
    update_session_auth_hash(request, account)
    messages.success(
        request, _("Untied. The next time that you come in by your organisation, it says anew who you are.")
    )
    return redirect("door:account")


@freshly
def codes(request: HttpRequest, account: Account) -> HttpResponse:
    """New codes to keep; those before hold no longer."""
    if request.method != "POST" or not has_second_factor(account):
        raise Http404
    return codes_page(request, renew_kept_codes(account))


@freshly
def passkey(request: HttpRequest, account: Account) -> HttpResponse:
    """Where a device makes a passkey."""
    if not can_have_passkeys(request.get_host()):
        raise Http404
    return render(request, "desk/door/passkey.html", {"title": _("A passkey on this device")})


@freshly
def remove_passkey(request: HttpRequest, account: Account, key: UUID) -> HttpResponse:
    """A passkey serves no longer, where another way stays or none is asked."""
    if request.method != "POST":
        raise Http404
    found = get_object_or_404(Passkey, pk=key, account=account)
    is_last = Passkey.objects.filter(account=account).count() == 1
    if is_last and not AuthenticatorApp.objects.filter(account=account).exists() and _is_asked(account):
        messages.error(request, _must_stay())
    else:
        drop_passkey(account, found)
        messages.success(request, _("This passkey serves no longer."))
    return redirect("door:account")


@own
def end_everywhere(request: HttpRequest, account: Account) -> HttpResponse:
    """Wherever else the account is signed in, it is so no longer."""
    if request.method != "POST":
        raise Http404
    end_sessions(account)
    update_session_auth_hash(request, account)
    messages.success(request, _("Elsewhere you are signed out. Here you stay signed in."))
    return redirect("door:account")


@own
def places(request: HttpRequest, account: Account) -> HttpResponse:
    """The municipalities where somebody has a role today, to choose one."""
    found = [
        {"name": here.name, "url": place_in(here, actor), "roles": _roles(actor.roles)}
        for here, actor in places_of(account)
        if actor.roles
    ]
    return render(request, "desk/door/places.html", {"title": _("Where do you want to go?"), "places": found})


def _roles(roles: frozenset[str]) -> str:
    return ", ".join(sorted(role_name(Role(each)) for each in roles))


def _is_asked(account: Account) -> bool:
    return settings.SECOND_FACTOR and works_somewhere(places_of(account))


def _must_stay() -> str:
    return _("Whoever works with the dossier shows more than a password. Set up another way first, then remove this.")
