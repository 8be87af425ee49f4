"""A record in a few lines, by which who answers for it sees whether it is still right: everything that it holds on
people, data, sharing and keeping, in the catalogue's names and in its own words."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias
from uuid import UUID

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from gemeentedossier.catalogue.engine.durations import InvalidDuration, parse_duration, retention_wording
from gemeentedossier.catalogue.facts import DataCategory, RecipientCategory, SubjectCategory
from gemeentedossier.catalogue.facts.catalogue import Catalogue
from gemeentedossier.design.parts import Definition
from gemeentedossier.dossier.register.facts import Activity, RetentionPeriod
from gemeentedossier.foundation.engine.countries import country_name

Named: TypeAlias = DataCategory | SubjectCategory | RecipientCategory


def facts_of(activity: Activity, catalogue: Catalogue, names: Mapping[UUID, str]) -> tuple[Definition, ...]:
    """For what, about whom, which data, from and with whom, where and how long; what is missing is said to be missing.

    ``names`` are those of the parties and systems that the record names by key.
    """
    spoken, uses = get_language() or "nl", activity.data_uses
    people, data = catalogue.subject_categories, catalogue.data_categories
    lines: tuple[tuple[str, Iterable[str]], ...] = (
        (_("What it is for"), (each.text for each in activity.purposes)),
        (
            _("Whose data"),
            (
                *_named(people, (key for use in uses for key in use.subject_categories), spoken),
                *(own for use in uses for own in use.subject_categories_own),
            ),
        ),
        (
            _("Which data"),
            (
                *_named(data, (key for use in uses for key in use.data_categories), spoken),
                *(own for use in uses for own in use.data_categories_own),
            ),
        ),
        (_("Shared with"), _others(activity, catalogue, names, spoken)),
        (_("In the systems"), (names.get(key, "") for key in activity.system_ids)),
        (_("Outside the European Economic Area"), _abroad(activity, spoken)),
        (_("Kept for"), (_kept(each, catalogue, spoken) for each in activity.retention)),
    )
    return tuple(_line(term, texts) for term, texts in lines)


def _others(activity: Activity, catalogue: Catalogue, names: Mapping[UUID, str], spoken: str) -> Iterator[str]:
    """Recipients by party, category or own words, and the parties that take part."""
    for each in activity.recipients:
        yield names.get(each.party_id, "") if each.party_id else ""
        yield from _named(catalogue.recipient_categories, filter(None, [each.category]), spoken)
        yield each.text
    yield from (each.party_name for each in activity.parties)


def _abroad(activity: Activity, spoken: str) -> Iterator[str]:
    for each in activity.transfers:
        yield ", ".join(filter(None, (each.recipient, country_name(each.country, spoken) if each.country else "")))


def _kept(period: RetentionPeriod, catalogue: Catalogue, spoken: str) -> str:
    """How long, and for what where that is said."""
    rule = catalogue.retention_rules.get(period.rule_id)
    if period.permanent:
        long = _("permanently")
    elif period.period:
        long = _duration(period.period, spoken)
    else:
        long = retention_wording(rule, spoken) if rule else ""
    return ": ".join(filter(None, (period.applies_to, ". ".join(filter(None, (long, period.text))))))


def _duration(period: str, spoken: str) -> str:
    try:
        return parse_duration(period).wording(spoken)
    except InvalidDuration:
        return period


def _named(entries: Mapping[str, Named], keys: Iterable[str], spoken: str) -> Iterator[str]:
    """What the catalogue calls each; a key that it does not know stands as it is."""
    return (entries[key].name.in_language(spoken) if key in entries else key for key in keys)


def _line(term: str, texts: Iterable[str]) -> Definition:
    told = tuple(dict.fromkeys(text for text in texts if text))
    return Definition(term=term, texts=told, missing=_("not recorded"))
