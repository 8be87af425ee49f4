"""Since which day somebody of the council wants to know what changed."""

import datetime as dt
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gemeentedossier.design.fields import DayField

A_WHILE = dt.timedelta(days=90)
"""How far is looked back where no day is chosen (our own choice)."""


class SinceFilter(forms.Form):
    """The day of the last meeting; of a day that is none, or is yet to come, it is said, and none counts as chosen."""

    since = DayField(label=_("Changes since"), required=False)

    def __init__(self, data: Any, *, today: dt.date) -> None:
        self._today = today
        super().__init__(data if data.get("since") else {"since": today - A_WHILE})

    def clean_since(self) -> dt.date | None:
        """Refuse a day that is yet to come."""
        day: dt.date | None = self.cleaned_data["since"]
        if day and day > self._today:
            raise forms.ValidationError(_("This day is yet to come. Choose one that has been."))
        return day

    @property
    def chosen(self) -> dt.date:
        """The day to look back to."""
        day: dt.date | None = self.cleaned_data.get("since") if self.is_valid() else None
        return day or self._today - A_WHILE
