"""ODS: one XML part holds all sheets; repeated rows and cells are counted before they are laid out."""

import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field

from gemeentedossier.exchange.engine.reading.archives import chunks_of
from gemeentedossier.exchange.engine.reading.calamine_rows import read_sheets
from gemeentedossier.exchange.engine.reading.limits import Limits, UnreadableFile, check_cell
from gemeentedossier.exchange.engine.reading.sheet_xml import walk
from gemeentedossier.exchange.engine.reading.workbook import Area, Oddities, Sheet, Workbook, padded
from gemeentedossier.exchange.engine.reading.xlsx_parts import local
from gemeentedossier.exchange.enums import FileFault, FileFormat

HIDDEN = ("collapse", "filter")
VALUES = frozenset(
    {"value-type", "value", "string-value", "boolean-value", "date-value", "time-value", "currency", "formula"}
)
"""What gives a cell a value to one reader or another, whether or not its type is told."""
SHOWN_ERROR = re.compile(r"#(?:REF!|N/A|DIV/0!|VALUE!|NAME\?|NUM!|NULL!)|Err:\d{3}")
"""What a formula that failed shows: writers without a type for errors tell a number or an empty text beside it."""


@dataclass(slots=True)
class TableScan:
    """What one table says about its cells; positions count from 0."""

    height: int = 0
    width: int = 0
    merged: list[Area] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    errors: dict[tuple[int, int], str] = field(default_factory=dict)


