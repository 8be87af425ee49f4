"""Form fields that the design system needs beside those of Django."""

import datetime as dt
from contextlib import suppress
from typing import Any, TypeVar

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

T = TypeVar("T", bound=forms.Field)
DAY_FORMATS = ("%d-%m-%Y", "%d/%m/%Y", "%d.%m.%Y", "%d %m %Y", "%Y-%m-%d")
"""How a date may be written; the first is how it is shown."""
EARLIEST, LATEST = dt.date(1800, 1, 1), dt.date(2200, 12, 31)
"""What lies outside is a slip of the pen; the registers of births and deaths begin in 1811."""
TOO_EARLY = _("That is before %(year)d. Correct the year.")
TOO_LATE = _("That is after %(year)d. Correct the year.")
UNKNOWN = ""
ANSWERS = {"yes": True, "no": False}


class AnswerField(forms.TypedChoiceField):
    """Yes, no or not known yet; cleans to True, False or None, so that unknown never looks like no."""

    def __init__(self, **options: Any) -> None:
        choices = [
            ("yes", pgettext_lazy("answer", "Yes")),
            ("no", pgettext_lazy("answer", "No")),
            (UNKNOWN, pgettext_lazy("answer", "Not known yet")),
        ]
        widget = forms.RadioSelect(attrs={"class": "gd-choices--inline"})
        defaults = {"choices": choices, "widget": widget, "required": False, "coerce": ANSWERS.get, "empty_value": None}
        super().__init__(**{**defaults, **options})

    def prepare_value(self, value: object) -> object:
        words = {True: "yes", False: "no", None: UNKNOWN}
        return words.get(value, value) if value is None or isinstance(value, bool) else value


def unkept(field: T) -> T:
    """The field, of which no draft is kept: what it holds of a person stands in an envelope or nowhere."""
    field.widget.attrs["data-unkept"] = True
    return field


class DayInput(forms.DateInput):
    """A line for a date as it is written in the Netherlands, with the form that is expected and a calendar beside it.

    It is no date field of the browser: one that is set to English reads 31-12-2026 as another day, and says nothing.
    Nor does it ask for a keypad of digits: that of an iPhone has no hyphen.
    """

    template_name = "design/forms/widgets/date.html"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        told = {"class": "gd-day__text", "autocomplete": "off"}
        super().__init__({**told, **(attrs or {})}, format=DAY_FORMATS[0])

    def format_value(self, value: Any) -> str | None:
        if isinstance(value, str):
            with suppress(ValueError):  # else shown as it was written, beside what is wrong with it
                value = dt.datetime.strptime(value.strip(), DAY_FORMATS[-1]).date()  # noqa: DTZ007 - a day has no zone
        return super().format_value(value)

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(name, value, attrs)
        given = context["widget"]["attrs"]
        if given.get("id"):
            given["aria-describedby"] = f"{given.get('aria-describedby', '')} {given['id']}_form".strip()
        return context


class DayField(forms.DateField):
    """A date, written as day, month and year, or as ISO 8601; ``earliest`` is the first that it takes."""

    widget = DayInput
    input_formats = DAY_FORMATS

    def __init__(self, *, earliest: dt.date = EARLIEST, **options: Any) -> None:
        super().__init__(**options)
        self.earliest = earliest

    def validate(self, value: Any) -> None:
        super().validate(value)
        if value and value < self.earliest:
            raise forms.ValidationError(TOO_EARLY, code="early", params={"year": self.earliest.year})
        if value and value > LATEST:
            raise forms.ValidationError(TOO_LATE, code="late", params={"year": LATEST.year})
