"""What somebody shows or chooses at the door."""

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from gemeentedossier.organisation.models import Account
from gemeentedossier.organisation.policies import check_not_own_address

LONGEST = 40
"""Characters of a code, with spaces and dashes."""


class CodeForm(forms.Form):
    """A code of the app, or one that was kept."""

    code = forms.CharField(
        label=_("Code"),
        max_length=LONGEST,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "text", "autofocus": True}),
        help_text=_("Six digits from your app, or one of the codes that you kept."),
    )


class AppCodeForm(forms.Form):
    """The code that a new app shows."""

    code = forms.CharField(
        label=_("Code"),
        max_length=LONGEST,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
    )


class OwnPasswordForm(forms.Form):
    """The password of who is in, once more."""

    password = forms.CharField(
        label=_("Password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password", "autofocus": True}),
    )


class NewPasswordForm(forms.Form):
    """A new password, typed twice."""

    password = forms.CharField(
        label=_("New password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=_("At least twelve characters. A sentence is easy to keep and hard to guess."),
    )
    again = forms.CharField(
        label=_("The same password once more"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, *args: Any, account: Account | None = None, email: str = "", **options: Any) -> None:
        super().__init__(*args, **options)
        self._account, self._email = account, email or (account.email if account else "")

    def clean_password(self) -> str:
        """Long enough, no password that everybody tries, and not the own address."""
        password: str = self.cleaned_data["password"]
        validate_password(password, self._account)
        check_not_own_address(password, self._email)
        return password

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("password") and given.get("again") and given["password"] != given["again"]:
            self.add_error("again", _("This is not the same password. Type it once more."))
        return given
