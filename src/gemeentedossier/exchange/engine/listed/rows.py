"""From a table and its mapping to drafts of systems, parties or sub-processors.

The promise is that of a register: every cell that is not empty stands in a draft, or in a remark, or in both.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias, TypeVar

from gemeentedossier.exchange.engine.kinds import ListForm
from gemeentedossier.exchange.engine.mapping import ColumnMapping
from gemeentedossier.exchange.engine.readers import Readers
from gemeentedossier.exchange.engine.row import Row
from gemeentedossier.exchange.engine.rows import around, rows_of
from gemeentedossier.exchange.engine.tables import Table
from gemeentedossier.exchange.enums import (
    Field,
    PartyField,
    RemarkCode,
    Severity,
    SubProcessorField,
    SystemField,
)
from gemeentedossier.exchange.facts import (
    DraftListedParty,
    DraftSubProcessor,
    DraftSystem,
    Remark,
    Taken,
)

Draft: TypeAlias = DraftSystem | DraftListedParty | DraftSubProcessor
D = TypeVar("D", bound=Draft)
Makes = Callable[[Row, Taken[str]], D]
LONGEST_LINE, LONGEST_CONTACT = 300, 500
"""Characters that fit where a name, a place or a service is kept, and where contact details are."""


def drafts_of(
    table: Table, mapping: ColumnMapping, *, form: ListForm, readers: Readers, make: Makes[D], remarks: list[Remark]
) -> Iterator[D]:
    """Yield the drafts of a table in the order of its rows; ``remarks`` holds every remark once all are given."""
    remarks.extend(around(table, mapping))
    for cells in rows_of(table, mapping):
        row = Row(cells, readers)
        name = _clipped(row, row.one(form.name, readers.text), LONGEST_LINE, form.name)
        if name is None:
            row.lose(RemarkCode.NAMELESS_ROW, [cell for cell in row.cells if cell.text])
            remarks.extend(row.remarks)
            continue
        row.lose(RemarkCode.IGNORED_COLUMN, row.of(form.ignored))
        draft = make(row, name)
        remarks.extend(row.remarks)
        yield draft


def system_of(row: Row, name: Taken[str]) -> DraftSystem:
    """The system of a row."""
    readers = row.readers
    return DraftSystem(
        place=row.place,
        name=name,
        description=_paragraphs(row, SystemField.DESCRIPTION),
        supplier=_line(row, SystemField.SUPPLIER),
        owner=_line(row, SystemField.OWNER),
        location=_line(row, SystemField.LOCATION),
        state=row.one(SystemField.STATE, readers.system_state),
        supported_until=row.one(SystemField.SUPPORTED_UNTIL, readers.date),
        legacy_reason=row.one(SystemField.LEGACY_REASON, readers.text),
        oldest_record_on=row.one(SystemField.OLDEST_RECORD_ON, readers.date),
        oldest_record_measured_on=row.one(SystemField.OLDEST_RECORD_MEASURED_ON, readers.date),
        accounts=row.one(SystemField.ACCOUNTS, readers.number),
        accounts_reviewed_on=row.one(SystemField.ACCOUNTS_REVIEWED_ON, readers.date),
        recovery_hours=row.one(SystemField.RECOVERY_HOURS, readers.hours),
        loss_hours=row.one(SystemField.LOSS_HOURS, readers.hours),
        fallback=row.one(SystemField.FALLBACK, readers.text),
        recovery_tested_on=row.one(SystemField.RECOVERY_TESTED_ON, readers.date),
    )


def party_of(row: Row, name: Taken[str]) -> DraftListedParty:
    """The party of a row."""
    return DraftListedParty(
        place=row.place,
        name=name,
        country=row.one(PartyField.COUNTRY, row.readers.country),
        contact=_together(row, PartyField.CONTACT, LONGEST_CONTACT),
        is_care_provider=row.one(PartyField.CARE_PROVIDER, row.readers.care),
    )


def sub_processor_of(row: Row, name: Taken[str]) -> DraftSubProcessor:
    """The sub-processor of a row. What it says of permission is told: a decision is the municipality's own."""
    row.lose(RemarkCode.SAYS_AGREED, [cell for cell in row.of(SubProcessorField.PERMISSION) if cell.text])
    return DraftSubProcessor(
        place=row.place,
        name=name,
        service=_together(row, SubProcessorField.SERVICE, LONGEST_LINE),
        country=row.one(SubProcessorField.COUNTRY, row.readers.country),
        above=_line(row, SubProcessorField.ABOVE),
        notified_on=row.one(SubProcessorField.NOTIFIED_ON, row.readers.date),
        objection_until=row.one(SubProcessorField.OBJECTION_UNTIL, row.readers.date),
    )


def _line(row: Row, field: Field) -> Taken[str] | None:
    return _clipped(row, row.one(field, row.readers.text), LONGEST_LINE, field)


def _clipped(row: Row, taken: Taken[str] | None, longest: int, field: Field) -> Taken[str] | None:
    """A text that fits; what was cut off stands whole in a remark."""
    if taken is None or len(taken.value) <= longest:
        return taken
    origin = taken.origin
    row.remarks.append(Remark(RemarkCode.CUT_OFF, origin.place, origin.original, Severity.CHANGED, field))
    return Taken(f"{taken.value[: longest - 1]}…", origin)


def _together(row: Row, field: Field, longest: int) -> tuple[Taken[str], ...]:
    """The texts of all columns of a field, as far as they fit in one line together."""
    found: list[Taken[str]] = []
    for each in row.many(field, row.readers.text):
        left = longest - sum(len(other.value) + 2 for other in found)
        if left < 2:
            origin = each.origin
            row.remarks.append(Remark(RemarkCode.SECOND_VALUE, origin.place, origin.original, Severity.LOST, field))
            continue
        clipped = _clipped(row, each, left, field)
        found += [clipped] if clipped else []
    return tuple(found)


def _paragraphs(row: Row, field: Field) -> tuple[Taken[str], ...]:
    """The texts of all columns of a field; after the first each says under which heading it stood."""
    headings = {cell.origin: cell.heading for cell in row.of(field)}
    texts = row.many(field, row.readers.text)
    return (*texts[:1], *(_labelled(each, headings.get(each.origin, "")) for each in texts[1:]))


def _labelled(taken: Taken[str], heading: str) -> Taken[str]:
    return Taken(f"{heading}: {taken.value}", taken.origin) if heading else taken


def joined(parts: Sequence[Taken[str]], *, by: str) -> Taken[str] | None:
    """Texts of several columns as one value, at the place of the first."""
    return Taken(by.join(each.value for each in parts), parts[0].origin) if parts else None
