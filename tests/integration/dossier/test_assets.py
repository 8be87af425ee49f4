"""Systems and measures as records: who writes them, what is refused, and which evidence shows a measure."""

import datetime as dt
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest
from django.utils import translation

from gemeentedossier.dossier.assets import models
from gemeentedossier.dossier.assets.actions.measures import edit_measure, record_measure, show_measure, unlink_evidence
from gemeentedossier.dossier.assets.actions.systems import delete_system, edit_system, record_system
from gemeentedossier.dossier.assets.actions.writing import insert_assets
from gemeentedossier.dossier.assets.enums import Effect, MeasureState, SystemState, ToolKind
from gemeentedossier.dossier.assets.facts import Measure, System, Tool
from gemeentedossier.dossier.assets.queries import measure_facts, system_facts, tool_facts
from gemeentedossier.dossier.evidence.actions.evidence import add_link
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.errors import EditedMeanwhile, Refused
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.trail import Actor

TODAY = dt.date(2026, 11, 24)


@pytest.fixture(autouse=True)
def _today_in_english() -> Any:
    with translation.override("en"), clock.clock_at(dt.datetime(2026, 11, 24, 9, tzinfo=dt.UTC)):
        yield


def a_system(by: Actor, **more: Any) -> System:
    return record_system(System(new_id(), "Case system", **more), by=by)


def a_measure(by: Actor, name: str = "Logging", **more: Any) -> Measure:
    return record_measure(Measure(new_id(), name, **more), by=by)


def evidence(by: Actor, valid_until: dt.date | None = None) -> UUID:
    found: UUID = add_link("https://a.example/log", seen="Sample of May.", valid_until=valid_until, by=by).pk
    return found


def test_a_system_reads_back_as_recorded(everyone: Actor) -> None:
    made = a_system(
        everyone,
        state=SystemState.LEGACY,
        oldest_record_on=dt.date(2009, 3, 1),
        oldest_record_measured_on=TODAY,
        accounts=40,
        recovery_hours=4,
        loss_hours=1,
    )
    assert system_facts(made.id) == made


def test_the_supplier_is_a_party_by_name(everyone: Actor) -> None:
    made = a_system(everyone)
    edited = edit_system(made, supplier="Cloud BV", by=everyone)
    assert (edited.supplier_id is not None, edited.revision) == (True, 1)


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"oldest_record_on": TODAY}, "Give both the date of the oldest record"),
        ({"oldest_record_on": TODAY, "oldest_record_measured_on": dt.date(2020, 1, 1)}, "younger than the measurement"),
        ({"recovery_tested_on": dt.date(2026, 11, 25)}, "That day is still to come"),
    ],
    ids=["unmeasured", "younger", "ahead"],
)
def test_what_cannot_be_true_of_a_system_is_refused(everyone: Actor, fields: Any, sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        a_system(everyone, **fields)


def test_who_saves_an_older_version_is_told(everyone: Actor) -> None:
    made = a_system(everyone)
    edit_system(replace(made, location="Utrecht"), by=everyone)
    with pytest.raises(EditedMeanwhile):
        edit_system(replace(made, location="Zwolle"), by=everyone)
    assert system_facts(made.id).location == "Utrecht"


def test_two_systems_have_two_names(everyone: Actor) -> None:
    a_system(everyone)
    with pytest.raises(Refused, match="another one called “Case system”"):
        a_system(everyone)


def test_a_system_is_removed_with_a_reason(everyone: Actor) -> None:
    made = a_system(everyone)
    with pytest.raises(Refused, match="Say why"):
        delete_system(made.id, reason=" ", by=everyone)
    delete_system(made.id, reason="Recorded twice.", by=everyone)


def test_a_system_that_another_record_names_stays(everyone: Actor) -> None:
    made = a_system(everyone)
    insert_assets(systems=(), measures=(), tools=[Tool(new_id(), "Form", system_id=made.id)])
    with pytest.raises(Refused, match="Other records still name this system"):
        delete_system(made.id, reason="Recorded twice.", by=everyone)
    assert system_facts(made.id) == made


def test_a_tool_reads_back_as_recorded(everyone: Actor) -> None:
    assert everyone.person_id
    tool = Tool(new_id(), "Writing aid", ToolKind.AI_TOOL, owner_id=everyone.person_id, owner=everyone.name)
    insert_assets(systems=(), measures=(), tools=[tool])
    assert tool_facts(tool.id) == tool
    with pytest.raises(models.Tool.DoesNotExist):
        tool_facts(new_id())


def test_a_measure_names_numbers_of_the_baseline_only(everyone: Actor) -> None:
    made = a_measure(everyone, baseline=("8.15.01", "5.18"), effects=(Effect.LOGGING,), state=MeasureState.DONE)
    assert measure_facts(made.id) == made
    for number in ("8.99.01", "5.21.01"):
        with pytest.raises(Refused, match=f"“{number}” is no control or measure"):
            edit_measure(replace(made, baseline=(number,)), by=everyone)


def test_evidence_shows_a_measure_as_long_as_it_stands(everyone: Actor) -> None:
    made = a_measure(everyone, state=MeasureState.DONE)
    shown = show_measure(made.id, evidence_id=evidence(everyone, dt.date(2026, 12, 31)), by=everyone)
    assert len(shown.evidence_ids) == 1
    with pytest.raises(Refused, match="shows this measure already"):
        show_measure(made.id, evidence_id=shown.evidence_ids[0], by=everyone)


def test_evidence_of_another_measure_that_ran_out_is_refused(everyone: Actor) -> None:
    piece = evidence(everyone, dt.date(2026, 11, 24))
    show_measure(a_measure(everyone, "First").id, evidence_id=piece, by=everyone)
    second = a_measure(everyone, "Second")
    with (
        clock.clock_at(dt.datetime(2026, 11, 26, 9, tzinfo=dt.UTC)),
        pytest.raises(Refused, match="belongs to First and no longer stands"),
    ):
        show_measure(second.id, evidence_id=piece, by=everyone)
    assert measure_facts(second.id).evidence_ids == ()


def test_evidence_that_does_not_show_a_measure_is_unlinked_with_a_reason(everyone: Actor) -> None:
    made, piece = a_measure(everyone), evidence(everyone)
    show_measure(made.id, evidence_id=piece, by=everyone)
    with pytest.raises(Refused, match="Say why this evidence does not show the measure"):
        unlink_evidence(made.id, evidence_id=piece, reason=" ", by=everyone)
    assert unlink_evidence(made.id, evidence_id=piece, reason="Of another system.", by=everyone).evidence_ids == ()
    with pytest.raises(Refused, match="This evidence does not show this measure"):
        unlink_evidence(made.id, evidence_id=piece, reason="Again.", by=everyone)
    assert show_measure(made.id, evidence_id=piece, by=everyone).evidence_ids == (piece,)
