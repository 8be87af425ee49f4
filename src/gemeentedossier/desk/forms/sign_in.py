"""Signing in, with a limit on attempts."""

from typing import Any

from django.contrib.auth.forms import AuthenticationForm
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

ATTEMPTS = 10
MINUTES = 10


class SignInForm(AuthenticationForm):
    """After ten wrong passwords for one address of e-mail, from wherever, it must wait ten minutes."""

    def clean(self) -> dict[str, Any]:
        key = f"sign-in-{(self.cleaned_data.get('username') or '').casefold().encode().hex()}"
        failed = cache.get(key, 0)
        if failed >= ATTEMPTS:
            raise ValidationError(
                _("Too many wrong passwords for this address. Wait %(minutes)s minutes and try again.")
                % {"minutes": MINUTES}
            )
        try:
            return super().clean()
        except ValidationError:
            cache.set(key, failed + 1, timeout=MINUTES * 60)
            raise
