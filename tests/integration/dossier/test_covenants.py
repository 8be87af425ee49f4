"""Covenants: participants join, attest, depart from a clause with a reason, and leave."""

import datetime as dt
from typing import Any
from uuid import UUID

import pytest
from django.utils import translation

from gemeentedossier.dossier.agreements.actions.agreements import record_agreement
from gemeentedossier.dossier.agreements.actions.participants import (
    attest_participation,
    join_covenant,
    leave_covenant,
    record_deviation,
)
from gemeentedossier.dossier.agreements.enums import AgreementKind, PartyKind
from gemeentedossier.dossier.agreements.facts import Agreement
from gemeentedossier.dossier.agreements.queries import agreement_facts
from gemeentedossier.dossier.parties.actions.parties import ensure_party
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.trail import Actor

DAY = dt.date(2026, 11, 24)


@pytest.fixture(autouse=True)
def _today_in_english() -> Any:
    with translation.override("en"), clock.clock_at(dt.datetime(2026, 11, 24, 9, tzinfo=dt.UTC)):
        yield


@pytest.fixture
def covenant(everyone: Actor) -> UUID:
    made = Agreement(id=new_id(), name="Samen in de wijk", kind=AgreementKind.COVENANT)
    return record_agreement(made, by=everyone).id


def join(covenant: UUID, by: Actor, *, on: dt.date = DAY) -> UUID:
    party: UUID = ensure_party("Het Baken").pk
    join_covenant(covenant, party_name="Het Baken", kind=PartyKind.CARE_PROVIDER, joined_on=on, by=by)
    return party


def attest(covenant: UUID, party: UUID, by: Actor) -> Agreement:
    words = "Wij houden ons aan het convenant."
    return attest_participation(
        covenant, party_id=party, attested_by="A. Vis, bestuurder", attestation=words, evidence_id=None, by=by
    )


def test_a_party_joins_and_attests(covenant: UUID, everyone: Actor) -> None:
    party = attest(covenant, join(covenant, everyone), everyone).parties[0]
    assert (party.party_name, party.kind, party.joined_on, party.attested_on) == (
        "Het Baken",
        PartyKind.CARE_PROVIDER,
        DAY,
        DAY,
    )


def test_who_takes_part_cannot_join_again(covenant: UUID, everyone: Actor) -> None:
    join(covenant, everyone)
    with pytest.raises(Refused, match="Het Baken takes part already"):
        join(covenant, everyone)


def test_who_left_cannot_attest_and_may_join_anew(covenant: UUID, everyone: Actor) -> None:
    party = join(covenant, everyone, on=dt.date(2026, 1, 1))
    leave_covenant(covenant, party_id=party, left_on=dt.date(2026, 11, 23), reason="Gestopt.", by=everyone)
    with pytest.raises(Refused, match="no longer takes part"):
        attest(covenant, party, everyone)
    join(covenant, everyone)
    assert [(p.joined_on, p.left_on) for p in agreement_facts(covenant).parties] == [(DAY, None)]


def test_nobody_leaves_before_joining(covenant: UUID, everyone: Actor) -> None:
    party = join(covenant, everyone)
    with pytest.raises(Refused, match="left before it joined"):
        leave_covenant(covenant, party_id=party, left_on=dt.date(2026, 11, 1), reason="Gestopt.", by=everyone)


def test_who_does_not_take_part_cannot_attest(covenant: UUID, everyone: Actor) -> None:
    with pytest.raises(Refused, match="Let it join first"):
        attest(covenant, ensure_party("Vreemd").pk, everyone)


def test_a_deviation_has_a_reason_and_is_replaced_for_the_same_clause(covenant: UUID, everyone: Actor) -> None:
    party = join(covenant, everyone)

    def depart(own: str, reason: str) -> Agreement:
        return record_deviation(
            covenant, party_id=party, clause="5", shared_text="24 uur", own_text=own, reason=reason, by=everyone
        )

    with pytest.raises(Refused, match="without a reason"):
        depart("48 uur", " ")
    depart("48 uur", "Geen nachtdienst.")
    found = depart("36 uur", "Nachtdienst vanaf 2027.")
    assert [(d.own_text, d.reason) for d in found.deviations] == [("36 uur", "Nachtdienst vanaf 2027.")]


def test_nobody_joins_another_kind_of_agreement(everyone: Actor) -> None:
    made = record_agreement(Agreement(id=new_id(), name="Hosting", kind=AgreementKind.PROCESSOR), by=everyone)
    with pytest.raises(Refused, match="this kind of agreement"):
        join(made.id, everyone)
