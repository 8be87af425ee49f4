"""One row of a list, and how a row of a register becomes a draft."""

from collections.abc import Sequence
from typing import NamedTuple, TypeVar

from gemeentedossier.exchange.engine.cells.names import Listed
from gemeentedossier.exchange.engine.cells.reading import Note
from gemeentedossier.exchange.engine.pairing import pairs_of
from gemeentedossier.exchange.engine.readers import NOTHING_READ, Readers, Reads
from gemeentedossier.exchange.enums import Field, RegisterField, RemarkCode, ResolvedKind, Severity
from gemeentedossier.exchange.facts import (
    DraftActivity,
    DraftBasis,
    DraftNote,
    DraftPurpose,
    Named,
    Origin,
    Place,
    Remark,
    Taken,
)

Value = TypeVar("Value")


class SourceCell(NamedTuple):
    """A cell that is not empty, with what was already said about its text."""

    field: Field
    heading: str
    text: str
    origin: Origin
    remarks: tuple[Remark, ...] = ()


class Row:
    """The cells of one row by field; reading them gathers the remarks."""

    def __init__(self, cells: Sequence[SourceCell], readers: Readers) -> None:
        first = cells[0].origin.place
        self.place = Place(first.sheet, first.row)
        self.cells = cells
        self.readers = readers
        self.remarks: list[Remark] = []
        self._by_field: dict[Field, list[SourceCell]] = {}
        by_field = self._by_field
        for cell in cells:
            field, _, text, _, remarks = cell
            if remarks:
                self.remarks += remarks
            if text:
                if field in by_field:
                    by_field[field].append(cell)
                else:
                    by_field[field] = [cell]

    def of(self, field: Field) -> Sequence[SourceCell]:
        """The cells with text of one field."""
        return self._by_field.get(field, ())

    def many(self, field: Field, read: Reads[Value]) -> tuple[Taken[Value], ...]:
        """Every value of every column of a field."""
        cells = self._by_field.get(field)
        if cells is None:
            return ()
        found: tuple[Taken[Value], ...] = ()
        for cell in cells:
            _, _, text, origin, _ = cell
            reading = read(text)
            values = reading.values
            if reading.notes or not values:
                self.say(cell, reading.notes or (NOTHING_READ,))
            found += (Taken(values[0], origin),) if len(values) == 1 else tuple([Taken(v, origin) for v in values])
        return found

    def one(self, field: Field, read: Reads[Value]) -> Taken[Value] | None:
        """The first value of a field that stands once; a second one stands in a remark."""
        if field not in self._by_field:
            return None
        found = self.many(field, read)
        for other in found[1:]:
            self.remarks.append(
                Remark(RemarkCode.SECOND_VALUE, other.origin.place, other.origin.original, Severity.LOST, field)
            )
        return found[0] if found else None

    def say(self, cell: SourceCell, notes: Sequence[Note]) -> None:
        """Turns what was noted of a text into remarks on its place."""
        for note in notes:
            original = note.part or cell.origin.original
            self.remarks.append(
                Remark(note.code, cell.origin.place, original, note.severity, cell.field, note.parameters)
            )

    def lose(self, code: RemarkCode, cells: Sequence[SourceCell]) -> None:
        """Says of each cell that it was not taken over."""
        for cell in cells:
            self.remarks.append(Remark(code, cell.origin.place, cell.origin.original, Severity.LOST, cell.field))


