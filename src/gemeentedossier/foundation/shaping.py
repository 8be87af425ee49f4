"""Rows into facts and facts into rows: one rule for every dataclass, worked out once per class."""

import dataclasses
import typing
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from enum import StrEnum
from functools import cache
from operator import attrgetter, itemgetter
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


def _kind(hint: Any) -> tuple[Any, bool]:
    """The type that a fact has where it is known, and whether it may be unknown."""
    members = typing.get_args(hint) if typing.get_origin(hint) in (typing.Union, UnionType) else (hint,)
    return next(m for m in members if m is not NoneType), NoneType in members


def _converter(hint: Any) -> Callable[[Any], Any] | None:
    kind, optional = _kind(hint)
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
    values: dict[str, Any] = {}
    for source in sources:
        shape = _stored_shape(model, cast(Hashable, type(source)))
        values.update(zip(shape.names, shape.read(source), strict=True))
        for name, convert in shape.conversions:
            values[name] = convert(values[name])
    return values


@cache
def columns_of(model: type[MunicipalityRecord]) -> Mapping[str, bool]:
    """The columns of a model, and whether unknown is written as an empty text there."""
    return {
        field.attname: isinstance(field, models.CharField | models.TextField)
        for field in model._meta.concrete_fields
        if field.attname != "municipality_id"
    }


@dataclasses.dataclass(frozen=True, slots=True)
class _StoredShape:
    """How the facts of one class fill the columns of one model; most fields are stored as they are."""

    names: tuple[str, ...]
    read: Callable[[object], tuple[Any, ...]]
    conversions: tuple[tuple[str, Callable[[Any], Any]], ...]


@cache
def _stored_shape(model: type[MunicipalityRecord], facts: Hashable) -> _StoredShape:
    columns, hints = columns_of(model), typing.get_type_hints(facts)
    names = tuple(f.name for f in dataclasses.fields(cast(type[Any], facts)) if f.name in columns)
    stored = ((name, _storer(hints[name], is_text=columns[name])) for name in names)
    return _StoredShape(names, _reader(names), tuple((name, convert) for name, convert in stored if convert))


def _reader(names: tuple[str, ...]) -> Callable[[object], tuple[Any, ...]]:
    """All fields at once; ``attrgetter`` gives a bare value for one name and nothing for none."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda source: tuple(getattr(source, name) for name in names)


def _storer(hint: Any, *, is_text: bool) -> Callable[[Any], Any] | None:
    """How a fact becomes the column's value (None: as it is). Unknown is null, or an empty text where texts stand."""
    kind, optional = _kind(hint)
    unknown = "" if is_text else None
    if typing.get_origin(kind) is tuple:
        item = typing.get_args(kind)[0]
        store = str if isinstance(item, type) and issubclass(item, StrEnum) else None
        return lambda value: unknown if value is None else list(map(store, value) if store else value)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return lambda value: unknown if value is None else str(value)
    return (lambda value: value or "") if is_text and optional else None
