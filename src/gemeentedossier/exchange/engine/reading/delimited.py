"""CSV as it really comes: UTF-8 with or without mark, UTF-16, Windows-1252; semicolon, comma or tab."""

import codecs
import csv
import io
import re
from collections.abc import Iterator
from itertools import islice

from gemeentedossier.exchange.engine.reading.limits import LONGEST_CELL, Limits, UnreadableFile
from gemeentedossier.exchange.engine.reading.workbook import Scalar, Sheet, Workbook
from gemeentedossier.exchange.enums import FileFault, FileFormat

MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
SEPARATORS = (";", ",", "\t", "|")
DECLARED_SEPARATOR = "sep="
SAMPLE = 200_000
SAMPLE_ROWS = 60
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")


def read_delimited(content: bytes, *, name: str, limits: Limits) -> Workbook:
    """One sheet, named after the file. Rows are counted as the spreadsheet shows them: a quoted cell with
    several lines is one row."""
    text = decode(content)
    declared, text = _declared_separator(text)
    separator = declared or separator_of(text)
    rows = list(_rows(text, separator=separator, limits=limits))
    if declared:
        rows.insert(0, ("",))
    width = max((len(row) for row in rows), default=0)
    if width * len(rows) > limits.cells:
        raise UnreadableFile(FileFault.TOO_MANY_CELLS, parameters={"allowed": str(limits.cells)})
    filled = tuple(row + ("",) * (width - len(row)) for row in rows)
    return Workbook(FileFormat.CSV, (Sheet(_sheet_name(name), filled),))


def decode(content: bytes) -> str:
    """The text, in the one encoding that fits: by its mark, as UTF-16, as UTF-8, else as Windows-1252.

    Raises UnreadableFile when it is no text at all, or in none of these encodings.
    """
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return _checked(_strict(content[len(mark) :], encoding))
    if b"\x00" in content:
        return _checked(_strict(content, _unmarked_utf16(content)))
    try:
        return _checked(content.decode("utf-8"))
    except UnicodeDecodeError:
        return _checked(_strict(content, "cp1252"))


def _strict(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        if CONTROL.search(content.decode("latin-1")) and not encoding.startswith("utf-16"):
            raise UnreadableFile(FileFault.BINARY) from error
        raise UnreadableFile(FileFault.ENCODING, parameters={"byte": str(error.start)}) from error


def _unmarked_utf16(content: bytes) -> str:
    """Western text in UTF-16 has its zero bytes all on one side; anything else is no text."""
    sample = content[:SAMPLE]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 0.4 * len(sample) / 2 and even == 0:
        return "utf-16-le"
    if even > 0.4 * len(sample) / 2 and odd == 0:
        return "utf-16-be"
    raise UnreadableFile(FileFault.BINARY)


def _checked(text: str) -> str:
    if CONTROL.search(text):
        raise UnreadableFile(FileFault.BINARY)
    if not text.strip():
        raise UnreadableFile(FileFault.EMPTY)
    return text


def _declared_separator(text: str) -> tuple[str, str]:
    """The separator that Excel lets a file declare on its first line ("sep=;")."""
    first, newline, rest = text.partition("\n")
    declared = first.strip("\r")
    if declared.startswith(DECLARED_SEPARATOR) and len(declared) == len(DECLARED_SEPARATOR) + 1 and newline:
        return declared[-1], rest
    return "", text


def separator_of(text: str) -> str:
    """The separator that cuts the first rows into the most rows of one same width, wide over narrow."""
    sample = text[:SAMPLE]

    def evenness(separator: str) -> tuple[int, int]:
        widths = [len(row) for row in _sample_rows(sample, separator) if len(row) > 1]
        if not widths:
            return (0, 0)
        usual = max(set(widths), key=lambda width: (widths.count(width), width))
        return (widths.count(usual) * (usual - 1), usual)

    return max(SEPARATORS, key=evenness)


def _sample_rows(sample: str, separator: str) -> list[list[str]]:
    try:
        return list(islice(csv.reader(io.StringIO(sample), delimiter=separator), SAMPLE_ROWS))
    except csv.Error:
        return []


def _rows(text: str, *, separator: str, limits: Limits) -> Iterator[tuple[Scalar, ...]]:
    csv.field_size_limit(LONGEST_CELL)
    count = 0
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
            count += len(row)
            if count > limits.cells:
                raise UnreadableFile(FileFault.TOO_MANY_CELLS, parameters={"allowed": str(limits.cells)})
            yield tuple(row)
    except csv.Error as error:
        raise UnreadableFile(FileFault.DAMAGED) from error


def _sheet_name(name: str) -> str:
    """The file's own name without folders or ending, which is how a spreadsheet shows a CSV."""
    last = name.replace("\\", "/").rpartition("/")[2]
    return last.rpartition(".")[0] or last
