"""Taking over a list of systems, parties or sub-processors: one verb, all or nothing, with the report of a register."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from uuid import UUID

import psycopg
from django.db import DataError

from gemeentedossier.exchange.actions.imports import (
    Imported,
    Mappings,
    digest,
    earlier_import,
    import_register,
    kept_mappings,
    mapping_used,
    wait_for_other_imports,
)
from gemeentedossier.exchange.actions.listed import Written, write_parties, write_sub_processors, write_systems
from gemeentedossier.exchange.engine.kinds import FORMS
from gemeentedossier.exchange.engine.listed.drafting import Drafted, draft_list
from gemeentedossier.exchange.engine.listed.rows import Draft, party_of, sub_processor_of, system_of
from gemeentedossier.exchange.engine.proposing import check_named, propose
from gemeentedossier.exchange.engine.readers import Readers
from gemeentedossier.exchange.engine.reading import Limits, UnreadableFile, Workbook, read_file
from gemeentedossier.exchange.engine.reports import kept_report
from gemeentedossier.exchange.engine.row import Row
from gemeentedossier.exchange.engine.words import words_of_a_file
from gemeentedossier.exchange.enums import FileFault, ListKind
from gemeentedossier.exchange.facts import Taken
from gemeentedossier.exchange.models import Import
from gemeentedossier.exchange.queries import current_resolver, current_vocabulary
from gemeentedossier.exchange.rules import permission_to_import
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.ledger.actions import under_one_moment
from gemeentedossier.foundation.trail import Actor, verb
from gemeentedossier.organisation.permissions import check_permitted

VERBS: Mapping[ListKind, str] = {
    ListKind.SYSTEMS: "exchange.import_systems",
    ListKind.PARTIES: "exchange.import_parties",
    ListKind.SUB_PROCESSORS: "exchange.import_sub_processors",
}
MAKERS: Mapping[ListKind, Callable[[Row, Taken[str]], Draft]] = {
    ListKind.SYSTEMS: system_of,
    ListKind.PARTIES: party_of,
    ListKind.SUB_PROCESSORS: sub_processor_of,
}


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is taken over, from which file, by whom, and to which agreement it belongs."""

    what: ListKind
    file_name: str
    by: Actor
    about: UUID | None


def import_file(
    content: bytes,
    *,
    what: ListKind,
    file_name: str,
    by: Actor,
    agreement_id: UUID | None = None,
    mappings: Mappings | None = None,
) -> Imported:
    """Take over a register or another list; see ``import_register`` and ``import_list``."""
    if what is ListKind.REGISTER:
        return import_register(content, file_name=file_name, by=by, mappings=mappings)
    return import_list(content, what=what, file_name=file_name, by=by, agreement_id=agreement_id, mappings=mappings)


@words_of_a_file()
def import_list(
    content: bytes,
    *,
    what: ListKind,
    file_name: str,
    by: Actor,
    agreement_id: UUID | None = None,
    mappings: Mappings | None = None,
    limits: Limits | None = None,
) -> Imported:
    """Take over a list. The same file again changes nothing, unless its import was undone.

    What is known is found by its name; it is filled in where it was open, and a difference is reported. A list of
    sub-processors belongs to the agreement with ``agreement_id``. UnreadableFile where the file holds no such list.
    """
    check_permitted(by, permission_to_import(what))
    if (what is ListKind.SUB_PROCESSORS) != (agreement_id is not None):
        raise ValueError("A list of sub-processors belongs to an agreement, and no other list does.")
    wait_for_other_imports()
    if found := earlier_import(content, what=what, about=agreement_id):
        return Imported(found, is_new=False)
    workbook = read_file(content, name=file_name, limits=limits or Limits())
    proposals = propose(workbook, vocabulary=current_vocabulary(), form=FORMS[what])
    chosen = mappings if mappings is not None else kept_mappings(proposals, what=what)
    check_named(proposals, chosen, form=FORMS[what])
    drafted = draft_list(
        workbook,
        proposals,
        form=FORMS[what],
        readers=Readers(vocabulary=current_vocabulary(), resolver=current_resolver()),
        make=MAKERS[what],
        mappings=chosen,
    )
    asked = _Asked(what, file_name[:300], by, agreement_id)
    try:
        with verb(VERBS[what], by=by, reason=file_name), under_one_moment():
            written = _write(drafted, asked)
            record = _recorded(asked, content, workbook, mapping_used(proposals, chosen), drafted, written)
    except (DataError, psycopg.DataError, UnicodeEncodeError) as error:
        raise UnreadableFile(FileFault.NOT_STORED) from error
    return Imported(record, is_new=True)


def _write(drafted: Drafted[Draft], asked: _Asked) -> Written:
    if asked.what is ListKind.SYSTEMS:
        return write_systems(drafted.drafts)
    if asked.what is ListKind.PARTIES or asked.about is None:
        return write_parties(drafted.drafts)
    return write_sub_processors(drafted.drafts, agreement_id=asked.about, seen_in=asked.file_name, by=asked.by)


def _recorded(
    asked: _Asked,
    content: bytes,
    workbook: Workbook,
    mapping: Mapping[str, object],
    drafted: Drafted[Draft],
    written: Written,
) -> Import:
    made: Import = Import.objects.create(
        kind=asked.what.value,
        about=asked.about,
        file_name=asked.file_name,
        file_hash=digest(content),
        file_format=workbook.format.value,
        mapping=mapping,
        report=kept_report((*drafted.remarks, *written.remarks)),
        activity_count=written.new,
        known_count=written.known,
        changed_count=written.changed,
        imported_at=clock.now(),
        imported_by_id=asked.by.person_id,
    )
    return made
