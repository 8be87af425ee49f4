"""Rows into facts and facts into rows: one rule for every dataclass, worked out once per class."""

import dataclasses
import typing
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from enum import Enum, StrEnum
from functools import cache
from operator import itemgetter
from types import NoneType, UnionType
from typing import Any, TypeVar, cast
from uuid import UUID

from django.db import models

from gemeentedossier.foundation.models.tracked import MunicipalityRecord

T = TypeVar("T")
Shape = Callable[[Mapping[str, Any]], dict[str, Any]]


@cache
def column_shape(facts: Hashable) -> tuple[tuple[str, Callable[[Any], Any] | None], ...]:
    """Per field of the dataclass: its name and how a column's value becomes the fact (None: as it is)."""
    hints = typing.get_type_hints(facts)
    return tuple((field.name, _converter(hints[field.name])) for field in dataclasses.fields(cast(type[Any], facts)))


def values_for(facts: type[Any], row: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of the dataclass that the row holds."""
    return {
        name: convert(row[name]) if convert else row[name]
        for name, convert in column_shape(cast(Hashable, facts))
        if name in row
    }


def shaped(facts: type[T], row: Mapping[str, Any], **more: object) -> T:
    """The dataclass from a row, and from what the row cannot know."""
    return facts(**{**values_for(facts, row), **more})


def grouped(rows: Iterable[Mapping[str, Any]], *, by: str) -> dict[UUID, list[Mapping[str, Any]]]:
    """Rows under the key of their owner, each group in the order in which it was written down."""
    groups: dict[UUID, list[Mapping[str, Any]]] = defaultdict(list)
    for row in rows:
        groups[row[by]].append(row)
    for group in groups.values():
        if len(group) > 1:
            group.sort(key=itemgetter("position", "id"))
    return groups


def _converter(hint: Any) -> Callable[[Any], Any] | None:
    members = typing.get_args(hint) if typing.get_origin(hint) in (typing.Union, UnionType) else (hint,)
    optional = NoneType in members
    kind = next(m for m in members if m is not NoneType)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return lambda value: kind(value) if value else None
    if typing.get_origin(kind) is tuple:
        return _list_converter(typing.get_args(kind)[0], optional=optional)
    if kind is str and optional:
        return lambda value: value or None
    return None


def _list_converter(item: Any, *, optional: bool) -> Callable[[Any], Any]:
    empty = None if optional else ()
    if isinstance(item, type) and issubclass(item, StrEnum):
        return lambda value: empty if value is None else tuple(item(v) for v in value)
    return lambda value: empty if value is None else tuple(value)


def stored_values(model: type[MunicipalityRecord], *sources: object) -> dict[str, Any]:
    """The columns of the model that the facts fill, as the database keeps them."""
    writable = columns_of(model)
    values: dict[str, Any] = {}
    for source in sources:
        for name in _field_names(cast(Hashable, type(source))):
            if name in writable:
                values[name] = _stored(getattr(source, name), empty_text=writable[name])
    return values


@cache
def columns_of(model: type[MunicipalityRecord]) -> Mapping[str, bool]:
    """The columns of a model, and whether unknown is written as an empty text there."""
    return {
        field.attname: isinstance(field, models.CharField | models.TextField)
        for field in model._meta.concrete_fields
        if field.attname != "municipality_id"
    }


@cache
def _field_names(facts: Hashable) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(cast(type[Any], facts)))


def _stored(value: object, *, empty_text: bool) -> object:
    if value is None:
        return "" if empty_text else None
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return [item.value if isinstance(item, Enum) else item for item in value]
    return value
