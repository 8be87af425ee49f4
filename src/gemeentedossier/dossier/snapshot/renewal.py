"""A dossier that was read before, as it is now: only the activities that changed since are read again."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from uuid import UUID

from gemeentedossier.dossier.parties.facts import Party
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.register.queries.activities import activities_touched, owned_tables
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.dossier.snapshot.fields import FIELDS
from gemeentedossier.dossier.snapshot.queries import dossier_beside, dossier_of, dossier_of_activities
from gemeentedossier.foundation.history import history_table
from gemeentedossier.foundation.ledger.tip import Tip, touched_since
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.organisation.facts import Controller, Person, Unit

MANY = 200
"""From so many activities on, one reading of everything costs less than finding and merging these."""


def renewed(before: Dossier, municipality: Municipality, *, since: Tip) -> Dossier:
    """The dossier as ``dossier_of`` gives it, from one that was read at the tip or later. Inside the scope.

    Of what stands around the activities only the fields are read of which a table was touched. Where the organisation
    or a party was, all of it is read, and the activities that name it too, for they hold its words.
    """
    changed = touched_since(since)
    touched = activities_touched(changed)
    if touched is None or len(touched) > MANY:
        return dossier_of(municipality)
    fields = _fields_of(changed)
    if fields is not None:
        return _merged(before, dossier_beside(before, ids=touched, fields=fields), touched)
    fresh = dossier_of_activities(municipality, ids=touched)
    naming = _naming(before, _other_surroundings(before, fresh)) - touched
    if len(naming) > MANY:
        return dossier_of(municipality)
    if naming:
        touched |= naming
        fresh = dossier_of_activities(municipality, ids=touched)
    return _merged(before, fresh, touched)


def _fields_of(changed: Iterable[str]) -> frozenset[str] | None:
    """The fields beside the activities that are read from these tables of history; None where others name its words."""
    found, tables = _tables(), set(changed)
    fields = frozenset(name for name, read in found.items() if not read.isdisjoint(tables))
    return fields if tables <= owned_tables().union(*found.values()) else None


@cache
def _tables() -> Mapping[str, frozenset[str]]:
    return {name: frozenset(history_table(model) for model in field.tables) for name, field in FIELDS.items()}


def _merged(before: Dossier, fresh: Dossier, touched: frozenset[UUID]) -> Dossier:
    activities = (*(a for a in before.activities if a.id not in touched), *fresh.activities)
    versions = (*(v for v in before.versions if v.activity_id not in touched), *fresh.versions)
    return replace(
        fresh,
        activities=tuple(sorted(activities, key=lambda a: (a.name, a.id))),
        versions=tuple(sorted(versions, key=lambda v: (v.activity_id, v.number))),
    )


def _other_surroundings(before: Dossier, fresh: Dossier) -> frozenset[UUID]:
    """The keys of controllers, units, people and parties that are not as they were."""
    pairs = zip(_surroundings(before), _surroundings(fresh), strict=True)
    return frozenset(record.id for old, new in pairs for record in set(old) ^ set(new))


def _surroundings(dossier: Dossier) -> Iterator[tuple[Controller | Unit | Person | Party, ...]]:
    organisation = dossier.organisation
    yield from (organisation.controllers, organisation.units, organisation.people, dossier.parties)


def _naming(before: Dossier, keys: frozenset[UUID]) -> frozenset[UUID]:
    if not keys:
        return frozenset()
    return frozenset(activity.id for activity in before.activities if not keys.isdisjoint(_named(activity)))


def _named(activity: Activity) -> Iterator[UUID | None]:
    yield from (activity.unit_id, activity.owner_id, *activity.controller_ids)
    yield from (relation.party_id for relation in activity.parties)
    yield from (recipient.party_id for recipient in activity.recipients)
