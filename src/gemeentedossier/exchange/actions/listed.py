"""How lists of systems, parties and sub-processors are written: new records at once, known ones filled in."""

from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from uuid import UUID

from django.utils.translation import gettext as _

from gemeentedossier.dossier.agreements.actions.changing import change
from gemeentedossier.dossier.agreements.enums import AgreementKind
from gemeentedossier.dossier.agreements.facts import Agreement
from gemeentedossier.dossier.agreements.policies import check_kind, check_length
from gemeentedossier.dossier.agreements.queries import agreement_facts
from gemeentedossier.dossier.assets import models as assets
from gemeentedossier.dossier.assets.actions.writing import insert_assets, write_record
from gemeentedossier.dossier.assets.queries import systems_from
from gemeentedossier.dossier.parties.actions.parties import insert_parties
from gemeentedossier.dossier.parties.models import Party as PartyRow
from gemeentedossier.dossier.parties.queries import parties_from
from gemeentedossier.exchange.engine.listed.alike import alike, new_in
from gemeentedossier.exchange.engine.listed.merging import key_of
from gemeentedossier.exchange.engine.listed.parties import PartiesBeside
from gemeentedossier.exchange.engine.listed.rows import Draft
from gemeentedossier.exchange.engine.listed.sub_processors import ChainBeside
from gemeentedossier.exchange.engine.listed.systems import SystemsBeside
from gemeentedossier.exchange.facts import DraftListedParty, DraftSubProcessor, DraftSystem, Remark
from gemeentedossier.exchange.rules import IMPORT_LIST
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.doubles import refusing_doubles
from gemeentedossier.foundation.edits import write_difference_of
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.rows import live_rows
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.models import Person
from gemeentedossier.organisation.queries import people_with_roles


@dataclass(frozen=True, slots=True)
class Written:
    """How many records were new, known, and of these filled in; and what must be told of them."""

    new: int
    known: int
    changed: int
    remarks: tuple[Remark, ...]


def write_systems(drafts: Iterable[Draft]) -> Written:
    """Write the systems of a list, with suppliers that are new. Part of a verb."""
    list(assets.System.objects.select_for_update().values_list("id"))
    people = dict(Person.objects.values_list("id", "name"))
    known = systems_from(live_rows, people=people)
    parties = dict(PartyRow.objects.values_list("id", "name"))
    beside = SystemsBeside(
        systems={key_of(each.name): each for each in known},
        parties={key_of(name): key for key, name in parties.items()},
        names={**parties, **people},
        people=_people(),
        today=clock.today(),
        new_id=new_id,
    )
    listed = [draft for draft in drafts if isinstance(draft, DraftSystem)]
    for draft in listed:
        beside.take(draft)
    with _refusing_doubles():
        insert_parties(beside.new_parties)
        insert_assets(systems=beside.new.values(), measures=())
    for before, after in beside.changed.values():
        write_record(assets.System, before, replace(after, revision=before.revision + 1))
    told = {key_of(draft.name.value) for draft in listed}
    count = sum(key_of(each.name) in told for each in known)
    near = alike(new_in(beside.remarks), parties.values())
    return Written(len(beside.new), count, len(beside.changed), (*beside.remarks, *near))


def write_parties(drafts: Iterable[Draft]) -> Written:
    """Write the parties of a list. Part of a verb."""
    list(PartyRow.objects.select_for_update().values_list("id"))
    known = parties_from(live_rows)
    beside = PartiesBeside(parties={key_of(each.name): each for each in known}, new_id=new_id)
    listed = [draft for draft in drafts if isinstance(draft, DraftListedParty)]
    for draft in listed:
        beside.take(draft)
    with _refusing_doubles():
        insert_parties(beside.new.values())
    for before, after in beside.changed.values():
        write_difference_of(PartyRow, before=before, after=replace(after, revision=before.revision + 1))
    told = {key_of(draft.name.value) for draft in listed}
    count = sum(key_of(each.name) in told for each in known)
    near = alike(beside.new_places(), (each.name for each in known))
    return Written(len(beside.new), count, len(beside.changed), (*beside.remarks, *near))


def write_sub_processors(drafts: Iterable[Draft], *, agreement_id: UUID, seen_in: str, by: Actor) -> Written:
    """Put everybody in a supplier's list into the chain of the agreement. Part of a verb.

    Raises Refused where the agreement is none with a processor or they are too many to check, and UnreadableFile
    where the list is no chain.
    """
    listed = [draft for draft in drafts if isinstance(draft, DraftSubProcessor)]
    check_length(len(listed))
    beside = _chain_beside(agreement_facts(agreement_id), seen_in)
    if beside.take(listed) == beside.agreement:
        return _written(beside, ())
    found: list[ChainBeside] = []

    names = list(PartyRow.objects.values_list("name", flat=True))

    def added(stored: Agreement) -> Agreement:
        found.append(_chain_beside(stored, seen_in))
        made = found[0].take(listed)
        with _refusing_doubles():
            insert_parties(found[0].new_parties)
        return made

    name, permission = "exchange.import_sub_processors", IMPORT_LIST
    change(agreement_id, added, name=name, permission=permission, by=by)
    return _written(found[0], names)


def _chain_beside(agreement: Agreement, seen_in: str) -> ChainBeside:
    check_kind(agreement, AgreementKind.PROCESSOR)
    return ChainBeside(
        agreement=agreement,
        parties={key_of(name): key for key, name in PartyRow.objects.values_list("id", "name")},
        seen_in=seen_in,
        today=clock.today(),
        new_id=new_id,
    )


def _written(beside: ChainBeside, known: Iterable[str]) -> Written:
    near = alike(new_in(beside.remarks), known)
    return Written(len(beside.new), len(beside.known), len(beside.filled), (*beside.remarks, *near))


def _people() -> Mapping[str, UUID | None]:
    """Whoever works here, by name and by e-mail address; None where two are called the same."""
    found: dict[str, UUID | None] = {}
    for each in people_with_roles():
        if not each.is_of_a_party:
            for words in {key_of(each.name), key_of(each.email)} - {""}:
                found[words] = None if words in found else each.id
    return found


def _refusing_doubles() -> AbstractContextManager[None]:
    return refusing_doubles(
        _("Somebody recorded one of these names just now. Nothing was taken over; import the file once more.")
    )
