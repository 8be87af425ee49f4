"""Signing in, with a limit on attempts."""

from typing import Any, NoReturn

from django.contrib.auth.forms import AuthenticationForm
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from gemeentedossier.foundation.throttle import Count, place_of
from gemeentedossier.organisation.engine.addresses import kept_address

MINUTES = 10
BY_ADDRESS = Count("sign-in", times=10, minutes=MINUTES)
BY_PLACE = Count("sign-in-from", times=100, minutes=MINUTES)


class SignInForm(AuthenticationForm):
    """After ten wrong passwords for one address of e-mail, from wherever, it must wait ten minutes.

    So must a place in the network after a hundred, for whatever addresses: who tries one password on everybody. An
    address is counted before its password is looked at, so that many at once are as many.
    """

    must_wait = ""
    """Why even the right password is not looked at; empty where it is."""

    def clean(self) -> dict[str, Any]:
        address, place = kept_address(self.cleaned_data.get("username") or ""), place_of(self.request)
        if BY_PLACE.is_reached(place):
            self._wait(_("Too many wrong passwords from your network. Wait %(minutes)s minutes and try again."))
        if BY_ADDRESS.count(address) > BY_ADDRESS.times:
            self._wait(_("Too many wrong passwords for this address. Wait %(minutes)s minutes and try again."))
        try:
            given = super().clean()
        except ValidationError:
            BY_PLACE.count(place)
            raise
        BY_ADDRESS.forget(address)
        return given

    def _wait(self, sentence: str) -> NoReturn:
        self.must_wait = sentence % {"minutes": MINUTES}
        raise ValidationError(self.must_wait)
