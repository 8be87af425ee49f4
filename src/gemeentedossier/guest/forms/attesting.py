"""What somebody of a party fills in: a declaration, a certificate, a password."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gemeentedossier.dossier.agreements.actions.guests import HandedIn
from gemeentedossier.dossier.evidence.engine.files import LARGEST
from gemeentedossier.organisation.policies import check_not_own_address

MEGABYTE = 1024 * 1024


class HandInFile(forms.FileField):
    """A file that is handed in; cleans to what is in it, or None."""

    def __init__(self, **options: Any) -> None:
        told = gettext_lazy("PDF, an office file, an image or plain text, at most 25 MB.")
        super().__init__(**{"help_text": told, **options})

    def clean(self, data: Any, initial: Any = None) -> HandedIn | None:
        given: UploadedFile[Any] | None = super().clean(data, initial)
        if not given:
            return None
        name = given.name or ""
        if (given.size or 0) > LARGEST:
            told = _("“%(name)s” is larger than %(limit)d MB. Make it smaller, or send it in another way.")
            raise forms.ValidationError(told, params={"name": name, "limit": LARGEST // MEGABYTE})
        return HandedIn(given.read(), name)


class AttestForm(forms.Form):
    """A declaration of a participant, signed by who makes it."""

    attestation = forms.CharField(
        label=gettext_lazy("What you declare"),
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=2000,
        help_text=gettext_lazy("Change the text where something is different with you."),
    )
    function = forms.CharField(label=gettext_lazy("Your function"), max_length=150)
    file = HandInFile(label=gettext_lazy("Evidence, such as a certificate"), required=False)
    may_sign = forms.BooleanField(label=gettext_lazy("I am allowed to declare this for my organisation."))

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **{"initial": {"attestation": proposed()}, **options})


class AttestManyForm(AttestForm):
    """The same declaration for several covenants at once."""

    field_order = ("covenants", "attestation", "function", "file", "may_sign")
    covenants = forms.MultipleChoiceField(
        label=gettext_lazy("For which covenants"), widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, covenants: Iterable[tuple[str, str]], asked: Iterable[str], **options: Any) -> None:
        super().__init__(*args, initial={"attestation": proposed(), "covenants": list(asked)}, **options)
        field = self.fields["covenants"]
        assert isinstance(field, forms.MultipleChoiceField)  # noqa: S101 - for the type checker
        field.choices = list(covenants)


class ErasureForm(forms.Form):
    """The certificate that data were erased or returned."""

    file = HandInFile(label=gettext_lazy("The certificate"))


class PasswordForm(forms.Form):
    """A password of one's own, under the rules of every account."""

    password = forms.CharField(
        label=gettext_lazy("Choose a password"),
        strip=False,
        max_length=4096,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=gettext_lazy("At least twelve characters. A sentence is easier to remember than a word."),
    )
    again = forms.CharField(
        label=gettext_lazy("The same password again"),
        strip=False,
        max_length=4096,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, *args: Any, email: str = "", **options: Any) -> None:
        super().__init__(*args, **options)
        self._email = email

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        try:
            validate_password(password)
            check_not_own_address(password, self._email)
        except ValidationError as error:
            # Django's own sentences are not translated in the version that is used here.
            told = _(
                "Choose another password: at least twelve characters, none that everybody knows, and not your own "
                "e-mail address."
            )
            raise ValidationError(told) from error
        return password

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if "password" in given and "again" in given and given["password"] != given["again"]:
            self.add_error("again", _("This is not the same as above. Type both once more."))
        return given


def proposed() -> str:
    """A declaration to begin with, in own words; who signs may change it."""
    return _(
        "We keep to this covenant and to what was agreed in it on security, retention and data breaches. "
        "Where that changes, we tell the municipality at once."
    )
