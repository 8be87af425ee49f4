"""What was filled in when a session had ended: kept for who filled it in, until they are in again.

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
    key = _of_browser(request, "whose")
    whose = cache.get(f"whose-{key.hex()}") if key else None
    fields = {
        name: request.POST.getlist(name)
        for name in request.POST
        if name not in NEVER and TYPED_AGAIN not in name.casefold()
    }
    if not whose or not fields:
        return
    kept = Kept(request.get_full_path(), fields, bool(request.FILES))
    _put(request, kept, whose=whose, until=int(clock.now().timestamp()) + LASTS)


def carried(request: HttpRequest, account: UUID) -> Kept | None:
    """What was kept for this account, taken out before the browser gets another secret; of others it is thrown away."""
    found = _taken(request)
    return found[0] if found and found[1] == str(account) else None


def put_back(request: HttpRequest, kept: Kept, account: UUID) -> None:
    """Keep it under the secret that the browser has now."""
    _put(request, kept, whose=str(account), until=int(clock.now().timestamp()) + LASTS)


def forget_kept(request: HttpRequest) -> None:
    """It came back where it belongs, so it is given back no more."""
    request.session.pop(KEPT, None)


def take(request: HttpRequest, account: UUID) -> Kept | None:
    """What was kept, this once."""
    return carried(request, account)


def _put(request: HttpRequest, kept: Kept, *, whose: str, until: int) -> None:
    key = _of_browser(request, "kept form")
    plain = json.dumps({"path": kept.path, "fields": dict(kept.fields), "files": kept.had_files}).encode()
    if key is None or len(plain) > LARGEST:
        return
    nonce = secrets.token_bytes(NONCE)
    sealed = nonce + AESGCM(key).encrypt(nonce, plain, whose.encode())
    request.session[KEPT] = {"sealed": sealed.hex(), "whose": whose, "until": until}


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
    secret = request.META.get("CSRF_COOKIE")
    return hmac.digest(str(secret).encode(), use.encode(), sha256) if secret else None
