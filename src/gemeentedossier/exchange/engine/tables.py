"""Where the table stands in a sheet: below titles, under one or two rows of headings, among empty rows."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from gemeentedossier.exchange.engine.reading.workbook import Area, Scalar, Sheet
from gemeentedossier.exchange.engine.words import folded, one_line, plain
from gemeentedossier.exchange.enums import RemarkCode

Recognises = Callable[[str], bool]

SEARCHED_ROWS = 60
FEWEST_HEADINGS = 2
LONGEST_HEADING = 90
TOTAL_WORDS = ("totaal", "total", "subtotaal", "aantal")


@dataclass(frozen=True, slots=True)
class Heading:
    """The text above a column; empty where a column has values and no heading."""

    column: int
    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """Headings, and the rows that hold records. Indices count from 0."""

    sheet: Sheet
    headings: tuple[Heading, ...]
    body: tuple[int, ...]
    outside: tuple[tuple[int, RemarkCode], ...]
    """Rows with text that are no records, and why."""
    repeated: Mapping[tuple[int, int], tuple[int, int]]
    """Cells below the first of a merged area, with the cell whose value they repeat."""
    recognised: int = 0


def find_table(sheet: Sheet, *, recognises: Recognises, fewest: int = FEWEST_HEADINGS) -> Table | None:
    """The table of a sheet, or None where no row looks like headings above rows.

    ``fewest`` is how many known headings make a row the row of headings.
    """
    header = _header_row(sheet, recognises, fewest)
    if header is None:
        return None
    below = header + 1 if _is_second_header(sheet, header) else header
    headings = _headings(sheet, header, below, recognises)
    body, outside = _sorted_rows(sheet, headings, header, below)
    used = tuple(heading for heading in headings if heading.text or _has_values(sheet, heading.column, body))
    recognised = sum(recognises(heading.text) for heading in used if heading.text)
    return Table(sheet, used, body, outside, _repeated(sheet, body), recognised)


def headings_in(sheet: Sheet, *, recognises: Recognises, fewest: int = FEWEST_HEADINGS) -> tuple[str, ...]:
    """The texts of the row of headings; none where no row looks like one."""
    header = _header_row(sheet, recognises, fewest)
    return tuple(text for text in _texts(sheet.rows[header]) if text) if header is not None else ()


def _texts(row: tuple[Scalar, ...]) -> list[str]:
    return [one_line(value) if isinstance(value, str) else str(value) for value in row]


def _header_row(sheet: Sheet, recognises: Recognises, fewest: int) -> int | None:
    """The first row with the most known headings; without any, the first row that has their shape."""
    scores = [
        len({plain(text) for text in _texts(row) if text and recognises(text)}) for row in sheet.rows[:SEARCHED_ROWS]
    ]
    if scores and max(scores) >= fewest:
        return scores.index(max(scores))
    return next((index for index in range(min(len(sheet.rows), SEARCHED_ROWS)) if _is_shaped(sheet, index)), None)


def _is_shaped(sheet: Sheet, index: int) -> bool:
    texts = [text for text in _texts(sheet.rows[index]) if text]
    different = len({folded(text) for text in texts}) == len(texts)
    short = all(len(text) <= LONGEST_HEADING and any(map(str.isalpha, text)) for text in texts)
    return len(texts) >= 3 and different and short and index + 1 < len(sheet.rows)


def _spans(sheet: Sheet, row: int) -> list[Area]:
    return [area for area in sheet.oddities.merged if area.bottom == row and area.right > area.left]


def _is_second_header(sheet: Sheet, header: int) -> bool:
    """A row of sub-headings stands only under headings that span several columns."""
    if header + 1 >= len(sheet.rows):
        return False
    spanned = {column for area in _spans(sheet, header) for column in range(area.left, area.right + 1)}
    filled = {column for column, text in enumerate(_texts(sheet.rows[header + 1])) if text}
    return bool(filled) and filled <= spanned


def _headings(sheet: Sheet, header: int, below: int, recognises: Recognises) -> tuple[Heading, ...]:
    groups = _group_texts(sheet, header - 1) if header else {}
    if below > header:
        groups = _group_texts(sheet, header)
    texts = _texts(sheet.rows[below])
    own = _texts(sheet.rows[header])
    headings = []
    for column, text in enumerate(texts):
        bare = text or own[column]
        group = groups.get(column, "")
        alone = not group or not text or recognises(bare)
        headings.append(Heading(column, bare if alone else f"{group} {bare}"))
    return tuple(headings)


def _group_texts(sheet: Sheet, row: int) -> dict[int, str]:
    texts = _texts(sheet.rows[row])
    return {
        column: texts[area.left]
        for area in _spans(sheet, row)
        for column in range(area.left, min(area.right + 1, len(texts)))
    }


def _sorted_rows(
    sheet: Sheet, headings: tuple[Heading, ...], header: int, below: int
) -> tuple[tuple[int, ...], tuple[tuple[int, RemarkCode], ...]]:
    known = {heading.column: heading.text.casefold() for heading in headings}
    body, outside = [], []
    for index, row in enumerate(sheet.rows):
        if header <= index <= below or not any(map(_holds_something, row)):
            continue
        reason = RemarkCode.OUTSIDE_TABLE if index < header else _no_record(row, known)
        if reason is None:
            body.append(index)
        else:
            outside.append((index, reason))
    return tuple(body), tuple(outside)


def _holds_something(value: Scalar) -> bool:
    return bool(value.strip()) if isinstance(value, str) else True


def _no_record(row: tuple[Scalar, ...], known: Mapping[int, str]) -> RemarkCode | None:
    first = next(column for column, value in enumerate(row) if _holds_something(value))
    word = _compared(row[first])
    if word == known.get(first):
        filled = [(column, _compared(value)) for column, value in enumerate(row) if _holds_something(value)]
        same = sum(known.get(column) == text for column, text in filled)
        return RemarkCode.REPEATED_HEADING if same >= FEWEST_HEADINGS and same >= 0.6 * len(filled) else None
    is_total = word.partition(" ")[0].rstrip(":") in TOTAL_WORDS
    return RemarkCode.TOTAL_ROW if is_total and sum(map(_holds_something, row)) <= 3 else None


def _compared(value: Scalar) -> str:
    return str(value).strip().casefold()


def _has_values(sheet: Sheet, column: int, body: tuple[int, ...]) -> bool:
    return any(sheet.rows[row][column] not in ("", None) for row in body) or any(
        at[1] == column for at in (*sheet.oddities.errors, *sheet.oddities.formulas_without_result)
    )


def _repeated(sheet: Sheet, body: tuple[int, ...]) -> dict[tuple[int, int], tuple[int, int]]:
    rows = frozenset(body)
    return {
        (row, area.left): (area.top, area.left)
        for area in sheet.oddities.merged
        if area.top in rows
        for row in range(area.top + 1, min(area.bottom, len(sheet.rows) - 1) + 1)
    }
