"""What was filled in when a session had ended: kept for who filled it in, until they are in again or look at it anew.

It stands in the session, sealed with a secret that only the browser has (the one of its CSRF cookie): the database
alone gives nothing away, and neither does the browser. It is gone once it was sent again, and after an hour.
"""

import hmac
import json
import secrets
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.middleware.csrf import CSRF_TOKEN_LENGTH, _unmask_cipher_token  # type: ignore[attr-defined]  # no stub

from gemeentedossier.foundation import clock

RETURNED = "_returned"
"""In a form that comes back: it is filled in as it was, and nothing is written yet."""
KEPT = "kept_form"
LASTS = 60 * 60
"""Seconds in which it is returned."""
LARGEST = 512 * 1024
"""Bytes of what is kept; more than that no form of ours asks."""
NONCE = 12
NEVER = ("csrfmiddlewaretoken", RETURNED)
TYPED_AGAIN = "password"
"""What has this in its name is typed again."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A form as it was sent: where to, each field with its values, whether files came along, which are not kept."""

    path: str
    fields: Mapping[str, Sequence[str]]
    had_files: bool = False


def remember_whose(request: HttpRequest, account: UUID) -> None:
    """From now on what this browser sends is of this account: also once its session has ended."""
    key = _of_browser(request, "whose")
    if key:
        cache.set(f"whose-{key.hex()}", str(account), timeout=settings.SESSION_COOKIE_AGE + LASTS)


def forget_whose(request: HttpRequest) -> None:
    """Who signs out leaves nothing behind."""
    key = _of_browser(request, "whose")
    if key:
        cache.delete(f"whose-{key.hex()}")


def forget_ended() -> None:
    """Throw away sessions that ended, with what was kept in them, and of which account these browsers were."""
    import_module(settings.SESSION_ENGINE).SessionStore.clear_expired()
    oldest = clock.now().timestamp() - settings.SESSION_COOKIE_AGE - LASTS
    for file in Path(str(settings.CACHES["default"]["LOCATION"])).glob("*.djcache"):
        with suppress(FileNotFoundError):  # another process was first
            if file.stat().st_mtime < oldest:
                file.unlink()


def keep(request: HttpRequest) -> None:
    """Keep what was sent by a browser whose session ended; nothing where nobody can tell whose it is."""
    whose = _whose(_secret(request))
    if whose:
        _keep(request, whose=whose)


def keep_for(request: HttpRequest, account: UUID) -> bool:
    """Keep what this account sent from a page of before it signed in anew; whether it was kept.

    It is not where there is nothing to keep, or too much, or where that page was shown to another account.
    """
    return _whose(_secret_of_page(request)) in (None, str(account)) and _keep(request, whose=str(account))


def carried(request: HttpRequest, account: UUID) -> Kept | None:
    """What was kept for this account, taken out before the browser gets another secret; of others it is thrown away."""
    found = _taken(request)
    return found[0] if found and found[1] == str(account) else None


def put_back(request: HttpRequest, kept: Kept, account: UUID) -> None:
    """Keep it under the secret that the browser has now."""
    _put(request, kept, whose=str(account))


def forget_kept(request: HttpRequest) -> None:
    """It came back where it belongs, so it is given back no more."""
    request.session.pop(KEPT, None)


def take(request: HttpRequest, account: UUID) -> Kept | None:
    """What was kept, this once."""
    return carried(request, account)


def _keep(request: HttpRequest, *, whose: str) -> bool:
    fields = {
        name: request.POST.getlist(name)
        for name in request.POST
        if name not in NEVER and TYPED_AGAIN not in name.casefold()
    }
    kept = Kept(request.get_full_path(), fields, bool(request.FILES))
    return bool(fields) and _put(request, kept, whose=whose)


def _put(request: HttpRequest, kept: Kept, *, whose: str) -> bool:
    key = _of_browser(request, "kept form")
    plain = json.dumps({"path": kept.path, "fields": dict(kept.fields), "files": kept.had_files}).encode()
    if key is None or len(plain) > LARGEST:
        return False
    nonce = secrets.token_bytes(NONCE)
    sealed = nonce + AESGCM(key).encrypt(nonce, plain, whose.encode())
    until = int(clock.now().timestamp()) + LASTS
    request.session[KEPT] = {"sealed": sealed.hex(), "whose": whose, "until": until}
    return True


def _taken(request: HttpRequest) -> tuple[Kept, str] | None:
    held, key = request.session.pop(KEPT, None), _of_browser(request, "kept form")
    if held is None or key is None or clock.now().timestamp() > held["until"]:
        return None
    sealed = bytes.fromhex(held["sealed"])
    try:
        told = json.loads(AESGCM(key).decrypt(sealed[:NONCE], sealed[NONCE:], held["whose"].encode()))
    except InvalidTag:
        return None
    return Kept(told["path"], told["fields"], told["files"]), held["whose"]


def _of_browser(request: HttpRequest, use: str) -> bytes | None:
    """A key of this browser for one use; None where it brought no secret."""
    secret = _secret(request)
    return _key(secret, use) if secret else None


def _whose(secret: str | None) -> str | None:
    """Of which account a browser with this secret was the last; None where that is not known."""
    return cache.get(f"whose-{_key(secret, 'whose').hex()}") if secret else None


def _secret(request: HttpRequest) -> str | None:
    return request.META.get("CSRF_COOKIE")


def _secret_of_page(request: HttpRequest) -> str | None:
    """The secret that the browser had when it got the page from which was sent; None where no token tells."""
    token = request.POST.get("csrfmiddlewaretoken", "")
    if len(token) != CSRF_TOKEN_LENGTH or not (token.isascii() and token.isalnum()):
        return None
    return str(_unmask_cipher_token(token))


def _key(secret: str, use: str) -> bytes:
    return hmac.digest(secret.encode(), use.encode(), sha256)