def draft_of(row: Row) -> DraftActivity | None:
    """The activity of this row, or None where it has no name; then each cell stands in a remark."""
    name = row.one(RegisterField.NAME, row.readers.text)
    if name is None:
        row.lose(RemarkCode.NAMELESS_ROW, [cell for cell in row.cells if cell.text])
        return None
    row.lose(RemarkCode.IGNORED_COLUMN, row.of(RegisterField.IGNORE))
    subjects = row.many(RegisterField.SUBJECT_CATEGORIES, row.readers.names(ResolvedKind.SUBJECT_CATEGORY))
    data = row.many(RegisterField.DATA_CATEGORIES, row.readers.names(ResolvedKind.DATA_CATEGORY))
    readers = row.readers
    return DraftActivity(
        place=row.place,
        name=name,
        reference=row.one(RegisterField.REFERENCE, readers.text),
        unit=row.one(RegisterField.UNIT, readers.text),
        task=row.one(RegisterField.TASK, readers.text),
        policy_domain=row.one(RegisterField.POLICY_DOMAIN, readers.policy_domain),
        controllers=_names(row, RegisterField.CONTROLLERS, ResolvedKind.CONTROLLER),
        role=row.one(RegisterField.ROLE, readers.role),
        sector=row.one(RegisterField.PUBLIC_OR_PRIVATE, readers.sector),
        purposes=_purposes(row),
        subject_categories=_named(subjects),
        data_categories=_named(data),
        special_categories=_names(row, RegisterField.SPECIAL_CATEGORIES, ResolvedKind.DATA_CATEGORY),
        data_uses=pairs_of(subjects, data),
        retention=row.many(RegisterField.RETENTION, readers.retention),
        sources=_names(row, RegisterField.SOURCES, ResolvedKind.SOURCE),
        recipients=_names(row, RegisterField.RECIPIENTS, ResolvedKind.RECIPIENT),
        processors=row.many(RegisterField.PROCESSORS, readers.parties),
        agreement=row.one(RegisterField.AGREEMENT_SIGNED, readers.agreement),
        transfer=row.one(RegisterField.THIRD_COUNTRY_TRANSFER, readers.transfer),
        partners=_names(row, RegisterField.PARTNERS, ResolvedKind.RECIPIENT),
        covenant=row.one(RegisterField.COVENANT, readers.declaration),
        joint_controllership=row.one(RegisterField.JOINT_CONTROLLERSHIP, readers.declaration),
        further_use=row.one(RegisterField.FURTHER_USE, readers.declaration),
        measures=row.many(RegisterField.MEASURES, readers.texts),
        systems=row.many(RegisterField.SYSTEMS, readers.texts),
        impact_assessment=row.one(RegisterField.DPIA_DONE, readers.impact_assessment),
        processing_state=row.one(RegisterField.PROCESSING_STATE, readers.state),
        started_on=row.one(RegisterField.STARTED_ON, readers.date),
        last_reviewed_on=row.one(RegisterField.LAST_REVIEWED_ON, readers.date),
        notes=_notes(row),
    )


def _names(row: Row, field: RegisterField, kind: ResolvedKind) -> tuple[Taken[Named], ...]:
    return _named(row.many(field, row.readers.names(kind)))


def _named(listed: tuple[Taken[Listed], ...]) -> tuple[Taken[Named], ...]:
    return tuple([Taken(value.named, origin) for value, origin in listed])


def _purposes(row: Row) -> tuple[Taken[DraftPurpose], ...]:
    """Purposes and bases stand in columns of their own: each purpose gets all of them, and that is said."""
    bases: tuple[Taken[DraftBasis], ...] = row.many(RegisterField.LEGAL_BASIS, row.readers.bases)
    texts = row.many(RegisterField.PURPOSES, row.readers.purposes)
    if bases and not texts:
        cell = row.of(RegisterField.LEGAL_BASIS)[0]
        row.say(cell, [Note(RemarkCode.PURPOSE_MISSING, Severity.NOTICE)])
        return (Taken(DraftPurpose("", bases), cell.origin),)
    if bases and len(texts) > 1:
        cell = row.of(RegisterField.LEGAL_BASIS)[0]
        row.say(cell, [Note(RemarkCode.BASES_SHARED, Severity.NOTICE, "", (("count", str(len(texts))),))])
    return tuple(Taken(DraftPurpose(text.value, bases), text.origin) for text in texts)


def _notes(row: Row) -> tuple[Taken[DraftNote], ...]:
    found: list[Taken[DraftNote]] = []
    for cell in row.of(RegisterField.REMARKS):
        reading = row.readers.text(cell.text)
        row.say(cell, reading.notes)
        found += [Taken(DraftNote(cell.heading, text), cell.origin) for text in reading.values]
    return tuple(found)
