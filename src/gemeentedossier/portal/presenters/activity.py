"""One version of an activity as a page for everyone: a summary, then section by section what the law asks to tell."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from gemeentedossier.catalogue.facts import Catalogue
from gemeentedossier.design.parts import Badge
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.register.models import ActivityVersion
from gemeentedossier.portal.presenters import about, rights, where, who, whose, why
from gemeentedossier.portal.presenters.parts import ActivityPage, Fact, Item, Section
from gemeentedossier.portal.presenters.words import ground, state_badge
from gemeentedossier.portal.queries import Contacts


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where this version, its data and the version that holds now are found, and where people ask about their own."""

    version: str
    json: str
    newest: str
    asking: str


def activity_page(
    activity: Activity,
    *,
    version: ActivityVersion,
    successor: ActivityVersion | None,
    catalogue: Catalogue,
    worded_anew: bool,
    contacts: Contacts,
    addresses: Addresses,
    assessed: tuple[str, ...] = (),
) -> ActivityPage:
    """The page of a version, from its frozen text, the catalogue that it was adopted with and today's contact points.

    ``worded_anew`` says that this catalogue is another, since that one is no longer here. ``assessed`` are summaries
    of impact assessments that were published.
    """
    badge = state_badge(activity.processing_state)
    badges: tuple[Badge, ...] = (badge,) if badge else ()
    holds_now = version.is_public and successor is None
    return ActivityPage(
        name=activity.name,
        description=activity.description,
        badges=badges,
        alerts=about.alerts(version, successor, newest_url=addresses.newest),
        summary=_summary(activity, catalogue),
        sections=(
            *_told(activity, catalogue, contacts, asking=addresses.asking),
            *about.assessed(assessed),
            about.this_text(version, address=addresses.version, json_address=addresses.json, worded_anew=worded_anew),
        ),
        address=addresses.version,
        json_address=addresses.json,
        canonical=addresses.newest if holds_now else addresses.version,
        indexed=holds_now,
    )


def _told(activity: Activity, catalogue: Catalogue, contacts: Contacts, *, asking: str) -> tuple[Section, ...]:
    """In the order of the questions that people ask."""
    return (
        why.purposes(activity, catalogue),
        whose.personal_data(activity, catalogue),
        whose.origins(activity, catalogue),
        where.receivers(activity, catalogue),
        where.outside_eea(activity),
        where.retention(activity, catalogue),
        why.further_use(activity, catalogue),
        about.decisions(activity),
        who.responsible(activity, contacts),
        rights.your_rights(activity, catalogue, contacts, asking=asking),
        rights.complaint(contacts),
    )


def _summary(activity: Activity, catalogue: Catalogue) -> tuple[Fact, ...]:
    """The three answers that most people come for."""
    grounds = dict.fromkeys(b.article_6 for p in activity.purposes for b in p.legal_bases if b.article_6)
    responsible = (*activity.controllers, *activity.controllers_own)
    return (
        Fact(
            label=_("Is it allowed?"),
            items=tuple(Item(text=ground(found)) for found in grounds),
            missing=_("The ground is not recorded"),
        ),
        Fact(label=_("How long?"), items=where.terms(activity, catalogue), missing=_("The term is not recorded")),
        Fact(
            label=_("Who answers for it?"),
            items=tuple(Item(text=name, own=True) for name in responsible),
            missing=_("Who is responsible is not recorded"),
        ),
    )
