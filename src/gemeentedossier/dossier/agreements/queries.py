"""Agreements, role tests and leaflets as facts, from the rows of any moment."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any, cast
from uuid import UUID

from gemeentedossier.dossier.agreements import models
from gemeentedossier.dossier.agreements.facts import (
    AgreedPoint,
    Agreement,
    AgreementParty,
    Deviation,
    DividedDuty,
    Instruction,
    Leaflet,
    RoleAnswer,
    RoleTest,
    SharedClause,
    SubProcessor,
)
from gemeentedossier.dossier.parties.models import Party
from gemeentedossier.dossier.register.queries.history import Happening, Whole, happenings_in
from gemeentedossier.foundation.models.tracked import MunicipalityRecord
from gemeentedossier.foundation.rows import Row, Rows, live_rows, live_rows_in
from gemeentedossier.foundation.shaping import grouped, shaped
from gemeentedossier.organisation.models import Person

Names = Mapping[UUID, str]


@dataclass(frozen=True, slots=True)
class PartOf:
    """The parts of an agreement that are rows: their model, their dataclass, and the field of the facts."""

    model: type[models.AgreementPart]
    facts: type[Any]


PARTS: Mapping[str, PartOf] = {
    "parties": PartOf(models.AgreementParty, AgreementParty),
    "points": PartOf(models.AgreedPoint, AgreedPoint),
    "sub_processors": PartOf(models.SubProcessor, SubProcessor),
    "duties": PartOf(models.DividedDuty, DividedDuty),
    "clauses": PartOf(models.SharedClause, SharedClause),
    "deviations": PartOf(models.Deviation, Deviation),
    "instructions": PartOf(models.Instruction, Instruction),
}
"""By field of the facts, what others name before those that name it."""
LINKS: Mapping[str, tuple[type[models.AgreementPart], str]] = {
    "activity_ids": (models.AgreementActivity, "activity_id"),
    "purpose_ids": (models.AgreementPurpose, "purpose_id"),
    "system_ids": (models.AgreementSystem, "system_id"),
}
"""What of the register an agreement covers, by field of the facts: the model of the link and its column."""


def agreements_from(rows: Rows, *, people: Names, parties: Names) -> tuple[Agreement, ...]:
    """All agreements, by name. ``people`` and ``parties`` are names by key."""
    found = list(rows(models.Agreement))
    if not found:
        return ()
    parts = {field: grouped(rows(part.model), by="agreement_id") for field, part in PARTS.items()}
    links = {field: grouped(rows(model), by="agreement_id") for field, (model, _) in LINKS.items()}

    def agreement(row: Row) -> Agreement:
        key = row["id"]
        return shaped(
            Agreement,
            row,
            owner=people.get(row["owner_id"], ""),
            **{f: tuple(_part(PARTS[f], r, people, parties) for r in group.get(key, ())) for f, group in parts.items()},
            **{f: tuple(r[LINKS[f][1]] for r in group.get(key, ())) for f, group in links.items()},
        )

    return tuple(sorted(map(agreement, found), key=lambda each: (each.name, each.id)))


def role_tests_from(rows: Rows, *, people: Names, parties: Names) -> tuple[RoleTest, ...]:
    """All role tests, by party and moment."""
    found = list(rows(models.RoleTest))
    answers = grouped(rows(models.RoleAnswer), by="test_id") if found else {}
    made = (
        shaped(
            RoleTest,
            row,
            party_name=parties.get(row["party_id"], ""),
            decided_by=people.get(row["decided_by_id"], ""),
            answers=tuple(shaped(RoleAnswer, each) for each in answers.get(row["id"], ())),
        )
        for row in found
    )
    return tuple(sorted(made, key=lambda each: (each.party_name, each.tested_at, each.id)))


def leaflets_from(rows: Rows, *, parties: Names) -> tuple[Leaflet, ...]:
    """All leaflets, by party and product. ``parties`` are names by key."""
    made = (shaped(Leaflet, row, party_name=parties.get(row["party_id"], "")) for row in rows(models.Leaflet))
    return tuple(sorted(made, key=lambda each: (each.party_name, each.product, each.id)))


def leaflet_facts(leaflet_id: UUID) -> Leaflet:
    """One leaflet as it is now; Leaflet.DoesNotExist (Django's) where the municipality has none of that id."""
    found = _leaflets_where("id", [leaflet_id])
    if not found:
        raise models.Leaflet.DoesNotExist
    return found[0]


def leaflets_of(parties: Collection[UUID]) -> tuple[Leaflet, ...]:
    """The leaflets of these parties as they are now."""
    return _leaflets_where("party_id", parties)


def _leaflets_where(column: str, keys: Collection[UUID]) -> tuple[Leaflet, ...]:
    return leaflets_from(lambda model: live_rows_in(model, column=column, keys=keys), parties=_names(Party))


def agreement_facts(agreement_id: UUID) -> Agreement:
    """One agreement as it is now; Agreement.DoesNotExist (Django's) where the municipality has none of that id."""
    found = agreements_in([agreement_id])
    if not found:
        raise models.Agreement.DoesNotExist
    return found[0]


def agreements_in(keys: Collection[UUID]) -> tuple[Agreement, ...]:
    """The agreements of these keys as they are now, by name."""

    def rows(model: type[MunicipalityRecord], /) -> Any:
        column = "id" if model is models.Agreement else "agreement_id"
        return live_rows_in(model, column=column, keys=keys)

    return agreements_from(rows, people=_names(Person), parties=_names(Party))


def agreements_with(parties: Collection[UUID]) -> tuple[Agreement, ...]:
    """The agreements that one of these parties takes part in, or took, as they are now, by name."""
    found = live_rows_in(models.AgreementParty, column="party_id", keys=parties)
    keys = {cast(UUID, row["agreement_id"]) for row in found}
    return agreements_in(keys) if keys else ()


def happenings_of(agreement_id: UUID) -> tuple[Happening, ...]:
    """What happened to the agreement and its parts, newest first."""
    parts: list[type[MunicipalityRecord]] = [part.model for part in PARTS.values()]
    parts += [model for model, _ in LINKS.values()]
    whole = Whole(models.Agreement, (models.Agreement, *parts), "agreement_id")
    return happenings_in(whole, agreement_id)


def all_agreements() -> tuple[Agreement, ...]:
    """Every agreement of the municipality in scope as it is now, by name."""
    return agreements_from(live_rows, people=_names(Person), parties=_names(Party))


def all_role_tests() -> tuple[RoleTest, ...]:
    """Every role test of the municipality in scope as it is now, by party."""
    return role_tests_from(live_rows, people=_names(Person), parties=_names(Party))


def _part(part: PartOf, row: Row, people: Names, parties: Names) -> Any:
    names: dict[str, str] = {}
    if "party_id" in row:
        names["party_name"] = parties.get(row["party_id"], "")
    for person in ("given_by", "attested_person"):
        if f"{person}_id" in row:
            names[person] = people.get(row[f"{person}_id"], "")
    return shaped(part.facts, row, **names)


def _names(model: type[MunicipalityRecord]) -> dict[UUID, str]:
    return {cast(UUID, row["id"]): row["name"] for row in live_rows(model)}
