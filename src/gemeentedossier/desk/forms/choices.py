"""Choices of a form that are known only when it is shown."""

from collections.abc import Iterable

from django import forms
from django.utils.translation import pgettext


def offer(form: forms.BaseForm, name: str, choices: Iterable[tuple[str, str]]) -> None:
    """Give a field of the form what can be chosen in it, as value and text; TypeError where it offers no choices."""
    field = form.fields[name]
    if not isinstance(field, forms.ChoiceField):
        raise TypeError(f"{name} offers no choices.")
    field.choices = list(choices)


def offer_or_all(form: forms.BaseForm, name: str, choices: Iterable[tuple[str, str]]) -> None:
    """Give a filter its choices, and first of all not to filter by it."""
    offer(form, name, [("", pgettext("filter", "All")), *choices])
