"""From the value of a cell to its text: as the spreadsheet shows it, repaired only where that is certain."""

import datetime as dt
import re
from dataclasses import dataclass

from gemeentedossier.exchange.engine.cells.reading import Note, changed, lost, notice
from gemeentedossier.exchange.engine.reading.workbook import Scalar
from gemeentedossier.exchange.engine.words import has_broken_letters
from gemeentedossier.exchange.enums import RemarkCode

_LINE_ENDS = re.compile(r"(?:_x000D_)?(?:\r\n?|\n)|_x000D_|\u2028|\v")
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_SPACES = re.compile(r"[^\S\n]+")
_DOUBLE_DECODED = re.compile(r"[ÃÂ]|â€")
_HYPERLINK = re.compile(r'^=HYPERLINK\(\s*"[^"]*"\s*[;,]\s*"(?P<shown>[^"]+)"\s*\)$', re.IGNORECASE)
_FORMULA = re.compile(r"^(?:=\s*[\w+\-@(\"']|@[A-Z]+\(|[+-]\s*[A-Za-z]+[(|])")


@dataclass(frozen=True, slots=True)
class CellText:
    """The text to interpret, the text as it stood, and what was done in between."""

    text: str
    original: str
    notes: tuple[Note, ...] = ()


def shown(value: Scalar) -> str:
    """The value as a person reads it: whole numbers without decimals, dates in ISO 8601, yes and no in Dutch."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else str(value)
    if isinstance(value, dt.datetime):
        midnight = value.time() == dt.time()
        return value.date().isoformat() if midnight else value.isoformat(sep=" ", timespec="seconds")
    return value.isoformat() if isinstance(value, dt.date | dt.time) else str(value)


def cell_text(value: Scalar) -> CellText:
    """The text of a cell. An empty text with notes: the cell holds something that cannot be a value."""
    original, unstorable_notes = _storable(shown(value))
    text = _SPACES.sub(" ", _LINE_ENDS.sub("\n", original.replace("\u00a0", " "))).strip()
    text = text.removeprefix("'") if text[:2] in ("'=", "'-", "'+", "'@", "'0") else text
    text, encoding_notes = _repaired(text)
    text, formula_notes = _without_formula(text)
    return CellText(text, original, unstorable_notes + encoding_notes + formula_notes)


def _storable(text: str) -> tuple[str, tuple[Note, ...]]:
    """A zero character or half of a pair can be in a file and in no text that is kept."""
    if _UNSTORABLE.search(text) is None:
        return text, ()
    kept = _UNSTORABLE.sub("\ufffd", text)
    return kept, (changed(RemarkCode.UNSTORABLE, taken=kept),)


def _repaired(text: str) -> tuple[str, tuple[Note, ...]]:
    """UTF-8 that was once read as Windows-1252 is certain to repair: the bytes form valid UTF-8 again."""
    if text.isascii():
        return text, ()
    if _DOUBLE_DECODED.search(text):
        try:
            repaired = text.encode("cp1252").decode("utf-8")
        except UnicodeError:
            return text, (notice(RemarkCode.BROKEN_CHARACTERS),)
        return repaired, (changed(RemarkCode.ENCODING_REPAIRED, taken=repaired),)
    if has_broken_letters(text):
        return text, (notice(RemarkCode.BROKEN_CHARACTERS),)
    return text, ()


def _without_formula(text: str) -> tuple[str, tuple[Note, ...]]:
    """A formula that stands as text would run again in the next spreadsheet; only a link's words are kept."""
    if not _FORMULA.match(text):
        return text, ()
    link = _HYPERLINK.match(text)
    if link:
        words = link["shown"].strip()
        if words and not _FORMULA.match(words):
            return words, (changed(RemarkCode.FORMULA_TEXT_TAKEN, taken=words),)
    return "", (lost(RemarkCode.FORMULA_AS_TEXT),)
