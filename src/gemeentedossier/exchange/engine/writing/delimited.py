"""CSV as office programs in the Netherlands open it: UTF-8 with a mark, semicolons, nothing that runs as a formula."""

import codecs
import csv
import io
from collections.abc import Sequence

from gemeentedossier.exchange.engine.writing.books import Book, Sheet, Value

RISKY = ("=", "+", "-", "@", "\t", "\r")
"""What a text may start with that a spreadsheet takes for a formula; an apostrophe before it keeps it a text."""


def delimited(book: Book) -> bytes:
    """The first sheet of the book; a CSV has no other."""
    sheet: Sheet = book.sheets[0]
    written = io.StringIO(newline="")
    writer = csv.writer(written, delimiter=";", lineterminator="\r\n")
    writer.writerow([column.heading for column in sheet.columns])
    for row in sheet.rows:
        writer.writerow(_safe(row))
    return codecs.BOM_UTF8 + written.getvalue().encode("utf-8", errors="replace")


def _safe(row: Sequence[Value]) -> list[Value]:
    return [f"'{each}" if isinstance(each, str) and each.startswith(RISKY) else each for each in row]
