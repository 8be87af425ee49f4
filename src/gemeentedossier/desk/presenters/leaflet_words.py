"""What the municipality says of a leaflet: about what it is, and whether that was agreed."""

from typing import Protocol

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.design.enums import Shape, Tone
from gemeentedossier.design.parts import Badge
from gemeentedossier.desk.presenters.activity.wording import listing
from gemeentedossier.dossier.agreements.engine.leaflets import fit_of, product_name
from gemeentedossier.dossier.agreements.facts import Agreement, Leaflet
from gemeentedossier.dossier.snapshot.facts import Dossier


class Sighted(Protocol):
    """What a page shows of a dossier."""

    @property
    def dossier(self) -> Dossier: ...


def product_of(sight: Sighted, leaflet: Leaflet) -> str:
    """What the leaflet is about, in words."""
    found = product_name(leaflet, sight.dossier.systems, sight.dossier.tools)
    return found or pgettext("leaflet", "a product that is not here any more")


def agreement_of(sight: Sighted, leaflet: Leaflet) -> Agreement | None:
    """The agreement to which it belongs."""
    return next((each for each in sight.dossier.agreements if each.id == leaflet.agreement_id), None)


def fit_badge(sight: Sighted, leaflet: Leaflet) -> Badge:
    """Whether it is about what was agreed, in a word."""
    fits = fit_of(leaflet, agreement_of(sight, leaflet), sight.dossier.systems, sight.dossier.tools).holds
    return {
        True: Badge(word=pgettext("leaflet", "As agreed"), tone=Tone.GOOD, shape=Shape.CHECK),
        False: Badge(word=pgettext("leaflet", "About something else"), tone=Tone.ATTENTION, shape=Shape.CROSS),
        None: Badge(word=pgettext("leaflet", "Cannot be told"), tone=Tone.OPEN, shape=Shape.HOLLOW),
    }[fits]


def fit_sentence(sight: Sighted, leaflet: Leaflet) -> str:
    """Whether it is about what was agreed, in one sentence."""
    agreement = agreement_of(sight, leaflet)
    if agreement is None:
        return _("It belongs to no agreement yet, so nobody can hold it against what was agreed.")
    fit = fit_of(leaflet, agreement, sight.dossier.systems, sight.dossier.tools)
    names = {"product": product_of(sight, leaflet), "party": leaflet.party_name, "agreed": listing(fit.agreed)}
    if fit.of_a_party is False:
        parties = agreement.party_names or _("nobody yet")
        return _("This leaflet is of %(party)s, the agreement is with %(parties)s.") % {**names, "parties": parties}
    if fit.about_the_product is False:
        return _("This leaflet is about %(product)s, the agreement covers %(agreed)s.") % names
    if fit.about_the_product:
        return _("This leaflet is about %(product)s, and so is the agreement.") % names
    if not fit.agreed:
        return _("The agreement names no system yet, so nobody can tell whether this leaflet is about it.")
    return (
        _(
            "This leaflet is about “%(product)s” in own words, the agreement covers %(agreed)s. Choose the system or "
            "tool itself, so that the two can be held against each other."
        )
        % names
    )
