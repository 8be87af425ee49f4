"""A file as sheets of cells, each with the place where a person finds it."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from gemeentedossier.exchange.enums import FileFormat
from gemeentedossier.exchange.facts import Place

Scalar = str | int | float | bool | dt.datetime | dt.date | dt.time | dt.timedelta
Json = None | bool | int | float | str | Sequence["Json"] | Mapping[str, "Json"]


@cache
def column_letter(index: int) -> str:
    """The letter above the column with this index (from 0): 0 is A, 26 is AA."""
    letters = ""
    number = index + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def column_index(letters: str) -> int:
    """The index (from 0) of a column by its letters."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number - 1


@dataclass(frozen=True, slots=True)
class Cell:
    """A value with its place; an empty cell holds the empty text."""

    value: Scalar
    place: Place


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of merged cells, indices from 0, both ends included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Oddities:
    """What the person sees differently from the plain values; positions are (row, column) from 0."""

    merged: tuple[Area, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    errors: Mapping[tuple[int, int], str] = field(default_factory=dict)
    """Error values such as #N/A."""
    formulas_without_result: Mapping[tuple[int, int], str] = field(default_factory=dict)
    hidden_is_known: bool = True
    """False where the format does not tell us what is hidden."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet. Row 0 of ``rows`` is row 1 of the spreadsheet; rows are as wide as the sheet."""

    name: str
    rows: tuple[tuple[Scalar, ...], ...]
    hidden: bool = False
    oddities: Oddities = Oddities()

    def place(self, row: int, column: int) -> Place:
        """Where a person finds the cell with these indices (from 0)."""
        return Place(self.name, row + 1, column_letter(column))

    def cell(self, row: int, column: int) -> Cell:
        """The cell with these indices (from 0)."""
        return Cell(self.rows[row][column], self.place(row, column))


@dataclass(frozen=True, slots=True)
class Workbook:
    """A file as read: sheets, or the records of the central government's register."""

    format: FileFormat
    sheets: tuple[Sheet, ...] = ()
    records: tuple[Mapping[str, Json], ...] = ()


def padded(rows: tuple[tuple[Scalar, ...], ...], wanted: set[tuple[int, int]]) -> tuple[tuple[Scalar, ...], ...]:
    """Rows that reach every error and formula, also where the reader ended the sheet before them."""
    height = max((row + 1 for row, _ in wanted), default=0)
    width = max((column + 1 for _, column in wanted), default=0)
    if height <= len(rows) and (not rows or width <= len(rows[0])):
        return rows
    wide = max(width, len(rows[0]) if rows else 0)
    filled = [row + ("",) * (wide - len(row)) for row in rows]
    filled += [("",) * wide] * (height - len(rows))
    return tuple(filled)
