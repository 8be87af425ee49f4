"""Taking over a register from a file: one verb, all or nothing, and a report of every value not taken over."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, islice, repeat
from uuid import UUID

import psycopg
from django.db import DataError, connection

from gemeentedossier.dossier.register.actions.rows import WRITE_ORDER
from gemeentedossier.dossier.register.models import Activity as ActivityRow
from gemeentedossier.exchange.actions.drafted import DraftedRows, Rows
from gemeentedossier.exchange.actions.named import NAMED, KnownNames, known_names
from gemeentedossier.exchange.engine.ahead import ahead
from gemeentedossier.exchange.engine.collector import resting_collector
from gemeentedossier.exchange.engine.kinds import FORMS, REGISTER
from gemeentedossier.exchange.engine.mapping import ColumnMapping, mapping_from_json
from gemeentedossier.exchange.engine.proposing import Proposal, check_named, propose
from gemeentedossier.exchange.engine.reading import Limits, UnreadableFile, read_file
from gemeentedossier.exchange.engine.register import Drafting, drafting
from gemeentedossier.exchange.engine.reports import kept_report
from gemeentedossier.exchange.engine.words import words_of_a_file
from gemeentedossier.exchange.enums import FileFault, ListKind, RemarkCode, Severity
from gemeentedossier.exchange.facts import DraftActivity, Remark
from gemeentedossier.exchange.models import Import
from gemeentedossier.exchange.queries import current_resolver, current_vocabulary
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.bulk import Buffers
from gemeentedossier.foundation.engine.progress import tell
from gemeentedossier.foundation.ledger.actions import settle_wholly, under_one_moment
from gemeentedossier.foundation.packing import PackedRows, Packer
from gemeentedossier.foundation.tenancy import require_municipality_id
from gemeentedossier.foundation.trail import Actor, verb
from gemeentedossier.organisation.permissions import check_permitted

Mappings = Mapping[str, ColumnMapping]
BATCHES = (200, 300, 500, 1_000)
"""Activities that are written at once, the last number again and again: few at first, as the database has nothing to do
while they are made."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a file: the record of its import, and whether that is new."""

    record: Import
    is_new: bool


@words_of_a_file()
@resting_collector()
def import_register(
    content: bytes, *, file_name: str, by: Actor, mappings: Mappings | None = None, limits: Limits | None = None
) -> Imported:
    """Take over a register. The same file again changes nothing, unless its import was undone (``undoing``).

    UnreadableFile where it holds no register.

    Activities that the register has already, by number or by name, stay as they are and are reported.
    """
    check_permitted(by, "exchange.import_register")
    wait_for_other_imports()
    if found := earlier_import(content):
        return Imported(found, is_new=False)
    tell("read")
    workbook = read_file(content, name=file_name, limits=limits or Limits())
    proposals = propose(workbook, vocabulary=current_vocabulary())
    chosen = mappings if mappings is not None else kept_mappings(proposals)
    check_named(proposals, chosen, form=REGISTER)
    begun = drafting(
        workbook,
        vocabulary=current_vocabulary(),
        resolver=current_resolver(),
        mappings=chosen,
        proposals=proposals,
    )
    try:
        with verb("exchange.import_register", by=by, reason=file_name), under_one_moment():
            written = _write(begun)
            record = Import.objects.create(
                file_name=file_name[:300],
                file_hash=digest(content),
                file_format=workbook.format.value,
                mapping=mapping_used(proposals, chosen),
                report=written.report,
                activity_count=written.count,
                known_count=written.known,
                imported_at=clock.now(),
                imported_by_id=by.person_id,
            )
    except (DataError, psycopg.DataError, UnicodeEncodeError) as error:
        raise UnreadableFile(FileFault.NOT_STORED) from error
    return Imported(record, is_new=True)


