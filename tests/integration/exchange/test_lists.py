"""Lists of systems and parties: new records at once, known ones filled in, and nothing recorded is overwritten."""

import datetime as dt
from dataclasses import replace

import pytest
from django.db import connection

from gemeentedossier.dossier.assets.actions.systems import edit_system, record_system
from gemeentedossier.dossier.assets.enums import SystemState
from gemeentedossier.dossier.assets.facts import System
from gemeentedossier.dossier.parties.models import Party
from gemeentedossier.dossier.snapshot.queries import dossier_of
from gemeentedossier.exchange.actions.imports import Imported, proposals_for
from gemeentedossier.exchange.actions.lists import import_file, import_list
from gemeentedossier.exchange.actions.stayed import stayed_of
from gemeentedossier.exchange.actions.undoing import undo_import
from gemeentedossier.exchange.engine.reading import UnreadableFile
from gemeentedossier.exchange.engine.reports import remarks_in
from gemeentedossier.exchange.enums import ListKind, SystemField
from gemeentedossier.exchange.models import Import
from gemeentedossier.foundation.errors import NotPermitted
from gemeentedossier.foundation.history import history_table
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.ledger.actions import settle
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.models import Person
from tests.integration.exchange.test_imports import REGISTER

SYSTEMS = """Applicatie;Leverancier;Eigenaar;Status;Einde support;Hosting;RTO;Serienummer
Suite4Zorg;Zorgsoft BV;Jet Jansen;in productie;31-12-2030;Datacenter Zwolle;2 dagen;SN-1
Zaakwijs;Zaakwijs BV;;uitfaseren;;;;SN-2
"""
PARTIES = """Organisatie;Land;E-mailadres;Soort organisatie
Zorgsoft BV;Nederland;info@zorgsoft.example;Leverancier
Thuiszorg De Linde;NL;;Zorgaanbieder
Cloud Ltd;Atlantis;;nee
"""


def imported(text: str, by: Actor, what: ListKind = ListKind.SYSTEMS) -> Imported:
    return import_list(text.encode(), what=what, file_name="lijst.csv", by=by)


def codes(found: Imported) -> list[str]:
    return [each.code for each in remarks_in(found.record.report)]


def test_a_list_becomes_systems_with_their_suppliers(municipality: Municipality, everyone: Actor) -> None:
    Person.objects.create(name="Jet Jansen")
    imported(SYSTEMS, everyone)
    systems = {each.name: each for each in dossier_of(municipality).systems}
    suite = systems["Suite4Zorg"]
    assert (suite.state, suite.supported_until, suite.location) == (
        SystemState.IN_USE,
        dt.date(2030, 12, 31),
        "Datacenter Zwolle",
    )
    assert (suite.owner, suite.recovery_hours, systems["Zaakwijs"].state) == ("Jet Jansen", 48, "phasing_out")
    assert Party.objects.get(pk=suite.supplier_id).name == "Zorgsoft BV"


def test_what_no_field_holds_is_reported_with_its_place(everyone: Actor) -> None:
    found = imported(SYSTEMS, everyone)
    told = [(each.code, each.place.column, each.original) for each in remarks_in(found.record.report)]
    assert {each for each in told if each[0] == "new_party"} == {
        ("new_party", "B", "Zorgsoft BV"),
        ("new_party", "B", "Zaakwijs BV"),
    }
    assert [each for each in told if each[0] != "new_party"] == [
        ("ignored_column", "H", "SN-1"),
        ("no_such_person", "C", "Jet Jansen"),
        ("ignored_column", "H", "SN-2"),
    ]


def test_a_known_system_is_filled_in_and_what_differs_stays(municipality: Municipality, everyone: Actor) -> None:
    record_system(System(id=new_id(), name="suite4zorg", location="Rekencentrum Almere"), by=everyone)
    found = imported(SYSTEMS, everyone)
    suite = next(each for each in dossier_of(municipality).systems if each.name == "suite4zorg")
    assert (suite.location, suite.recovery_hours, suite.revision) == ("Rekencentrum Almere", 48, 1)
    assert (found.record.activity_count, found.record.known_count, found.record.changed_count) == (1, 1, 1)
    assert Party.objects.filter(name="Zaakwijs BV").exists()
    differs = next(each for each in remarks_in(found.record.report) if each.code == "known_differs")
    assert dict(differs.parameters) == {"recorded": "Rekencentrum Almere"}


