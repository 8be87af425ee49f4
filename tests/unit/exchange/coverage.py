"""Whether every cell that is not empty stands in a draft or in a remark: the promise of an import."""

import dataclasses
from collections.abc import Iterator

from gemeentedossier.exchange.engine.reading import Sheet, Workbook
from gemeentedossier.exchange.engine.reading.workbook import column_letter
from gemeentedossier.exchange.enums import RemarkCode
from gemeentedossier.exchange.facts import Interpretation, Origin, Place


def origins_in(value: object) -> Iterator[Origin]:
    """Every origin in a draft, at any depth."""
    if isinstance(value, Origin):
        yield value
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from origins_in(getattr(value, field.name))
    elif isinstance(value, tuple):
        for each in value:
            yield from origins_in(each)


def words_in(value: object) -> Iterator[str]:
    """Every text in a draft that is a value, and not only the original beside one."""
    if isinstance(value, str):
        yield value
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from words_in(getattr(value, field.name))
    elif isinstance(value, tuple) and not isinstance(value, Origin):
        for each in value:
            yield from words_in(each)


def filled_places(sheet: Sheet) -> set[Place]:
    """Where something stands in a sheet, seen without our own reading of tables."""
    filled = {
        Place(sheet.name, row + 1, column_letter(column))
        for row, cells in enumerate(sheet.rows)
        for column, value in enumerate(cells)
        if str(value).strip()
    }
    odd = (*sheet.oddities.errors, *sheet.oddities.formulas_without_result)
    return filled | {Place(sheet.name, row + 1, column_letter(column)) for row, column in odd}


def lost_cells(workbook: Workbook, interpretation: Interpretation, *, heading_row: int) -> set[Place]:
    """The places that stand in no draft and in no remark, beside the headings. A remark on a duplicate row
    speaks for all of it, and one on a sheet that was not read for all of that."""
    told = {remark.place for remark in interpretation.remarks}
    taken = {origin.place for draft in interpretation.activities for origin in origins_in(draft)}
    codes = (RemarkCode.DUPLICATE_ROW, RemarkCode.HIDDEN_SHEET, RemarkCode.OTHER_SHEET)
    whole = {(remark.place.sheet, remark.place.row) for remark in interpretation.remarks if remark.code in codes}
    return {
        place
        for sheet in workbook.sheets
        if (sheet.name, 0) not in whole
        for place in filled_places(sheet) - told - taken
        if (place.sheet, place.row) not in whole and place.row != heading_row
    }
