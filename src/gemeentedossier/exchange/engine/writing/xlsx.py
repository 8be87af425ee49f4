"""XLSX (ECMA-376): texts stand inline with the number format “text”, so that no program takes one for a formula."""

import io
import zipfile
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import IO

from gemeentedossier.exchange.engine.writing.books import Book, Sheet, Value, escaped, parts_of

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
EPOCH = (1980, 1, 1, 0, 0, 0)
STYLES = (
    f'{HEAD}<styleSheet xmlns="{MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
    '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill '
    'patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border>'
    '<left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" '
    'fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" '
    'xfId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" '
    'applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="49" fontId="1" fillId="0" '
    'borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" '
    'xfId="0" quotePrefix="1" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>'
    '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)
TEXT, BOLD, QUOTED = 1, 2, 3
RISKY = ("=", "+", "-", "@", "\t", "\r")
"""What a text may start with that a program could take for a formula once somebody edits or copies it."""


def xlsx(book: Book) -> bytes:
    """The book as an XLSX file; the same book gives the same bytes."""
    written = io.BytesIO()
    names: list[str] = []
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED, compresslevel=5) as archive:
        for sheet in book.sheets:
            for name, rows in parts_of(sheet):
                names.append(name)
                with archive.open(_entry(f"xl/worksheets/sheet{len(names)}.xml"), "w", force_zip64=True) as file:
                    _write_sheet(file, sheet, rows)
        for path, content in _around(names, book.title):
            archive.writestr(_entry(path), content)
    return written.getvalue()


def _entry(path: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(path, EPOCH)
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry


def _write_sheet(file: IO[bytes], sheet: Sheet, rows: Iterator[Sequence[Value]]) -> None:
    last = _letter(len(sheet.columns) - 1)
    widths = "".join(
        f'<col min="{n}" max="{n}" width="{column.width}" customWidth="1"/>'
        for n, column in enumerate(sheet.columns, start=1)
    )
    file.write(
        f'{HEAD}<worksheet xmlns="{MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" '
        f'activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>{widths}</cols><sheetData>'.encode()
    )
    head = "".join(_text(n, column.heading, BOLD, row="1") for n, column in enumerate(sheet.columns))
    file.write(f'<row r="1">{head}</row>'.encode())
    count = 1
    for count, values in enumerate(rows, start=2):
        row = str(count)
        cells = "".join(_cell(n, value, row) for n, value in enumerate(values) if value != "")
        file.write(f'<row r="{row}">{cells}</row>'.encode())
    file.write(f'</sheetData><autoFilter ref="A1:{last}{count}"/></worksheet>'.encode())


def _cell(column: int, value: Value, row: str) -> str:
    if isinstance(value, int):
        return f'<c r="{_letter(column)}{row}"><v>{value}</v></c>'
    return _text(column, value, QUOTED if value.startswith(RISKY) else TEXT, row=row)


def _text(column: int, text: str, style: int, *, row: str) -> str:
    place = f"{_letter(column)}{row}"
    return f'<c r="{place}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{escaped(text)}</t></is></c>'


@lru_cache(maxsize=256)
def _letter(column: int) -> str:
    """A for 0; sheets here have no more than 26 columns."""
    return chr(ord("A") + column)


def _around(names: Sequence[str], title: str) -> Iterator[tuple[str, str]]:
    numbered = list(enumerate(names, start=1))
    sheets = "".join(f'<sheet name="{escaped(name)}" sheetId="{n}" r:id="rId{n}"/>' for n, name in numbered)
    kinds = "".join(
        f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{SHEET_TYPE}.worksheet+xml"/>'
        for n, _ in numbered
    )
    ties = "".join(
        f'<Relationship Id="rId{n}" Type="{OFFICE}/worksheet" Target="worksheets/sheet{n}.xml"/>' for n, _ in numbered
    )
    yield (
        "[Content_Types].xml",
        f'{HEAD}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType='
        f'"application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{SHEET_TYPE}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{SHEET_TYPE}.styles+xml"/><Override '
        'PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
        f"{kinds}</Types>",
    )
    yield (
        "_rels/.rels",
        f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" Type="{OFFICE}/officeDocument" '
        f'Target="xl/workbook.xml"/><Relationship Id="rId2" Type="{PACKAGE}/relationships/metadata/core-properties" '
        'Target="docProps/core.xml"/></Relationships>',
    )
    yield (
        "docProps/core.xml",
        f'{HEAD}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{escaped(title)}</dc:title></cp:coreProperties>',
    )
    yield (
        "xl/workbook.xml",
        f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><bookViews><workbookView/></bookViews>'
        f"<sheets>{sheets}</sheets></workbook>",
    )
    yield (
        "xl/_rels/workbook.xml.rels",
        f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{ties}<Relationship Id="rId{len(names) + 1}" '
        f'Type="{OFFICE}/styles" Target="styles.xml"/></Relationships>',
    )
    yield "xl/styles.xml", STYLES
