"""ODS (OpenDocument 1.3): every text is of the value type “string”, so that no program takes one for a formula."""

import io
import zipfile
from collections.abc import Iterator, Sequence
from typing import IO

from gemeentedossier.exchange.engine.writing.books import Book, Sheet, Value, escaped, parts_of

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
NAMES = "urn:oasis:names:tc:opendocument:xmlns"
MEDIA_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
EPOCH = (1980, 1, 1, 0, 0, 0)
SPACES = " ".join(
    f'xmlns:{short}="{NAMES}:{long}:1.0"'
    for short, long in (
        ("office", "office"),
        ("table", "table"),
        ("text", "text"),
        ("style", "style"),
        ("fo", "xsl-fo-compatible"),
        ("number", "datastyle"),
    )
)


def ods(book: Book) -> bytes:
    """The book as an ODS file; the same book gives the same bytes."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED, compresslevel=5) as archive:
        kind = zipfile.ZipInfo("mimetype", EPOCH)
        archive.writestr(kind, MEDIA_TYPE, compress_type=zipfile.ZIP_STORED)
        with archive.open(_entry("content.xml"), "w", force_zip64=True) as file:
            _write_content(file, book)
        for path, content in _around(book):
            archive.writestr(_entry(path), content)
    return written.getvalue()


def _entry(path: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(path, EPOCH)
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry


def _write_content(file: IO[bytes], book: Book) -> None:
    file.write(f'{HEAD}<office:document-content {SPACES} office:version="1.3">{_styles(book)}'.encode())
    file.write(b"<office:body><office:spreadsheet>")
    for sheet in book.sheets:
        for name, rows in parts_of(sheet):
            file.writelines(part.encode() for part in _table(name, sheet, rows))
    file.write(b"</office:spreadsheet></office:body></office:document-content>")


def _styles(book: Book) -> str:
    widths = sorted({column.width for sheet in book.sheets for column in sheet.columns})
    columns = "".join(
        f'<style:style style:name="w{width}" style:family="table-column"><style:table-column-properties '
        f'style:column-width="{width * 0.2:.1f}cm"/></style:style>'
        for width in widths
    )
    return (
        f'<office:automatic-styles>{columns}<number:text-style style:name="n"><number:text-content/>'
        '</number:text-style><style:style style:name="t" style:family="table-cell" style:data-style-name="n">'
        '<style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="top"/></style:style><style:style '
        'style:name="h" style:family="table-cell" style:data-style-name="n"><style:text-properties '
        'fo:font-weight="bold"/></style:style></office:automatic-styles>'
    )


def _table(name: str, sheet: Sheet, rows: Iterator[Sequence[Value]]) -> Iterator[str]:
    yield f'<table:table table:name="{escaped(name)}">'
    yield "".join(f'<table:table-column table:style-name="w{column.width}"/>' for column in sheet.columns)
    head = "".join(_text(column.heading, "h") for column in sheet.columns)
    yield f"<table:table-header-rows><table:table-row>{head}</table:table-row></table:table-header-rows>"
    for values in rows:
        yield f"<table:table-row>{''.join(map(_cell, values))}</table:table-row>"
    yield "</table:table>"


def _cell(value: Value) -> str:
    if isinstance(value, int):
        kind = f'office:value-type="float" office:value="{value}"'
        return f"<table:table-cell {kind}><text:p>{value}</text:p></table:table-cell>"
    return _text(value, "t") if value else "<table:table-cell/>"


def _text(text: str, style: str) -> str:
    lines = "".join(f"<text:p>{line}</text:p>" for line in escaped(text).split("\n"))
    return f'<table:table-cell table:style-name="{style}" office:value-type="string">{lines}</table:table-cell>'


def _around(book: Book) -> Iterator[tuple[str, str]]:
    spaces = f'xmlns:manifest="{NAMES}:manifest:1.0" manifest:version="1.3"'
    files = ((("/"), MEDIA_TYPE), ("content.xml", "text/xml"), ("meta.xml", "text/xml"))
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{kind}"/>' for path, kind in files
    )
    yield "META-INF/manifest.xml", f"{HEAD}<manifest:manifest {spaces}>{entries}</manifest:manifest>"
    yield (
        "meta.xml",
        f'{HEAD}<office:document-meta xmlns:office="{NAMES}:office:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        f'office:version="1.3"><office:meta><dc:title>{escaped(book.title)}</dc:title>'
        f"<dc:language>{escaped(book.language)}</dc:language></office:meta></office:document-meta>",
    )