def test_the_same_list_again_changes_nothing(municipality: Municipality, everyone: Actor) -> None:
    imported(SYSTEMS, everyone)
    before = dossier_of(municipality).systems
    assert imported(SYSTEMS, everyone).is_new is False
    assert imported(f"{SYSTEMS}\n", everyone).record.changed_count == 0
    assert dossier_of(municipality).systems == before


def test_a_list_is_one_verb_in_the_trail(everyone: Actor) -> None:

    imported(SYSTEMS, everyone)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT DISTINCT pgh_context->>'verb' FROM \"{history_table(Party)}\"")
        assert cursor.fetchall() == [("exchange.import_systems",)]


def test_a_list_becomes_parties_and_a_country_that_does_not_exist_is_reported(
    municipality: Municipality, everyone: Actor
) -> None:
    found = imported(PARTIES, everyone, ListKind.PARTIES)
    parties = {each.name: each for each in dossier_of(municipality).parties}
    assert [(each.country, each.contact, each.is_care_provider) for each in parties.values()] == [
        (None, "", False),
        ("NL", "", True),
        ("NL", "info@zorgsoft.example", None),
    ]
    assert codes(found) == ["says_no_care", "no_such_country"]


def test_one_file_can_be_taken_over_as_two_kinds(everyone: Actor) -> None:
    both = "Naam;Leverancier;Land;Contact;Hosting\nSuite;Zorgsoft BV;NL;post;Zwolle\n"
    imported(both, everyone)
    assert imported(both, everyone, ListKind.PARTIES).is_new is True


def test_a_file_of_another_kind_is_told_and_leaves_nothing(everyone: Actor) -> None:
    with pytest.raises(UnreadableFile, match="another_list"):
        imported(SYSTEMS, everyone, ListKind.PARTIES)
    assert (Import.objects.count(), Party.objects.count()) == (0, 0)


@pytest.mark.parametrize(
    ("role", "what", "may"),
    [
        ("privacy_officer", ListKind.REGISTER, True),
        ("privacy_officer", ListKind.SYSTEMS, True),
        ("ciso", ListKind.REGISTER, False),
        ("ciso", ListKind.SYSTEMS, True),
        ("ciso", ListKind.PARTIES, True),
        ("auditor", ListKind.SYSTEMS, False),
        ("process_owner", ListKind.PARTIES, False),
    ],
)
def test_who_may_take_over_which_list(municipality: Municipality, role: str, what: ListKind, may: bool) -> None:
    text = {ListKind.SYSTEMS: SYSTEMS, ListKind.PARTIES: PARTIES, ListKind.REGISTER: REGISTER}[what]
    actor = Actor("x", roles=frozenset({role}))
    if not may:
        with pytest.raises(NotPermitted):
            import_file(text.encode(), what=what, file_name="lijst.csv", by=actor)
    else:
        assert import_file(text.encode(), what=what, file_name="lijst.csv", by=actor).is_new


def test_a_register_is_taken_back_by_who_may_take_it_over(municipality: Municipality, everyone: Actor) -> None:
    register = import_file(REGISTER.encode(), what=ListKind.REGISTER, file_name="r.csv", by=everyone)
    systems = imported(SYSTEMS, everyone)
    ciso = Actor("x", roles=frozenset({"ciso"}))
    undo_import(systems.record.pk, by=ciso, reason="Verkeerd gelezen.")
    with pytest.raises(NotPermitted):
        undo_import(register.record.pk, by=ciso, reason="Verkeerd gelezen.")


def test_a_file_of_which_no_column_is_the_name_is_refused(municipality: Municipality, everyone: Actor) -> None:
    (proposal,) = proposals_for(SYSTEMS.encode(), file_name="lijst.csv", what=ListKind.SYSTEMS)
    nameless = {proposal.table.sheet.name: proposal.mapping.corrected(0, field=SystemField.IGNORE)}
    with pytest.raises(UnreadableFile, match="no_name_column"):
        import_list(SYSTEMS.encode(), what=ListKind.SYSTEMS, file_name="lijst.csv", by=everyone, mappings=nameless)
    assert Import.objects.count() == 0


