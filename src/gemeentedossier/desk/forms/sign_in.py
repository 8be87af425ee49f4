"""Signing in, with a limit on attempts."""

from typing import Any, NoReturn

from django.conf import settings
from django.contrib.auth.forms import AuthenticationForm
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext as _

ATTEMPTS = 10
FROM_ONE_PLACE = 100
MINUTES = 10


class SignInForm(AuthenticationForm):
    """After ten wrong passwords for one address of e-mail, from wherever, it must wait ten minutes.

    So must a place in the network after a hundred, for whatever addresses: who tries one password on everybody, and
    who tries so many addresses that the counts of others are forgotten.
    """

    must_wait = ""
    """Why even the right password is not looked at; empty where it is."""

    def clean(self) -> dict[str, Any]:
        address = (self.cleaned_data.get("username") or "").casefold()
        by_address, by_place = f"sign-in-{address.encode().hex()}", f"sign-in-from-{_place(self.request)}"
        failed = cache.get_many([by_address, by_place])
        if failed.get(by_address, 0) >= ATTEMPTS:
            self._wait(_("Too many wrong passwords for this address. Wait %(minutes)s minutes and try again."))
        if failed.get(by_place, 0) >= FROM_ONE_PLACE:
            self._wait(_("Too many wrong passwords from your network. Wait %(minutes)s minutes and try again."))
        try:
            return super().clean()
        except ValidationError:
            cache.set_many({key: failed.get(key, 0) + 1 for key in (by_address, by_place)}, timeout=MINUTES * 60)
            raise

    def _wait(self, sentence: str) -> NoReturn:
        self.must_wait = sentence % {"minutes": MINUTES}
        raise ValidationError(self.must_wait)


def _place(request: HttpRequest | None) -> str:
    """Where in the network the request comes from: behind a proxy, the address that the proxy itself saw."""
    if request is None:
        return ""
    forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "") if settings.SESSION_COOKIE_SECURE else ""
    place = forwarded.rpartition(",")[2].strip() or request.META.get("REMOTE_ADDR", "")
    return str(place).encode().hex()[:200]