def earlier_import(content: bytes, *, what: ListKind = ListKind.REGISTER, about: UUID | None = None) -> Import | None:
    """The import by which this very file was taken over as this kind of list, where that was not undone."""
    found = Import.objects.filter(file_hash=digest(content), kind=what.value, undone_at=None)
    return found.filter(about=about).first()


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def wait_for_other_imports() -> None:
    """One import at a time in a municipality: two at once would each take over what the other does."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"import {require_municipality_id()}"])


@words_of_a_file()
def proposals_for(content: bytes, *, file_name: str, what: ListKind = ListKind.REGISTER) -> tuple[Proposal, ...]:
    """How the file would be read, with mappings that were used before for the same headings; UnreadableFile if not."""
    workbook = read_file(content, name=file_name, limits=Limits())
    proposals = propose(workbook, vocabulary=current_vocabulary(), form=FORMS[what])
    kept = kept_mappings(proposals, what=what)
    return tuple(replace(p, mapping=kept.get(p.table.sheet.name, p.mapping)) for p in proposals)


def kept_mappings(proposals: Sequence[Proposal], *, what: ListKind = ListKind.REGISTER) -> Mappings:
    """Mappings that somebody used for tables of this kind with the same headings before, by sheet name."""
    kept: dict[str, ColumnMapping] = {}
    used = Import.objects.filter(undone_at=None, kind=what.value).order_by("imported_at")
    earlier = [mapping_from_json(stored) for kept in used.values_list("mapping", flat=True) for stored in kept.values()]
    for proposal in proposals:
        for mapping in earlier:
            if _headings(mapping) == _headings(proposal.mapping):
                kept[proposal.table.sheet.name] = mapping
    return kept


def _headings(mapping: ColumnMapping) -> list[tuple[int, str]]:
    return [(column.column, column.heading) for column in mapping.columns]


def mapping_used(proposals: Sequence[Proposal], chosen: Mappings) -> dict[str, object]:
    """The mappings by which a file was read, as they are kept."""
    return {p.table.sheet.name: chosen.get(p.table.sheet.name, p.mapping).to_json() for p in proposals}


@dataclass(frozen=True, slots=True)
class _Batch:
    """Some drafts as rows to insert: what was only named, and the activities. The last one has the report alone."""

    rows: tuple[PackedRows, ...]
    count: int
    known: int
    report: Sequence[object] = ()


@dataclass(slots=True)
class _Written:
    """How many activities were taken over and how many the register had; and every remark, as it is kept."""

    count: int = 0
    known: int = 0
    report: list[object] = field(default_factory=list)


def _write(begun: Drafting) -> _Written:
    """Insert batch after batch, into the ledger too; the next one is made while this one is written.

    The municipality's other writers wait for the ledger until the import ends.
    """
    written = _Written()
    tell("take over", total=begun.expected)
    buffers, packer = Buffers(), Packer((*NAMED, *WRITE_ORDER))
    for batch in ahead(_batches(begun, known_names(), _known_activities(), packer)):
        buffers.insert(batch.rows)
        settle_wholly()
        written.count += batch.count
        written.known += batch.known
        written.report += batch.report
        tell("take over", done=written.count + written.known, total=begun.expected)
    buffers.drop()
    return written


def _batches(begun: Drafting, names: KnownNames, known: frozenset[str], packer: Packer) -> Iterator[_Batch]:
    """Asks no database: it runs in a thread of its own. The report is made while the last rows are being written."""
    seen, drafted, sizes = list[Remark](), DraftedRows(names.around), chain(BATCHES, repeat(BATCHES[-1]))
    while some := list(islice(begun.drafts, next(sizes))):
        fresh = [draft for draft in some if _identity_of(draft) not in known]
        seen += (_known_remark(draft) for draft in some if _identity_of(draft) in known)
        rows: Rows = {**names.learn(fresh), **drafted.of(fresh)}
        packed = tuple(packer.packed(model, own) for model, own in rows.items() if own)
        yield _Batch(packed, count=len(fresh), known=len(some) - len(fresh))
    yield _Batch((), count=0, known=0, report=kept_report((*seen, *begun.remarks)))


def _known_activities() -> frozenset[str]:
    return frozenset(_identity(*row) for row in ActivityRow.objects.values_list("reference", "name"))


def _known_remark(draft: DraftActivity) -> Remark:
    return Remark(RemarkCode.KNOWN_ACTIVITY, draft.place, draft.name.value, Severity.LOST)


def _identity_of(draft: DraftActivity) -> str:
    return _identity(draft.reference.value if draft.reference else "", draft.name.value)


def _identity(reference: str, name: str) -> str:
    return f"number {reference.casefold()}" if reference else f"name {name.strip().casefold()}"
