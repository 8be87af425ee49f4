"""Why an activity stands among what was found, and what else to try where nothing does."""

from collections.abc import Callable, Iterable, Mapping

from django.utils.translation import gettext as _

from gemeentedossier.catalogue.facts import AliasKind, Catalogue
from gemeentedossier.catalogue.facts.sources import Text
from gemeentedossier.design.parts import safe_url
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.portal.engine.meant import Meaning
from gemeentedossier.portal.presenters.law import mail_to
from gemeentedossier.portal.presenters.parts import Item
from gemeentedossier.portal.presenters.words import language
from gemeentedossier.portal.queries import Contacts, Nearness, Sought

_IDS: Mapping[AliasKind, Callable[[Activity], Iterable[str]]] = {
    AliasKind.REFERENCE_ACTIVITIES: lambda activity: (activity.reference_activity,),
    AliasKind.STATUTES: lambda activity: (b.provision_id for p in activity.purposes for b in p.legal_bases),
    AliasKind.SUBJECT_CATEGORIES: lambda activity: (i for use in activity.data_uses for i in use.subject_categories),
    AliasKind.DATA_CATEGORIES: lambda activity: (i for use in activity.data_uses for i in use.data_categories),
    AliasKind.RECIPIENT_CATEGORIES: lambda activity: (each.category for each in activity.recipients),
}


def why_found(activity: Activity, nearness: Nearness, sought: Sought, catalogue: Catalogue) -> str:
    """One sentence; empty where the name itself says it."""
    if nearness is Nearness.MEANT:
        return next(filter(None, (_meant(activity, meaning, catalogue) for meaning in sought.meanings)), "")
    if nearness is Nearness.SAID:
        return _("Found because its description or its purpose says “%(words)s”.") % {"words": sought.text}
    if nearness is Nearness.ALIKE:
        said = " / ".join(meaning.said for meaning in sought.meanings if meaning.also)
        return _("Found because it uses another word for “%(words)s”.") % {"words": said}
    return ""


def _meant(activity: Activity, meaning: Meaning, catalogue: Catalogue) -> str:
    shared = next((each for each in _IDS[meaning.kind](activity) if each in meaning.ids), None)
    if shared is None:
        return ""
    name = _name(meaning, shared, catalogue)
    return {
        AliasKind.REFERENCE_ACTIVITIES: _("Found because this has to do with “%(name)s”."),
        AliasKind.STATUTES: _("Found because this rests on a law: %(name)s."),
        AliasKind.SUBJECT_CATEGORIES: _("Found because this is about: %(name)s."),
        AliasKind.DATA_CATEGORIES: _("Found because this uses: %(name)s."),
        AliasKind.RECIPIENT_CATEGORIES: _("Found because data go to: %(name)s."),
    }[meaning.kind] % {"name": name}


def _name(meaning: Meaning, shared: str, catalogue: Catalogue) -> str:
    """What the meaning is called: the word itself for an activity, for all else the name in the catalogue."""
    names: Mapping[AliasKind, Callable[[], Text]] = {
        AliasKind.STATUTES: lambda: catalogue.statutes[catalogue.legal_bases[shared].statute].name,
        AliasKind.SUBJECT_CATEGORIES: lambda: catalogue.subject_categories[shared].name,
        AliasKind.DATA_CATEGORIES: lambda: catalogue.data_categories[shared].name,
        AliasKind.RECIPIENT_CATEGORIES: lambda: catalogue.recipient_categories[shared].name,
    }
    return names[meaning.kind]().in_language(language()) if meaning.kind in names else meaning.said


def elsewhere(sought: Sought) -> tuple[str, ...]:
    """Where the words belong that the catalogue knows and has no activity for."""
    told = (meaning.elsewhere.in_language(language()) for meaning in sought.meanings if meaning.elsewhere)
    return tuple(dict.fromkeys(told))


def ways_to_ask(contacts: Contacts, *, asking: str) -> tuple[Item, ...]:
    """How to ask the municipality itself, the nearest first: what is not recorded is left out."""
    page, point = safe_url(contacts.rights_page), contacts.contact_point
    return (
        *(
            (Item(text=_("Ask the municipality: %(contact)s") % {"contact": point}, url=mail_to(point)),)
            if point
            else ()
        ),
        *((Item(text=_("Read on the page of the municipality"), url=page),) if page else ()),
        Item(text=_("Ask which data the municipality has of you, with the form here"), url=asking),
    )
