"""Imports as tables and sentences."""

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.forms import BoundField
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gemeentedossier.design.enums import Shape, Tone
from gemeentedossier.design.parts import Badge, Cell, Column, EmptyState, Link, Row, Table
from gemeentedossier.desk.forms.exchange import MappingForm
from gemeentedossier.exchange.actions.stayed import Stayed
from gemeentedossier.exchange.engine.mapping import MappedColumn
from gemeentedossier.exchange.enums import Confidence, ListKind, Severity
from gemeentedossier.exchange.facts import Remark
from gemeentedossier.exchange.models import Import
from gemeentedossier.exchange.presenters.counts import counted, stayed_sentence
from gemeentedossier.exchange.presenters.fields import KINDS, REASONS
from gemeentedossier.exchange.presenters.remarks import Places, sentence_of
from gemeentedossier.foundation.addresses import reverse


@dataclass(frozen=True, slots=True)
class ColumnChoice:
    """A column of the file with what was proposed for it, why, and some of its values."""

    field: BoundField
    place: str
    confidence: Badge
    reason: str
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SheetChoice:
    """A sheet of the file with its columns."""

    name: str
    rows: str
    columns: tuple[ColumnChoice, ...]


def sheet_choices(form: MappingForm) -> tuple[SheetChoice, ...]:
    """What a person looks at before the file is taken over."""
    return tuple(
        SheetChoice(
            name=proposal.table.sheet.name,
            rows=ngettext("%(n)s row", "%(n)s rows", len(proposal.table.body)) % {"n": len(proposal.table.body)},
            columns=tuple(
                _column_choice(form[f"{sheet}-{column.column}"], column, proposal.examples[column.column])
                for column in proposal.mapping.columns
            ),
        )
        for sheet, proposal in enumerate(form.proposals)
    )


def _column_choice(field: BoundField, column: MappedColumn, examples: Sequence[str]) -> ColumnChoice:
    return ColumnChoice(
        field=field,
        place=column.heading or _("Column without heading"),
        confidence=_confidence(column.confidence),
        reason=str(REASONS[column.reason]),
        examples=tuple(example if len(example) < 80 else f"{example[:79]}…" for example in examples),
    )


def _confidence(confidence: Confidence) -> Badge:
    return {
        Confidence.CERTAIN: Badge(word=_("certain"), tone=Tone.GOOD, shape=Shape.CHECK),
        Confidence.LIKELY: Badge(word=_("likely"), tone=Tone.NOTE, shape=Shape.HALF),
        Confidence.UNCERTAIN: Badge(word=_("please check"), tone=Tone.ATTENTION, shape=Shape.DIAMOND),
        Confidence.NONE: Badge(word=_("not recognised"), tone=Tone.OPEN, shape=Shape.HOLLOW),
        Confidence.CORRECTED: Badge(word=_("chosen before"), tone=Tone.GOOD, shape=Shape.PERSON),
    }[confidence]


def known_sentence(record: Import) -> str:
    """That a file was taken over before, and what to do where it was read wrongly."""
    return _(
        "“%(file)s” was taken over on %(on)s, so nothing changed. Was it read wrongly? Undo that import here; then the "
        "file can be read again with other columns."
    ) % {"file": record.file_name, "on": _when(record.imported_at)}


def as_known(record: Import, moment: dt.datetime | None) -> Import:
    """The import as it was known at a moment, None now: what was undone later was not undone then."""
    if moment and record.undone_at and record.undone_at > moment:
        record.undone_at, record.undone_by, record.undone_because = None, None, ""
    return record


def take_over_words(what: ListKind) -> str:
    """What the button says that takes a file over."""
    return {
        ListKind.REGISTER: _("Take this register over"),
        ListKind.SYSTEMS: _("Take these systems over"),
        ListKind.PARTIES: _("Take these parties over"),
        ListKind.SUB_PROCESSORS: _("Hold this list beside the agreement"),
    }[what]


def report_title(record: Import) -> str:
    """How many records were taken over, or that this was undone."""
    if record.undone_at is not None:
        return _("The import of “%(name)s” was undone") % {"name": record.file_name}
    n = record.activity_count
    return _("Taken over: %(count)s") % {"count": counted(record.kind, n)} if n else _("Nothing new was taken over")


