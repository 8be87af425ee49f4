"""A record that is known is filled in where it was open; what it says already stays, and a difference is told."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from typing import Generic, TypeVar
from uuid import UUID

from gemeentedossier.dossier.agreements.facts import SubProcessor
from gemeentedossier.dossier.assets.facts import System
from gemeentedossier.dossier.parties.facts import Party
from gemeentedossier.exchange.engine.words import one_line
from gemeentedossier.exchange.enums import Field, RemarkCode, Severity
from gemeentedossier.exchange.facts import Origin, Place, Remark

R = TypeVar("R", System, Party, SubProcessor)
OPEN = (None, "")
"""What a field holds of which nobody said anything."""
Fact = str | int | bool | dt.date | Enum | UUID


def key_of(name: str) -> str:
    """By what a name is found again: without regard to capitals and to how much space stands in it."""
    return one_line(name).casefold()


@dataclass(frozen=True, slots=True)
class Told:
    """What a list says of one field of a record, as the record holds it, with the cell."""

    attribute: str
    field: Field
    value: Fact
    origin: Origin


@dataclass(frozen=True, slots=True)
class Merged(Generic[R]):
    """The record as it becomes, the fields that were filled in, and what must be told."""

    record: R
    filled: tuple[Told, ...]
    remarks: tuple[Remark, ...]


def merged(record: R, told: Iterable[Told], *, code: RemarkCode, names: Mapping[UUID, str]) -> Merged[R]:
    """Fill in what is open; of what differs a remark with this code says what is recorded.

    ``names`` are those of the records that a field may name.
    """
    filled: list[Told] = []
    remarks: list[Remark] = []
    for each in told:
        held = getattr(record, each.attribute)
        if held in OPEN:
            filled.append(each)
        elif not _same(held, each.value):
            shown = (("recorded", _shown(held, names)),)
            remarks.append(Remark(code, each.origin.place, each.origin.original, Severity.LOST, each.field, shown))
    values = {each.attribute: each.value for each in filled}
    made = replace(record, **values)  # type: ignore[arg-type]  # each value was read for the field of its attribute
    return Merged(made, tuple(filled), tuple(remarks))


def _same(held: object, told: object) -> bool:
    if isinstance(held, str) and isinstance(told, str) and not isinstance(held, Enum):
        return held == told or " ".join(held.split()) == " ".join(told.split())
    return held == told


def _shown(held: object, names: Mapping[UUID, str]) -> str:
    if isinstance(held, UUID):
        return names.get(held, "")
    if isinstance(held, Enum):
        return str(held.value)
    if isinstance(held, bool):
        return "true" if held else "false"
    return held.isoformat() if isinstance(held, dt.date) else str(held)


def filled_in(filled: Iterable[Told], *, name: str, place: Place) -> tuple[Remark, ...]:
    """One remark on a known record, with every field that the list filled in; none where it filled in nothing."""
    fields = tuple(each.field.value for each in filled)
    if not fields:
        return ()
    return (Remark(RemarkCode.FILLED_IN, place, name, Severity.NOTICE, None, (("fields", ",".join(fields)),)),)


def repeated(name: str, place: Place, first: Place, field: Field) -> Remark:
    """That a name stood in the list before: the two rows are one record."""
    return Remark(RemarkCode.REPEATED, place, name, Severity.NOTICE, field, (("row", str(first.row)),))
