"""The way from a file to drafts: read it, find its tables, propose a mapping, interpret.

``read_file`` gives the workbook; ``propose`` what to show for correction; ``drafting`` the drafts, one by one.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from gemeentedossier.exchange.engine.avg_register import interpret_records
from gemeentedossier.exchange.engine.cells.texts import cell_text
from gemeentedossier.exchange.engine.mapping import ColumnMapping, propose_mapping, recognises
from gemeentedossier.exchange.engine.reading import Sheet, UnreadableFile, Workbook
from gemeentedossier.exchange.engine.rows import drafts_in
from gemeentedossier.exchange.engine.tables import Table, find_table
from gemeentedossier.exchange.engine.vocabulary import Resolver, Vocabulary
from gemeentedossier.exchange.enums import FileFault, FileFormat, RegisterField, RemarkCode, Severity
from gemeentedossier.exchange.facts import DraftActivity, Place, Remark

FEWEST_RECOGNISED = 2
EXAMPLES = 3


@dataclass(frozen=True, slots=True)
class Proposal:
    """One table of the file as a person corrects it: the mapping, and some values of each column."""

    table: Table
    mapping: ColumnMapping
    examples: Mapping[int, tuple[str, ...]]


def propose(workbook: Workbook, *, vocabulary: Vocabulary) -> tuple[Proposal, ...]:
    """A proposal for each visible sheet that holds a register; none for the central government's export.

    Raises UnreadableFile where no sheet holds one.
    """
    if workbook.format is FileFormat.AVG_REGISTER:
        return ()
    tables = [table for sheet in workbook.sheets if not sheet.hidden for table in _table(sheet, vocabulary)]
    if not any(table.body for table in tables):
        has_headings = any(table.recognised >= FEWEST_RECOGNISED for table in tables)
        raise UnreadableFile(FileFault.NO_ROWS if has_headings else FileFault.NO_TABLE)
    registers = [table for table in tables if table.recognised >= FEWEST_RECOGNISED and table.body]
    if not registers:
        raise UnreadableFile(FileFault.NOT_A_REGISTER)
    return tuple(_proposal(table, vocabulary) for table in registers)


def _table(sheet: Sheet, vocabulary: Vocabulary) -> Iterator[Table]:
    @cache
    def known(text: str) -> bool:
        return recognises(text, vocabulary.headings)

    table = find_table(sheet, recognises=known)
    if table is not None:
        yield table


def _proposal(table: Table, vocabulary: Vocabulary) -> Proposal:
    headings = [(heading.column, heading.text) for heading in table.headings]
    examples = {column: _examples(table, column) for column, _ in headings}
    return Proposal(table, propose_mapping(headings, vocabulary.headings), examples)


def _examples(table: Table, column: int) -> tuple[str, ...]:
    values = (cell_text(table.sheet.rows[row][column]).text for row in table.body[:200])
    return tuple(dict.fromkeys(value for value in values if value))[:EXAMPLES]


@dataclass(frozen=True, slots=True)
class Drafting:
    """A file on its way to drafts: they come one by one, and ``remarks`` is whole once they all came.

    ``expected`` is how many rows may become one.
    """

    drafts: Iterator[DraftActivity]
    remarks: list[Remark]
    expected: int


def drafting(
    workbook: Workbook,
    *,
    vocabulary: Vocabulary,
    resolver: Resolver,
    mappings: Mapping[str, ColumnMapping] | None = None,
    proposals: Sequence[Proposal] | None = None,
) -> Drafting:
    """Begin to draft everything in the file; UnreadableFile where there is no register in it.

    ``mappings`` holds corrected ones by sheet name; the others are as proposed. ``proposals`` are those of this
    workbook, where they were made already.
    """
    if workbook.format is FileFormat.AVG_REGISTER:
        read = interpret_records(workbook.records, vocabulary=vocabulary, resolver=resolver)
        return Drafting(iter(read.activities), list(read.remarks), len(read.activities))
    proposals = propose(workbook, vocabulary=vocabulary) if proposals is None else proposals
    chosen, remarks = mappings or {}, list[Remark]()

    def drafts() -> Iterator[DraftActivity]:
        for each in proposals:
            mapping = chosen.get(each.table.sheet.name, each.mapping)
            yield from drafts_in(each.table, mapping, vocabulary=vocabulary, resolver=resolver, remarks=remarks)
        taken = {each.table.sheet.name for each in proposals}
        remarks.extend(remark for sheet in workbook.sheets if sheet.name not in taken for remark in _not_read(sheet))

    return Drafting(drafts(), remarks, sum(len(each.table.body) for each in proposals))


def _not_read(sheet: Sheet) -> Iterator[Remark]:
    """One remark for a sheet that was not read, with how much stands in it and how it begins."""
    texts = [text for row in sheet.rows for value in row if (text := cell_text(value).original.strip())]
    if texts:
        code = RemarkCode.HIDDEN_SHEET if sheet.hidden else RemarkCode.OTHER_SHEET
        told = (("count", str(len(texts))),)
        yield Remark(code, Place(sheet.name), texts[0][:200], Severity.LOST, RegisterField.IGNORE, told)
