"""Files of every kind, made in memory."""

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import openpyxl
from odfdo import Cell, Document, Row, Table

from gemeentedossier.exchange.engine.reading import Limits, Workbook, read_file

LIMITS = Limits()
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def read(content: bytes, name: str = "register.xlsx", limits: Limits = LIMITS) -> Workbook:
    return read_file(content, name=name, limits=limits)


def csv(rows: Iterable[Sequence[str]], encoding: str = "utf-8", separator: str = ";") -> bytes:
    lines = (separator.join(f'"{cell}"' if "\n" in cell or separator in cell else cell for cell in row) for row in rows)
    return "\r\n".join(lines).encode(encoding)


def xlsx(rows: Iterable[Sequence[Any]], name: str = "Register") -> bytes:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = name
    for row in rows:
        sheet.append(list(row))
    return saved(book)


def saved(book: openpyxl.Workbook) -> bytes:
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def ods(rows: Iterable[Sequence[str]]) -> bytes:
    document = Document("spreadsheet")
    document.body.clear()
    table = Table("Register")
    for texts in rows:
        row = Row()
        row.set_cells([Cell(text) for text in texts])
        table.append_row(row)
    document.body.append(table)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def bare_ods(rows: str) -> bytes:
    """An ODS of hand-written XML with these rows in its one sheet, in the names that LibreOffice writes."""
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    names = "urn:oasis:names:tc:opendocument:xmlns"
    return archive(
        {
            "mimetype": kind,
            "META-INF/manifest.xml": f'<manifest:manifest xmlns:manifest="{names}:manifest:1.0">'
            f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/></manifest:manifest>',
            "content.xml": f'<office:document-content xmlns:office="{names}:office:1.0" '
            f'xmlns:table="{names}:table:1.0" xmlns:text="{names}:text:1.0" '
            'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0">'
            '<office:body><office:spreadsheet><table:table table:name="S">'
            f"{rows}</table:table></office:spreadsheet></office:body></office:document-content>",
        }
    )


def archive(parts: Mapping[str, str | bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as written:
        for name, content in parts.items():
            written.writestr(name, content)
    return target.getvalue()


def bare_xlsx(cells: str, **parts: str | bytes) -> bytes:
    """An XLSX of hand-written XML with these rows in its one sheet."""
    return archive(
        {
            "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"/>',
            "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
            f'Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
            f'Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
            "xl/workbook.xml": f'<workbook xmlns="{SHEET}" xmlns:r="{OFFICE}"><sheets>'
            '<sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>',
            "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{SHEET}"><sheetData>{cells}</sheetData></worksheet>',
            **parts,
        }
    )
