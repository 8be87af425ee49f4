"""The second step of signing in: a code or a passkey; for who has none, setting up an app."""

from functools import wraps
from typing import Any, Protocol

from django.db import transaction
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control

from gemeentedossier.desk.forms.door import AppCodeForm, CodeForm
from gemeentedossier.desk.presenters.qr import picture_of
from gemeentedossier.desk.views.entering import Entering, ask_second, entering, has_second_factor, let_in, to_sign_in
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.organisation.actions.passkeys import can_have_passkeys
from gemeentedossier.organisation.actions.second_factor import add_app, sealed_secret, secret_in, take_code
from gemeentedossier.organisation.engine.one_time import app_address, written
from gemeentedossier.organisation.models import Account, Passkey

SETTING_UP = "setting_up_app"
"""In the session: the sealed secret of an app that is being set up."""
ISSUER = "Gemeentedossier"


class Step(Protocol):
    """A page for who is on the way in."""

    def __call__(self, request: HttpRequest, who: Entering) -> HttpResponse: ...


def on_the_way(view: Step) -> Any:
    """The page is for who showed the first thing a short time ago; others begin anew."""

    @cache_control(private=True, no_store=True)
    @wraps(view)
    def inner(request: HttpRequest) -> HttpResponse:
        who = entering(request)
        return view(request, who) if who else to_sign_in()

    return inner


@transaction.non_atomic_requests  # a wrong code counts at once, and no fault undoes it
@on_the_way
def second(request: HttpRequest, who: Entering) -> HttpResponse:
    """Ask for a code, or for a passkey where the account has one."""
    if not has_second_factor(who.account):
        return to_sign_in()
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and taken(who.account, form):
        with transaction.atomic():
            return redirect(let_in(request, who.account, to=who.to, is_second=True))
    return render(request, "desk/door/second.html", second_shown(request, who.account, form))


@transaction.non_atomic_requests  # a wrong code counts at once, and no fault undoes it
@on_the_way
def enrol(request: HttpRequest, who: Entering) -> HttpResponse:
    """Who must show more than a password and cannot yet, sets up an app before coming in."""
    if has_second_factor(who.account):
        return redirect("door:second")
    with transaction.atomic():  # no app is added whose codes nobody saw
        codes = app_codes(request, who.account)
        if isinstance(codes, tuple):
            to = let_in(request, who.account, to=who.to, is_second=True)
            return codes_page(request, codes, to=to)
    return enrol_page(request, who.account, codes, is_asked=True)


@cache_control(private=True, no_store=True)
def more(request: HttpRequest) -> HttpResponse:
    """Who is in by a password alone, and comes where more is asked, shows more."""
    if not isinstance(request.user, Account):
        return to_sign_in()
    return ask_second(request, request.user, to=request.GET.get("next", ""))


def second_shown(request: HttpRequest, account: Account, form: Form) -> dict[str, Any]:
    """What the page of the second step shows."""
    has_passkey = Passkey.objects.filter(account=account).exists() and can_have_passkeys(request.get_host())
    return {"title": _("One more step"), "form": form, "passkey": has_passkey}


def taken(account: Account, form: Form) -> bool:
    """Whether the code was right; else the form says why not."""
    try:
        take_code(account, code=form.cleaned_data["code"])
    except Refused as refusal:
        form.add_error("code", str(refusal))
        return False
    return True


def app_codes(request: HttpRequest, account: Account) -> AppCodeForm | tuple[str, ...]:
    """The codes to keep, where the code of a new app came in; else the form that asks for it."""
    form = AppCodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and SETTING_UP in request.session:
        try:
            codes = add_app(account, sealed=bytes.fromhex(request.session[SETTING_UP]), code=form.cleaned_data["code"])
        except Refused as refusal:
            form.add_error("code", str(refusal))
        else:
            del request.session[SETTING_UP]
            return codes
    return form


def enrol_page(request: HttpRequest, account: Account, form: Form, *, is_asked: bool) -> HttpResponse:
    """The picture and the secret of an app, the same until it is set up."""
    if SETTING_UP not in request.session or request.method == "GET":
        request.session[SETTING_UP] = sealed_secret(account).hex()
    secret = secret_in(bytes.fromhex(request.session[SETTING_UP]), account=account)
    address = app_address(secret, account=account.email, issuer=ISSUER)
    shown = {
        "title": _("An app beside your password"),
        "is_asked": is_asked,
        "form": form,
        "secret": written(secret),
        "address": address,
        "picture": picture_of(address, title=_("QR code for the app")),
    }
    return render(request, "desk/door/enrol.html", shown)


def codes_page(request: HttpRequest, codes: tuple[str, ...], *, to: str = "") -> HttpResponse:
    """The codes to keep, this once."""
    shown = {"title": _("Codes to keep"), "codes": codes, "to": to or reverse("door:account")}
    return render(request, "desk/door/codes.html", shown)
