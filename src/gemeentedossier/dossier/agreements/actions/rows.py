"""An agreement's facts as the rows that hold them: the one way in which agreements are written."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from uuid import uuid5

from gemeentedossier.dossier.agreements import models
from gemeentedossier.dossier.agreements.facts import Agreement, Leaflet, RoleTest
from gemeentedossier.dossier.agreements.queries import LINKS, PARTS
from gemeentedossier.foundation.bulk import insert_values
from gemeentedossier.foundation.models.tracked import MunicipalityRecord
from gemeentedossier.foundation.planned import PlannedRow
from gemeentedossier.foundation.shaping import stored_values

Model = type[MunicipalityRecord]


WRITE_ORDER: tuple[Model, ...] = (
    models.Agreement,
    *(part.model for part in PARTS.values()),
    *(model for model, _ in LINKS.values()),
)
"""Owners before what they own."""


def planned_rows(agreement: Agreement) -> Iterator[PlannedRow]:
    """Every row that the facts ask for."""
    yield PlannedRow(models.Agreement, stored_values(models.Agreement, agreement))
    for field, part in PARTS.items():
        for number, each in enumerate(getattr(agreement, field)):
            values = stored_values(part.model, each)
            yield PlannedRow(part.model, {**values, "agreement_id": agreement.id, "position": number})
    for field, (model, column) in LINKS.items():
        for number, target in enumerate(getattr(agreement, field)):
            key = uuid5(agreement.id, f"{column}:{target}")
            yield PlannedRow(model, {"id": key, "agreement_id": agreement.id, "position": number, column: target})


def insert_agreements(agreements: Iterable[Agreement]) -> None:
    """Insert many new agreements with all their parts, in few statements. Part of a verb."""
    rows: dict[Model, list[Mapping[str, Any]]] = {model: [] for model in WRITE_ORDER}
    for agreement in agreements:
        for planned in planned_rows(agreement):
            rows[planned.model].append(planned.values)
    for model in WRITE_ORDER:
        insert_values(model, rows[model])


def insert_role_tests(tests: Iterable[RoleTest]) -> None:
    """Insert many new role tests with their answers. Part of a verb."""
    every = tuple(tests)
    insert_values(models.RoleTest, [stored_values(models.RoleTest, each) for each in every])
    answers = [
        {**stored_values(models.RoleAnswer, answer), "test_id": test.id, "position": number}
        for test in every
        for number, answer in enumerate(test.answers)
    ]
    insert_values(models.RoleAnswer, answers)


def insert_leaflets(leaflets: Iterable[Leaflet]) -> None:
    """Insert many new leaflets, once their agreements are there. Part of a verb."""
    insert_values(models.Leaflet, [stored_values(models.Leaflet, each) for each in leaflets])
