"""The cells of a table with their texts, places and what is odd about them."""

from collections.abc import Sequence
from functools import cache

from gemeentedossier.exchange.engine.cells.texts import CellText, cell_text
from gemeentedossier.exchange.engine.mapping import MappedColumn
from gemeentedossier.exchange.engine.reading.workbook import Scalar, column_letter
from gemeentedossier.exchange.engine.row import SourceCell
from gemeentedossier.exchange.engine.tables import Table
from gemeentedossier.exchange.enums import Field, RemarkCode, Severity
from gemeentedossier.exchange.facts import Origin, Remark

Position = tuple[int, int]
_Told = tuple[MappedColumn, int, str, Field, str]
"""A column with its index, letter, field and heading."""


class CellSource:
    """Gives the cells of one table; equal texts are cleaned once."""

    def __init__(self, table: Table) -> None:
        oddities = table.sheet.oddities
        self._sheet = table.sheet
        self._repeated = table.repeated
        self._broken: dict[Position, tuple[RemarkCode, str]] = {
            at: (RemarkCode.FORMULA_WITHOUT_RESULT, text) for at, text in oddities.formulas_without_result.items()
        } | {at: (RemarkCode.ERROR_CELL, text) for at, text in oddities.errors.items()}
        self._odd_rows = frozenset(row for row, _ in (*self._broken, *self._repeated))
        self._text = cache(cell_text)
        self._columns: Sequence[MappedColumn] = ()
        self._of_columns: Sequence[_Told] = ()

    def cells(self, row: int, columns: Sequence[MappedColumn]) -> tuple[SourceCell, ...]:
        """The cells of this row that are not empty. Nearly all are texts at which nothing is odd."""
        values, found = self._sheet.rows[row], list[SourceCell]()
        if row in self._odd_rows:
            return tuple(cell for column in columns if (cell := self.cell(row, column)) is not None)
        sheet, number, clean = self._sheet.name, row + 1, self._text
        for column, index, letter, field, heading in self._told(columns):
            value = values[index]
            if value == "":
                continue
            if not isinstance(value, str) or (read := clean(value)).notes:
                if (cell := self.cell(row, column)) is not None:
                    found.append(cell)
            elif read.text:
                found.append(SourceCell(field, heading, read.text, Origin(sheet, number, letter, read.original)))
        return tuple(found)

    def _told(self, columns: Sequence[MappedColumn]) -> Sequence[_Told]:
        """What each row asks of its columns, looked up once for all rows."""
        if columns is not self._columns:
            self._columns = columns
            self._of_columns = [(c, c.column, column_letter(c.column), c.field, c.heading) for c in columns]
        return self._of_columns

    def cell(self, row: int, column: MappedColumn) -> SourceCell | None:
        """The cell of one column in this row, with the value of the merged area it lies in; None when empty."""
        at = (row, column.column)
        source = self._repeated.get(at, at)
        if source in self._broken:
            return self._broken_cell(at, column, source)
        value = self._sheet.rows[source[0]][source[1]]
        if value == "":
            return None
        read = self._read(value)
        if not read.text and not read.notes:
            return None
        origin = self._origin(at, read.original)
        if not read.notes and source is at:
            return SourceCell(column.field, column.heading, read.text, origin)
        remarks = self._remarks(column, origin, read)
        if source is not at:
            remarks = (*remarks, self._repetition(column, origin, source))
        return SourceCell(column.field, column.heading, read.text, origin, remarks)

    def _read(self, value: Scalar) -> CellText:
        # Only texts are remembered: to a cache 1, 1.0 and True would be one key.
        return self._text(value) if isinstance(value, str) else cell_text(value)

    def _origin(self, at: Position, original: str) -> Origin:
        return Origin(self._sheet.name, at[0] + 1, column_letter(at[1]), original)

    def _broken_cell(self, at: Position, column: MappedColumn, source: Position) -> SourceCell:
        code, text = self._broken[source]
        origin = self._origin(at, text)
        remark = Remark(code, origin.place, text, Severity.LOST, column.field)
        return SourceCell(column.field, column.heading, "", origin, (remark,))

    def _remarks(self, column: MappedColumn, origin: Origin, read: CellText) -> tuple[Remark, ...]:
        return tuple(
            Remark(note.code, origin.place, read.original, note.severity, column.field, note.parameters)
            for note in read.notes
        )

    def _repetition(self, column: MappedColumn, origin: Origin, source: Position) -> Remark:
        told = (("place", str(self._sheet.place(*source))),)
        return Remark(RemarkCode.MERGED_REPEATED, origin.place, origin.original, Severity.CHANGED, column.field, told)
