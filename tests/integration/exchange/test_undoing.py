"""An import can be taken back: what nobody worked on goes, what somebody worked on stays, and history keeps all."""

from dataclasses import replace

import pytest

from gemeentedossier.dossier.assets.models import Measure, System
from gemeentedossier.dossier.evidence.actions.attestations import attest_criterion
from gemeentedossier.dossier.evidence.enums import Answer
from gemeentedossier.dossier.parties.models import Party
from gemeentedossier.dossier.register.actions.activities import edit_activity
from gemeentedossier.dossier.register.models import Activity, Purpose
from gemeentedossier.dossier.register.queries.activities import activity_facts
from gemeentedossier.dossier.security.actions.access import allow_access
from gemeentedossier.dossier.security.facts import AccessRule
from gemeentedossier.dossier.snapshot.queries import dossier_of, dossier_up_to
from gemeentedossier.exchange.actions.imports import import_register, proposals_for
from gemeentedossier.exchange.actions.undoing import undo_import
from gemeentedossier.exchange.enums import RegisterField
from gemeentedossier.exchange.models import Import
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.errors import NotPermitted, Refused
from gemeentedossier.foundation.history import history_table, rows_at
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.ledger.actions import erase, settle
from gemeentedossier.foundation.ledger.queries import ledger_size
from gemeentedossier.foundation.models import LedgerEntry, Municipality
from gemeentedossier.foundation.tenancy import as_owner
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.models import Unit

REGISTER = """Naam verwerking;Afdeling;Doel;Betrokkenen;Persoonsgegevens;Verwerker;Systeem
Leerlingenvervoer;Jeugd;Vervoer regelen;leerling;NAW-gegevens, BSN;Busbedrijf De Haas;Rittenplanner
Klachten;Bestuur;Klachten afhandelen;inwoner;NAW-gegevens;Klachtenbureau;Zaaksysteem
"""
OTHER = "Naam verwerking;Systeem\nParkeren;Zaaksysteem\n"


def taken_over(everyone: Actor, text: str = REGISTER) -> Import:
    return import_register(text.encode(), file_name="register.csv", by=everyone).record


def names(model: type) -> list[str]:
    return sorted(model.objects.values_list("name", flat=True))


def activity(name: str) -> Activity:
    return Activity.objects.get(name=name)


def test_all_that_a_file_brought_goes(municipality: Municipality, everyone: Actor) -> None:
    before = dossier_of(municipality)
    undone = undo_import(taken_over(everyone).id, by=everyone, reason="verkeerde kolommen")
    after = dossier_of(municipality)
    assert replace(after, moment=before.moment) == before
    assert (undone.undone_count, undone.kept_count) == (2, 0)
    assert [names(model) for model in (Unit, Party, System, Measure)] == [[], [], [], []]


def test_history_keeps_what_went(municipality: Municipality, everyone: Actor) -> None:
    record = taken_over(everyone)
    number = ledger_size()
    undo_import(record.id, by=everyone, reason="verkeerde kolommen")
    settle()
    known = dossier_up_to(municipality, ledger_number=number, moment=clock.now())
    assert sorted(each.name for each in known.activities) == ["Klachten", "Leerlingenvervoer"]
    assert list(rows_at(Activity)) == []


def test_the_file_can_be_taken_over_again(municipality: Municipality, everyone: Actor) -> None:
    first = taken_over(everyone)
    undo_import(first.id, by=everyone, reason="verkeerde kolommen")
    again = import_register(REGISTER.encode(), file_name="register.csv", by=everyone)
    assert (again.is_new, again.record.activity_count, again.record.id != first.id) == (True, 2, True)
    assert names(Activity) == ["Klachten", "Leerlingenvervoer"]


def test_what_somebody_edited_stays_with_what_it_names(municipality: Municipality, everyone: Actor) -> None:
    record = taken_over(everyone)
    facts = activity_facts(activity("Klachten").id)
    edit_activity(replace(facts, name="Klachten afhandelen"), by=everyone)
    settle()
    undone = undo_import(record.id, by=everyone, reason="verkeerde kolommen")
    assert (undone.undone_count, undone.kept_count) == (1, 1)
    assert [names(model) for model in (Activity, Unit, Party, System)] == [
        ["Klachten afhandelen"],
        ["Bestuur"],
        ["Klachtenbureau"],
        ["Zaaksysteem"],
    ]


