"""Giving and ending the roles of somebody."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from gemeentedossier.design.fields import DayField
from gemeentedossier.desk.forms.activity.fields import WordsField
from gemeentedossier.desk.forms.choices import offer
from gemeentedossier.organisation.enums import Role


class RoleForm(forms.Form):
    """One role of somebody; ``read`` are the roles that they held when the page was opened."""

    read = forms.CharField(widget=forms.HiddenInput, required=False)
    role = forms.TypedChoiceField(label=_("Role"), coerce=Role)
    until = DayField(label=_("Last day"), required=False)
    reason = WordsField(label=_("Why, and who decided it"), required=True, rows=2)

    def __init__(self, *args: Any, roles: Iterable[tuple[str, str]], held: Iterable[str], **options: Any) -> None:
        super().__init__(*args, **{**options, "initial": {"read": " ".join(sorted(held)), "invites": True}})
        offer(self, "role", [("", pgettext("choice", "Choose one")), *roles])

    def roles_read(self) -> frozenset[str]:
        """The roles that they held then."""
        return frozenset(self.cleaned_data["read"].split())


class AddPersonForm(RoleForm):
    """Somebody new, with the first role and, by e-mail, the way in."""

    field_order = ("name", "email", "role", "until", "reason", "invites")
    name = forms.CharField(label=_("Name"), max_length=200)
    email = forms.EmailField(label=_("E-mail address"), help_text=_("The link to sign in goes there."))
    until = DayField(label=_("Last day"), required=False, help_text=_("Left empty, until somebody ends it."))
    invites = forms.BooleanField(label=_("Send the link to sign in now"), required=False, initial=True)


class InviteForm(forms.Form):
    """Why somebody is sent a link to sign in."""

    reason = WordsField(label=_("Why, and who asked for it"), required=True, rows=2)


class ForgetForm(forms.Form):
    """Why the second step of somebody is set up anew."""

    reason = WordsField(
        label=_("Why, and how you know that it is really them"),
        required=True,
        rows=2,
        help_text=_("Speak to them, or see them. A message alone can come from somebody else."),
    )


class GiveRoleForm(RoleForm):
    until = DayField(label=_("Last day"), required=False, help_text=_("Left empty, until somebody ends it."))


class EndRoleForm(RoleForm):
    until = DayField(
        label=_("Last day"), required=False, help_text=_("Left empty it ends now: today it permits nothing any more.")
    )
