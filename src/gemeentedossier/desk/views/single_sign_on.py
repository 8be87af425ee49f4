"""Signing in by the identity provider of the municipality (OpenID Connect: authorization code, PKCE, state, nonce)."""

from functools import lru_cache
from pathlib import Path
from typing import Any

import requests
from authlib.common.errors import AuthlibBaseError
from authlib.integrations.django_client import OAuth
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from joserfc.errors import JoseError

from gemeentedossier.desk.views.entering import let_in, safe
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.tenancy import municipality_scope
from gemeentedossier.organisation.actions.identities import LONGEST, Proved, account_of
from gemeentedossier.organisation.actions.invitations import read_invitation, take_up_with_provider
from gemeentedossier.organisation.models import Account

TO = "single_sign_on_to"
"""In the session: where they were going."""
LIES = (AuthlibBaseError, JoseError, ValueError, RuntimeError)
"""What comes of an answer that is not what was asked: another state, nonce, signature, issuer or receiver; and of a
provider that does not say where its keys are."""
INVITED = "single_sign_on_invited"
"""In the session: the link of the invitation that is being taken up, by whoever said so on its own page."""
SIGNATURES = ("RS", "PS", "ES", "Ed")
"""How the names of signatures with a private key begin (RFC 7518, 3.1)."""
SECONDS = 10
"""How long the provider may take for one answer."""


def provider_name() -> str:
    """What the button says; empty where the installation has no identity provider."""
    if not settings.OIDC_ISSUER:
        return ""
    return settings.OIDC_NAME or _("your organisation")


@cache_control(private=True, no_store=True)
def start(request: HttpRequest) -> HttpResponse:
    """Off to the provider, to come in as who was recorded: no link of another site makes somebody another."""
    if not settings.OIDC_ISSUER:
        raise Http404
    request.session[TO] = safe(request, request.GET.get("next", ""))
    request.session.pop(INVITED, None)
    return _off(request)


def start_invited(request: HttpRequest, token: str, *, email: str) -> HttpResponse:
    """Who is invited and said so on the page of the invitation reads as whom they come in, and goes on by themselves.

    Called with what was posted there: a page of another site cannot. A page and no redirect, because a browser follows
    no redirect from a form to another site than ours.
    """
    if not settings.OIDC_ISSUER:
        raise Http404
    request.session[TO], request.session[INVITED] = "", token
    answer = _off(request)
    if "Location" not in answer.headers:
        return answer
    shown = {"title": _("Is this you?"), "email": email, "provider": provider_name(), "to": answer.headers["Location"]}
    return render(request, "desk/door/as_invited.html", shown)


def _off(request: HttpRequest) -> HttpResponse:
    """To the provider, with a state, a nonce and the challenge of a secret that stays in the session."""
    try:
        answer: HttpResponse = _provider().authorize_redirect(request, _way_back())
    except (*LIES, requests.RequestException, OSError):
        return _told(request, unreachable())
    return answer


@cache_control(private=True, no_store=True)
def back(request: HttpRequest) -> HttpResponse:
    """From the provider: who it says they are comes in with the account that is theirs."""
    if not settings.OIDC_ISSUER:
        raise Http404
    if request.GET.get("error"):
        return _told(request, _("You did not sign in at your organisation, so you are not signed in here either."))
    try:
        account = _account(_proved(request), invited=request.session.pop(INVITED, ""))
    except Refused as refusal:
        return _told(request, str(refusal))
    except LIES:
        return _told(request, not_asked())
    except (requests.RequestException, OSError):
        return _told(request, unreachable())
    return redirect(let_in(request, account, to=request.session.pop(TO, ""), is_second=True))


def _account(proved: Proved, *, invited: str) -> Account:
    """Whose account it is; by the link of an invitation where one was opened, else by what was recorded."""
    named = read_invitation(invited) if invited else None
    if named is None:
        return account_of(proved)
    with municipality_scope(named.municipality_id):
        return take_up_with_provider(named, proved)


def _proved(request: HttpRequest) -> Proved:
    token = _provider().authorize_access_token(request)
    claims = token.get("userinfo")
    if not claims or not claims.get("sub") or len(str(claims["sub"])) > LONGEST:
        raise Refused(not_asked())
    email = claims.get("email")
    return Proved(
        issuer=settings.OIDC_ISSUER,
        subject=str(claims["sub"]),
        email=email if isinstance(email, str) else "",
        is_verified=claims.get("email_verified") is True,
    )


def _provider() -> Any:
    """The provider, whose addresses and keys were read; raises ValueError where it calls itself otherwise."""
    provider = _registered(settings.OIDC_ISSUER, settings.OIDC_CLIENT, settings.OIDC_SECRET_FILE)
    told = provider.load_server_metadata()
    if str(told.get("issuer", "")).rstrip("/") != settings.OIDC_ISSUER:
        raise ValueError("The provider calls itself otherwise than GEMEENTEDOSSIER_OIDC_ISSUER says.")
    signed_with = told.get("id_token_signing_alg_values_supported") or ["RS256"]
    # What is unsigned, or signed with the secret that we hold too, proves nothing about who signed it.
    told["id_token_signing_alg_values_supported"] = [each for each in signed_with if each[:2] in SIGNATURES]
    return provider


@lru_cache(maxsize=4)
def _registered(issuer: str, client: str, secret_file: str) -> Any:
    return OAuth().register(
        "provider",
        server_metadata_url=f"{issuer}/.well-known/openid-configuration",
        client_id=client,
        client_secret=Path(secret_file).read_text(encoding="utf-8").strip() if secret_file else None,
        client_kwargs={
            "scope": "openid email profile",
            "code_challenge_method": "S256",
            "default_timeout": SECONDS,
            "token_endpoint_auth_method": "client_secret_basic" if secret_file else "none",
        },
    )


def _way_back() -> str:
    """As it is registered at the provider: from the settings, never from what a request calls us."""
    return f"{settings.GEMEENTEDOSSIER_URL}{reverse('door:single-back')}"


def _told(request: HttpRequest, sentence: str) -> HttpResponse:
    return render(request, "desk/door/told.html", {"title": _("Not signed in"), "sentence": sentence}, status=403)


def unreachable() -> str:
    """Why nobody can sign in so now."""
    return _("Your organisation’s sign-in does not answer now. Try again in a few minutes, or sign in with a password.")


def not_asked() -> str:
    """Why an answer does not count."""
    return _("This answer does not belong to a sign-in that was begun here. It may have taken too long. Begin again.")
