"""Workbooks into files."""

from collections.abc import Callable, Mapping

from gemeentedossier.exchange.engine.writing.books import Book, BookFormat
from gemeentedossier.exchange.engine.writing.ods import ods
from gemeentedossier.exchange.engine.writing.xlsx import xlsx

WRITERS: Mapping[BookFormat, Callable[[Book], bytes]] = {BookFormat.XLSX: xlsx, BookFormat.ODS: ods}


def write_book(book: Book, form: BookFormat) -> bytes:
    """The book as a file of that form."""
    return WRITERS[form](book)
