"""How far the steps of the method are, by what is recorded."""

import datetime as dt
from collections import Counter
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest

from gemeentedossier.assessment.enums import Outcome
from gemeentedossier.assessment.standing import judge
from gemeentedossier.catalogue.facts.method import MethodCount
from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.dossier.governance.facts import PlannedStep
from gemeentedossier.dossier.register.enums import ProcessingState, RecordState
from gemeentedossier.dossier.risks.enums import PrescanVerdict
from gemeentedossier.dossier.risks.facts import ImpactAssessment, Prescan
from gemeentedossier.dossier.security.facts import Classification
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.exchange.example.dossier import example_dossier
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.method.engine.counts import counted
from gemeentedossier.method.engine.progress import of_rules, path_of, plan_terms, steps_of
from gemeentedossier.method.enums import PlanTermKind, StepState
from gemeentedossier.method.facts import Path
from gemeentedossier.organisation.enums import ControllerKind, Role
from gemeentedossier.organisation.facts import Controller, Organisation, Person, RoleAssignment, Unit
from tests.builders import an_activity

MOMENT = dt.datetime(2026, 11, 28, 12, tzinfo=dt.UTC)
TODAY, YESTERDAY = dt.date(2026, 11, 28), dt.date(2026, 11, 27)
NOOR = Person(UUID(int=1), "Noor", roles=(RoleAssignment(Role.PRIVACY_OFFICER),))
EMPTY = Dossier(organisation=Organisation(UUID(int=9), "leeg", "Leeg"), moment=MOMENT)


def path(dossier: Dossier) -> Path:
    catalogue = current_catalogue()
    return path_of(judge(dossier, catalogue), catalogue)


def state(dossier: Dossier, step: str) -> StepState:
    found = path(dossier).step(step)
    assert found is not None
    return found.state


def with_organisation(**fields: Any) -> Dossier:
    return replace(EMPTY, organisation=replace(EMPTY.organisation, **fields))


def of_one(count: MethodCount, dossier: Dossier) -> StepState:
    return counted(count, judge(dossier, current_catalogue()), every=True).state


def test_an_empty_municipality_begins_with_who_it_is() -> None:
    found = path(EMPTY)
    assert found.next_step is not None
    assert (found.next_step.step.id, found.next_step.state) == ("record-the-organisation", StepState.OPEN)
    assert sum(each.is_closed for each in found.steps) == 0


def test_a_step_is_done_as_soon_as_the_dossier_says_so() -> None:
    body = Controller(new_id(), ControllerKind.COLLEGE, "College")
    one = with_organisation(controllers=(body,))
    every = with_organisation(
        controllers=(body,), contact_point="privacy@leeg.example", units=(Unit(new_id(), "Zorg"),)
    )
    assert state(one, "record-the-organisation") is StepState.BEGUN
    assert state(every, "record-the-organisation") is StepState.DONE
    assert path(every).next_step == path(every).step("settle-roles")


def test_a_role_that_ended_yesterday_counts_no_more() -> None:
    def held(until: dt.date) -> Dossier:
        return with_organisation(people=(replace(NOOR, roles=(RoleAssignment(Role.CISO, ends_on=until),)),))

    assert of_one(MethodCount.SECURITY_OFFICERS, held(TODAY)) is StepState.DONE
    assert of_one(MethodCount.SECURITY_OFFICERS, held(YESTERDAY)) is StepState.OPEN


@pytest.mark.parametrize(
    ("count", "fields", "expected"),
    [
        (MethodCount.ACTIVITIES_ADOPTED, {}, StepState.OPEN),
        (MethodCount.ACTIVITIES_ADOPTED, {"record_state": RecordState.UNDER_REVIEW}, StepState.OPEN),
        (MethodCount.ACTIVITIES_ADOPTED, {"record_state": RecordState.ADOPTED}, StepState.DONE),
        (MethodCount.ACTIVITIES_ADOPTED, {"record_state": RecordState.PUBLISHED}, StepState.DONE),
        (MethodCount.ACTIVITIES_ADOPTED, {"processing_state": ProcessingState.ENDED}, StepState.UNKNOWN),
        (MethodCount.ACTIVITIES_CONFIRMED, {"last_confirmed_on": dt.date(2025, 11, 28)}, StepState.DONE),
        (MethodCount.ACTIVITIES_CONFIRMED, {"last_confirmed_on": dt.date(2025, 11, 27)}, StepState.OPEN),
        (MethodCount.ACTIVITIES_WITH_MEASURES, {"measure_ids": (UUID(int=7),)}, StepState.DONE),
        (MethodCount.ACTIVITIES_WITH_MEASURES, {}, StepState.OPEN),
        (MethodCount.ACTIVITIES_OWNED, {"owner_id": NOOR.id}, StepState.DONE),
        (MethodCount.ACTIVITIES_OWNED, {"owner_id": UUID(int=8)}, StepState.OPEN),
    ],
)
def test_an_activity_counts_by_its_own_facts(count: MethodCount, fields: dict[str, Any], expected: StepState) -> None:
    dossier = replace(with_organisation(people=(NOOR,)), activities=(an_activity(**fields),))
    assert of_one(count, dossier) is expected


def test_levels_count_once_all_three_are_given_and_approved() -> None:
    activity = an_activity()
    levels = Classification(new_id(), activity.id, 2, "", 2, "", 3, "", NOOR.id, NOOR.name, MOMENT)
    one = replace(EMPTY, activities=(activity,))
    states = [
        of_one(MethodCount.ACTIVITIES_CLASSIFIED, replace(one, classifications=(each,)))
        for each in (levels, replace(levels, approved_at=None), replace(levels, integrity=None))
    ]
    assert states == [StepState.DONE, StepState.OPEN, StepState.OPEN]


