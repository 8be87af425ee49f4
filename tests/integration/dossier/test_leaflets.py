"""Leaflets are written, read back, and refused where they are about nothing, about two things, or somebody else's."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

import pytest
from django.utils import translation

from gemeentedossier.dossier.agreements.actions.clauses import remove_clause, write_clause
from gemeentedossier.dossier.agreements.actions.guests import write_own_leaflet
from gemeentedossier.dossier.agreements.actions.leaflets import delete_leaflet, edit_leaflet, record_leaflet
from gemeentedossier.dossier.agreements.actions.participants import record_deviation, withdraw_deviation
from gemeentedossier.dossier.agreements.facts import Agreement, Leaflet, SharedClause
from gemeentedossier.dossier.agreements.models import Agreement as AgreementRow
from gemeentedossier.dossier.agreements.models import Leaflet as LeafletRow
from gemeentedossier.dossier.agreements.queries import agreement_facts, leaflet_facts, leaflets_of
from gemeentedossier.dossier.assets.actions.systems import record_system
from gemeentedossier.dossier.assets.facts import System
from gemeentedossier.dossier.parties.models import Party
from gemeentedossier.foundation.errors import EditedMeanwhile, NotPermitted, Refused
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.queries import actor_for
from tests.integration.guest.partners import agreed, party, somebody_of

KADE = "Zorgbureau Kade"


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    with translation.override("en"):
        yield


def a_leaflet(**more: object) -> Leaflet:
    return replace(Leaflet(new_id(), new_id(), product="Nazorg"), **more)  # type: ignore[arg-type]  # as a test needs it


def somebody_at(ours: Party) -> Actor:
    actor = actor_for(somebody_of(ours).account)
    assert actor
    return actor


def test_a_leaflet_reads_back_as_it_was_written(everyone: Actor) -> None:
    made = record_leaflet(a_leaflet(used_for="Hulp na een opname."), party_name=KADE, by=everyone)
    assert (made.party_name, made.product, made.used_for, made.revision) == (KADE, "Nazorg", "Hulp na een opname.", 0)
    assert leaflets_of([made.party_id]) == (made,)


def test_an_edit_keeps_whose_it_is_and_counts(everyone: Actor) -> None:
    made = record_leaflet(a_leaflet(), party_name=KADE, by=everyone)
    edited = edit_leaflet(replace(made, kept_for="Vijf jaar.", party_id=party("Vreemd").pk), by=everyone)
    assert edited == replace(made, kept_for="Vijf jaar.", revision=1)
    with pytest.raises(EditedMeanwhile):
        edit_leaflet(made, by=everyone)


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"product": " "}, "about one product"),
        ({"system_id": new_id()}, "about one product"),
        ({"product": "…"}, "Write down which product"),
        ({"product": "", "system_id": new_id()}, "not here any more"),
        ({"issued_on": dt.date(2026, 2, 1), "valid_until": dt.date(2026, 1, 31)}, "runs out before"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(wrong: dict[str, object], told: str, everyone: Actor) -> None:
    with pytest.raises(Refused, match=told):
        record_leaflet(a_leaflet(**wrong), party_name=KADE, by=everyone)
    assert not LeafletRow.objects.exists()


def test_a_leaflet_goes_with_a_reason(everyone: Actor) -> None:
    made = record_leaflet(a_leaflet(), party_name=KADE, by=everyone)
    with pytest.raises(Refused, match="Say why"):
        delete_leaflet(made.id, reason=" ", by=everyone)
    delete_leaflet(made.id, reason="De dienst is gestopt.", by=everyone)
    assert not LeafletRow.objects.exists()


def test_a_party_writes_about_its_product_and_not_to_what_it_belongs(everyone: Actor) -> None:
    ours, system = party(KADE), record_system(System(new_id(), "Zorgnet"), by=everyone)
    made = record_leaflet(a_leaflet(product="", system_id=system.id), party_name=KADE, by=everyone)
    untied = replace(made, system_id=None, product="Iets anders", contact="Mira")
    written = write_own_leaflet(untied, by=somebody_at(ours))
    assert written == replace(made, contact="Mira", revision=1)


def test_a_party_writes_a_new_leaflet_under_its_own_agreement(municipality: Municipality) -> None:
    ours = party(KADE)
    covenant, mira = agreed(ours), somebody_at(ours)
    made = write_own_leaflet(a_leaflet(party_id=ours.pk, agreement_id=covenant.id), by=mira)
    assert (made.agreement_id, made.product) == (covenant.id, "Nazorg")


def test_a_party_has_no_leaflet_of_another_and_none_under_the_agreement_of_another(everyone: Actor) -> None:
    ours, theirs = party(KADE), party("Vreemd")
    mira, covenant = somebody_at(ours), agreed(theirs)
    foreign = record_leaflet(a_leaflet(), party_name="Vreemd", by=everyone)
    for taken in (foreign, replace(foreign, party_id=ours.pk)):
        with pytest.raises(LeafletRow.DoesNotExist):
            write_own_leaflet(replace(taken, contact="Mira"), by=mira)
    with pytest.raises(AgreementRow.DoesNotExist):
        write_own_leaflet(a_leaflet(party_id=ours.pk, agreement_id=covenant.id), by=mira)
    assert leaflet_facts(foreign.id) == foreign


def test_who_works_here_does_not_write_for_a_party(everyone: Actor) -> None:
    with pytest.raises((LeafletRow.DoesNotExist, NotPermitted)):
        write_own_leaflet(a_leaflet(party_id=party(KADE).pk), by=everyone)


def clauses_of(covenant: Agreement) -> list[str]:
    return [each.code for each in agreement_facts(covenant.id).clauses]


def test_clauses_stand_by_number_and_are_written_anew_under_their_key(everyone: Actor) -> None:
    covenant, ten = agreed(party(KADE)), SharedClause(new_id(), "10", "Bewaren", "Vijf jaar.")
    for clause in (ten, SharedClause(new_id(), "9.2"), SharedClause(new_id(), "9")):
        write_clause(covenant.id, clause, by=everyone)
    write_clause(covenant.id, replace(ten, text="Zeven jaar."), revision=3, by=everyone)
    assert clauses_of(covenant) == ["9", "9.2", "10"]
    assert agreement_facts(covenant.id).clauses[-1].text == "Zeven jaar."


def test_a_clause_is_not_written_anew_by_who_did_not_read_it(everyone: Actor) -> None:
    covenant, ten = agreed(party(KADE)), SharedClause(new_id(), "10", "Bewaren", "Vijf jaar.")
    write_clause(covenant.id, ten, by=everyone)
    for read in (None, covenant.revision):
        with pytest.raises(EditedMeanwhile):
            write_clause(covenant.id, replace(ten, text=""), revision=read, by=everyone)
    assert agreement_facts(covenant.id).clauses == (ten,)


def test_a_deviation_takes_the_text_of_the_clause_and_keeps_it_when_that_goes(everyone: Actor) -> None:
    ours = party(KADE)
    covenant, clause = agreed(ours), SharedClause(new_id(), "5", "Datalekken", "Binnen 24 uur.")
    write_clause(covenant.id, clause, by=everyone)
    found = record_deviation(
        covenant.id,
        party_id=ours.pk,
        shared_clause_id=clause.id,
        own_text="Binnen 48 uur.",
        reason="Geen nachtdienst.",
        by=everyone,
    ).deviations[0]
    assert (found.clause, found.shared_text, found.shared_clause_id) == ("5", "Binnen 24 uur.", clause.id)
    kept = remove_clause(covenant.id, clause_id=clause.id, reason="Vervallen.", by=everyone).deviations[0]
    assert (kept.clause, kept.shared_text, kept.shared_clause_id) == ("5", "Binnen 24 uur.", None)
    after = withdraw_deviation(covenant.id, deviation_id=kept.id, reason="Er is nachtdienst.", by=everyone)
    assert after.deviations == ()
