"""Taking over a register from a file: one verb, all or nothing, and a report of every value not taken over."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from django.db import connection

from gemeentedossier.dossier.register.actions.activities import insert_activities
from gemeentedossier.dossier.register.models import Activity as ActivityRow
from gemeentedossier.exchange.actions.named import ensure_named
from gemeentedossier.exchange.engine.collector import resting_collector
from gemeentedossier.exchange.engine.drafts import activity_from_draft
from gemeentedossier.exchange.engine.mapping import ColumnMapping, mapping_from_json
from gemeentedossier.exchange.engine.reading import Limits, read_file
from gemeentedossier.exchange.engine.register import Proposal, interpret_workbook, propose
from gemeentedossier.exchange.enums import RemarkCode, Severity
from gemeentedossier.exchange.facts import DraftActivity, Interpretation, Remark
from gemeentedossier.exchange.models import Import
from gemeentedossier.exchange.queries import current_resolver, current_vocabulary
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.engine.plain import to_plain
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.tenancy import require_municipality_id
from gemeentedossier.foundation.trail import Actor, verb
from gemeentedossier.organisation.permissions import check_permitted

Mappings = Mapping[str, ColumnMapping]


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a file: the record of its import, and whether that is new."""

    record: Import
    is_new: bool


@resting_collector()
def import_register(
    content: bytes, *, file_name: str, by: Actor, mappings: Mappings | None = None, limits: Limits | None = None
) -> Imported:
    """Take over a register. The same file again changes nothing; UnreadableFile where it holds no register.

    Activities that the register has already, by number or by name, stay as they are and are reported.
    """
    check_permitted(by, "exchange.import_register")
    _wait_for_other_imports()
    digest = hashlib.sha256(content).hexdigest()
    if found := Import.objects.filter(file_hash=digest).first():
        return Imported(found, is_new=False)
    workbook = read_file(content, name=file_name, limits=limits or Limits())
    proposals = propose(workbook, vocabulary=current_vocabulary())
    chosen = mappings if mappings is not None else kept_mappings(proposals)
    read = interpret_workbook(
        workbook,
        vocabulary=current_vocabulary(),
        resolver=current_resolver(),
        mappings=chosen,
        proposals=proposals,
    )
    with verb("exchange.import_register", by=by, reason=file_name):
        fresh, known = _fresh(read)
        around = ensure_named(fresh)
        insert_activities([activity_from_draft(draft, around, new_id=new_id) for draft in fresh])
        record = Import.objects.create(
            file_name=file_name[:300],
            file_hash=digest,
            file_format=workbook.format.value,
            mapping=_mapping_used(proposals, chosen),
            report=[to_plain(remark) for remark in (*known, *read.remarks)],
            activity_count=len(fresh),
            known_count=len(known),
            imported_at=clock.now(),
            imported_by_id=by.person_id,
        )
    return Imported(record, is_new=True)


def _wait_for_other_imports() -> None:
    """One import at a time in a municipality: two at once would each take over what the other does."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"import {require_municipality_id()}"])


def proposals_for(content: bytes, *, file_name: str) -> tuple[Proposal, ...]:
    """How the file would be read, with mappings that were used before for the same headings; UnreadableFile if not."""
    workbook = read_file(content, name=file_name, limits=Limits())
    proposals = propose(workbook, vocabulary=current_vocabulary())
    kept = kept_mappings(proposals)
    return tuple(replace(p, mapping=kept.get(p.table.sheet.name, p.mapping)) for p in proposals)


def kept_mappings(proposals: Sequence[Proposal]) -> Mappings:
    """Mappings that somebody used for tables with the same headings before, by sheet name."""
    kept: dict[str, ColumnMapping] = {}
    earlier = [
        mapping_from_json(stored)
        for record in Import.objects.order_by("imported_at")
        for stored in record.mapping.values()
    ]
    for proposal in proposals:
        for mapping in earlier:
            if _headings(mapping) == _headings(proposal.mapping):
                kept[proposal.table.sheet.name] = mapping
    return kept


def _headings(mapping: ColumnMapping) -> list[tuple[int, str]]:
    return [(column.column, column.heading) for column in mapping.columns]


def _mapping_used(proposals: Sequence[Proposal], chosen: Mappings) -> dict[str, object]:
    return {p.table.sheet.name: chosen.get(p.table.sheet.name, p.mapping).to_json() for p in proposals}


def _fresh(read: Interpretation) -> tuple[list[DraftActivity], list[Remark]]:
    """Drafts that the register does not have yet, and a remark for each that it has."""
    rows = ActivityRow.objects.values_list("reference", "name")
    known = {_identity(reference, name) for reference, name in rows}
    fresh, remarks = [], []
    for draft in read.activities:
        reference = draft.reference.value if draft.reference else ""
        if _identity(reference, draft.name.value) in known:
            remarks.append(Remark(RemarkCode.KNOWN_ACTIVITY, draft.place, draft.name.value, Severity.LOST))
        else:
            fresh.append(draft)
    return fresh, remarks


def _identity(reference: str, name: str) -> str:
    return f"number {reference.casefold()}" if reference else f"name {name.strip().casefold()}"
