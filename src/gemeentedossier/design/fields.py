"""Form fields that the design system needs beside those of Django."""

from typing import Any, TypeVar

from django import forms
from django.utils.translation import pgettext_lazy

T = TypeVar("T", bound=forms.Field)
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


class DayField(forms.DateField):
    """A date, chosen in the browser's own calendar."""

    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
