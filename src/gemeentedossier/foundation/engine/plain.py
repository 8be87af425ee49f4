"""Frozen dataclasses to and from plain JSON values, without loss: the one form in which facts leave the program."""

import dataclasses
import datetime as dt
import types
import typing
from collections.abc import Callable, Hashable, Mapping, Sequence
from enum import Enum
from functools import cache
from typing import TypeVar, cast
from uuid import UUID

Plain = None | bool | int | float | str | list["Plain"] | dict[str, "Plain"]
T = TypeVar("T")
SHOWN = 60
"""How much of a text that does not fit stands in the sentence about it."""


class Misshapen(ValueError):
    """The plain value does not fit the dataclass; the message names the place."""


def to_plain(value: object) -> Plain:
    """A JSON value. Fields that hold nothing are left out, so that unknown is an absent key and never null."""
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, Enum):
        return cast(Plain, value.value)
    if isinstance(value, str):
        return value
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, dt.datetime | dt.date):
        return value.isoformat()
    if isinstance(value, tuple | list | frozenset):
        return [to_plain(item) for item in value]
    if isinstance(value, Mapping):
        return {str(k): to_plain(v) for k, v in value.items()}
    return _plain_fields(value)


def _plain_fields(value: object) -> dict[str, Plain]:
    return {
        name: held if type(held) is str else to_plain(held)
        for name, default in _fields_of(cast(Hashable, type(value)))
        if (held := getattr(value, name)) is not None and held != default
    }


@cache
def _fields_of(kind: Hashable) -> tuple[tuple[str, object], ...]:
    """The names and defaults of a dataclass; asking it for them takes longer than reading its values."""
    told = dataclasses.fields(cast("type[dataclasses._DataclassT]", kind))  # type: ignore[valid-type]  # any dataclass
    return tuple((field.name, field.default) for field in told)


def from_plain(kind: type[T], plain: Plain, *, place: str = "") -> T:
    """The dataclass that ``to_plain`` wrote. Raises Misshapen, naming the place, where the value does not fit."""
    return cast(T, _reader(cast(Hashable, kind))(plain, place or kind.__name__))


Reader = Callable[[Plain, str], object]


@cache
def _reader(hint: object) -> Reader:
    origin = typing.get_origin(hint)
    if origin in (typing.Union, types.UnionType):
        read = _first_that_fits([_reader(a) for a in typing.get_args(hint) if a is not types.NoneType])
        return lambda plain, place: None if plain is None else read(plain, place)
    if origin is tuple:
        return _list_reader(_reader(typing.get_args(hint)[0]))
    if dataclasses.is_dataclass(hint):
        return _dataclass_reader(cast(type, hint))
    return _scalar_reader(cast(type, hint))


def _first_that_fits(readers: Sequence[Reader]) -> Reader:
    """The only reader, or one that tries each in turn; what fits none is told as the last one tells it."""
    *before, last = readers

    def first(plain: Plain, place: str) -> object:
        for read in before:
            try:
                return read(plain, place)
            except Misshapen:
                continue
        return last(plain, place)

    return first if before else last


def _list_reader(read: Reader) -> Reader:
    def items(plain: Plain, place: str) -> object:
        if not isinstance(plain, list):
            raise Misshapen(f"{place}: a list was expected.")
        return tuple(read(item, f"{place}[{number}]") for number, item in enumerate(plain))

    return items


def _dataclass_reader(kind: type) -> Reader:
    hints = typing.get_type_hints(kind)
    readers = {field.name: _reader(hints[field.name]) for field in dataclasses.fields(kind)}

    def fields(plain: Plain, place: str) -> object:
        if not isinstance(plain, dict):
            raise Misshapen(f"{place}: an object with fields was expected.")
        if unknown := sorted(set(plain) - set(readers)):
            raise Misshapen(f"{place}: the field “{unknown[0]}” does not exist here.")
        values = {name: readers[name](held, f"{place}.{name}") for name, held in plain.items()}
        try:
            return kind(**values)
        except TypeError as error:
            raise Misshapen(f"{place}: a field is missing ({error}).") from error

    return fields


def _scalar_reader(kind: type) -> Reader:
    makers: dict[type, Callable[[str], object]] = {
        UUID: UUID,
        dt.datetime: dt.datetime.fromisoformat,
        dt.date: dt.date.fromisoformat,
    }
    make = makers.get(kind, kind if issubclass(kind, Enum) else None)

    def scalar(plain: Plain, place: str) -> object:
        if make is None:
            if not isinstance(plain, kind) or (kind is int and isinstance(plain, bool)):
                raise Misshapen(f"{place}: {_short(plain)} is not a value of the right kind ({kind.__name__}).")
            return plain
        try:
            return make(cast(str, plain))
        except (ValueError, TypeError, AttributeError) as error:
            raise Misshapen(f"{place}: {_short(plain)} is not a value that can stand here.") from error

    return scalar


def _short(plain: Plain) -> str:
    """As much of a value as one sentence can hold."""
    if isinstance(plain, dict | list):
        return "an object" if isinstance(plain, dict) else "a list"
    written = repr(plain[:SHOWN]) if isinstance(plain, str) else repr(plain)
    return written if not isinstance(plain, str) or len(plain) <= SHOWN else f"{written}…"
