"""A form that is opened for one field: the finding that led here says which."""

from typing import Protocol, TypeVar

from django import forms
from django.utils.html import format_html
from django.utils.translation import gettext as _


class _WithFields(Protocol):
    fields: dict[str, forms.Field]


F = TypeVar("F", bound=_WithFields)


def aimed(form: F, field: str) -> F:
    """The form, in which this field has the focus; as it was where it has no such field."""
    if field in form.fields:
        mark(form.fields[field])
    return form


def mark(field: forms.Field, *, asks: str = "", focus: bool = True) -> None:
    """Give the field the focus when the page opens, and say above it what is asked.

    In a form that was sent what is wrong has the focus, and not the field for which somebody came.
    """
    if focus:
        field.widget.attrs |= {"autofocus": True, "data-goal": True}
    if asks:
        told = _("Asked here: %(asks)s") % {"asks": asks}
        field.help_text = format_html('<strong class="gd-asked">{}</strong> {}', told, field.help_text)
