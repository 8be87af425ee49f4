"""A supplier's list of sub-processors beside the chain of an agreement (GDPR 28(2), 28(4))."""

from uuid import UUID

import pytest

from gemeentedossier.assessment.queries import assessment_of
from gemeentedossier.dossier.agreements.actions.rows import insert_agreements
from gemeentedossier.dossier.agreements.enums import AgreementKind
from gemeentedossier.dossier.agreements.facts import Agreement, AgreementParty, SubProcessor
from gemeentedossier.dossier.agreements.queries import agreement_facts
from gemeentedossier.dossier.parties.models import Party
from gemeentedossier.exchange.actions.imports import Imported
from gemeentedossier.exchange.actions.lists import import_list
from gemeentedossier.exchange.actions.undoing import undo_import
from gemeentedossier.exchange.engine.reading import UnreadableFile
from gemeentedossier.exchange.engine.reports import remarks_in
from gemeentedossier.exchange.enums import ListKind
from gemeentedossier.exchange.models import Import
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.ledger.actions import settle
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.trail import Actor

LIST = """Subverwerker;Dienst;Land;Ingeschakeld door
Hosting Noord;hosting;NL;
Mailer Inc.;post versturen;Verenigde Staten;Hosting Noord
"""


@pytest.fixture
def agreement(municipality: Municipality) -> UUID:
    supplier, host, vault = (
        Party.objects.create(name=name).pk for name in ("Zorgsoft BV", "Hosting Noord", "Kluis BV")
    )
    subs = (
        SubProcessor(new_id(), host, party_name="Hosting Noord", listed=True),
        SubProcessor(new_id(), vault, party_name="Kluis BV", listed=True),
    )
    parties = (AgreementParty(new_id(), supplier, party_name="Zorgsoft BV"),)
    made = Agreement(new_id(), "Suite", AgreementKind.PROCESSOR, parties=parties, sub_processors=subs)
    insert_agreements([made])
    return made.id


def imported(text: str, agreement: UUID, by: Actor) -> Imported:
    return import_list(
        text.encode(), what=ListKind.SUB_PROCESSORS, agreement_id=agreement, file_name="bom 2026.csv", by=by
    )


def chain(agreement: UUID) -> list[tuple[str, str | None, bool | None, str]]:
    subs = agreement_facts(agreement).sub_processors
    return [(each.party_name, each.country, each.listed, each.seen_in) for each in subs]


def test_whom_the_agreement_does_not_list_is_seen_and_not_agreed(agreement: UUID, everyone: Actor) -> None:
    found = imported(LIST, agreement, everyone)
    assert chain(agreement) == [
        ("Hosting Noord", "NL", True, ""),
        ("Kluis BV", None, True, ""),
        ("Mailer Inc.", "US", False, "bom 2026.csv"),
    ]
    told = [(each.code, each.original) for each in remarks_in(found.record.report)]
    assert told == [
        ("not_in_list", "Kluis BV"),
        ("filled_in", "Hosting Noord"),
        ("new_party", "Mailer Inc."),
        ("not_agreed", "Mailer Inc."),
    ]
    assert Party.objects.get(name="Mailer Inc.").country == "US"
    assert (found.record.activity_count, found.record.known_count, found.record.changed_count) == (1, 1, 1)


def test_what_a_list_says_of_permission_is_told_and_decides_nothing(agreement: UUID, everyone: Actor) -> None:
    found = imported("Subverwerker;Toestemming gemeente\nHosting Noord;ja\nMailer;ja\n", agreement, everyone)
    told = [
        (each.code, each.original, each.place.row)
        for each in remarks_in(found.record.report)
        if each.field == "sub_processor.permission"
    ]
    assert told == [("says_agreed", "ja", 2), ("says_agreed", "ja", 3)]
    assert chain(agreement)[-1] == ("Mailer", None, False, "bom 2026.csv")