@dataclass(slots=True)
class ContentScan:
    """Walks content.xml. A cell counts when it has a value or text; repeated empty ones cost nothing."""

    limits: Limits
    tables: list[TableScan] = field(default_factory=list)
    kind: str = ""
    characters: int = 0
    _row: int = 0
    _column: int = 0
    _definition: int = 0
    _row_repeat: int = 1
    _cell_repeat: int = 1
    _in_cell: bool = False
    _is_error: bool = False
    _formula: str = ""
    _shown: str = ""
    _length: int = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        element = local(name)
        if element in ("spreadsheet", "text", "presentation", "drawing") and name.startswith("office:"):
            self.kind = element
        elif element == "table" and name.startswith("table:"):
            self.tables.append(TableScan())
            self._row = self._column = self._definition = 0
        elif not self.tables:
            return
        elif element == "table-column":
            self._column_definition(attributes)
        elif element == "table-row":
            self._start_row(attributes)
        elif element in ("table-cell", "covered-table-cell"):
            self._start_cell(attributes)
        elif element == "p" and self._in_cell:
            self._occupy()
        elif element == "s":
            self._count(_repeat(attributes, "text:c"))

    def end(self, name: str) -> None:
        element = local(name)
        if element == "table-row":
            self._row += self._row_repeat
        elif element in ("table-cell", "covered-table-cell"):
            self._note_error()
            self._column += self._cell_repeat
            self._in_cell = False

    def text(self, text: str) -> None:
        self._count(len(text))
        if self._is_error or self._formula:
            self._shown += text

    def _note_error(self) -> None:
        """An error stands in every cell that repeats it; ``_occupy`` has held how many those can be."""
        shown = self._shown.strip()
        if self._in_cell and (self._is_error or (self._formula and SHOWN_ERROR.fullmatch(shown))):
            for row in range(self._row, self._row + self._row_repeat):
                for column in range(self._column, self._column + self._cell_repeat):
                    self.tables[-1].errors[row, column] = shown or self._formula
        self._is_error, self._formula, self._shown = False, "", ""

    def _count(self, characters: int) -> None:
        """A run of spaces is one element with a number: it counts for what it becomes."""
        if self._in_cell:
            self._length += characters
            check_cell(self._length)
            self.characters += characters * self._cell_repeat * self._row_repeat
            if self.characters > self.limits.unpacked:
                allowed = str(self.limits.unpacked // 1_000_000)
                raise UnreadableFile(FileFault.TOO_LARGE_UNPACKED, parameters={"allowed": allowed})

    def _column_definition(self, attributes: Mapping[str, str]) -> None:
        repeat = _repeat(attributes, "table:number-columns-repeated")
        if attributes.get("table:visibility") in HIDDEN:
            last = min(self._definition + repeat, 16_384)
            self.tables[-1].hidden_columns.update(range(self._definition, last))
        self._definition += repeat

    def _start_row(self, attributes: Mapping[str, str]) -> None:
        self._row_repeat = _repeat(attributes, "table:number-rows-repeated")
        self._column = 0
        if attributes.get("table:visibility") in HIDDEN:
            last = min(self._row + self._row_repeat, self.limits.cells)
            self.tables[-1].hidden_rows.update(range(self._row, last))

    def _start_cell(self, attributes: Mapping[str, str]) -> None:
        self._cell_repeat = _repeat(attributes, "table:number-columns-repeated")
        self._in_cell, self._shown, self._length = True, "", 0
        self._formula = attributes.get("table:formula", "")
        self._is_error = attributes.get("calcext:value-type") == "error"
        if not VALUES.isdisjoint(map(local, attributes)):
            self._occupy()
        down = _repeat(attributes, "table:number-rows-spanned")
        right = _repeat(attributes, "table:number-columns-spanned")
        if down > 1 or right > 1:
            area = Area(self._row, self._column, self._row + down - 1, self._column + right - 1)
            self.tables[-1].merged.append(area)

    def _occupy(self) -> None:
        table = self.tables[-1]
        table.height = max(table.height, self._row + self._row_repeat)
        table.width = max(table.width, self._column + self._cell_repeat)
        if sum(each.height * each.width for each in self.tables) > self.limits.cells:
            raise UnreadableFile(FileFault.TOO_MANY_CELLS, parameters={"allowed": str(self.limits.cells)})


def _repeat(attributes: Mapping[str, str], name: str) -> int:
    text = attributes.get(name, "1")
    if not text.isdecimal() or len(text) > 9:
        raise UnreadableFile(FileFault.DAMAGED)
    return max(int(text), 1)


def read_ods(archive: zipfile.ZipFile, content: bytes, *, limits: Limits) -> Workbook:
    """The sheets of an ODS with what they hide and merge; a text document is refused as such."""
    _check_manifest(archive, limits=limits)
    scan = ContentScan(limits)
    pieces = chunks_of(archive, "content.xml", limits=limits)
    walk(pieces, start=scan.start, end=scan.end, text=scan.text)
    if scan.kind != "spreadsheet":
        raise UnreadableFile(FileFault.WORD if scan.kind == "text" else FileFault.BINARY)
    sheets = [
        Sheet(sheet.name, padded(sheet.rows, set(table.errors)), sheet.hidden, _oddities(table))
        for sheet, table in zip(read_sheets(content), scan.tables, strict=False)
    ]
    return Workbook(FileFormat.ODS, tuple(sheets))


def _oddities(table: TableScan) -> Oddities:
    return Oddities(
        merged=tuple(table.merged),
        errors=table.errors,
        hidden_rows=frozenset(row for row in table.hidden_rows if row < table.height),
        hidden_columns=frozenset(column for column in table.hidden_columns if column < table.width),
    )


def _check_manifest(archive: zipfile.ZipFile, *, limits: Limits) -> None:
    """An ODS with a password is an ordinary archive whose manifest tells how its parts were enciphered."""
    encrypted = False

    def start(name: str, _attributes: Mapping[str, str]) -> None:
        nonlocal encrypted
        encrypted = encrypted or local(name) == "encryption-data"

    for part in archive.namelist():
        if part.casefold() == "meta-inf/manifest.xml":
            walk(chunks_of(archive, part, limits=limits), start=start)
    if encrypted:
        raise UnreadableFile(FileFault.PASSWORD)
