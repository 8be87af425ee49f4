"""Rows as the bytes that COPY takes, made without the database: the next ones while it writes those before.

Equal values of a column are packed once; a file with many records repeats most of them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain, repeat
from operator import itemgetter
from struct import Struct
from types import NoneType
from typing import Any
from uuid import UUID

from django.db import connection, models
from psycopg.abc import Buffer
from psycopg.adapt import Transformer
from psycopg.pq import Format

from gemeentedossier.foundation.models.tracked import MunicipalityRecord

ONE_VALUE = (str, int, UUID, NoneType)
"""What is told once where all rows have it; so is an empty list. Other values go the way that knows their types."""
SIGNATURE = b"PGCOPY\n\xff\r\n\0" + bytes(8)
"""How a binary COPY begins: the sign, no flags, nothing added."""
TRAILER = b"\xff\xff"
NULL = b"\xff\xff\xff\xff"
UUID_OID, UUID_LENGTH = 2950, b"\x00\x00\x00\x10"
_count = Struct("!h").pack
_length = Struct("!i").pack

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class PackedRows:
    """Rows of one model: what all have alike, and the columns in which they differ with their bytes (a whole COPY)."""

    model: type[MunicipalityRecord]
    same: Mapping[str, Any]
    columns: tuple[str, ...]
    content: bytes


class Packer:
    """Packs rows of these models. Made where the database can be asked; packs anywhere, in one thread at a time."""

    def __init__(self, kinds: Sequence[type[MunicipalityRecord]]) -> None:
        connection.ensure_connection()
        self._types = {model: _types(model) for model in kinds}
        self._transformer = Transformer(connection.connection)

    def packed(self, model: type[MunicipalityRecord], rows: Sequence[Row]) -> PackedRows:
        """The rows, of which there must be one at least, each with the same columns."""
        same, differing = dict[str, Any](), dict[str, list[Any]]()
        for column, first in rows[0].items():
            values = list(map(itemgetter(column), rows))
            if _are_alike(values):
                same[column] = first
            else:
                differing[column] = values
        return PackedRows(model, same, tuple(differing), self._content(model, differing) if differing else b"")

    def _content(self, model: type[MunicipalityRecord], columns: Mapping[str, list[Any]]) -> bytes:
        types = self._types[model]
        packed = [self._column(values, types[column]) for column, values in columns.items()]
        rows = chain.from_iterable(zip(repeat(_count(len(packed))), *packed, strict=False))
        return b"".join((SIGNATURE, *rows, TRAILER))

    def _column(self, values: list[Any], oid: int) -> list[bytes]:
        if oid == UUID_OID:
            return [NULL if value is None else UUID_LENGTH + value.bytes for value in values]
        keys = [tuple(value) if isinstance(value, list) else value for value in values]
        different = dict(zip(keys, values, strict=True))
        self._transformer.set_dumper_types([oid] * len(different), Format.BINARY)
        dumped = self._transformer.dump_sequence(list(different.values()), [])
        packed = dict(zip(different, map(_with_length, dumped), strict=True))
        return [packed[key] for key in keys]


def _are_alike(values: Sequence[Any]) -> bool:
    """Whether all are one value that can be told once; where they differ, first and last nearly always do."""
    first = values[0]
    return (isinstance(first, ONE_VALUE) or first == []) and values[-1] == first and values.count(first) == len(values)


def _with_length(dumped: Buffer | None) -> bytes:
    return NULL if dumped is None else _length(len(dumped)) + bytes(dumped)


@cache
def _types(model: type[MunicipalityRecord]) -> Mapping[str, int]:
    """The number that PostgreSQL gives to the type of each column, widened."""
    columns = tuple(field.attname for field in model._meta.concrete_fields)
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT {widened(model, columns)} FROM "{model._meta.db_table}" LIMIT 0')  # noqa: S608 - names of our own models
        return {column.name: column.type_code for column in cursor.description}


def widened(model: type[MunicipalityRecord], columns: Sequence[str]) -> str:
    """The columns, whole numbers as the widest kind: packed as a smaller one, a number too large for it loses its
    upper half without a word; so it reaches the INSERT, which refuses it.
    """
    whole = {field.attname for field in model._meta.concrete_fields if isinstance(field, models.IntegerField)}
    return ", ".join(f'"{column}"::bigint AS "{column}"' if column in whole else f'"{column}"' for column in columns)
