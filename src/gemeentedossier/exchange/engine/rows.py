"""From a table and its mapping to drafts and remarks.

The promise: every cell of the table that is not empty stands in a draft, or in a remark, or in both.
"""

from collections.abc import Iterator

from gemeentedossier.exchange.engine.cells.texts import cell_text
from gemeentedossier.exchange.engine.duplicates import NamesSeen
from gemeentedossier.exchange.engine.mapping import ColumnMapping
from gemeentedossier.exchange.engine.readers import Readers
from gemeentedossier.exchange.engine.row import Row, SourceCell, draft_of
from gemeentedossier.exchange.engine.source_cells import CellSource
from gemeentedossier.exchange.engine.tables import Table
from gemeentedossier.exchange.engine.vocabulary import Resolver, Vocabulary
from gemeentedossier.exchange.enums import RemarkCode, Severity
from gemeentedossier.exchange.facts import DraftActivity, Interpretation, Place, Remark


def drafts_in(
    table: Table, mapping: ColumnMapping, *, vocabulary: Vocabulary, resolver: Resolver, remarks: list[Remark]
) -> Iterator[DraftActivity]:
    """Yield the drafts of a table in the order of its rows; ``remarks`` holds every remark once all are given."""
    readers = Readers(vocabulary=vocabulary, resolver=resolver)
    seen, unpaired = NamesSeen(), 0
    remarks.extend(around(table, mapping))
    for cells in rows_of(table, mapping):
        row = Row(cells, readers)
        draft = draft_of(row)
        said = seen.remark_on(row, draft) if draft else None
        if said and said.code is RemarkCode.DUPLICATE_ROW:
            remarks.append(said)
            continue
        remarks += [*row.remarks, *([said] if said else [])]
        if draft:
            unpaired += _is_unpaired(draft)
            yield draft
    remarks.extend(_unpaired(table, unpaired))


def interpret(table: Table, mapping: ColumnMapping, *, vocabulary: Vocabulary, resolver: Resolver) -> Interpretation:
    """The drafts of a table and every remark about it, at once."""
    remarks: list[Remark] = []
    drafts = tuple(drafts_in(table, mapping, vocabulary=vocabulary, resolver=resolver, remarks=remarks))
    return Interpretation(drafts, tuple(remarks))


def rows_of(table: Table, mapping: ColumnMapping) -> Iterator[tuple[SourceCell, ...]]:
    """The cells of each row that holds something, without its empty ones."""
    source = CellSource(table)
    for index in table.body:
        if cells := source.cells(index, mapping.columns):
            yield cells


def around(table: Table, mapping: ColumnMapping) -> Iterator[Remark]:
    """What stands in the sheet beside the records, and what of the records is hidden."""
    sheet = table.sheet
    for row, code in table.outside:
        for column, value in enumerate(sheet.rows[row]):
            text = cell_text(value)
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


def _is_unpaired(draft: DraftActivity) -> bool:
    return bool(draft.subject_categories and draft.data_categories and not draft.data_uses)


def _unpaired(table: Table, count: int) -> Iterator[Remark]:
    """One remark for the whole table: which data are of whom is asked later, activity by activity."""
    if count:
        told = (("count", str(count)),)
        yield Remark(RemarkCode.PAIRING_UNKNOWN, Place(table.sheet.name), severity=Severity.NOTICE, parameters=told)
