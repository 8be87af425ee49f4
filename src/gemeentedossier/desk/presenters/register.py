"""The register as a table."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias
from urllib.parse import urlencode

from django.core.paginator import Page
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from gemeentedossier.catalogue.facts import PolicyDomain
from gemeentedossier.design.enums import Density, Order
from gemeentedossier.design.paging import page_links
from gemeentedossier.design.parts import Action, Cell, Column, EmptyState, Pagination, Row, Table, Tick
from gemeentedossier.desk.presenters.activity.wording import day, vocabulary_word
from gemeentedossier.desk.presenters.many import field_choices
from gemeentedossier.desk.presenters.words import processing_state, record_state_badge
from gemeentedossier.dossier.register.enums import ProcessingState, RecordState
from gemeentedossier.dossier.register.facts import Activity as Then
from gemeentedossier.dossier.register.models import Activity
from gemeentedossier.dossier.register.queries.many import EDIT
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.permissions import can_for

MANY = "many"
"""The form that the boxes of the list belong to."""
Listed: TypeAlias = Activity | Then
"""A row of now, or the facts of a moment; what a list shows of it is called the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ManyChoice:
    """What the list offers to do with several of its records at once, and where that is sent."""

    url: str
    fields: list[tuple[str, str]]
    ticked: str
    every: str
    keeps: str
    """Under which name a window keeps what is ticked on other pages of the list: each person has their own."""


def many_choice(page: "Page[Listed]", *, slug: str, query: QueryDict, by: Actor) -> ManyChoice:
    """To change one field of the records that are ticked, or of all that the list finds over its pages."""
    count = page.paginator.count
    every = ngettext("the %(count)s record that this list finds", "all %(count)s records that this list finds", count)
    return ManyChoice(
        url=reverse("desk:register-many", args=[slug]) + _with(query, page=""),
        fields=field_choices(),
        ticked=_("the records that are ticked"),
        every=every % {"count": count},
        keeps=f"{reverse('desk:register', args=[slug])} {by.person_id}",
    )


def register_table(
    page: "Page[Listed]", *, slug: str, query: QueryDict, may_import: bool, ticked_by: Actor | None
) -> Table:
    """One page of activities, with headings that sort; what ``ticked_by`` may edit has a box."""
    order = query.get("order", "name")
    columns = (
        ("name", _("Processing activity")),
        ("reference", _("Number")),
        ("policy_domain", _("Policy domain")),
        ("", _("Unit")),
        ("record_state", _("Record")),
        ("", pgettext("column", "Processing")),
        ("last_confirmed_on", _("Last confirmed")),
    )
    return Table(
        caption=_("Processing activities"),
        caption_hidden=True,
        columns=tuple(_column(name, label, order=order, query=query) for name, label in columns),
        rows=tuple(_row(activity, slug, ticked_by) for activity in page),
        density=Density.DENSE if query.get("density") == "dense" else Density.CALM,
        empty=_empty(slug, query, may_import=may_import),
    )


def register_pagination(page: "Page[Listed]", *, query: QueryDict) -> Pagination:
    """Links to the other pages, and how many there are."""
    count = page.paginator.count

    def url(number: int) -> str:
        return _with(query, page=str(number))

    return Pagination(
        pages=page_links(current=page.number, last=page.paginator.num_pages, url_for=url)
        if page.has_other_pages()
        else (),
        summary=ngettext("%(count)s processing activity", "%(count)s processing activities", count) % {"count": count},
        previous_url=url(page.previous_page_number()) if page.has_previous() else "",
        next_url=url(page.next_page_number()) if page.has_next() else "",
    )


def _column(name: str, label: str, *, order: str, query: QueryDict) -> Column:
    if not name:
        return Column(label=label)
    now = {name: Order.ASCENDING, f"-{name}": Order.DESCENDING}.get(order)
    return Column(label=label, sort_url=_with(query, order=f"-{name}" if order == name else name, page=""), order=now)


def _with(query: QueryDict, **changes: str) -> str:
    values: Mapping[str, str] = {**query.dict(), **changes}  # type: ignore[dict-item]  # one value a key here
    return "?" + urlencode({key: value for key, value in values.items() if value})


def _unit(activity: Listed) -> str:
    unit = activity.unit
    return unit if isinstance(unit, str) else unit.name if unit else ""


def _tick(activity: Listed, by: Actor | None) -> Tick | None:
    if by is None or not can_for(by, EDIT, owner_id=activity.owner_id):
        return None
    return Tick(
        name="records",
        value=f"{activity.id}.{activity.revision}",
        label=_("Choose “%(name)s”") % {"name": activity.name},
        form=MANY,
    )


def _row(activity: Listed, slug: str, ticked_by: Actor | None) -> Row:
    confirmed = activity.last_confirmed_on
    state = ProcessingState(activity.processing_state) if activity.processing_state else None
    return Row(
        tick=_tick(activity, ticked_by),
        cells=(
            Cell(text=activity.name, url=reverse("desk:activity", args=[slug, activity.id])),
            Cell(text=activity.reference),
            Cell(text=vocabulary_word(PolicyDomain, activity.policy_domain)),
            Cell(text=_unit(activity)),
            Cell(badge=record_state_badge(RecordState(activity.record_state))),
            Cell(text=processing_state(state)),
            Cell(text=day(confirmed) or pgettext("confirmed", "Never")),
        ),
    )


def _empty(slug: str, query: QueryDict, *, may_import: bool) -> EmptyState:
    if any(query.get(name) for name in ("q", "record_state", "processing_state", "unit", "with_data", "basis")):
        return EmptyState(
            title=_("Nothing fits these words and filters"),
            belongs=_("Search looks in names, descriptions, purposes and cited provisions."),
            step=Action(label=_("Show the whole register"), url=reverse("desk:register", args=[slug])),
        )
    return EmptyState(
        title=_("The register is still empty"),
        belongs=_("Here stands every processing of personal data for which the municipality is responsible."),
        reason=_("The GDPR asks for a record of processing activities (Article 30)."),
        step=Action(label=_("Import your register from a file"), url=reverse("desk:exchange", args=[slug]))
        if may_import
        else None,
    )