def test_a_sub_processor_that_was_not_agreed_is_a_contradiction(
    municipality: Municipality, agreement: UUID, everyone: Actor
) -> None:
    imported(LIST, agreement, everyone)
    found = [each for each in assessment_of(municipality).findings() if each.rule_id == "subprocessor-not-in-agreement"]
    assert [(each.case.id, each.answer.outcome) for each in found] == [(agreement, "contradicts")]


def test_the_chain_hangs_as_the_list_says(agreement: UUID, everyone: Actor) -> None:
    imported(LIST, agreement, everyone)
    subs = {each.party_name: each for each in agreement_facts(agreement).sub_processors}
    assert subs["Mailer Inc."].above_id == subs["Hosting Noord"].id


BROKEN = {
    "double_sub_processor": "Subverwerker;Land\nMailer;NL\nmailer;DE\n",
    "nobody_above": "Subverwerker;Ingeschakeld door\nMailer;Onbekend BV\n",
    "circle": "Subverwerker;Ingeschakeld door\nMailer;Wolk\nWolk;Mailer\n",
}


@pytest.mark.parametrize("fault", BROKEN)
def test_a_list_that_is_no_chain_is_refused_whole(agreement: UUID, everyone: Actor, fault: str) -> None:
    before = agreement_facts(agreement)
    with pytest.raises(UnreadableFile, match=fault):
        imported(BROKEN[fault], agreement, everyone)
    assert (agreement_facts(agreement), Import.objects.count()) == (before, 0)


def test_a_processor_below_itself_is_refused(agreement: UUID, everyone: Actor) -> None:
    with pytest.raises(UnreadableFile, match="circle"):
        imported("Subverwerker;Ingeschakeld door\nZorgsoft BV;Hosting Noord\n", agreement, everyone)


def test_a_list_without_who_engages_whom_finds_its_place(agreement: UUID, everyone: Actor) -> None:
    imported(LIST, agreement, everyone)
    again = imported("Subverwerker;Dienst\nMailer Inc.;post versturen\n", agreement, everyone)
    assert (again.record.activity_count, again.record.known_count) == (0, 1)
    assert agreement_facts(agreement).revision == 1


def test_a_list_that_nobody_can_check_is_refused_before_it_is_read(agreement: UUID, everyone: Actor) -> None:
    rows = "".join(f"Laag {number};Laag {number - 1}\n" for number in range(1, 20_000))
    with pytest.raises(Refused, match="te lang"):
        imported(f"Subverwerker;Ingeschakeld door\nLaag 0;\n{rows}", agreement, everyone)


def test_an_agreement_of_another_kind_has_no_sub_processors(municipality: Municipality, everyone: Actor) -> None:
    made = Agreement(new_id(), "Convenant", AgreementKind.COVENANT)
    insert_agreements([made])
    with pytest.raises(Refused):
        imported(LIST, made.id, everyone)


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_of_two_lists_that_are_undone_nothing_stays(agreement: UUID, everyone: Actor, order: tuple[int, int]) -> None:
    before, parties = agreement_facts(agreement), set(Party.objects.values_list("name", flat=True))
    more = LIST.replace("post versturen;", "post;") + "Postbode BV;bezorgen;BE;Mailer Inc.\n"
    made = []
    for text in (LIST.replace("Verenigde Staten", ""), more):
        made.append(imported(text, agreement, everyone).record)
        settle()
    for place in order:
        undo_import(made[place].id, by=everyone, reason="proef")
        settle()
    after = agreement_facts(agreement)
    assert (after.sub_processors, after.uses_subprocessors) == (before.sub_processors, before.uses_subprocessors)
    assert set(Party.objects.values_list("name", flat=True)) == parties


def test_undoing_puts_the_chain_back(agreement: UUID, everyone: Actor) -> None:
    before = agreement_facts(agreement)
    undone = undo_import(imported(LIST, agreement, everyone).record.id, by=everyone, reason="verkeerde lijst")
    after = agreement_facts(agreement)
    assert (after.sub_processors, after.uses_subprocessors) == (before.sub_processors, before.uses_subprocessors)
    assert (undone.undone_count, undone.kept_count) == (1, 0)
    assert Party.objects.filter(name="Mailer Inc.").count() == 0
