"""A form on top of what somebody else recorded since it was opened.

Saved as it was it would be refused for ever; with the newer revision and nothing said it would go over what nobody saw.
"""

import datetime as dt
from collections.abc import Iterable
from copy import copy
from typing import Any, cast

from django.forms import ChoiceField, Field, Form
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.foundation.errors import EditedMeanwhile, Refused


def refused(form: Form, refusal: Refused) -> None:
    """Say in the form why nothing was written; where somebody saved meanwhile, beside each field what stands there now.

    Only then does the form hold the revision that was shown, so that saving again is done on purpose. What stands there
    now is the form's ``initial``, read when this request came.
    """
    form.add_error(None, str(refusal))
    now = form.get_initial_for_field(form.fields["revision"], "revision") if "revision" in form.fields else None
    if not isinstance(refusal, EditedMeanwhile) or now is None or now == form.cleaned_data["revision"]:
        return
    written = dict(form.cleaned_data)
    for name, field in form.fields.items():
        theirs = form.get_initial_for_field(field, name)
        if name != "revision" and _plain(theirs) != _plain(written.get(name)):
            form.add_error(name, _("Now recorded: %(what)s") % {"what": _told(field, theirs)})
    data = cast("dict[str, Any]", copy(form.data))
    data[form.add_prefix("revision")] = str(now)
    form.data = data


def _plain(value: Any) -> object:
    """The value to compare: what was not filled in is nothing, however a form writes that."""
    if isinstance(value, Iterable) and not isinstance(value, str):
        return tuple(map(str, value)) or None
    return None if value is None or value == "" else str(value)


def _told(field: Field, value: Any) -> str:
    if _plain(value) is None:
        return pgettext("recorded meanwhile", "nothing")
    if isinstance(value, dt.date):
        return date_format(value)
    names = _names(field)
    each = value if isinstance(value, Iterable) and not isinstance(value, str) else [value]
    return ", ".join(names.get(str(one), str(one)) for one in each)


def _names(field: Field) -> dict[str, str]:
    """What the choices of a field are called, by what they hold; those in groups too."""
    found: dict[str, str] = {}
    choices = cast("Iterable[tuple[Any, Any]]", field.choices) if isinstance(field, ChoiceField) else ()
    for held, name in choices:
        inner = name if isinstance(name, list | tuple) else [(held, name)]
        found |= {str(key): str(label) for key, label in inner}
    return found
