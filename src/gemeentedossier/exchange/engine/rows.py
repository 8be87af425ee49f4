"""From a table and its mapping to drafts and remarks.

The promise: every cell of the table that is not empty stands in a draft, or in a remark, or in both.
"""

from collections.abc import Iterator
from functools import lru_cache

from gemeentedossier.exchange.engine.cells.texts import cell_text
from gemeentedossier.exchange.engine.duplicates import without_duplicates
from gemeentedossier.exchange.engine.mapping import ColumnMapping
from gemeentedossier.exchange.engine.readers import Readers
from gemeentedossier.exchange.engine.row import Row, SourceCell, draft_of
from gemeentedossier.exchange.engine.tables import Table
from gemeentedossier.exchange.engine.vocabulary import Resolver, Vocabulary
from gemeentedossier.exchange.enums import RegisterField, RemarkCode, Severity
from gemeentedossier.exchange.facts import DraftActivity, Interpretation, Origin, Place, Remark

_text_of = lru_cache(maxsize=20_000)(cell_text)


def interpret(table: Table, mapping: ColumnMapping, *, vocabulary: Vocabulary, resolver: Resolver) -> Interpretation:
    """The drafts of a table in the order of its rows, and every remark about it."""
    readers = Readers(vocabulary=vocabulary, resolver=resolver)
    rows = [Row(cells, readers) for cells in _rows(table, mapping)]
    drafts = [(row, draft_of(row)) for row in rows]
    named = [(row, draft) for row, draft in drafts if draft is not None]
    kept, told = without_duplicates(named)
    dropped = {remark.place for remark in told if remark.code is RemarkCode.DUPLICATE_ROW}
    remarks = [*_around(table, mapping)]
    for row in rows:
        if row.place not in dropped:
            remarks.extend(row.remarks)
    remarks.extend(told)
    remarks.extend(_unpaired(table, kept))
    return Interpretation(tuple(kept), tuple(remarks))


def _rows(table: Table, mapping: ColumnMapping) -> Iterator[tuple[SourceCell, ...]]:
    for index in table.body:
        cells = [
            cell
            for column in mapping.columns
            if (cell := _cell(table, index, column.column, column.field, column.heading)) is not None
        ]
        if cells:
            yield tuple(cells)


def _cell(table: Table, row: int, column: int, field: RegisterField, heading: str) -> SourceCell | None:
    sheet = table.sheet
    at = (row, column)
    source = table.repeated.get(at, at)
    place = sheet.place(row, column)
    for told, code in (
        (sheet.oddities.errors, RemarkCode.ERROR_CELL),
        (sheet.oddities.formulas_without_result, RemarkCode.FORMULA_WITHOUT_RESULT),
    ):
        if source in told:
            remark = Remark(code, place, told[source], Severity.LOST, field)
            return SourceCell(field, heading, "", Origin(place, told[source]), (remark,))
    value = sheet.rows[source[0]][source[1]]
    if value == "":
        return None
    read = _text_of(value)
    if not read.text and not read.notes:
        return None
    remarks = tuple(
        Remark(note.code, place, read.original, note.severity, field, note.parameters) for note in read.notes
    )
    if source != at:
        told_place = (("place", str(sheet.place(*source))),)
        repeated = Remark(RemarkCode.MERGED_REPEATED, place, read.original, Severity.CHANGED, field, told_place)
        remarks = (*remarks, repeated)
    return SourceCell(field, heading, read.text, Origin(place, read.original), remarks)


def _around(table: Table, mapping: ColumnMapping) -> Iterator[Remark]:
    """What stands in the sheet beside the records, and what of the records is hidden."""
    sheet = table.sheet
    for row, code in table.outside:
        for column, value in enumerate(sheet.rows[row]):
            text = _text_of(value)
            if text.original.strip():
                yield Remark(code, sheet.place(row, column), text.original)
    yield from _hidden(table, mapping)


def _hidden(table: Table, mapping: ColumnMapping) -> Iterator[Remark]:
    sheet, oddities = table.sheet, table.sheet.oddities
    if not oddities.hidden_is_known:
        yield Remark(RemarkCode.HIDDEN_UNKNOWN, Place(sheet.name), severity=Severity.NOTICE)
    for row in table.body:
        if row in oddities.hidden_rows:
            yield Remark(RemarkCode.HIDDEN_ROW, Place(sheet.name, row + 1), severity=Severity.NOTICE)
    for column in mapping.columns:
        if column.column in oddities.hidden_columns:
            place = Place(sheet.name, 0, sheet.place(0, column.column).column)
            yield Remark(RemarkCode.HIDDEN_COLUMN, place, column.heading, Severity.NOTICE, column.field)


def _unpaired(table: Table, drafts: list[DraftActivity]) -> Iterator[Remark]:
    """One remark for the whole table: which data are of whom is asked later, activity by activity."""
    count = sum(bool(draft.subject_categories and draft.data_categories and not draft.data_uses) for draft in drafts)
    if count:
        told = (("count", str(count)),)
        yield Remark(RemarkCode.PAIRING_UNKNOWN, Place(table.sheet.name), severity=Severity.NOTICE, parameters=told)
