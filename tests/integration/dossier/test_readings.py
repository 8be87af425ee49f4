"""A reading that is replaced, confirmed or ended; a position that is newer; and what rested on them."""

import datetime as dt
from contextlib import nullcontext
from typing import Any
from uuid import UUID

import pytest

from gemeentedossier.dossier.governance.actions.interpretations import (
    confirm_interpretation,
    decide_interpretation,
    end_interpretation,
)
from gemeentedossier.dossier.governance.actions.positions import (
    correct_position,
    edit_matter,
    open_matter,
    record_position,
)
from gemeentedossier.dossier.governance.actions.reliances import (
    carry_to_interpretation,
    carry_to_position,
    end_reliance,
    rely_on_interpretation,
    rely_on_position,
)
from gemeentedossier.dossier.governance.enums import PositionHolder
from gemeentedossier.dossier.governance.models import ContestedMatter, Interpretation, Position, Reliance
from gemeentedossier.dossier.register.actions.activities import insert_activities
from gemeentedossier.dossier.snapshot.queries import dossier_of
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.errors import EditedMeanwhile, Refused
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.trail import Actor
from tests.builders import an_activity

MOMENT = dt.datetime(2026, 11, 24, 9, tzinfo=dt.UTC)
DAY, NEXT_YEAR = dt.date(2026, 11, 24), dt.date(2027, 11, 24)
FIRST, SECOND = UUID(int=7), UUID(int=8)


@pytest.fixture(autouse=True)
def _today() -> Any:
    with clock.clock_at(MOMENT):
        yield


@pytest.fixture(autouse=True)
def _records(municipality: Municipality) -> None:
    """Two records that something can rest on."""
    insert_activities([an_activity(id=key, name=f"Verwerking {key.int}") for key in (FIRST, SECOND)])


def read_so(by: Actor, reading: str = "Meer dan 5.000 mensen.", *, norm: str = "large-scale", **more: Any) -> UUID:
    given = {"reason": "Advies van de FG.", "decided_on": DAY, "review_on": NEXT_YEAR, **more}
    made = decide_interpretation(norm, reading=reading, decided_by_id=by.person_id, by=by, **given)  # type: ignore[arg-type]  # as given
    return made.id


def apply(reading: UUID, record: UUID, by: Actor) -> UUID:
    return rely_on_interpretation(reading, subject_kind="activity", subject_id=record, note="", by=by).id


def matter(by: Actor, title: str = "Wifi-tellingen") -> UUID:
    return open_matter(title, question="Zijn de tellingen persoonsgegevens?", by=by).id


def position(by: Actor, of: UUID, statement: str = "Nee.", *, stated_on: dt.date = DAY) -> UUID:
    made = record_position(
        of,
        holder=PositionHolder.OWN_COUNSEL,
        statement=statement,
        reference="Advies 2026-12",
        stated_on=stated_on,
        by=by,
    )
    return made.id


def decide_on(stated: UUID, record: UUID, by: Actor, note: str = "Geen register.") -> UUID:
    return rely_on_position(stated, subject_kind="activity", subject_id=record, note=note, by=by).id


def rests() -> set[tuple[UUID, UUID | None, str]]:
    return {(r.subject_id, r.interpretation_id or r.position_id, r.note) for r in Reliance.objects.all()}


def test_a_reading_ends_what_it_replaces_in_one_step(everyone: Actor) -> None:
    old = read_so(everyone)
    new = read_so(everyone, "Meer dan 1.000 mensen.", reason="Uitspraak.", replaces_id=old)
    held = {i.id: (i.ended_on, i.ended_because) for i in Interpretation.objects.all()}
    assert held == {old: (DAY, "Uitspraak."), new: (None, "")}


@pytest.mark.parametrize("norm", ["necessity", "large-scale"])
def test_only_a_reading_of_the_same_norm_that_holds_can_be_replaced(everyone: Actor, norm: str) -> None:
    old = read_so(everyone, norm=norm)
    if norm == "large-scale":
        end_interpretation(old, reason="Vervallen.", by=everyone)
    with pytest.raises(Refused):
        read_so(everyone, "Meer dan 1.000 mensen.", replaces_id=old)
    assert Interpretation.objects.count() == 1


def test_a_reading_that_was_looked_at_again_holds_until_the_next_day_of_review(everyone: Actor) -> None:
    held = read_so(everyone)
    confirm_interpretation(held, review_on=dt.date(2028, 11, 24), reason="Nog steeds passend.", by=everyone)
    assert Interpretation.objects.get().review_on == dt.date(2028, 11, 24)


