"""XLSX: judged part by part, then read by calamine, which knows neither hidden cells nor error values."""

import zipfile
from itertools import chain

from gemeentedossier.exchange.engine.reading.archives import chunks_of
from gemeentedossier.exchange.engine.reading.calamine_rows import read_sheets
from gemeentedossier.exchange.engine.reading.limits import Limits, UnreadableFile
from gemeentedossier.exchange.engine.reading.plain_rows import without_plain_rows
from gemeentedossier.exchange.engine.reading.shared_strings import check_shared_text
from gemeentedossier.exchange.engine.reading.sheet_xml import walk
from gemeentedossier.exchange.engine.reading.workbook import Oddities, Scalar, Sheet, Workbook, padded
from gemeentedossier.exchange.engine.reading.xlsx_parts import WorksheetScan, sheet_parts
from gemeentedossier.exchange.enums import FileFault, FileFormat

MARKS_BEFORE_XML = b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n"


def read_xlsx(archive: zipfile.ZipFile, content: bytes, *, limits: Limits) -> Workbook:
    """The sheets of an XLSX with what they hide, its error values and its formulas without result."""
    scans = _scan_parts(archive, limits=limits)
    _check_area(scans, limits=limits)
    check_shared_text(archive, scans=scans, limits=limits)
    parts = sheet_parts(archive, limits=limits)
    sheets = [
        _with_oddities(sheet, scan=scans.get(part)) for sheet, part in zip(read_sheets(content), parts, strict=False)
    ]
    return Workbook(FileFormat.XLSX, tuple(sheets))


def _scan_parts(archive: zipfile.ZipFile, *, limits: Limits) -> dict[str, WorksheetScan]:
    """Walks every part that is XML, whatever its name, and returns those that are worksheets."""
    scans = {}
    for name in archive.namelist():
        pieces = chunks_of(archive, name, limits=limits)
        first = next(pieces, b"")
        if first.lstrip(MARKS_BEFORE_XML).startswith(b"<"):
            scan = WorksheetScan()
            walk(without_plain_rows(chain([first], pieces), scan.plain_row), start=scan.start, attach=scan.attach)
            scan.finish()
            if scan.root == "worksheet":
                scans[name] = scan
    return scans


def _check_area(scans: dict[str, WorksheetScan], *, limits: Limits) -> None:
    """Readers lay a sheet out as a full rectangle: two cells at its far corners can exhaust the memory."""
    if sum(scan.height * scan.width for scan in scans.values()) > limits.cells:
        raise UnreadableFile(FileFault.TOO_MANY_CELLS, parameters={"allowed": str(limits.cells)})


def _with_oddities(sheet: Sheet, *, scan: WorksheetScan | None) -> Sheet:
    if scan is None:
        return sheet
    empty_formulas = {at: text for at, text in scan.formulas.items() if _value(sheet, at) == ""}
    oddities = Oddities(
        merged=sheet.oddities.merged,
        hidden_rows=frozenset(scan.hidden_rows),
        hidden_columns=frozenset(scan.hidden_columns),
        errors=scan.errors,
        formulas_without_result=empty_formulas,
    )
    return Sheet(sheet.name, padded(sheet.rows, {*scan.errors, *empty_formulas}), sheet.hidden, oddities)


def _value(sheet: Sheet, at: tuple[int, int]) -> Scalar:
    row, column = at
    if row < len(sheet.rows) and column < len(sheet.rows[row]):
        return sheet.rows[row][column]
    return ""
