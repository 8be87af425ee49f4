"""One form for all that a page of the desk finds and writes: not there is 404, refused stands in the form."""

from collections.abc import Callable, Iterable
from typing import Protocol, TypeVar
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.forms import Form
from django.http import Http404
from django.urls import NoReverseMatch
from django.utils.translation import gettext as _

from gemeentedossier.desk.forms.meanwhile import refused
from gemeentedossier.desk.rules import Visit
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.foundation.errors import NotPermitted, Refused


class Keyed(Protocol):
    """A record with a key."""

    @property
    def id(self) -> UUID: ...


K = TypeVar("K", bound=Keyed)


def found_in(records: Iterable[K], key: UUID) -> K:
    """The record of that key; Http404 where there is none."""
    found = next((each for each in records if each.id == key), None)
    if found is None:
        raise Http404
    return found


def told(form: Form, change: Callable[[], object], *, history: str = "") -> bool:
    """Whether the form was valid and the change made, whole; else nothing of it was, and the form says why.

    ``history`` is where stands who changed the record, and when.
    """
    if not form.is_valid():
        return False
    try:
        with transaction.atomic():
            change()
    except NotPermitted:
        raise
    except Refused as refusal:
        refused(form, refusal, history=history)
        return False
    return True


def done(visit: Visit, form: Form, write: Callable[[], object], *, said: str = "") -> bool:
    """Whether it was posted and written, and told; else the form says why not."""
    if visit.request.method != "POST" or not told(form, write, history=_history(visit)):
        return False
    messages.success(visit.request, said or _("The change was recorded."))
    return True


def _history(visit: Visit) -> str:
    """The address of the history of the record that is written; empty where it has no page of its own for that."""
    match = visit.request.resolver_match
    if match is None or "key" not in match.kwargs:
        return ""
    stem = (match.url_name or "").rpartition("-")[0]
    try:
        return reverse(f"desk:{stem}-history", args=[visit.municipality.slug, match.kwargs["key"]])
    except NoReverseMatch:
        return ""
