"""What somebody wants to be written about."""

from django import forms
from django.utils.translation import gettext_lazy as _

from gemeentedossier.method.actions.reminding import MOST_DAYS


class WeeklyForm(forms.Form):
    """Whether somebody gets the weekly message."""

    weekly = forms.BooleanField(
        label=_("Each Monday, an e-mail with what is mine to do"),
        help_text=_("Terms that the law itself sets, and clocks in hours, are told in any case."),
        required=False,
    )


class EscalationForm(forms.Form):
    """After how many days the next one hears that something is late."""

    after = forms.IntegerField(
        label=_("Days too late"),
        help_text=_("Leave it open where nobody else is to be written to. The law names no number of days."),
        required=False,
        min_value=1,
        max_value=MOST_DAYS,
    )
