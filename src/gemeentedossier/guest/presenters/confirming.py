"""The few lines by which who answers for a record sees whether it is still right."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from gemeentedossier.catalogue.facts import DataCategory, RecipientCategory, SubjectCategory
from gemeentedossier.catalogue.facts.catalogue import Catalogue
from gemeentedossier.design.parts import Definition
from gemeentedossier.dossier.register.facts import Activity

Named: TypeAlias = DataCategory | SubjectCategory | RecipientCategory


def facts_of(activity: Activity, catalogue: Catalogue) -> tuple[Definition, ...]:
    """For what, about whom, which data, with whom and how long; what is missing is said to be missing."""
    spoken, uses = get_language() or "nl", activity.data_uses
    data, people = catalogue.data_categories, catalogue.subject_categories
    return (
        _line(_("What it is for"), (each.text for each in activity.purposes)),
        _line(_("Whose data"), _named(people, (key for use in uses for key in use.subject_categories), spoken)),
        _line(_("Which data"), _named(data, (key for use in uses for key in use.data_categories), spoken)),
        _line(_("Shared with"), _others(activity, catalogue, spoken)),
        _line(_("Kept for"), (each.text for each in activity.retention)),
    )


def _others(activity: Activity, catalogue: Catalogue, spoken: str) -> Iterator[str]:
    """Recipients by their category or own words, and the parties that take part."""
    yield from _named(catalogue.recipient_categories, (each.category for each in activity.recipients), spoken)
    yield from (each.text for each in activity.recipients)
    yield from (each.party_name for each in activity.parties)


def _named(entries: Mapping[str, Named], keys: Iterable[str], spoken: str) -> Iterator[str]:
    """What the catalogue calls each; a key that it does not know stands as it is."""
    return (entries[key].name.in_language(spoken) if key in entries else key for key in keys)


def _line(term: str, texts: Iterable[str]) -> Definition:
    told = tuple(dict.fromkeys(text for text in texts if text))
    return Definition(term=term, texts=told, missing=_("not recorded"))
