"""Systems, digital tools and measures as facts, from the rows of any moment."""

from collections.abc import Mapping
from typing import Any, cast
from uuid import UUID

from gemeentedossier.dossier.assets import models
from gemeentedossier.dossier.assets.facts import Measure, System, Tool
from gemeentedossier.foundation.models.tracked import MunicipalityRecord
from gemeentedossier.foundation.rows import Rows, live_rows, live_rows_in
from gemeentedossier.foundation.shaping import grouped, shaped
from gemeentedossier.organisation.models import Person

Names = Mapping[UUID, str]


def systems_from(rows: Rows, *, people: Names) -> tuple[System, ...]:
    """All systems, by name. ``people`` are names by key."""
    made = (shaped(System, row, owner=people.get(row["owner_id"], "")) for row in rows(models.System))
    return tuple(sorted(made, key=lambda each: (each.name, each.id)))


def tools_from(rows: Rows, *, people: Names) -> tuple[Tool, ...]:
    """All digital tools, by name."""
    made = (shaped(Tool, row, owner=people.get(row["owner_id"], "")) for row in rows(models.Tool))
    return tuple(sorted(made, key=lambda each: (each.name, each.id)))


def measures_from(rows: Rows, *, people: Names) -> tuple[Measure, ...]:
    """All measures with the evidence that shows them, by name."""
    shown = grouped(rows(models.MeasureEvidence), by="measure_id")
    made = (
        shaped(
            Measure,
            row,
            owner=people.get(row["owner_id"], ""),
            evidence_ids=tuple(link["evidence_id"] for link in shown.get(row["id"], ())),
        )
        for row in rows(models.Measure)
    )
    return tuple(sorted(made, key=lambda each: (each.name, each.id)))


def system_facts(system_id: UUID) -> System:
    """One system as it is now; System.DoesNotExist (Django's) where the municipality has none of that id."""
    found = systems_from(_rows_of(models.System, system_id), people=_people())
    if not found:
        raise models.System.DoesNotExist
    return found[0]


def tool_facts(tool_id: UUID) -> Tool:
    """One digital tool as it is now; Tool.DoesNotExist (Django's) where the municipality has none of that id."""
    found = tools_from(_rows_of(models.Tool, tool_id), people=_people())
    if not found:
        raise models.Tool.DoesNotExist
    return found[0]


def measure_facts(measure_id: UUID) -> Measure:
    """One measure as it is now; Measure.DoesNotExist (Django's) where the municipality has none of that id."""
    found = measures_from(_rows_of(models.Measure, measure_id), people=_people())
    if not found:
        raise models.Measure.DoesNotExist
    return found[0]


def _rows_of(whole: type[MunicipalityRecord], key: UUID) -> Rows:
    def rows(model: type[MunicipalityRecord], /) -> Any:
        return live_rows_in(model, column="id" if model is whole else "measure_id", keys=[key])

    return rows


def _people() -> dict[UUID, str]:
    return {cast(UUID, row["id"]): row["name"] for row in live_rows(Person)}
