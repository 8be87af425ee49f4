"""Processing activities as facts, each with its parts in order, from the rows of any moment."""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar
from uuid import UUID

from django.apps import apps

from gemeentedossier.dossier.parties.facts import Party
from gemeentedossier.dossier.parties.models import Party as PartyRow
from gemeentedossier.dossier.register import models
from gemeentedossier.dossier.register.facts import (
    Accountability,
    Activity,
    AdoptedVersion,
    Characteristics,
    DataSource,
    DataUse,
    FurtherUse,
    LegalBasis,
    PartyRelation,
    Purpose,
    Recipient,
    RetentionPeriod,
    ReviewNote,
    Transfer,
)
from gemeentedossier.foundation.engine.plain import from_plain
from gemeentedossier.foundation.history import history_table
from gemeentedossier.foundation.ledger.tip import owners_of
from gemeentedossier.foundation.models.tracked import MunicipalityRecord
from gemeentedossier.foundation.rows import Row, Rows, Wanted, live_rows_in, live_rows_in_groups
from gemeentedossier.foundation.shaping import grouped, shaped
from gemeentedossier.organisation.facts import Organisation
from gemeentedossier.organisation.models import Controller, Person, Unit

T = TypeVar("T")
Groups = Mapping[UUID, list[Row]]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What an activity names by key: controllers, units, people and parties."""

    controllers: Mapping[UUID, str]
    units: Mapping[UUID, str]
    people: Mapping[UUID, str]
    parties: Mapping[UUID, Party]

    @classmethod
    def of(cls, organisation: Organisation, parties: tuple[Party, ...]) -> "Surroundings":
        """From the organisation and the parties of the same moment."""
        return cls(
            controllers={c.id: c.name for c in organisation.controllers},
            units={u.id: u.name for u in organisation.units},
            people={p.id: p.name for p in organisation.people},
            parties={p.id: p for p in parties},
        )


PARTS: Mapping[str, tuple[type[models.ActivityPart], type[Any]]] = {
    "data_uses": (models.DataUse, DataUse),
    "sources": (models.DataSource, DataSource),
    "recipients": (models.Recipient, Recipient),
    "transfers": (models.Transfer, Transfer),
    "retention": (models.RetentionPeriod, RetentionPeriod),
    "further_uses": (models.FurtherUse, FurtherUse),
}
"""The parts of an activity that are plain rows, by field of the facts."""


def activities_from(rows: Rows, around: Surroundings) -> tuple[Activity, ...]:
    """All activities, by name."""
    parts = {field: grouped(rows(model), by="activity_id") for field, (model, _) in PARTS.items()}
    purposes = grouped(rows(models.Purpose), by="activity_id")
    bases = grouped(rows(models.LegalBasis), by="purpose_id")
    relations = grouped(rows(models.PartyRelation), by="activity_id")
    links = {
        "controller": grouped(rows(models.ActivityController), by="activity_id"),
        "system": grouped(rows(models.ActivitySystem), by="activity_id"),
        "measure": grouped(rows(models.ActivityMeasure), by="activity_id"),
    }

    def activity(row: Row) -> Activity:
        key = row["id"]
        controllers = _linked(links, "controller", key)
        return shaped(
            Activity,
            row,
            unit=around.units.get(row["unit_id"], ""),
            owner=around.people.get(row["owner_id"], ""),
            controller_ids=controllers,
            controllers=tuple(around.controllers[c] for c in controllers if c in around.controllers),
            system_ids=_linked(links, "system", key),
            measure_ids=_linked(links, "measure", key),
            purposes=tuple(_purpose(p, bases) for p in purposes.get(key, ())),
            parties=tuple(_relation(r, around.parties) for r in relations.get(key, ())),
            characteristics=shaped(Characteristics, row),
            account=shaped(Accountability, row),
            **{f: tuple(shaped(PARTS[f][1], r) for r in group.get(key, ())) for f, group in parts.items()},
        )

    return tuple(sorted((activity(row) for row in rows(models.Activity)), key=lambda a: (a.name, a.id)))


def versions_from(rows: Rows) -> tuple[AdoptedVersion, ...]:
    """All adopted versions, by activity and number."""
    made = (shaped(AdoptedVersion, row, content=_content(row["content"])) for row in rows(models.ActivityVersion))
    return tuple(sorted(made, key=lambda v: (v.activity_id, v.number)))


def review_notes_from(rows: Rows, *, people: Mapping[UUID, str]) -> tuple[ReviewNote, ...]:
    """All remarks of reviewers, by activity and moment. ``people`` are names by key."""
    made = (
        shaped(
            ReviewNote,
            row,
            written_by=people.get(row["written_by_id"], ""),
            answered_by=people.get(row["answered_by_id"], ""),
            settled_by=people.get(row["settled_by_id"], ""),
        )
        for row in rows(models.ReviewNote)
    )
    return tuple(sorted(made, key=lambda each: (each.activity_id, each.written_at, each.id)))


def _content(stored: Any) -> Activity:
    """The live table hands over JSON as a value, history as text."""
    return from_plain(Activity, json.loads(stored) if isinstance(stored, str) else stored, place="version")


def _linked(links: Mapping[str, Groups], kind: str, activity_id: UUID) -> tuple[UUID, ...]:
    return tuple(row[f"{kind}_id"] for row in links[kind].get(activity_id, ()))


def _purpose(row: Row, bases: Groups) -> Purpose:
    return shaped(Purpose, row, legal_bases=tuple(shaped(LegalBasis, b) for b in bases.get(row["id"], ())))


def _relation(row: Row, parties: Mapping[UUID, Party]) -> PartyRelation:
    party = parties.get(row["party_id"])
    return shaped(
        PartyRelation,
        row,
        party_name=party.name if party else "",
        party_country=party.country if party else None,
        party_is_care_provider=party.is_care_provider if party else None,
    )


def rows_of_activities(ids: Collection[UUID]) -> Rows:
    """Live rows, but of activities only these and their parts, in one journey."""
    keys = tuple(ids)
    own = (model for model in owned_models() if model is not models.Activity)
    return live_rows_in_groups(
        [Wanted(models.Activity, "id", keys), *(Wanted(each, "activity_id", keys) for each in own)]
    )


def activities_touched(touched: Mapping[str, tuple[UUID, ...]]) -> frozenset[UUID] | None:
    """The activities that changed, or a part or version of them; None where history was erased and none can tell.

    ``touched`` holds the keys of records by their table of history.
    """
    found = set(touched.get(history_table(models.Activity), ()))
    for table in (owned_tables() - {history_table(models.Activity)}) & touched.keys():
        owners = owners_of(table, touched[table], column="activity_id")
        if owners is None:
            return None
        found |= owners
    return frozenset(found)


@cache
def owned_tables() -> frozenset[str]:
    """The history tables of activities and of what belongs to one."""
    return frozenset(map(history_table, owned_models()))


@cache
def owned_models() -> tuple[type[MunicipalityRecord], ...]:
    """Activities and what belongs to one."""
    owned = (models.Activity, models.ActivityPart, models.ActivityVersion)
    every = apps.get_app_config(models.Activity._meta.app_label).get_models()
    return tuple(model for model in every if issubclass(model, owned))


def activity_facts(activity_id: UUID) -> Activity:
    """One activity as it is now; Activity.DoesNotExist (Django's) where the municipality has none of that id."""
    found = activity_from_rows(rows_of_activities([activity_id]))
    if found is None:
        raise models.Activity.DoesNotExist
    return found


def activity_from_rows(rows: Rows) -> Activity | None:
    """The one activity that these rows hold; what it names by key is read as it is now."""
    once = cache(lambda model: tuple(rows(model)))
    return next(iter(activities_from(once, _named_in(once))), None)


def _named_in(rows: Rows) -> Surroundings:
    activities, relations = tuple(rows(models.Activity)), rows(models.PartyRelation)
    return Surroundings(
        controllers=_names(Controller, {row["controller_id"] for row in rows(models.ActivityController)}),
        units=_names(Unit, {row["unit_id"] for row in activities}),
        people=_names(Person, {row["owner_id"] for row in activities}),
        parties={row["id"]: shaped(Party, row) for row in _by_key(PartyRow, {row["party_id"] for row in relations})},
    )


def _names(model: type[MunicipalityRecord], keys: set[UUID | None]) -> dict[UUID, str]:
    return {row["id"]: row["name"] for row in _by_key(model, keys)}


def _by_key(model: type[MunicipalityRecord], keys: set[UUID | None]) -> Iterable[Row]:
    known = [key for key in keys if key]
    return live_rows_in(model, column="id", keys=known) if known else ()
