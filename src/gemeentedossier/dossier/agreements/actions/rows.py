"""An agreement's facts as the rows that hold them: the one way in which agreements are written."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid5

from gemeentedossier.dossier.agreements import models
from gemeentedossier.dossier.agreements.facts import Agreement, Leaflet, RoleTest
from gemeentedossier.dossier.agreements.queries import LINKS, PARTS
from gemeentedossier.foundation.bulk import insert_values
from gemeentedossier.foundation.models.tracked import MunicipalityRecord
from gemeentedossier.foundation.shaping import columns_of, stored_values

Model = type[MunicipalityRecord]


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """One row as it must become, by column."""

    model: Model
    values: Mapping[str, Any]

    @property
    def key(self) -> tuple[Model, UUID]:
        """What identifies the row."""
        return self.model, self.values["id"]


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


def write_difference(stored: Agreement, wanted: Agreement) -> None:
    """Write the rows that differ, and no others. Part of a verb."""
    before = {row.key: row for row in planned_rows(stored)}
    after = {row.key: row for row in planned_rows(wanted)}
    for model in reversed(WRITE_ORDER):
        gone = [key[1] for key in before if key[0] is model and key not in after]
        if gone:
            model.objects.filter(pk__in=gone).delete()
    for model in WRITE_ORDER:
        _insert(model, (row for key, row in after.items() if key[0] is model and key not in before))
        for key, row in after.items():
            if key[0] is model and key in before and row.values != before[key].values:
                changed = {c: v for c, v in row.values.items() if v != before[key].values[c]}
                model.objects.filter(pk=key[1]).update(**changed)


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


def _insert(model: Model, rows: Iterable[PlannedRow]) -> None:
    columns = columns_of(model)
    model.objects.bulk_create(model(**{c: row.values[c] for c in columns if c in row.values}) for row in rows)
