"""Decisions about the law and about findings: each with a reason, a person and a day."""

import datetime as dt
from typing import Any
from uuid import UUID

import pytest

from gemeentedossier.dossier.governance.actions.interpretations import decide_interpretation, end_interpretation
from gemeentedossier.dossier.governance.actions.positions import open_matter, record_position
from gemeentedossier.dossier.governance.actions.reliances import (
    rely_on_interpretation,
    rely_on_position,
)
from gemeentedossier.dossier.governance.actions.suppressions import lift_suppression, suppress_finding
from gemeentedossier.dossier.governance.enums import PositionHolder
from gemeentedossier.dossier.governance.models import Interpretation, Reliance, Suppression
from gemeentedossier.dossier.register.actions.activities import insert_activities
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.errors import NotPermitted, Refused
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.trail import Actor
from tests.builders import an_activity

DAY = dt.date(2026, 11, 24)
RECORD = UUID(int=7)


@pytest.fixture(autouse=True)
def _record(municipality: Municipality) -> None:
    """The record that something can rest on."""
    insert_activities([an_activity(id=RECORD)])


@pytest.fixture(autouse=True)
def _today() -> Any:
    with clock.clock_at(dt.datetime(2026, 11, 24, 9, tzinfo=dt.UTC)):
        yield


def suppress(by: Actor, *, reason: str = "Loopt mee in 2027.", days: int = 30, breaks_law: bool = False) -> Suppression:
    return suppress_finding(
        "vague-purpose",
        subject_kind="purpose",
        subject_id=RECORD,
        reason=reason,
        until=DAY + dt.timedelta(days=days),
        breaks_law=breaks_law,
        by=by,
    )


def read_so(by: Actor, reading: str = "Meer dan 5.000 mensen.", **more: Any) -> Interpretation:
    assert by.person_id
    asked = {"norm": "large-scale", "reason": "Advies van de FG.", "decided_on": DAY, **more}
    norm = asked.pop("norm")
    return decide_interpretation(norm, reading=reading, decided_by_id=by.person_id, review_on=None, by=by, **asked)


@pytest.mark.parametrize(("reason", "days"), [("", 30), ("  ", 30), ("Later.", 0), ("Later.", -1), ("Later.", 367)])
def test_a_finding_is_set_aside_with_a_reason_until_a_day_within_a_year(
    everyone: Actor, reason: str, days: int
) -> None:
    with pytest.raises(Refused):
        suppress(everyone, reason=reason, days=days)
    assert Suppression.objects.count() == 0


@pytest.mark.parametrize(
    ("role", "breaks_law", "may"),
    [
        ("privacy_officer", False, True),
        ("privacy_officer", True, False),
        ("executive", False, True),
        ("executive", True, True),
        ("process_owner", False, False),
        ("data_protection_officer", False, False),
    ],
)
def test_who_may_set_what_aside(everyone: Actor, role: str, breaks_law: bool, may: bool) -> None:
    actor = Actor(name="A", person_id=everyone.person_id, roles=frozenset({role}))
    if may:
        assert suppress(actor, breaks_law=breaks_law).suppressed_role == role
    else:
        with pytest.raises(NotPermitted):
            suppress(actor, breaks_law=breaks_law)


def test_setting_aside_again_renews_what_was_there(everyone: Actor) -> None:
    suppress(everyone)
    suppress(everyone, reason="Nog een maand.", days=60)
    assert [(s.reason, s.until) for s in Suppression.objects.all()] == [("Nog een maand.", DAY + dt.timedelta(days=60))]


def test_a_lifted_suppression_stays_readable_and_makes_room(everyone: Actor) -> None:
    lift_suppression(suppress(everyone).id, reason="Toch nodig.", by=everyone)
    suppress(everyone)
    assert [s.lifted_because for s in Suppression.objects.order_by("suppressed_at", "lifted_at")] == ["Toch nodig.", ""]


def test_a_reading_is_of_a_norm_that_the_catalogue_has(everyone: Actor) -> None:
    with pytest.raises(Refused, match="bestaat-niet"):
        read_so(everyone, norm="bestaat-niet")


@pytest.mark.parametrize("lacking", [{"reading": " "}, {"reason": ""}, {"decided_on": DAY + dt.timedelta(days=1)}])
def test_a_reading_needs_words_a_reason_and_a_day_that_came(everyone: Actor, lacking: dict[str, Any]) -> None:
    with pytest.raises(Refused):
        read_so(everyone, **lacking)


def test_a_record_rests_on_one_reading_of_a_norm(everyone: Actor) -> None:
    first, second = read_so(everyone), read_so(everyone, "Meer dan 1.000 mensen.")
    for reading in (first, second, second):
        rely_on_interpretation(reading.id, subject_kind="activity", subject_id=RECORD, note="", by=everyone)
    assert [r.interpretation_id for r in Reliance.objects.all()] == [second.id]


def test_nothing_new_rests_on_an_ended_reading(everyone: Actor) -> None:
    reading = read_so(everyone)
    end_interpretation(reading.id, reason="Uitspraak van de rechter.", by=everyone)
    with pytest.raises(Refused):
        rely_on_interpretation(reading.id, subject_kind="activity", subject_id=RECORD, note="", by=everyone)


def test_a_decision_can_rest_on_a_position(everyone: Actor) -> None:
    matter = open_matter("Wifi-tellingen", question="Zijn de tellingen persoonsgegevens?", by=everyone)
    position = record_position(
        matter.id,
        holder=PositionHolder.OWN_COUNSEL,
        statement="Nee, na hashen en afkappen niet.",
        reference="Advies 2026-12",
        stated_on=DAY,
        by=everyone,
    )
    rely_on_position(position.id, subject_kind="activity", subject_id=RECORD, note="Geen register.", by=everyone)
    assert [(r.position_id, r.note) for r in Reliance.objects.all()] == [(position.id, "Geen register.")]


def test_a_position_says_where_it_can_be_read(everyone: Actor) -> None:
    matter = open_matter("Wifi-tellingen", question="Zijn het persoonsgegevens?", by=everyone)
    with pytest.raises(Refused):
        record_position(
            matter.id, holder=PositionHolder.COURT, statement="Ja.", reference="", stated_on=DAY, by=everyone
        )


def test_no_reading_of_another_municipality_can_be_relied_on(everyone: Actor) -> None:
    with pytest.raises(Interpretation.DoesNotExist):
        rely_on_interpretation(new_id(), subject_kind="activity", subject_id=RECORD, note="", by=everyone)
