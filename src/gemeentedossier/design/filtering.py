"""A form of filters as it is written: once for the same choices and the same values, whoever looks at it.

A filter of findings offers hundreds of rules and articles, which takes as long to write as all findings of the page.
"""

from collections.abc import Hashable

from django.forms import BaseForm, BoundField
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from gemeentedossier.design.written import begin_to_forget, forgotten_by

TEMPLATE = "design/components/filters.html"
MOST = 100
"""How many are remembered; at the next one it begins anew."""
_written: dict[Hashable, SafeString] = {}


def once_of_filters(form: BaseForm, url: str) -> SafeString:
    """The form in its markup. One with faults, or whose choices stand in groups, is written each time."""
    told = (get_language(), url, form.auto_id, form.prefix, type(form), tuple(map(_told, form)))
    try:
        found = None if form.errors else _written.get(told)
    except TypeError:
        return _write(form, url)
    if found is None:
        found = _write(form, url)
        if not form.errors:
            _remember(told, found)
    return found


def _told(field: BoundField) -> Hashable:
    """What the markup of a field is made of."""
    attributes, value = tuple(field.field.widget.attrs.items()), field.value()
    shown = tuple(value) if isinstance(value, list) else value
    choices = tuple(getattr(field.field, "choices", ()))
    about = (str(field.label), str(field.help_text), field.field.required, type(field.field.widget))
    return field.name, about, attributes, shown, choices


def _remember(told: Hashable, written: SafeString) -> None:
    if len(_written) >= MOST:
        _written.clear()
    _written[told] = written
    begin_to_forget()


forgotten_by(_written.clear)


def _write(form: BaseForm, url: str) -> SafeString:
    """On a narrow screen those after the first are folded, unless one of them is set."""
    first, *others = form.visible_fields()
    is_set = any(field.data for field in others)
    shown = {"form": form, "url": url, "first": [first], "others": others, "is_set": is_set}
    return render_to_string(TEMPLATE, shown)
