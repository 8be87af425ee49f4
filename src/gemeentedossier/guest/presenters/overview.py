"""What is asked of a party and what was agreed, at one municipality or at all of them."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from gemeentedossier.design.enums import Shape, Tone
from gemeentedossier.design.parts import Badge, Cell, Column, Row, Table
from gemeentedossier.dossier.agreements.engine.own import AskKind, OwnAgreement
from gemeentedossier.dossier.agreements.engine.term import last_day
from gemeentedossier.dossier.agreements.presenters.leaflets import term_badge
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.guest.presenters.leaflets import leaflet_url, leaflets_asked, leaflets_table
from gemeentedossier.guest.presenters.words import ask_words, day, kind_word, state_badge
from gemeentedossier.guest.queries import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One thing that is asked of a party now."""

    title: str
    where: str
    when: Badge
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """The agreements with one municipality."""

    anchor: str
    title: str
    party: str
    table: Table | None
    leaflets: Table | None
    new_leaflet_url: str
    report_url: str
    """Where they report a breach."""


@dataclass(frozen=True, slots=True)
class Covenant:
    """A covenant in which a declaration can be made, with what names it in a form."""

    key: str
    label: str
    is_asked: bool
    place: Place
    own: OwnAgreement


def agreement_url(slug: str, own: OwnAgreement) -> str:
    """The page of an agreement."""
    return reverse("guest:agreement", args=[slug, own.agreement.id])


def tasks_of(places: Iterable[Place], today: dt.date) -> tuple[Task, ...]:
    """What is asked: what was agreed first, the longest overdue first; then which leaflets."""
    every = tuple(places)
    return (*_tasks(every, today), *_leaflets(every, today))


def _leaflets(places: Iterable[Place], today: dt.date) -> Iterator[Task]:
    for place, own in leaflets_asked(places, today):
        yield Task(
            title=_("Write a new leaflet"),
            where=f"{own.product} · {place.municipality.name}",
            when=term_badge(own.leaflet, today),
            url=leaflet_url(place.municipality.slug, own.leaflet),
        )


def _tasks(places: Iterable[Place], today: dt.date) -> tuple[Task, ...]:
    asked = [(place, own) for place in places for own in place.agreements if own.asked]
    asked.sort(key=lambda pair: (pair[1].asked_before or dt.date.min, pair[0].municipality.name))
    return tuple(
        Task(
            title=ask_words(own.asked),
            where=f"{own.agreement.name} · {place.municipality.name}",
            when=when_badge(own, today),
            url=f"{agreement_url(place.municipality.slug, own)}#asked",
        )
        for place, own in asked
        if own.asked
    )


def when_badge(own: OwnAgreement, today: dt.date) -> Badge:
    """When it must be done, in a word, a shape and a colour."""
    if own.asked_before is None:
        return Badge(word=_("Not declared yet"), tone=Tone.ATTENTION, shape=Shape.DIAMOND)
    before = day(own.asked_before)
    if own.asked is AskKind.PROVE_ERASURE:  # the law names no day for it, so it is asked and not overdue
        return Badge(word=_("Asked since %(day)s") % {"day": before}, tone=Tone.ATTENTION, shape=Shape.DIAMOND)
    if own.asked_before < today:
        return Badge(word=_("Overdue since %(day)s") % {"day": before}, tone=Tone.ALARM, shape=Shape.CLOCK)
    return Badge(word=_("Before %(day)s") % {"day": before}, tone=Tone.NOTE, shape=Shape.CLOCK)


def shelves_of(places: Iterable[Place], today: dt.date) -> tuple[Shelf, ...]:
    """The agreements per municipality."""
    return tuple(
        Shelf(
            anchor=place.municipality.slug,
            title=place.municipality.name,
            party=place.party_names,
            table=_table(place, today),
            leaflets=leaflets_table(place, today),
            new_leaflet_url=reverse("guest:leaflet-new", args=[place.municipality.slug]),
            report_url=reverse("guest:report-breach", args=[place.municipality.slug]),
        )
        for place in places
    )


def _table(place: Place, today: dt.date) -> Table | None:
    if not place.agreements:
        return None
    labels = (_("Agreement"), _("Kind"), _("State"), _("Last day"), _("Your declaration"))
    return Table(
        caption=_("Agreements with %(name)s") % {"name": place.municipality.name},
        caption_hidden=True,
        columns=tuple(Column(label=each, unbroken=each == _("Last day")) for each in labels),
        rows=tuple(_row(each, place, today) for each in place.agreements),
    )


def _row(own: OwnAgreement, place: Place, today: dt.date) -> Row:
    a, several = own.agreement, len(place.parties) > 1
    note = own.party.party_name if several else a.reference
    return Row(
        cells=(
            Cell(text=a.name, url=agreement_url(place.municipality.slug, own), note=note),
            Cell(text=kind_word(a.kind)),
            Cell(badge=state_badge(a, today)),
            Cell(text=day(last_day(a, on=today)) or _("no end agreed")),
            Cell(text=_declared(own)),
        )
    )


def _declared(own: OwnAgreement) -> str:
    attested = own.party.attested_on
    if attested:
        return _("on %(day)s") % {"day": day(attested)}
    return _("not yet") if own.may_attest else _("not asked")


def covenants_of(places: Iterable[Place]) -> Iterator[Covenant]:
    """The covenants in which these parties can declare, each under the municipality that it is with."""
    for place in places:
        for own in place.agreements:
            if own.may_attest:
                slug, party = place.municipality.slug, own.party
                told = f"{place.municipality.name}: {own.agreement.name} ({party.party_name})"
                key = f"{slug}/{own.agreement.id}/{party.party_id}"
                yield Covenant(key, told, own.asked is AskKind.ATTEST, place, own)