@pytest.mark.parametrize(("review_on", "reason"), [(DAY, "Passend."), (NEXT_YEAR, " ")])
def test_looking_again_asks_a_reason_and_a_day_to_come(everyone: Actor, review_on: dt.date, reason: str) -> None:
    held = read_so(everyone)
    with pytest.raises(Refused):
        confirm_interpretation(held, review_on=review_on, reason=reason, by=everyone)


def test_an_ended_reading_is_neither_confirmed_nor_ended_again(everyone: Actor) -> None:
    held = read_so(everyone)
    end_interpretation(held, reason="Vervallen.", by=everyone)
    with pytest.raises(Refused):
        confirm_interpretation(held, review_on=NEXT_YEAR, reason="Toch.", by=everyone)
    with pytest.raises(Refused):
        end_interpretation(held, reason="Nogmaals.", by=everyone)
    assert Interpretation.objects.get().ended_because == "Vervallen."


def test_a_review_is_never_on_a_day_that_came(everyone: Actor) -> None:
    with pytest.raises(Refused):
        read_so(everyone, review_on=DAY)


def test_records_that_were_looked_at_again_apply_the_new_reading(everyone: Actor) -> None:
    old = read_so(everyone)
    kept = [apply(old, record, everyone) for record in (FIRST, SECOND)]
    new = read_so(everyone, "Meer dan 1.000 mensen.", replaces_id=old)
    carry_to_interpretation(kept[:1], interpretation_id=new, note="Blijft grootschalig.", by=everyone)
    assert rests() == {(FIRST, new, "Blijft grootschalig."), (SECOND, old, "")}


def test_a_record_is_not_carried_to_a_reading_of_another_norm_or_one_that_ended(everyone: Actor) -> None:
    old, other = read_so(everyone), read_so(everyone, norm="necessity")
    kept = apply(old, FIRST, everyone)
    with pytest.raises(Refused, match="iets anders"):
        carry_to_interpretation([kept], interpretation_id=other, note="Gezien.", by=everyone)
    end_interpretation(old, reason="Vervallen.", by=everyone)
    with pytest.raises(Refused):
        carry_to_interpretation([kept], interpretation_id=old, note="Gezien.", by=everyone)
    assert rests() == {(FIRST, old, "")}


@pytest.mark.parametrize(("chosen", "note"), [(0, "Gezien."), (1, " ")])
def test_looking_again_names_records_and_says_what_came_of_it(everyone: Actor, chosen: int, note: str) -> None:
    asked = matter(everyone)
    stated = position(everyone, asked)
    kept = decide_on(stated, FIRST, everyone)
    with pytest.raises(Refused):
        carry_to_position([kept][:chosen], position_id=stated, note=note, by=everyone)


def test_a_decision_rests_on_the_newer_position_or_again_on_the_old_one(everyone: Actor) -> None:
    asked = matter(everyone)
    old, new = position(everyone, asked), position(everyone, asked, "Ja.")
    first, second = decide_on(old, FIRST, everyone), decide_on(old, SECOND, everyone)
    with clock.clock_at(MOMENT + dt.timedelta(days=1)):
        carry_to_position([first], position_id=new, note="Register gemaakt.", by=everyone)
        carry_to_position([second], position_id=old, note="Deze telling niet.", by=everyone)
    assert rests() == {(FIRST, new, "Register gemaakt."), (SECOND, old, "Deze telling niet.")}
    assert {r.recorded_at for r in Reliance.objects.all()} == {MOMENT + dt.timedelta(days=1)}


def test_a_decision_is_not_carried_to_a_position_on_another_matter(everyone: Actor) -> None:
    kept = decide_on(position(everyone, matter(everyone)), FIRST, everyone)
    elsewhere = position(everyone, matter(everyone, "Kentekens"))
    with pytest.raises(Refused, match="iets anders"):
        carry_to_position([kept], position_id=elsewhere, note="Gezien.", by=everyone)


def test_a_record_that_rests_on_both_keeps_one(everyone: Actor) -> None:
    asked = matter(everyone)
    old, new = position(everyone, asked), position(everyone, asked, "Ja.")
    decide_on(new, FIRST, everyone)
    carry_to_position([decide_on(old, FIRST, everyone)], position_id=new, note="Samen.", by=everyone)
    assert rests() == {(FIRST, new, "Samen.")}


def test_nothing_rests_on_it_any_more_with_a_reason(everyone: Actor) -> None:
    kept = decide_on(position(everyone, matter(everyone)), FIRST, everyone)
    with pytest.raises(Refused):
        end_reliance(kept, reason="", by=everyone)
    end_reliance(kept, reason="Telling gestopt.", by=everyone)
    assert rests() == set()


