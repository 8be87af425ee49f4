"""Filters that somebody keeps: above their list, and on a page of their own."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.forms import BoundField, Form
from django.http import QueryDict
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.design.parts import Link, Tab
from gemeentedossier.desk.actions.filters import Filter
from gemeentedossier.desk.enums import FilterPlace
from gemeentedossier.foundation.addresses import reverse


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What stands above a list: its filters, and a form to keep what it shows now where that is worth a name."""

    chips: tuple[Tab, ...]
    place: str
    query: str
    keep_url: str
    every_url: str
    may_share: bool
    keeps: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One filter on the page of all of them."""

    key: UUID
    name: str
    url: str
    change_url: str
    note: str
    opens: bool
    may_open: bool
    is_own: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FilterOn:
    """A filter that is on: by what, and the address of the list without it."""

    name: str
    value: str
    without_url: str


def filters_on(form: Form, query: QueryDict) -> tuple[FilterOn, ...]:
    """The visible filters of a list that leave something out, each with what was chosen in it.

    Without the last one the address still says that all is asked for: else a list that opens with a kept filter would.
    """
    return tuple(
        FilterOn(
            name=str(field.label),
            value=_chosen(field, form.cleaned_data[field.name]),
            without_url=f"?{urlencode(_without(query, field.html_name))}",
        )
        for field in form.visible_fields()
        if form.cleaned_data.get(field.name)
    )


def _without(query: QueryDict, name: str) -> Mapping[str, str]:
    kept = {key: str(value) for key, value in query.items() if value and key not in {name, "page"}}
    return kept or {"all": "1"}


def _chosen(field: BoundField, value: object) -> str:
    """The words of the choice; what was typed where nothing is chosen from."""
    words = {str(key): str(word) for key, word in getattr(field.field, "choices", ())}
    return words.get(str(value), str(value))


def list_name(place: FilterPlace) -> str:
    """What the list is called."""
    return {
        FilterPlace.REGISTER: _("Processing activities"),
        FilterPlace.FINDINGS: pgettext("place in the rail", "Findings"),
    }[place]


def list_url(place: FilterPlace, slug: str, query: str = "") -> str:
    """The address of the list, filtered so."""
    return reverse(f"desk:{place.value}", args=[slug]) + (f"?{query}" if query else "")


def kept_filters(
    found: Iterable[Filter], place: FilterPlace, *, slug: str, query: str, may_share: bool, keeps: bool
) -> Kept:
    """What stands above the list; ``query`` is how it is filtered now, ``keeps`` whether anything can be kept."""
    known = tuple(found)
    return Kept(
        chips=tuple(
            Tab(label=each.name, url=list_url(place, slug, each.query), current=each.query == query) for each in known
        ),
        place=place.value,
        query=query,
        keep_url=reverse("desk:filter-keep", args=[slug]),
        every_url=reverse("desk:filters", args=[slug]) if known and keeps else "",
        may_share=may_share,
        keeps=keeps and bool(query) and query not in {each.query for each in known},
    )


def every_filter(found: Iterable[Filter], place: FilterPlace, slug: str) -> tuple[Shown, ...]:
    """The filters of one list on the page of all of them."""
    return tuple(
        Shown(
            key=each.id,
            name=each.name,
            url=list_url(place, slug, each.query),
            change_url=reverse("desk:filter-change", args=[slug, each.id]),
            note=_("For everybody of the municipality") if each.is_shared else "",
            opens=each.opens,
            may_open=not each.is_shared,
            is_own=each.is_own,
        )
        for each in found
        if each.place is place
    )


def filter_links(found: Iterable[Filter], slug: str) -> tuple[Link, ...]:
    """Each filter as a place to go to, with the list it is of."""
    return tuple(
        Link(label=f"{list_name(each.place)}: {each.name}", url=list_url(each.place, slug, each.query))
        for each in found
    )
