"""From a file with a list to drafts: the same steps as for a register, at once."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from gemeentedossier.exchange.engine.kinds import ListForm
from gemeentedossier.exchange.engine.listed.rows import Draft, drafts_of
from gemeentedossier.exchange.engine.mapping import ColumnMapping
from gemeentedossier.exchange.engine.proposing import Proposal, not_read
from gemeentedossier.exchange.engine.readers import Readers
from gemeentedossier.exchange.engine.reading import Workbook
from gemeentedossier.exchange.engine.row import Row
from gemeentedossier.exchange.facts import Remark, Taken

D = TypeVar("D", bound=Draft)


@dataclass(frozen=True, slots=True)
class Drafted(Generic[D]):
    """All that a file lists, in its order, and what must be said about the file."""

    drafts: tuple[D, ...]
    remarks: list[Remark]


def draft_list(
    workbook: Workbook,
    proposals: Sequence[Proposal],
    *,
    form: ListForm,
    readers: Readers,
    make: Callable[[Row, Taken[str]], D],
    mappings: Mapping[str, ColumnMapping],
) -> Drafted[D]:
    """Draft every list in the file; ``mappings`` holds corrected ones by sheet name, the others are as proposed."""
    remarks = list[Remark]()
    drafts = list[D]()
    for each in proposals:
        mapping = mappings.get(each.table.sheet.name, each.mapping)
        drafts += drafts_of(each.table, mapping, form=form, readers=readers, make=make, remarks=remarks)
    taken = {each.table.sheet.name for each in proposals}
    for sheet in workbook.sheets:
        if sheet.name not in taken:
            remarks += not_read(sheet, form.ignored)
    return Drafted(tuple(drafts), remarks)
