"""Shared clauses of a covenant: written with it, named by deviations, and never pulled away from under these."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from django.db import connection
from django.utils import translation

from gemeentedossier.dossier.agreements.actions.agreements import delete_agreement, edit_agreement, record_agreement
from gemeentedossier.dossier.agreements.actions.changing import change
from gemeentedossier.dossier.agreements.actions.participants import attest_participation
from gemeentedossier.dossier.agreements.actions.rows import insert_agreements, insert_leaflets
from gemeentedossier.dossier.agreements.enums import AgreementKind
from gemeentedossier.dossier.agreements.facts import Agreement, AgreementParty, Deviation, Leaflet, SharedClause
from gemeentedossier.dossier.agreements.policies import check_clauses
from gemeentedossier.dossier.agreements.queries import agreement_facts, happenings_of, leaflets_from
from gemeentedossier.dossier.parties.actions.parties import ensure_party
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.rows import live_rows
from gemeentedossier.foundation.trail import Actor, verb

KEEPING, TELLING = SharedClause(new_id(), "3.1", "Bewaren", "Vijf jaar."), SharedClause(new_id(), "3.2")
COVENANT = Agreement(new_id(), "Samen in de wijk", AgreementKind.COVENANT, clauses=(KEEPING, TELLING))
PARTY = new_id()
DEVIATION = Deviation(new_id(), PARTY, "Bewaren", "Vijf jaar.", "Twintig.", "Jeugdwet.", shared_clause_id=KEEPING.id)


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    with translation.override("en"):
        yield


def changed(to: Agreement, by: Actor) -> Agreement:
    return change(to.id, lambda _: to, name="test.change", permission="agreements.edit_agreement", by=by)


def covenant_with_deviation(by: Actor) -> Agreement:
    """A covenant from whose clause on keeping a party departs."""
    party = ensure_party("Het Baken")
    insert_agreements([replace(COVENANT, parties=(AgreementParty(new_id(), party.pk),))])
    stored = agreement_facts(COVENANT.id)
    return changed(replace(stored, deviations=(replace(DEVIATION, party_id=party.pk),)), by)


def test_clauses_stand_in_the_order_in_which_they_were_written(everyone: Actor) -> None:
    with verb("test.insert", by=everyone):
        insert_agreements([COVENANT])
    turned = changed(replace(COVENANT, clauses=(TELLING, KEEPING)), everyone)
    assert turned.clauses == (TELLING, KEEPING)
    assert {each.verb for each in happenings_of(COVENANT.id)} == {"test.insert", "test.change"}


def test_an_edit_of_the_covenant_leaves_its_clauses(everyone: Actor) -> None:
    insert_agreements([COVENANT])
    edited = edit_agreement(replace(COVENANT, name="Samen", clauses=()), by=everyone)
    assert (edited.name, edited.clauses) == ("Samen", (KEEPING, TELLING))


def test_a_new_covenant_begins_without_clauses(everyone: Actor) -> None:
    assert record_agreement(COVENANT, by=everyone).clauses == ()


def test_a_clause_goes_together_with_what_departs_from_it(everyone: Actor) -> None:
    stored = covenant_with_deviation(everyone)
    assert stored.deviations[0].shared_clause_id == KEEPING.id
    bare = changed(replace(stored, clauses=(TELLING,), deviations=()), everyone)
    connection.check_constraints()
    assert (bare.clauses, bare.deviations) == ((TELLING,), ())


def test_a_deviation_may_outlive_its_clause_with_the_text_that_it_had(everyone: Actor) -> None:
    stored = covenant_with_deviation(everyone)
    own = replace(stored.deviations[0], shared_clause_id=None)
    left = changed(replace(stored, clauses=(), deviations=(own,)), everyone)
    connection.check_constraints()
    assert (left.deviations[0].shared_text, left.deviations[0].shared_clause_id) == ("Vijf jaar.", None)


def test_a_clause_that_a_party_departs_from_is_not_pulled_away(everyone: Actor) -> None:
    stored = covenant_with_deviation(everyone)
    with pytest.raises(Refused, match="Add the clause first"):
        changed(replace(stored, clauses=(TELLING,)), everyone)
    assert agreement_facts(COVENANT.id) == stored


@pytest.mark.parametrize(
    "agreement",
    [
        COVENANT,
        replace(COVENANT, kind=None, clauses=()),
        replace(COVENANT, deviations=(DEVIATION,)),
        replace(COVENANT, deviations=(replace(DEVIATION, shared_clause_id=None),)),
        replace(COVENANT, clauses=(), deviations=(replace(DEVIATION, shared_clause_id=None),)),
    ],
)
def test_these_clauses_can_stand_there(agreement: Agreement) -> None:
    check_clauses(agreement)


@pytest.mark.parametrize(
    ("agreement", "sentence"),
    [
        (replace(COVENANT, kind=AgreementKind.PROCESSOR), "stand in a covenant only"),
        (replace(COVENANT, kind=None), "stand in a covenant only"),
        (replace(COVENANT, clauses=(replace(KEEPING, code=" "),)), "Give each shared clause the number"),
        (replace(COVENANT, clauses=(KEEPING, replace(TELLING, code=" 3.1"))), "have the same number"),
        (replace(COVENANT, clauses=(TELLING,), deviations=(DEVIATION,)), "Add the clause first"),
    ],
)
def test_these_clauses_are_refused(agreement: Agreement, sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        check_clauses(agreement)


def test_a_covenant_that_was_a_draft_goes_and_its_leaflet_stays(everyone: Actor) -> None:
    stored = covenant_with_deviation(everyone)
    leaflet = Leaflet(new_id(), stored.parties[0].party_id, agreement_id=stored.id, product="Nazorg")
    insert_leaflets([leaflet])
    delete_agreement(stored.id, reason="Dubbel.", by=everyone)
    connection.check_constraints()
    assert leaflets_from(live_rows, parties={}) == (replace(leaflet, agreement_id=None),)


def test_a_later_attestation_by_staff_is_no_longer_that_of_the_person(everyone: Actor) -> None:
    assert everyone.person_id
    party = ensure_party("Het Baken")
    own = AgreementParty(
        new_id(), party.pk, joined_on=clock.today(), attested_on=clock.today(), attested_by="A. Vis, bestuurder",
        attested_person_id=everyone.person_id,
    )  # fmt: skip
    insert_agreements([replace(COVENANT, parties=(own,))])
    assert agreement_facts(COVENANT.id).parties[0].attested_person == everyone.name
    after = attest_participation(
        COVENANT.id, party_id=party.pk, attested_by="B. Bos", attestation="Ja.", evidence_id=None, by=everyone
    )
    assert (after.parties[0].attested_by, after.parties[0].attested_person_id) == ("B. Bos", None)
