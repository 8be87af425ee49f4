"""Rows as they must become, and writing what differs: how a record with parts is changed, whatever the record."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias
from uuid import UUID

from gemeentedossier.foundation.models.tracked import MunicipalityRecord
from gemeentedossier.foundation.shaping import columns_of

Model: TypeAlias = type[MunicipalityRecord]


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """One row as it must become, by column."""

    model: Model
    values: Mapping[str, Any]

    @property
    def key(self) -> tuple[Model, UUID]:
        """What identifies the row."""
        return self.model, self.values["id"]


def write_difference(order: Sequence[Model], *, before: Iterable[PlannedRow], after: Iterable[PlannedRow]) -> None:
    """Write the rows that differ, and no others. Part of a verb.

    ``order`` names every model that occurs, owners before what they own. Of rows that stand twice in ``before`` the
    last one counts.
    """
    stood = {row.key: row for row in before}
    wanted = {row.key: row for row in after}
    for model in reversed(order):
        gone = [key[1] for key in stood if key[0] is model and key not in wanted]
        if gone:
            model.objects.filter(pk__in=gone).delete()
    for model in order:
        _insert(model, (row for key, row in wanted.items() if key[0] is model and key not in stood))
        for key, row in wanted.items():
            if key[0] is model and key in stood and row.values != stood[key].values:
                changed = {c: v for c, v in row.values.items() if v != stood[key].values[c]}
                model.objects.filter(pk=key[1]).update(**changed)


def _insert(model: Model, rows: Iterable[PlannedRow]) -> None:
    columns = columns_of(model)
    model.objects.bulk_create(model(**{c: row.values[c] for c in columns if c in row.values}) for row in rows)
