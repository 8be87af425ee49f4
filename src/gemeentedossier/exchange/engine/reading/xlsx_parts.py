"""The parts of an XLSX: which sheets it has, in their order, and what each hides from plain values."""

import posixpath
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.parsers.expat import XMLParserType  # nosec B407

from gemeentedossier.exchange.engine.reading.archives import chunks_of
from gemeentedossier.exchange.engine.reading.limits import Limits, UnreadableFile, check_cell
from gemeentedossier.exchange.engine.reading.sheet_xml import walk
from gemeentedossier.exchange.engine.reading.workbook import column_index
from gemeentedossier.exchange.enums import FileFault

DIGITS = "0123456789"
BYTES_A_CHARACTER = 6
"""As many as an escaped character takes at most (&quot;), so that no cell within the limit is refused."""
WITHIN_CELLS = frozenset({"is", "t", "r", "rPr", "rPh", "phoneticPr", "extLst", "ext"})
WORKBOOK_RELATIONS = "xl/_rels/workbook.xml.rels"
Position = tuple[int, int]


def local(name: str) -> str:
    """An element's name without its prefix."""
    return name.rpartition(":")[2]


@dataclass(slots=True)
class WorksheetScan:
    """Gathers what a worksheet part says about its cells beside their values. Positions count from 0.

    Text is listened to only inside formulas and error cells: nearly all elements are plain cells.
    """

    height: int = 0
    width: int = 0
    cells: int = 0
    shared: int = 0
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    errors: dict[Position, str] = field(default_factory=dict)
    formulas: dict[Position, str] = field(default_factory=dict)
    root: str = ""
    _parser: XMLParserType | None = None
    _columns: dict[str, int] = field(default_factory=dict)
    _row: int = -1
    _row_text: str = ""
    _column: int = -1
    _prefix: str = ""
    _type: str = ""
    _told: dict[Position, str] | None = None
    _begun: int = -1

    def attach(self, parser: XMLParserType) -> None:
        """Remembers whom to ask for text."""
        self._parser = parser

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """One element begins; cells come first because they are nearly all there is."""
        if self._prefix:
            name = name.removeprefix(self._prefix)
        if name == "c":
            self._cell(attributes)
        elif name == "v":
            self._listen(self.errors if self._type == "e" else None)
        elif name == "f":
            self._listen(self.formulas if self._type not in ("str", "e") else None)
        elif name == "row":
            self._start_row(attributes)
        elif name == "col":
            self._hide_columns(attributes)
        elif not self.root:
            self.root = local(name)
            self._prefix = name[: -len(self.root)]
        elif name not in WITHIN_CELLS:
            self._measure(begun=-1)

    def finish(self) -> None:
        """The part ends; so does its last cell."""
        self._measure(begun=-1)

    def plain_row(self, number: int, width: int, cells: int, shared: int) -> None:
        """A row without anything odd, of which the cells are not walked through."""
        self.height, self.width = max(self.height, number), max(self.width, width)
        self.cells += cells
        self.shared += shared

    def _measure(self, *, begun: int) -> None:
        """Holds the cell that ends here against the limit, by the bytes that it takes: text, marks and all."""
        if self._begun >= 0 and self._parser is not None:
            check_cell((self._parser.CurrentByteIndex - self._begun) // BYTES_A_CHARACTER)
        self._begun = begun

    def text(self, text: str) -> None:
        """The text of an error value or a formula."""
        if self._told is not None:
            at = (self._row, self._column)
            self._told[at] = self._told[at] + text

    def _listen(self, told: dict[Position, str] | None) -> None:
        if told is self._told is None or self._parser is None:
            return
        self._told = told
        self._parser.CharacterDataHandler = None if told is None else self.text
        if told is not None:
            told[self._row, self._column] = "=" if told is self.formulas else ""

    def _cell(self, attributes: Mapping[str, str]) -> None:
        if self._told is not None:
            self._listen(None)
        self._measure(begun=self._parser.CurrentByteIndex if self._parser is not None else -1)
        reference = attributes.get("r")
        if reference is None:
            self._column += 1
        else:
            self._move_to(reference)
        self.cells += 1
        if self._column >= self.width:
            self.width = self._column + 1
        if self._row >= self.height:
            self.height = self._row + 1
        self._type = attributes.get("t", "")
        if self._type == "s":
            self.shared += 1

    def _move_to(self, reference: str) -> None:
        letters = reference.rstrip(DIGITS)
        row_text = reference[len(letters) :]
        if row_text != self._row_text:
            self._row, self._row_text = _number(row_text) - 1, row_text
        column = self._columns.get(letters)
        if column is None:
            column = self._columns[letters] = _column(letters)
        self._column = column

    def _start_row(self, attributes: Mapping[str, str]) -> None:
        self._measure(begun=-1)
        self._row_text = attributes.get("r", str(self._row + 2))
        self._row = _number(self._row_text) - 1
        self._column = -1
        if attributes.get("hidden") in ("1", "true"):
            self.hidden_rows.add(self._row)

    def _hide_columns(self, attributes: Mapping[str, str]) -> None:
        if attributes.get("hidden") in ("1", "true"):
            first, last = _number(attributes.get("min", "")), _number(attributes.get("max", ""))
            self.hidden_columns.update(range(first - 1, min(last, 16_384)))


def _column(letters: str) -> int:
    if not 1 <= len(letters) <= 3 or not letters.isascii() or not letters.isalpha():
        raise UnreadableFile(FileFault.DAMAGED)
    return column_index(letters)


def _number(text: str) -> int:
    if not text.isdecimal() or len(text) > 9:
        raise UnreadableFile(FileFault.DAMAGED)
    return int(text)


def sheet_parts(archive: zipfile.ZipFile, *, limits: Limits) -> tuple[str, ...]:
    """The names of the worksheet parts, in the order of the workbook."""
    targets: dict[str, str] = {}
    identifiers: list[str] = []

    def relation(name: str, attributes: Mapping[str, str]) -> None:
        if local(name) == "Relationship":
            targets[attributes.get("Id", "")] = attributes.get("Target", "")

    def sheet(name: str, attributes: Mapping[str, str]) -> None:
        if local(name) == "sheet":
            identifiers.append(next((v for k, v in attributes.items() if local(k) == "id"), ""))

    names = {name.casefold(): name for name in archive.namelist()}
    for part, callback in ((WORKBOOK_RELATIONS, relation), ("xl/workbook.xml", sheet)):
        if part not in names:
            raise UnreadableFile(FileFault.DAMAGED)
        walk(chunks_of(archive, names[part], limits=limits), start=callback)
    paths = [posixpath.normpath(posixpath.join("/xl", targets.get(key, ""))) for key in identifiers]
    return tuple(names.get(path.lstrip("/").casefold(), "") for path in paths)
