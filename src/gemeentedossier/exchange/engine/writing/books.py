"""A workbook of plain values: texts and whole numbers, never a formula."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain, islice
from typing import TypeAlias

Value: TypeAlias = str | int
MOST_ROWS = 1_000_000
"""Of one sheet; office programs read 1,048,576. What is more goes on in a next sheet."""
LONGEST = 32_000
"""Characters in one cell; office programs read 32,767."""
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\']")


class BookFormat(StrEnum):
    """What workbooks can be written as."""

    XLSX = "xlsx"
    ODS = "ods"

    @property
    def media_type(self) -> str:
        """The media type of such a file."""
        if self is BookFormat.XLSX:
            return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        return "application/vnd.oasis.opendocument.spreadsheet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A heading, and how wide the column is in characters."""

    heading: str
    width: int = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One table. The rows are read once, while they are written."""

    name: str
    columns: Sequence[Column]
    rows: Iterable[Sequence[Value]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """Sheets with a title and the language of their texts."""

    title: str
    language: str
    sheets: Sequence[Sheet]


def parts_of(sheet: Sheet) -> Iterator[tuple[str, Iterator[Sequence[Value]]]]:
    """The sheet in as many sheets as its rows need, each with its name."""
    rows, number = iter(sheet.rows), 1
    first: list[Sequence[Value]] = list(islice(rows, 1))
    while first or number == 1:
        name = _NOT_IN_A_NAME.sub(" ", sheet.name)[:26]
        yield (name if number == 1 else f"{name} {number}"), chain(first, islice(rows, MOST_ROWS - 1))
        first, number = list(islice(rows, 1)), number + 1


def escaped(text: str) -> str:
    """Text for XML; characters that no XML can hold become a replacement mark, and what is endless is cut."""
    clean = _UNPRINTABLE.sub("\ufffd", text[:LONGEST])
    return clean.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