@pytest.mark.parametrize(
    ("decision", "version", "expected"),
    [
        (None, 0, StepState.UNKNOWN),
        (PrescanVerdict.REQUIRED, 0, StepState.OPEN),
        (PrescanVerdict.REQUIRED, 1, StepState.DONE),
        (PrescanVerdict.NOT_REQUIRED, 0, StepState.NOT_ASKED),
    ],
)
def test_an_assessment_is_asked_once_somebody_decided_that_it_is_needed(
    decision: PrescanVerdict | None, version: int, expected: StepState
) -> None:
    activity = an_activity()
    dossier = replace(
        EMPTY,
        activities=(activity,),
        prescans=(Prescan(new_id(), activity.id, decision=decision),),
        impact_assessments=(ImpactAssessment(new_id(), "DPIA", version=version, activity_ids=(activity.id,)),),
    )
    assert of_one(MethodCount.ACTIVITIES_ASSESSED, dossier) is expected


@pytest.mark.parametrize(
    ("decision", "looked", "expected"),
    [
        (None, True, StepState.OPEN),
        (PrescanVerdict.REQUIRED, False, StepState.DONE),
        (PrescanVerdict.NOT_REQUIRED, False, StepState.OPEN),
        (PrescanVerdict.NOT_REQUIRED, True, StepState.DONE),
    ],
)
def test_the_pre_scan_is_done_by_a_yes_and_by_a_no_after_list_and_criteria(
    decision: PrescanVerdict | None, expected: StepState, *, looked: bool
) -> None:
    seen = () if looked else None
    activity = an_activity(authority_list_items=seen, european_criteria=seen)
    dossier = replace(EMPTY, activities=(activity,), prescans=(Prescan(new_id(), activity.id, decision=decision),))
    assert state(dossier, "prescan") is expected


def test_the_plan_is_done_once_each_open_step_has_somebody_and_a_day() -> None:
    others = [each.id for each in current_catalogue().method_steps if each.id != "make-the-plan"]
    plan = tuple(PlannedStep(new_id(), each, NOOR.id, TODAY) for each in others)
    here = with_organisation(people=(NOOR,))
    assert state(here, "make-the-plan") is StepState.OPEN
    assert state(replace(here, planned_steps=plan[1:]), "make-the-plan") is StepState.BEGUN
    assert state(replace(here, planned_steps=plan), "make-the-plan") is StepState.DONE


def test_a_step_of_who_left_is_to_be_taken_over() -> None:
    def led(until: dt.date) -> bool | None:
        person = replace(NOOR, roles=(RoleAssignment(Role.CISO, ends_on=until),))
        plan = PlannedStep(new_id(), "classify", NOOR.id, TODAY)
        found = path(replace(with_organisation(people=(person,)), planned_steps=(plan,))).step("classify")
        return found and found.is_led

    assert [led(day) for day in (TODAY, YESTERDAY)] == [True, False]


def test_a_step_is_late_from_the_day_after_its_day() -> None:
    planned = replace(EMPTY, planned_steps=(PlannedStep(new_id(), "classify", NOOR.id, TODAY),))
    found = path(planned).step("classify")
    assert found is not None
    assert [found.is_late(day) for day in (TODAY, TODAY + dt.timedelta(days=1))] == [False, True]


def test_the_plan_asks_only_what_is_not_done() -> None:
    whole = with_organisation(
        controllers=(Controller(new_id(), ControllerKind.COLLEGE, "College"),),
        contact_point="privacy@leeg.example",
        units=(Unit(new_id(), "Zorg"),),
    )
    done, todo = (PlannedStep(new_id(), each, NOOR.id, TODAY) for each in ("record-the-organisation", "classify"))
    found = path(replace(whole, planned_steps=(done, todo)))
    assert [(each.on, each.kind, each.place) for each in plan_terms(found, "nl")] == [
        (TODAY, PlanTermKind.STEP, "classify")
    ]
    assert [each.step.id for each in steps_of(found, NOOR.id)] == ["classify"]
    assert steps_of(found, UUID(int=5)) == ()


def test_a_record_that_lacks_something_is_named() -> None:
    activity = an_activity(name="Leerlingenvervoer")
    found = path(replace(EMPTY, activities=(activity,))).step("classify")
    assert found is not None
    assert [each.name for each in found.conditions[0].counted.lacking] == ["Leerlingenvervoer"]


def test_what_this_room_does_not_count_by_itself_is_the_plan_only() -> None:
    judged = judge(EMPTY, current_catalogue())
    silent = [each for each in MethodCount if not _counts(each, judged)]
    assert silent == [MethodCount.STEPS_PLANNED]


def _counts(count: MethodCount, judged: Any) -> bool:
    try:
        counted(count, judged, every=True)
    except KeyError:
        return False
    return True


def test_the_example_is_under_way() -> None:
    dossier = replace(example_dossier(current_catalogue()), moment=MOMENT)
    states = {each.state for each in path(dossier).steps}
    assert states >= {StepState.DONE, StepState.BEGUN}


def test_of_criteria_only_those_are_named_that_still_ask_something() -> None:
    outcomes = {
        "officer-designated": Counter({Outcome.MET: 1}),
        "officer-known": Counter({Outcome.MET: 1, Outcome.GAP: 1}),
        "elsewhere": Counter({Outcome.NOT_APPLICABLE: 3}),
    }
    assert of_rules(outcomes, outcomes).criteria == ("officer-known",)
