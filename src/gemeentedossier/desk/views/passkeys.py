"""The conversation between a browser and us about a passkey; small messages, no pages."""

import json
from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.http import HttpRequest, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from gemeentedossier.desk.views.entering import entering, is_fresh, let_in, showed
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.organisation.actions.passkeys import (
    Question,
    ask_to_make,
    ask_to_use,
    keep_passkey,
    not_taken,
    take_passkey,
)
from gemeentedossier.organisation.models import Account

ASKED = "passkey_asked"
"""In the session: what is kept of a question until it is answered, once."""
AGAIN = "again_to"
"""In the session: where who is in was going when they were asked to show themselves once more."""


@require_POST
def ask(request: HttpRequest) -> JsonResponse:
    """The question for a passkey of who is on the way in, or of who is in and shows it once more."""
    account = _account(request)
    if account is None:
        return _refused(_("Signing in took too long. Begin again."))
    return _asked(request, ask_to_use(account, host=request.get_host()))


@transaction.non_atomic_requests  # a wrong answer counts at once, and no fault undoes it
@require_POST
def answer(request: HttpRequest) -> JsonResponse:
    """A passkey answered: in they are."""
    who, kept = entering(request), request.session.pop(ASKED, None)
    account = _account(request)
    if account is None or kept is None:
        return _refused(_("Signing in took too long. Begin again."))
    try:
        take_passkey(account, _told(request)["credential"], kept=kept, host=request.get_host())
    except Refused as refusal:
        return _refused(str(refusal))
    if who is not None:
        with transaction.atomic():
            return JsonResponse({"to": let_in(request, account, to=who.to, is_second=True)})
    showed(request, is_second=True)
    return JsonResponse({"to": request.session.pop(AGAIN, "") or reverse("door:account")})


@require_POST
def make(request: HttpRequest) -> JsonResponse:
    """The question by which the device of who is in makes a passkey."""
    account = _own(request)
    if account is None:
        return _refused(show_again())
    return _asked(request, ask_to_make(account, host=request.get_host()))


@require_POST
def keep(request: HttpRequest) -> JsonResponse:
    """The passkey that was made serves from now on."""
    account, kept = _own(request), request.session.pop(ASKED, None)
    if account is None or kept is None:
        return _refused(show_again())
    told = _told(request)
    try:
        keep_passkey(account, told["credential"], name=told["name"], kept=kept, host=request.get_host())
    except Refused as refusal:
        return _refused(str(refusal))
    return JsonResponse({"to": reverse("door:account")})


def show_again() -> str:
    """Why nothing can be changed now."""
    return _("It is a while since you showed that it is you. Open this page anew.")


def _account(request: HttpRequest) -> Account | None:
    who = entering(request)
    if who is not None:
        return who.account
    return request.user if isinstance(request.user, Account) else None


def _own(request: HttpRequest) -> Account | None:
    return request.user if isinstance(request.user, Account) and is_fresh(request) else None


def _asked(request: HttpRequest, question: Question) -> JsonResponse:
    request.session[ASKED] = dict(question.kept)
    return JsonResponse(dict(question.options))


def _told(request: HttpRequest) -> Mapping[str, Any]:
    try:
        told = json.loads(request.body)
    except (ValueError, RecursionError):
        told = None
    given = told if isinstance(told, dict) else {}
    name, credential = given.get("name"), given.get("credential")
    return {
        "name": name if isinstance(name, str) else "",
        "credential": credential if isinstance(credential, dict) else {},
    }


def _refused(sentence: str) -> JsonResponse:
    return JsonResponse({"sentence": sentence or not_taken()}, status=400)
