"""Rows of a worksheet in which nothing is odd, told apart without a call for each of their cells.

Nearly every row is written the same way: cells in full, each with its place and a plain value. Such a row goes to the
parser as an empty one, and what it would have said of its cells is counted here. Whatever deviates in a single byte
(a formula, an error, something hidden, a prefix, a character that XML forbids) goes to the parser as it is.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from gemeentedossier.exchange.engine.reading.workbook import column_index

LONGEST_HELD = 1 << 20
"""Bytes: a row that is longer goes to the parser."""
ROW_END = b"</row>"

_UTF_8 = re.compile(
    rb"""(?:\xef\xbb\xbf)?\s*(?:<\?xml(?![^>]*encoding=["'](?!utf-8["']))[^>]*\?>|<(?!\?))""", re.IGNORECASE
)
_PLAIN = rb"[^<>&\x00-\x08\x0b\x0c\x0e-\x1f\x7f]*+"
_REFERENCE = rb"&(?:amp|lt|gt|quot|apos|#(?:3[2-9]|[4-9]\d|[1-9]\d{2,3}));"
_TEXT = _PLAIN + rb"(?:" + _REFERENCE + _PLAIN + rb")*+"
_INLINE = rb'<is><t(?: xml:space="preserve")?(?:/>|>' + _TEXT + rb"</t>)</is>"
_KIND = rb' t="(?:s|n|b|str|inlineStr)"'
_VALUE = rb"<v(?:/>|>" + _TEXT + rb"</v>)"
_CELL = rb'<c r="[A-Z]{1,3}\1"(?: s="\d{1,9}")?(?:' + _KIND + rb")?(?:/>|>(?:" + _VALUE + rb"|" + _INLINE + rb")?</c>)"
_ATTRIBUTES = rb'(?: (?!r=|hidden="(?!0"|false"))[a-zA-Z:]+="[^"<>&\x00-\x1f]*")*+'
_ROW = re.compile(rb'<row r="([1-9]\d{0,6})"' + _ATTRIBUTES + rb">(?:" + _CELL + rb")++</row>")
_COLUMNS = re.compile(rb'<c r="([A-Z]+)')

Tally = Callable[[int, int, int, int], None]
"""Takes of a row: its number (from 1), how many columns it reaches, its cells, and those with a shared text."""


def without_plain_rows(pieces: Iterable[bytes], tally: Tally) -> Iterator[bytes]:
    """The same bytes, with each plain row as an empty one of which ``tally`` was told."""
    held, first = b"", True
    known = False

    def counted(row: re.Match[bytes]) -> bytes:
        found = row[0]
        if not found.isascii() and not _is_text(found):
            return found
        columns = tuple(_COLUMNS.findall(found))
        tally(int(row[1]), _width(columns), len(columns), found.count(b' t="s"'))
        return b'<row r="%b"/>' % row[1]

    for piece in pieces:
        if first:
            known, first = _UTF_8.match(piece) is not None, False
        held += piece
        end = held.rfind(ROW_END) + len(ROW_END) if known else len(held)
        if end < len(ROW_END) and len(held) < LONGEST_HELD:
            continue
        end = end if end >= len(ROW_END) else len(held)
        yield _ROW.sub(counted, held[:end]) if known else held
        held = held[end:]
    yield held


def _is_text(found: bytes) -> bool:
    try:
        found.decode()
    except UnicodeDecodeError:
        return False
    return True


@lru_cache(maxsize=1_000)
def _width(columns: tuple[bytes, ...]) -> int:
    """How many columns a row reaches; rows of one table say it in the same words."""
    return 1 + max(column_index(letters.decode()) for letters in columns)
