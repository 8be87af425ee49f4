"""Setting a finding aside, and letting it count again."""

from django import forms
from django.utils.translation import gettext_lazy as _

from gemeentedossier.design.fields import DayField
from gemeentedossier.desk.forms.activity.fields import WordsField


class SuppressForm(forms.Form):
    """Why the finding is set aside, and until when."""

    reason = WordsField(
        label=_("Why this finding is set aside"),
        required=True,
        help_text=_("The finding stays visible, with this reason and your name beside it."),
    )
    until = DayField(
        label=_("Set aside up to and including"), help_text=_("A year at most. From the day after, it counts again.")
    )


class LiftForm(forms.Form):
    """Why the finding counts again."""

    reason = WordsField(label=_("Why this finding counts again"), required=True)
