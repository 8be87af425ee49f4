"""A form on top of what somebody else recorded since it was opened.

Saved as it was it would be refused for ever; with the newer revision and nothing said it would go over what nobody saw.
"""

import datetime as dt
import hashlib
from collections.abc import Iterable, Mapping
from copy import copy
from typing import Any, cast

from django import forms
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

SEEN = "seen"


class ReadForm(forms.Form):
    """A form over a record that was read: ``revision`` is the one that was read, ``initial`` what stands there.

    Beside the revision it sends what each field held when it was shown, so that what another changed can be told from
    what this person changed.
    """

    revision = forms.IntegerField(widget=forms.HiddenInput, initial=0)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["revision"].widget = _Read(self)

    def seen(self) -> dict[str, str]:
        """A mark of what each field held when it was shown; nothing where the form did not come from its page."""
        told = str(self.data.get(self.add_prefix(SEEN), ""))
        return dict(each.split("=", 1) for each in told.split() if "=" in each)

    def marks(self) -> dict[str, str]:
        """A mark of what stands in each field now."""
        held = {name: self.get_initial_for_field(field, name) for name, field in self.fields.items()}
        return {name: _mark(value) for name, value in held.items() if name != "revision"}


class _Read(forms.HiddenInput):
    """The revision and the marks, hidden in the form whose they are."""

    def __init__(self, form: ReadForm) -> None:
        super().__init__()
        self.form = form

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        shown = super().render(name, value, attrs, renderer)
        marks = self.form.seen() if self.form.is_bound else self.form.marks()
        told = format_html('<input type="hidden" name="{}" value="{}">', self.form.add_prefix(SEEN), told_marks(marks))
        return shown + told


def show_theirs(form: forms.Form) -> None:
    """Say beside each field that another changed, and that differs from what was written here, what stands there now.

    Only then does the form hold the revision that was shown, so that saving again is done on purpose. What stands there
    now is the form's ``initial``, read when this request came; a field without one tells nothing.
    """
    now = form.initial.get("revision") if "revision" in form.fields else None
    if now is None or now == form.cleaned_data.get("revision"):
        return
    written, seen = dict(form.cleaned_data), form.seen() if isinstance(form, ReadForm) else {}
    for name, field in form.fields.items():
        theirs = form.get_initial_for_field(field, name)
        is_theirs = name in form.initial and seen.get(name) != _mark(theirs)
        if name != "revision" and is_theirs and _plain(theirs) != _plain(written.get(name)):
            form.add_error(name, _("Now recorded: %(what)s") % {"what": _told(field, theirs)})
    data = cast("dict[str, Any]", copy(form.data))
    data[form.add_prefix("revision")] = str(now)
    if isinstance(form, ReadForm):
        data[form.add_prefix(SEEN)] = told_marks(form.marks())
    form.data = data


def told_marks(marks: Mapping[str, str]) -> str:
    """The marks as the form sends them."""
    return " ".join(f"{name}={mark}" for name, mark in marks.items())


def _mark(value: Any) -> str:
    return hashlib.sha256(repr(_plain(value)).encode()).hexdigest()[:12]


def _plain(value: Any) -> object:
    """The value to compare: what was not filled in is nothing, however a form writes that."""
    if isinstance(value, Iterable) and not isinstance(value, str):
        return tuple(map(str, value)) or None
    return None if value is None or value == "" else str(value)


def _told(field: forms.Field, value: Any) -> str:
    if _plain(value) is None:
        return pgettext("recorded meanwhile", "nothing")
    if isinstance(value, dt.date):
        return date_format(value)
    names = _names(field)
    each = value if isinstance(value, Iterable) and not isinstance(value, str) else [value]
    return ", ".join(names.get(str(one), str(one)) for one in each)


def _names(field: forms.Field) -> dict[str, str]:
    """What the choices of a field are called, by what they hold; those in groups too."""
    found: dict[str, str] = {}
    choices = cast("Iterable[tuple[Any, Any]]", field.choices) if isinstance(field, forms.ChoiceField) else ()
    for held, name in choices:
        inner = name if isinstance(name, list | tuple) else [(held, name)]
        found |= {str(key): str(label) for key, label in inner}
    return found