def report_lead(record: Import) -> str:
    """What stands below; of a list also how many records were known already."""
    below = _(
        "From “%(name)s”. Below stands every value that was not taken over, or not as it stood, with its place and the "
        "reason."
    )
    whole = _("From “%(name)s”: every value in it is recorded as it stands there.")
    said = (below if record.report else whole) % {"name": record.file_name}
    if record.kind == ListKind.REGISTER or not record.known_count:
        return said
    known = _("Known already: %(known)s, of which %(changed)s filled in where they were open.") % {
        "known": counted(record.kind, record.known_count),
        "changed": record.changed_count,
    }
    return f"{said} {known}"


def where_listed(record: Import, slug: str) -> Link:
    """Where the records that were taken over stand."""
    if record.kind == ListKind.SYSTEMS:
        return Link(label=_("Open the systems"), url=reverse("desk:security", args=[slug]))
    if record.kind == ListKind.PARTIES:
        return Link(label=_("Open the parties"), url=reverse("desk:parties", args=[slug]))
    if record.kind == ListKind.SUB_PROCESSORS:
        return Link(label=_("Open the agreement"), url=reverse("desk:agreement", args=[slug, record.about]))
    return Link(label=_("Open the register"), url=reverse("desk:register", args=[slug]))


def undone_sentence(record: Import, stayed: Sequence[Stayed] = ()) -> str:
    """Who undid the import, why, and what stayed; empty where nobody did."""
    if record.undone_at is None:
        return ""
    who = record.undone_by.name if record.undone_by else _("the command line")
    removed = ngettext("%(n)s record went", "%(n)s records went", record.undone_count) % {"n": record.undone_count}
    told = _("By %(who)s, on %(on)s: %(why)s. %(removed)s.") % {
        "on": _when(record.undone_at),
        "who": who,
        "why": record.undone_because.rstrip("."),
        "removed": removed,
    }
    return f"{told} {stayed_sentence(stayed)}".rstrip()


def _when(moment: dt.datetime) -> str:
    return date_format(timezone.localtime(moment), "j F Y H:i")


def imports_table(imports: Sequence[Import], *, remarks: Mapping[UUID, int], slug: str) -> Table:
    """The files that were taken over before; ``remarks`` is how many each report has."""
    return Table(
        caption=_("Files taken over before"),
        columns=(
            Column(label=_("File")),
            Column(label=_("What")),
            Column(label=_("Taken over on")),
            Column(label=_("By")),
            Column(label=_("New records"), numeric=True),
            Column(label=_("Remarks"), numeric=True),
        ),
        rows=tuple(_import_row(record, remarks[record.pk], slug) for record in imports),
        empty=EmptyState(
            title=_("No file was taken over yet"),
            belongs=_("Every import stands here with its report: what was taken over, what was not, and why."),
        ),
    )


def _import_row(record: Import, remarks: int, slug: str) -> Row:
    return Row(
        cells=(
            Cell(text=record.file_name, url=reverse("desk:import-report", args=[slug, record.id])),
            Cell(text=str(KINDS[ListKind(record.kind)])),
            Cell(text=_when(record.imported_at)),
            Cell(text=record.imported_by.name if record.imported_by else _("the command line")),
            Cell(text=str(record.activity_count) if record.undone_at is None else _("undone")),
            Cell(text=str(remarks)),
        )
    )


def remarks_table(remarks: Sequence[Remark], places: Places) -> Table:
    """Remarks with their place in the file and what was done."""
    return Table(
        caption=_("What must be known of this import"),
        caption_hidden=True,
        columns=(Column(label=_("Place")), Column(label=_("What was done")), Column(label=_("Remark"))),
        rows=tuple(
            Row(
                cells=(
                    Cell(text=places.told([r.place])),
                    Cell(badge=severity_badge(r.severity)),
                    Cell(text=sentence_of(r)),
                )
            )
            for r in remarks
        ),
        empty=EmptyState(
            title=_("Nothing to remark"),
            belongs=_("Every value of the file is recorded as it stands there, by this import or before it."),
        ),
    )


def severity_badge(severity: Severity) -> Badge:
    """What happened to a value, as a badge."""
    return {
        Severity.LOST: Badge(word=_("not taken over"), tone=Tone.ATTENTION, shape=Shape.CROSS),
        Severity.CHANGED: Badge(word=_("taken over differently"), tone=Tone.NOTE, shape=Shape.PENCIL),
        Severity.NOTICE: Badge(word=_("worth a look"), tone=Tone.QUIET, shape=Shape.INFORMATION),
    }[severity]


def severity_counts(remarks: Sequence[Remark]) -> Counter[Severity]:
    """How many remarks there are of each severity."""
    return Counter(remark.severity for remark in remarks)
