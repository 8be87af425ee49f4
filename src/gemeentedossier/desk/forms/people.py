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
        super().__init__(*args, **{**options, "initial": {"read": " ".join(sorted(held))}})
        offer(self, "role", [("", pgettext("choice", "Choose one")), *roles])

    def roles_read(self) -> frozenset[str]:
        """The roles that they held then."""
        return frozenset(self.cleaned_data["read"].split())


class GiveRoleForm(RoleForm):
    until = DayField(label=_("Last day"), required=False, help_text=_("Left empty, until somebody ends it."))


class EndRoleForm(RoleForm):
    until = DayField(
        label=_("Last day"), required=False, help_text=_("Left empty it ends now: today it permits nothing any more.")
    )
