"""The leaflets of a party as its own pages show them."""

import datetime as dt
from collections.abc import Iterable, Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from gemeentedossier.catalogue.engine.lint import Lint
from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.design.enums import Shape, Tone
from gemeentedossier.design.parts import Badge, Cell, Column, Definition, Row, Table
from gemeentedossier.dossier.agreements.engine.leaflets import QUESTIONS, is_asked_again_on, is_overdue_on, missing_in
from gemeentedossier.design.parts import Cell, Column, Row, Table
from gemeentedossier.dossier.agreements.engine.leaflets import is_asked_again_on
from gemeentedossier.dossier.agreements.facts import Leaflet
from gemeentedossier.dossier.agreements.presenters.leaflets import term_badge, told_badge
from gemeentedossier.guest.queries import OwnLeaflet, Place


def leaflet_url(slug: str, leaflet: Leaflet) -> str:
    """The page of a leaflet."""
    return reverse("guest:leaflet", args=[slug, leaflet.id])


def term_badge(leaflet: Leaflet, today: dt.date) -> Badge:
    """Until when it holds, and whether a new one is asked."""
    if leaflet.valid_until is None:
        return Badge(word=pgettext("leaflet", "No last day"), tone=Tone.OPEN, shape=Shape.HOLLOW)
    told = {"day": day(leaflet.valid_until)}
    if is_overdue_on(leaflet, today):
        return Badge(word=_("Ran out on %(day)s") % told, tone=Tone.ALARM, shape=Shape.CLOCK)
    if is_asked_again_on(leaflet, today):
        return Badge(word=_("Before %(day)s") % told, tone=Tone.NOTE, shape=Shape.CLOCK)
    return Badge(word=_("Holds until %(day)s") % told, tone=Tone.GOOD, shape=Shape.CHECK)


def told_badge(leaflet: Leaflet, lint: Lint) -> Badge:
    """Whether every question has an answer."""
    missing = len(missing_in(leaflet, lint))
    if not missing:
        return Badge(word=pgettext("leaflet", "Whole"), tone=Tone.GOOD, shape=Shape.CHECK)
    word = ngettext("%(count)s question is open", "%(count)s questions are open", missing) % {"count": missing}
    return Badge(word=word, tone=Tone.OPEN, shape=Shape.HOLLOW)


def leaflets_table(place: Place, today: dt.date) -> Table | None:
    """The leaflets at one municipality; None where there are none."""
    if not place.leaflets:
        return None
    lint = Lint(current_catalogue())
    labels = (_("Product or service"), _("Belongs to"), _("Tells"), _("Term"))
    return Table(
        caption=_("Your leaflets at %(name)s") % {"name": place.municipality.name},
        caption_hidden=True,
        columns=tuple(Column(label=each) for each in labels),
        rows=tuple(_row(each, place, today, lint) for each in place.leaflets),
    )


def _row(own: OwnLeaflet, place: Place, today: dt.date, lint: Lint) -> Row:
    several = len(place.parties) > 1
    return Row(
        cells=(
            Cell(
                text=own.product,
                url=leaflet_url(place.municipality.slug, own.leaflet),
                note=own.leaflet.party_name if several else "",
            ),
            Cell(text=agreement_name(own.leaflet, place)),
            Cell(badge=told_badge(own.leaflet, lint)),
            Cell(badge=term_badge(own.leaflet, today)),
        )
    )


def agreement_name(leaflet: Leaflet, place: Place) -> str:
    """The agreement to which it belongs, where the party may see that."""
    shown = (each.agreement for each in place.agreements)
    return next((each.name for each in shown if each.id == leaflet.agreement_id), "")


def answers_said(leaflet: Leaflet, *, language: str) -> Iterator[Definition]:
    """Each question with what the party said; a blank that was left in place is no answer."""
    open_ones = missing_in(leaflet, Lint(current_catalogue()))
    for field, question in QUESTIONS.items():
        words, is_open = getattr(leaflet, field).strip(), field in open_ones
        missing = _("“%(words)s” is no answer yet") % {"words": words} if is_open and words else _("No answer yet")
        yield Definition(term=question.in_language(language), texts=() if is_open else (words,), missing=missing)


def leaflets_asked(places: Iterable[Place], today: dt.date) -> Iterator[tuple[Place, OwnLeaflet]]:
    """The leaflets of which a new one is asked."""
    for place in places:
        for own in place.leaflets:
            if is_asked_again_on(own.leaflet, today):
                yield place, own
