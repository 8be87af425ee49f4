"""Workbooks into files."""

from collections.abc import Callable, Mapping

from gemeentedossier.exchange.engine.writing.books import Book, BookFormat
from gemeentedossier.exchange.engine.writing.delimited import delimited
from gemeentedossier.exchange.engine.writing.ods import ods
from gemeentedossier.exchange.engine.writing.xlsx import xlsx

CSV = "csv"
LIST_FORMS: tuple[str, ...] = (CSV, BookFormat.XLSX.value, BookFormat.ODS.value)
"""What a list can be written as."""
WRITERS: Mapping[BookFormat, Callable[[Book], bytes]] = {BookFormat.XLSX: xlsx, BookFormat.ODS: ods}


def write_book(book: Book, form: BookFormat) -> bytes:
    """The book as a file of that form."""
    return WRITERS[form](book)


def write_list(book: Book, form: str) -> tuple[bytes, str]:
    """A book of one sheet as a file of one of ``LIST_FORMS``, with its media type."""
    if form == CSV:
        return delimited(book), "text/csv; charset=utf-8"
    return write_book(book, BookFormat(form)), BookFormat(form).media_type
