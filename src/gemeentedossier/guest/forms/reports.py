"""What somebody without an account of the desk reports of a breach."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from gemeentedossier.design.moments import MomentField

LONGEST = 5_000
NAMES = _("No names of residents and nothing of what leaked.")


class EmployeeReportForm(forms.Form):
    """What an employee saw."""

    title = forms.CharField(label=_("What happened, in a few words"), max_length=200, help_text=NAMES)
    discovered_at = MomentField(label=_("When did you discover it?"), required=True)
    first_account = forms.CharField(
        label=_("Tell what you know"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 6}), help_text=NAMES
    )
    reporter = forms.CharField(
        label=_("Your function and how we reach you"), max_length=300, help_text=_("So that we can ask you more.")
    )


class PartyReportForm(forms.Form):
    """What a processor tells (GDPR 33(2))."""

    party_id = forms.TypedChoiceField(label=_("For which party"), coerce=UUID)
    title = forms.CharField(label=_("What happened, in a few words"), max_length=200, help_text=NAMES)
    processor_knew_at = MomentField(label=_("When did you become aware of it?"), required=True)
    began_at = MomentField(label=_("When did it begin, as far as you know?"), required=False)
    processor_account = forms.CharField(
        label=_("What happened, which data, how many people, and what you did"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=NAMES,
    )

    def __init__(self, *args: Any, parties: Iterable[tuple[UUID, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        field: Any = self.fields["party_id"]
        field.choices = [(str(key), name) for key, name in parties]
