"""A form that is opened for one field: the finding that led here says which."""

from typing import Protocol, TypeVar

from django import forms
from django.utils.html import format_html
from django.utils.translation import gettext as _


class _WithFields(Protocol):
    fields: dict[str, forms.Field]


F = TypeVar("F", bound=_WithFields)


def aimed(form: F, field: str, *, asks: str = "") -> F:
    """The form, in which this field has the focus and says what is asked; as it was where it has no such field."""
    if field in form.fields:
        mark(form.fields[field], asks=asks)
    return form


def mark(field: forms.Field, *, asks: str = "") -> None:
    """Give the field the focus when the page opens, and say above it what is asked."""
    field.widget.attrs |= {"autofocus": True, "data-goal": True}
    if asks:
        told = _("Asked here: %(asks)s") % {"asks": asks}
        field.help_text = format_html('<strong class="gd-asked">{}</strong> {}', told, field.help_text)
