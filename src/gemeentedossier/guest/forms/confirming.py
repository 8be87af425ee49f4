"""What who answers for a record tells about it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from gemeentedossier.dossier.register.actions.confirming import LONGEST, SAY


class ChangeForm(forms.Form):
    """What changed, in words of their own."""

    what = forms.CharField(
        label=_("What changed?"),
        max_length=LONGEST,
        error_messages={"required": SAY},
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("For instance: we no longer share this with the police. Name no resident."),
    )
