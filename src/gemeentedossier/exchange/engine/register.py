"""From a file with a register to drafts: ``propose`` says how it would be read, ``drafting`` reads it.

``read_file`` gives the workbook; the drafts come one by one.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from gemeentedossier.exchange.engine.avg_register import interpret_records
from gemeentedossier.exchange.engine.collector import resting_collector
from gemeentedossier.exchange.engine.mapping import ColumnMapping
from gemeentedossier.exchange.engine.proposing import Proposal, not_read, propose
from gemeentedossier.exchange.engine.reading import Workbook
from gemeentedossier.exchange.engine.rows import drafts_in
from gemeentedossier.exchange.engine.vocabulary import Resolver, Vocabulary
from gemeentedossier.exchange.enums import FileFormat, RegisterField
from gemeentedossier.exchange.facts import DraftActivity, Interpretation, Remark


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
        remarks.extend(
            remark
            for sheet in workbook.sheets
            if sheet.name not in taken
            for remark in not_read(sheet, RegisterField.IGNORE)
        )

    return Drafting(drafts(), remarks, sum(len(each.table.body) for each in proposals))


def interpret_workbook(
    workbook: Workbook,
    *,
    vocabulary: Vocabulary,
    resolver: Resolver,
    mappings: Mapping[str, ColumnMapping] | None = None,
) -> Interpretation:
    """Everything in the file as drafts and remarks, at once; see ``drafting``."""
    with resting_collector():
        begun = drafting(workbook, vocabulary=vocabulary, resolver=resolver, mappings=mappings)
        return Interpretation(tuple(begun.drafts), tuple(begun.remarks))