def test_a_matter_and_a_position_can_be_written_down_better(everyone: Actor) -> None:
    asked = matter(everyone)
    stated = position(everyone, asked)
    asking = "Is een geknipt MAC-adres een persoonsgegeven?"
    edit_matter(asked, title="Tellingen", question=asking, revision=0, by=everyone)
    correct_position(
        stated,
        revision=0,
        holder=PositionHolder.OFFICER,
        statement="Nee, mits afgeknipt.",
        reference="Advies 2026-13",
        stated_on=DAY - dt.timedelta(days=1),
        reason="Verkeerd overgenomen.",
        by=everyone,
    )
    assert ContestedMatter.objects.get().title == "Tellingen"
    found = Position.objects.get()
    assert (found.holder, found.statement, found.reference) == ("officer", "Nee, mits afgeknipt.", "Advies 2026-13")


def test_who_edits_what_another_changed_meanwhile_is_told(everyone: Actor) -> None:
    asked = matter(everyone)
    stated = position(everyone, asked)
    edit_matter(asked, title="Tellingen", question="Mag dit?", revision=0, by=everyone)
    with pytest.raises(EditedMeanwhile):
        edit_matter(asked, title="Wifi", question="Mag dat?", revision=0, by=everyone)
    better = {"holder": PositionHolder.OFFICER, "reference": "Advies 1", "stated_on": DAY, "reason": "Beter."}
    correct_position(stated, statement="Nee, mits.", revision=0, by=everyone, **better)  # type: ignore[arg-type]  # as given
    with pytest.raises(EditedMeanwhile):
        correct_position(stated, statement="Ja.", revision=0, by=everyone, **better)  # type: ignore[arg-type]  # as given
    assert (ContestedMatter.objects.get().title, Position.objects.get().statement) == ("Tellingen", "Nee, mits.")


def test_a_matter_that_is_sent_twice_is_recorded_once(everyone: Actor) -> None:
    matter(everyone)
    other = matter(everyone, "Camera's")
    with pytest.raises(Refused, match="wifi-tellingen"):
        matter(everyone, " wifi-tellingen ")
    with pytest.raises(Refused, match="“Wifi-tellingen”"):
        edit_matter(other, title="Wifi-tellingen", question="Mag dit?", revision=0, by=everyone)
    assert ContestedMatter.objects.count() == 2


@pytest.mark.parametrize(
    ("stated_on", "taken"),
    [
        (dt.date(1, 1, 1), False),
        (dt.date(1949, 12, 31), False),
        (dt.date(1950, 1, 1), True),
        (DAY, True),
        (DAY + dt.timedelta(days=1), False),
    ],
)
def test_a_position_is_stated_on_a_day_that_can_be(everyone: Actor, stated_on: dt.date, taken: bool) -> None:
    with nullcontext() if taken else pytest.raises(Refused):
        position(everyone, matter(everyone), stated_on=stated_on)
    assert Position.objects.exists() is taken


@pytest.mark.parametrize("record", [("activity", UUID(int=9)), ("party", FIRST), ("", FIRST)])
def test_only_a_record_that_is_here_can_rest_on_something(everyone: Actor, record: tuple[str, UUID]) -> None:
    reading, stated = read_so(everyone), position(everyone, matter(everyone))
    on = {"subject_kind": record[0], "subject_id": record[1], "note": "Doorgaan.", "by": everyone}
    with pytest.raises(Refused):
        rely_on_interpretation(reading, **on)  # type: ignore[arg-type]  # as given
    with pytest.raises(Refused):
        rely_on_position(stated, **on)  # type: ignore[arg-type]  # as given
    assert rests() == set()


def test_who_ends_what_ended_already_is_told(everyone: Actor) -> None:
    kept = decide_on(position(everyone, matter(everyone)), FIRST, everyone)
    end_reliance(kept, reason="Telling gestopt.", by=everyone)
    with pytest.raises(Refused):
        end_reliance(kept, reason="Nog eens.", by=everyone)


def test_a_position_says_who_recorded_it_and_when(municipality: Municipality, everyone: Actor) -> None:
    position(everyone, matter(everyone))
    (found,) = dossier_of(municipality).matters
    (stated,) = found.positions
    assert (stated.recorded_by_id, stated.recorded_by, stated.recorded_at) == (
        everyone.person_id,
        everyone.name,
        MOMENT,
    )