def test_what_another_record_names_stays(municipality: Municipality, everyone: Actor) -> None:
    record = taken_over(everyone)
    allow_access(
        AccessRule(new_id(), activity("Klachten").id, "klachtbehandelaar", reason="Behandelt de klacht"), by=everyone
    )
    undo_import(record.id, by=everyone, reason="verkeerde kolommen")
    assert names(Activity) == ["Klachten"]


def test_what_somebody_rests_a_decision_on_stays(municipality: Municipality, everyone: Actor) -> None:
    record = taken_over(everyone)
    system = System.objects.get(name="Zaaksysteem")
    attest_criterion(
        "oldest-record-known",
        subject_kind="system",
        subject_id=system.id,
        answer=Answer.NO,
        explanation="Nog niet gemeten.",
        review_on=None,
        by=everyone,
    )
    undo_import(record.id, by=everyone, reason="verkeerde kolommen")
    assert names(System) == ["Zaaksysteem"]


def test_where_history_was_erased_nothing_goes_of_which_nobody_can_tell_whose_it_was(
    municipality: Municipality, everyone: Actor
) -> None:
    record = taken_over(everyone)
    attest_criterion(
        "purpose-vague",
        subject_kind="purpose",
        subject_id=Purpose.objects.get(activity=activity("Klachten")).id,
        answer=Answer.NO,
        explanation="Nog niet gevraagd.",
        review_on=None,
        by=everyone,
    )
    settle()
    kept = LedgerEntry.objects.filter(source=history_table(Purpose)).values_list("number", flat=True)
    with as_owner():
        erase(municipality, numbers=list(kept), because="retention")
    undone = undo_import(record.id, by=everyone, reason="verkeerde kolommen")
    assert (undone.undone_count, undone.kept_count) == (0, 2)
    assert names(Activity) == ["Klachten", "Leerlingenvervoer"]


def test_columns_of_an_import_that_was_undone_are_not_proposed_again(everyone: Actor) -> None:
    def proposed() -> list[RegisterField]:
        (proposal,) = proposals_for(OTHER.encode(), file_name="register.csv")
        return [each.field for each in proposal.mapping.columns]

    before = proposed()
    (proposal,) = proposals_for(OTHER.encode(), file_name="register.csv")
    misread = {proposal.table.sheet.name: proposal.mapping.corrected(1, field=RegisterField.REMARKS)}
    record = import_register(OTHER.encode(), file_name="register.csv", by=everyone, mappings=misread).record
    assert proposed() == [RegisterField.NAME, RegisterField.REMARKS]
    undo_import(record.id, by=everyone, reason="verkeerde kolommen")
    assert proposed() == before


def test_what_another_file_names_too_stays(municipality: Municipality, everyone: Actor) -> None:
    record = taken_over(everyone)
    taken_over(everyone, OTHER)
    undo_import(record.id, by=everyone, reason="verkeerde kolommen")
    assert (names(Activity), names(System)) == (["Parkeren"], ["Zaaksysteem"])


def test_an_import_is_undone_once_and_for_a_reason(municipality: Municipality, everyone: Actor) -> None:
    record = taken_over(everyone)
    with pytest.raises(Refused, match="waarom"):
        undo_import(record.id, by=everyone, reason=" ")
    undo_import(record.id, by=everyone, reason="verkeerde kolommen")
    with pytest.raises(Refused, match="al ongedaan"):
        undo_import(record.id, by=everyone, reason="nog eens")


def test_who_may_not_import_may_not_undo(municipality: Municipality, everyone: Actor) -> None:
    record = taken_over(everyone)
    with pytest.raises(NotPermitted):
        undo_import(record.id, by=Actor("Jo", roles=frozenset({"process_owner"})), reason="omdat")
