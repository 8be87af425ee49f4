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
    Account,
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
    Transfer,
)
from gemeentedossier.foundation.engine.plain import from_plain
from gemeentedossier.foundation.history import history_table
from gemeentedossier.foundation.ledger.tip import owners_of
from gemeentedossier.foundation.models.tracked import MunicipalityRecord
from gemeentedossier.foundation.rows import Row, Rows, live_rows
from gemeentedossier.foundation.shaping import grouped, shaped
from gemeentedossier.organisation.facts import Organisation
from gemeentedossier.organisation.models import Controller

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
            account=shaped(Account, row),
            **{f: tuple(shaped(PARTS[f][1], r) for r in group.get(key, ())) for f, group in parts.items()},
        )

    return tuple(sorted((activity(row) for row in rows(models.Activity)), key=lambda a: (a.name, a.id)))


def versions_from(rows: Rows) -> tuple[AdoptedVersion, ...]:
    """All adopted versions, by activity and number."""
    made = (shaped(AdoptedVersion, row, content=_content(row["content"])) for row in rows(models.ActivityVersion))
    return tuple(sorted(made, key=lambda v: (v.activity_id, v.number)))


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
    """Live rows, but of activities only these and their parts."""

    def rows(model: type[MunicipalityRecord], /) -> Iterable[Row]:
        if model is models.Activity:
            return model.objects.filter(pk__in=ids).values()
        if issubclass(model, models.ActivityPart | models.ActivityVersion):
            return model.objects.filter(activity_id__in=ids).values()
        return live_rows(model)

    return rows


def activities_touched(touched: Mapping[str, tuple[UUID, ...]]) -> frozenset[UUID] | None:
    """The activities that changed, or a part or version of them; None where history was erased and none can tell.

    ``touched`` holds the keys of records by their table of history.
    """
    found = set(touched.get(history_table(models.Activity), ()))
    for table in _owned_tables() & touched.keys():
        owners = owners_of(table, touched[table], column="activity_id")
        if owners is None:
            return None
        found |= owners
    return frozenset(found)


@cache
def _owned_tables() -> frozenset[str]:
    """The history tables of what belongs to an activity."""
    owned = (models.ActivityPart, models.ActivityVersion)
    every = apps.get_app_config(models.Activity._meta.app_label).get_models()
    return frozenset(history_table(model) for model in every if issubclass(model, owned))


def activity_facts(activity_id: UUID) -> Activity:
    """One activity as it is now; Activity.DoesNotExist (Django's) where the municipality has none of that id."""
    row = models.Activity.objects.filter(pk=activity_id).select_related("unit", "owner").first()
    if row is None:
        raise models.Activity.DoesNotExist
    around = Surroundings(
        controllers=dict(Controller.objects.values_list("id", "name")),
        units={row.unit_id: row.unit.name} if row.unit else {},
        people={row.owner_id: row.owner.name} if row.owner else {},
        parties={
            p["id"]: shaped(Party, p) for p in PartyRow.objects.filter(relations__activity_id=activity_id).values()
        },
    )
    return activities_from(rows_of_activities([activity_id]), around)[0]
