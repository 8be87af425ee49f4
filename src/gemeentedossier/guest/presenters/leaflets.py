"""The leaflets of a party as its own pages show them."""

import datetime as dt
from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from gemeentedossier.catalogue.engine.lint import Lint
from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.design.parts import Cell, Column, Row, Table
from gemeentedossier.dossier.agreements.engine.leaflets import is_asked_again_on
from gemeentedossier.dossier.agreements.facts import Leaflet
from gemeentedossier.dossier.agreements.presenters.leaflets import term_badge, told_badge
from gemeentedossier.foundation.addresses import reverse
from gemeentedossier.guest.queries import OwnLeaflet, Place


def leaflet_url(slug: str, leaflet: Leaflet) -> str:
    """The page of a leaflet."""
    return reverse("guest:leaflet", args=[slug, leaflet.id])


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


def leaflets_asked(places: Iterable[Place], today: dt.date) -> Iterator[tuple[Place, OwnLeaflet]]:
    """The leaflets of which a new one is asked."""
    for place in places:
        for own in place.leaflets:
            if is_asked_again_on(own.leaflet, today):
                yield place, own