def test_half_of_a_pair_and_a_day_to_come_are_reported(municipality: Municipality, everyone: Actor) -> None:
    found = imported("Applicatie;Oudste gegeven;Hersteltest;EOL\nSuite;1-1-2001;1-1-2999;31-2-2027\n", everyone)
    (made,) = dossier_of(municipality).systems
    assert (made.oldest_record_on, made.recovery_tested_on, made.supported_until) == (None, None, None)
    assert codes(found) == ["impossible_date", "day_to_come", "half_a_pair"]


def test_undoing_removes_what_is_new_and_opens_what_was_filled_in(municipality: Municipality, everyone: Actor) -> None:
    record_system(System(id=new_id(), name="suite4zorg", location="Rekencentrum Almere"), by=everyone)
    before = dossier_of(municipality)
    undone = undo_import(imported(SYSTEMS, everyone).record.id, by=everyone, reason="oude lijst")
    after = dossier_of(municipality)
    assert [replace(each, revision=0) for each in after.systems] == list(before.systems)
    assert (after.parties, undone.undone_count, undone.kept_count) == (before.parties, 1, 0)


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_of_two_imports_that_are_undone_nothing_stays(
    municipality: Municipality, everyone: Actor, order: tuple[int, int]
) -> None:
    before = dossier_of(municipality)
    made = []
    for text, what in ((SYSTEMS, ListKind.SYSTEMS), (PARTIES, ListKind.PARTIES)):
        made.append(imported(text, everyone, what).record)
        settle()
    for place in order:
        undo_import(made[place].id, by=everyone, reason="proef")
        settle()
    after = dossier_of(municipality)
    assert (after.systems, after.parties) == (before.systems, before.parties)
    assert [each.kept_count for each in Import.objects.all()] == [0, 0]


def test_what_somebody_wrote_after_an_undoing_is_not_opened_by_another(
    municipality: Municipality, everyone: Actor
) -> None:
    record_system(System(id=new_id(), name="Suite4Zorg"), by=everyone)
    first, other = (
        imported("Applicatie;Hosting\nSuite4Zorg;Zwolle\n", everyone),
        imported(PARTIES, everyone, ListKind.PARTIES),
    )
    settle()
    undo_import(first.record.id, by=everyone, reason="proef")
    settle()
    (held,) = dossier_of(municipality).systems
    edit_system(replace(held, location="Zwolle"), by=everyone)
    settle()
    undo_import(other.record.id, by=everyone, reason="proef")
    assert [each.location for each in dossier_of(municipality).systems] == ["Zwolle"]


def test_undoing_leaves_what_somebody_edited_since(municipality: Municipality, everyone: Actor) -> None:
    found = imported(SYSTEMS, everyone)
    made = next(each for each in dossier_of(municipality).systems if each.name == "Zaakwijs")
    edit_system(replace(made, description="zaken"), by=everyone)
    settle()
    undone = undo_import(found.record.id, by=everyone, reason="oude lijst")
    assert [each.name for each in dossier_of(municipality).systems] == ["Zaakwijs"]
    assert (undone.undone_count, undone.kept_count) == (1, 1)
    told = [(each.name, each.why) for each in stayed_of(undone)]
    assert told == [("Zaakwijs", "edited"), ("Zaakwijs BV", "named")]


def test_a_supplier_that_is_not_taken_over_becomes_no_party(municipality: Municipality, everyone: Actor) -> None:
    record_system(System(id=new_id(), name="Suite4Zorg"), supplier="Zorgsoft Nederland BV", by=everyone)
    imported(SYSTEMS, everyone)
    assert [each.name for each in dossier_of(municipality).parties] == ["Zaakwijs BV", "Zorgsoft Nederland BV"]


def test_a_new_party_that_looks_like_a_known_one_is_told(municipality: Municipality, everyone: Actor) -> None:
    imported("Applicatie;Leverancier\nSuite;Cloudwolk Inc\n", everyone)
    found = imported("Applicatie;Leverancier\nPost;Cloudwolk Inc.\n", everyone)
    assert (codes(found), Party.objects.count()) == (["new_party", "looks_like"], 2)


def test_two_new_parties_of_one_list_that_look_alike_are_told(municipality: Municipality, everyone: Actor) -> None:
    found = imported("Partij;Land\nCloudwolk Inc;NL\nCloudwolk Inc.;NL\n", everyone, ListKind.PARTIES)
    assert [each for each in codes(found) if each == "looks_like"] == ["looks_like"]
