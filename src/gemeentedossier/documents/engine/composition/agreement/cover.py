"""Who agreed, and what it is about: linked to the register, in which the purposes and data stand."""

from collections.abc import Iterator

from gemeentedossier.documents.engine.blocks import Block, DefinitionList, Section, Text
from gemeentedossier.documents.engine.composition.material import Desk
from gemeentedossier.documents.engine.composition.records import Record, category_names, record
from gemeentedossier.dossier.agreements.enums import AgreementKind
from gemeentedossier.dossier.agreements.facts import Agreement, AgreementParty
from gemeentedossier.dossier.register.facts import Activity

OURS = {
    AgreementKind.PROCESSOR: "role.controller",
    AgreementKind.JOINT_CONTROLLERS: "role.joint_controller",
    AgreementKind.DATA_SUPPLY: "party.independent_controller",
    AgreementKind.COVENANT: "party.independent_controller",
}
"""What the municipality is in an agreement of a kind."""


def parties(desk: Desk, agreement: Agreement) -> Section:
    """The bodies of the municipality that are bound, and the others."""
    w = desk.w
    rows = [*_bodies(desk, agreement), *(_party(desk, agreement, each) for each in agreement.parties)]
    table = w.table("g.parties.caption", ("column.party", "column.role"), rows)
    return desk.section("g.parties.heading", "parties", [table])


def _covered(desk: Desk, agreement: Agreement) -> tuple[Activity, ...]:
    return tuple(each for key in agreement.activity_ids if (each := desk.by_id.get(key)))


def _bodies(desk: Desk, agreement: Agreement) -> Iterator[tuple[Text, ...]]:
    """The controllers of what it covers; the municipality itself where none is recorded."""
    w = desk.w
    covered = _covered(desk, agreement)
    names = dict.fromkeys(name for each in covered for name in each.controllers)
    because = desk.fields(covered, "controllers") or w.origins.organisation("name")
    municipality = w.one("g.parties.municipality", municipality=w.dossier.organisation.name).text
    told = ", ".join([municipality, *names])
    role = w.word(OURS[agreement.kind]) if agreement.kind in OURS else ""
    yield w.value(told, because=because, slot="municipality"), w.said(role, *because, slot="own-role")


def _party(desk: Desk, agreement: Agreement, party: AgreementParty) -> tuple[Text, ...]:
    kept = record(desk.w, "agreement", agreement, agreement.name)
    role = desk.w.word(f"party.{party.role.value if party.role else 'unknown'}")
    because = kept.origins("parties")
    return (
        desk.w.value(party.party_name, because=because, slot=f"party-{party.id}"),
        desk.w.said(role, *because, slot=f"role-{party.id}"),
    )


def subject(desk: Desk, agreement: Agreement) -> Section:
    """What it is about: the work, the purposes, the data and the people."""
    w, kept = desk.w, record(desk.w, "agreement", agreement, agreement.name)
    entries = [
        w.definition("label.about", kept.words(agreement.subject, "subject")),
        w.definition("label.activities", _activities(desk, agreement, kept)),
        w.definition("label.purposes", _purposes(desk, agreement, kept)),
        w.definition("label.data", kept.cell(_data(desk, agreement), "data_categories")),
        w.definition("label.people", kept.cell(_people(desk, agreement), "subject_categories")),
        w.definition("label.systems", kept.cell(_systems(desk, agreement), "system_ids")),
    ]
    blocks: list[Block] = [w.paragraph("g.subject.intro"), DefinitionList(tuple(entries))]
    return desk.section("g.subject.heading", "subject", blocks)


def _activities(desk: Desk, agreement: Agreement, kept: Record) -> Text:
    return kept.cell(desk.w.listed(each.name for each in _covered(desk, agreement)), "activity_ids")


def _purposes(desk: Desk, agreement: Agreement, kept: Record) -> Text:
    """The purposes that were chosen; where none was, those that the register has for the activities it covers."""
    covered = _covered(desk, agreement)
    found = [purpose for each in covered for purpose in each.purposes]
    chosen = [each for each in found if each.id in agreement.purpose_ids] or found
    because = (*kept.origins("purpose_ids"), *desk.fields(covered, "purposes"))
    return desk.w.value_or_unknown(desk.w.listed(each.text for each in chosen if each.text), *because, slot="purposes")


def _data(desk: Desk, agreement: Agreement) -> str:
    known = desk.w.catalogue.data_categories
    return category_names(desk.w, known, agreement.data_categories or (), agreement.data_categories_own)


def _people(desk: Desk, agreement: Agreement) -> str:
    known = desk.w.catalogue.subject_categories
    return category_names(desk.w, known, agreement.subject_categories or (), agreement.subject_categories_own)


def _systems(desk: Desk, agreement: Agreement) -> str:
    return desk.w.listed(each.name for each in desk.w.dossier.systems if each.id in agreement.system_ids)
