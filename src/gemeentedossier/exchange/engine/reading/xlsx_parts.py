"""The parts of an XLSX: which sheets it has, in their order, and what each hides from plain values."""

import posixpath
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from gemeentedossier.exchange.engine.reading.archives import chunks_of
from gemeentedossier.exchange.engine.reading.limits import Limits, UnreadableFile
from gemeentedossier.exchange.engine.reading.sheet_xml import walk
from gemeentedossier.exchange.engine.reading.workbook import column_index
from gemeentedossier.exchange.enums import FileFault

DIGITS = "0123456789"
WORKBOOK_RELATIONS = "xl/_rels/workbook.xml.rels"
Position = tuple[int, int]


def local(name: str) -> str:
    """An element's name without its prefix."""
    return name.rpartition(":")[2]


@dataclass(slots=True)
class WorksheetScan:
    """Gathers, without values, what a worksheet part says about its cells. Positions count from 0."""

    height: int = 0
    width: int = 0
    cells: int = 0
    shared: int = 0
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    errors: set[Position] = field(default_factory=set)
    formulas: set[Position] = field(default_factory=set)
    root: str = ""
    _row: int = -1
    _column: int = -1
    _prefix: str = ""
    _type: str = ""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """One element begins; cells come first because they are nearly all there is."""
        if self._prefix:
            name = name.removeprefix(self._prefix)
        if name == "c":
            self._cell(attributes)
        elif name == "f":
            if self._type != "str":
                self.formulas.add((self._row, self._column))
        elif name == "row":
            self._start_row(attributes)
        elif name == "col":
            self._hide_columns(attributes)
        elif not self.root:
            self.root = local(name)
            self._prefix = name[: -len(self.root)]

    def _cell(self, attributes: Mapping[str, str]) -> None:
        reference = attributes.get("r")
        if reference is None:
            self._column += 1
        else:
            self._row, self._column = _position(reference)
        self.cells += 1
        self.height = max(self.height, self._row + 1)
        self.width = max(self.width, self._column + 1)
        self._type = attributes.get("t", "")
        if self._type == "s":
            self.shared += 1
        elif self._type == "e":
            self.errors.add((self._row, self._column))

    def _start_row(self, attributes: Mapping[str, str]) -> None:
        self._row = _number(attributes.get("r", str(self._row + 2))) - 1
        self._column = -1
        if attributes.get("hidden") in ("1", "true"):
            self.hidden_rows.add(self._row)

    def _hide_columns(self, attributes: Mapping[str, str]) -> None:
        if attributes.get("hidden") in ("1", "true"):
            first, last = _number(attributes.get("min", "")), _number(attributes.get("max", ""))
            self.hidden_columns.update(range(first - 1, min(last, 16_384)))


def _position(reference: str) -> Position:
    letters = reference.rstrip(DIGITS)
    if not 1 <= len(letters) <= 3 or not letters.isascii() or not letters.isalpha():
        raise UnreadableFile(FileFault.DAMAGED)
    return _number(reference[len(letters) :]) - 1, column_index(letters)


def _number(text: str) -> int:
    if not text.isdecimal() or len(text) > 9:
        raise UnreadableFile(FileFault.DAMAGED)
    return int(text)


@dataclass(slots=True)
class _TextsAt:
    """The text of formulas and error values at the wanted positions."""

    wanted: set[Position]
    found: dict[Position, str] = field(default_factory=dict)
    _scan: WorksheetScan = field(default_factory=WorksheetScan)
    _inside: str = ""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        self._scan.start(name, attributes)
        self._inside = local(name)

    def text(self, text: str) -> None:
        position = (self._scan._row, self._scan._column)
        if position in self.wanted and self._inside in ("f", "v"):
            mark = "=" if self._inside == "f" else ""
            self.found[position] = f"{mark}{text}"


def texts_at(pieces: Iterable[bytes], wanted: set[Position]) -> dict[Position, str]:
    """What stands in the file at these positions: an error value, or else the formula itself."""
    gathering = _TextsAt(wanted)
    walk(pieces, start=gathering.start, text=gathering.text)
    return gathering.found


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
