"""Log reviews, exclusions and plans for an outage as records: who writes them, and what is refused."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from django.utils import translation

from gemeentedossier.dossier.assets.actions.measures import record_measure
from gemeentedossier.dossier.assets.actions.systems import record_system
from gemeentedossier.dossier.assets.facts import Measure, System
from gemeentedossier.dossier.register.actions.activities import create_activity
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.security.actions.continuity import plan_continuity
from gemeentedossier.dossier.security.actions.exclusions import decide_exclusion, propose_exclusion, withdraw_exclusion
from gemeentedossier.dossier.security.actions.reviews import (
    change_log_review,
    end_log_review,
    follow_up_review,
    plan_log_review,
    review_log,
)
from gemeentedossier.dossier.security.facts import Continuity, ControlExclusion, LogReview, LogReviewPlan
from gemeentedossier.dossier.security.queries import continuities_from, exclusions_from, log_review_plans_from
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.errors import EditedMeanwhile, NotPermitted, Refused
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.rows import live_rows
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.models import Person
from tests.builders import an_activity

DAY = dt.date(2026, 11, 24)
YESTERDAY, TOMORROW = DAY - dt.timedelta(days=1), DAY + dt.timedelta(days=1)


@pytest.fixture(autouse=True)
def _today_in_english() -> Any:
    with translation.override("en"), clock.clock_at(dt.datetime(2026, 11, 24, 9, tzinfo=dt.UTC)):
        yield


@pytest.fixture
def activity(everyone: Actor) -> Activity:
    made = an_activity()
    create_activity(made, by=everyone)
    return made


@pytest.fixture
def plan(everyone: Actor) -> LogReviewPlan:
    system = record_system(System(new_id(), "Archive"), by=everyone)
    asked = LogReviewPlan(new_id(), system.id, "Who read files outside their team.", 3, YESTERDAY, "Ten at random.")
    return plan_log_review(asked, by=everyone)


def plans() -> tuple[LogReviewPlan, ...]:
    return log_review_plans_from(live_rows, people={})


def excluded() -> tuple[ControlExclusion, ...]:
    return exclusions_from(live_rows, people={})


def a_review(by: Actor, **more: Any) -> LogReview:
    assert by.person_id
    return replace(LogReview(new_id(), DAY, by.person_id, "Nothing."), **more)


def another(by: Actor) -> Actor:
    person = Person.objects.create(name="Wie beslist")
    return replace(by, name=person.name, person_id=person.id)


def test_a_plan_and_its_reviews_read_back(everyone: Actor, plan: LogReviewPlan) -> None:
    review = a_review(everyone, sample="Ten files.", findings="One without a task.", follow_up="Ask the team.")
    review_log(plan.id, review, by=everyone)
    assert plans() == (replace(plan, reviews=(review,)),)
    follow_up_review(
        review.id, follow_up="Right withdrawn.", followed_up_on=DAY, read=review.follow_up_mark, by=everyone
    )
    assert plans()[0].reviews == (replace(review, follow_up="Right withdrawn.", followed_up_on=DAY),)


def test_what_another_wrote_of_a_follow_up_is_not_overwritten(everyone: Actor, plan: LogReviewPlan) -> None:
    review = a_review(everyone, findings="One without a task.")
    review_log(plan.id, review, by=everyone)
    follow_up_review(review.id, follow_up="Asked.", followed_up_on=None, read=review.follow_up_mark, by=everyone)
    with pytest.raises(EditedMeanwhile):
        follow_up_review(review.id, follow_up="Nothing.", followed_up_on=DAY, read=review.follow_up_mark, by=everyone)
    assert (plans()[0].reviews[0].follow_up, plans()[0].reviews[0].followed_up_on) == ("Asked.", None)


def test_who_looks_at_a_log_is_who_says_so(everyone: Actor, plan: LogReviewPlan) -> None:
    review_log(plan.id, a_review(everyone, done_by_id=another(everyone).person_id), by=everyone)
    assert plans()[0].reviews[0].done_by_id == everyone.person_id


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"findings": " "}, "also that nothing was"),
        ({"done_on": TOMORROW}, "still to come"),
        ({"done_on": YESTERDAY - dt.timedelta(days=1)}, "The plan did not hold"),
        ({"followed_up_on": DAY}, "Say what was done"),
        ({"follow_up": "Closed.", "followed_up_on": YESTERDAY}, "between the review and today"),
        ({"follow_up": "Closed.", "followed_up_on": TOMORROW}, "between the review and today"),
        ({"evidence_id": new_id()}, "This evidence is not here"),
    ],
    ids=["empty", "tomorrow", "before the plan", "done without what", "done before", "done tomorrow", "strange file"],
)
def test_what_is_no_review_is_refused(everyone: Actor, plan: LogReviewPlan, fields: Any, sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        review_log(plan.id, a_review(everyone, **fields), by=everyone)
    assert plans()[0].reviews == ()


@pytest.mark.parametrize(
    ("role", "plans_it", "looks"),
    [
        ("ciso", True, True),
        ("privacy_officer", True, True),
        ("data_protection_officer", False, True),
        ("process_owner", False, False),
        ("executive", False, False),
        ("auditor", False, False),
    ],
)
def test_who_may_plan_and_look(everyone: Actor, plan: LogReviewPlan, role: str, plans_it: bool, looks: bool) -> None:
    actor = replace(everyone, roles=frozenset({role}))
    with pytest.raises(Refused) as planned:
        plan_log_review(replace(plan, looks_at=""), by=actor)
    with pytest.raises(Refused) as looked:
        review_log(plan.id, a_review(everyone, findings=""), by=actor)
    assert (planned.type is NotPermitted, looked.type is NotPermitted) == (not plans_it, not looks)


def test_a_plan_is_changed_and_ended_but_not_behind_somebodys_back(everyone: Actor, plan: LogReviewPlan) -> None:
    changed = change_log_review(replace(plan, every_months=1, system_id=new_id()), by=everyone)
    assert plans() == (replace(plan, every_months=1, revision=1),) == (changed,)
    with pytest.raises(EditedMeanwhile):
        change_log_review(plan, by=everyone)
    end_log_review(plan.id, ended_on=DAY, reason="System stops.", by=everyone)
    with pytest.raises(Refused, match="The plan did not hold"):
        review_log(plan.id, a_review(everyone), by=everyone)
    with pytest.raises(Refused, match="ended already"):
        end_log_review(plan.id, ended_on=DAY, reason="Again.", by=everyone)


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"looks_at": ""}, "Say what is looked at"),
        ({"every_months": 0}, "at least 1"),
        ({"system_id": new_id()}, "This system is not here"),
    ],
    ids=["nothing", "never", "strange system"],
)
def test_what_is_no_plan_is_refused(everyone: Actor, plan: LogReviewPlan, fields: Any, sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        plan_log_review(replace(plan, id=new_id(), **fields), by=everyone)


def test_a_plan_cannot_end_before_it_begins(everyone: Actor, plan: LogReviewPlan) -> None:
    with pytest.raises(Refused, match="before it begins"):
        end_log_review(plan.id, ended_on=YESTERDAY - dt.timedelta(days=1), reason="Stops.", by=everyone)
    with pytest.raises(Refused, match="no longer looked at"):
        end_log_review(plan.id, ended_on=DAY, reason="", by=everyone)


def test_an_exclusion_is_proposed_by_one_and_decided_by_another(everyone: Actor) -> None:
    key, decider = propose_exclusion("8.15", reason="No logs here.", review_on=TOMORROW, by=everyone), another(everyone)
    with pytest.raises(Refused, match="Let another executive decide"):
        decide_exclusion(key, granted=True, because="Agreed.", by=everyone)
    decide_exclusion(key, granted=True, because="Agreed.", by=decider)
    (found,) = excluded()
    assert (found.number, found.granted, found.decided_by_id) == ("8.15", True, decider.person_id)
    with pytest.raises(Refused, match="decided already"):
        decide_exclusion(key, granted=False, because="No.", by=decider)


def test_what_was_refused_can_be_proposed_again_and_what_was_granted_withdrawn(everyone: Actor) -> None:
    key, decider = propose_exclusion("8.15", reason="No logs.", review_on=None, by=everyone), another(everyone)
    decide_exclusion(key, granted=False, because="There are.", by=decider)
    assert propose_exclusion("8.15", reason="Logs are elsewhere.", review_on=None, by=everyone) == key
    assert (excluded()[0].granted, excluded()[0].decided_because) == (None, "")
    decide_exclusion(key, granted=True, because="Agreed.", by=decider)
    with pytest.raises(Refused, match="excluded already"):
        propose_exclusion("8.15", reason="Once more.", review_on=None, by=everyone)
    withdraw_exclusion(key, reason="Logs came.", by=everyone)
    assert excluded() == ()


@pytest.mark.parametrize(
    ("number", "reason", "review_on", "sentence"),
    [
        ("99.1", "None.", None, "no control or measure"),
        ("8.15", " ", None, "Say why this does not apply"),
        ("8.15", "None.", DAY, "Choose a later day"),
    ],
    ids=["unknown", "unreasoned", "today"],
)
def test_what_is_no_exclusion_is_refused(
    everyone: Actor, number: str, reason: str, review_on: Any, sentence: str
) -> None:
    with pytest.raises(Refused, match=sentence):
        propose_exclusion(number, reason=reason, review_on=review_on, by=everyone)
    assert excluded() == ()


@pytest.mark.parametrize("role", ["privacy_officer", "executive", "data_protection_officer", "process_owner"])
def test_only_the_ciso_proposes(everyone: Actor, role: str) -> None:
    with pytest.raises(NotPermitted):
        propose_exclusion("8.15", reason="None.", review_on=None, by=replace(everyone, roles=frozenset({role})))


@pytest.mark.parametrize("role", ["privacy_officer", "ciso", "data_protection_officer", "process_owner"])
def test_only_the_executive_decides(everyone: Actor, role: str) -> None:
    key = propose_exclusion("8.15", reason="None.", review_on=None, by=everyone)
    with pytest.raises(NotPermitted):
        decide_exclusion(key, granted=True, because="Yes.", by=replace(everyone, roles=frozenset({role})))


def test_an_activity_has_one_plan_for_an_outage(everyone: Actor, activity: Activity) -> None:
    made = Continuity(new_id(), activity.id, 8, "On paper.")
    plan_continuity(made, by=everyone)
    assert continuities_from(live_rows) == (replace(made, revision=1),)
    tried = replace(made, id=new_id(), tried_on=DAY, outcome="Worked.", revision=1)
    plan_continuity(tried, by=everyone)
    assert continuities_from(live_rows) == (replace(tried, id=made.id, revision=2),)
    with pytest.raises(EditedMeanwhile):
        plan_continuity(made, by=everyone)


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"outage_hours": None, "fallback": " "}, "how long people can do without"),
        ({"tried_on": DAY}, "both the day"),
        ({"outcome": "Worked."}, "both the day"),
        ({"tried_on": TOMORROW, "outcome": "Worked."}, "still to come"),
    ],
    ids=["empty", "no outcome", "no day", "tomorrow"],
)
def test_what_is_no_plan_for_an_outage_is_refused(
    everyone: Actor, activity: Activity, fields: Any, sentence: str
) -> None:
    with pytest.raises(Refused, match=sentence):
        plan_continuity(replace(Continuity(new_id(), activity.id, 8), **fields), by=everyone)


def test_a_process_owner_plans_for_own_activities_only(everyone: Actor, activity: Activity) -> None:
    with pytest.raises(NotPermitted):
        plan_continuity(Continuity(new_id(), activity.id, 8), by=replace(everyone, roles=frozenset({"process_owner"})))


@pytest.mark.parametrize("carried", ["8.15", "8.15.01"], ids=["the control", "a measure under it"])
def test_what_a_measure_carries_out_is_not_excluded(everyone: Actor, carried: str) -> None:
    key, decider = propose_exclusion("8.15", reason="No logs.", review_on=None, by=everyone), another(everyone)
    record_measure(Measure(new_id(), "Own logs", baseline=(carried,)), by=everyone)
    with pytest.raises(Refused, match="“Own logs” carries out"):
        decide_exclusion(key, granted=True, because="Agreed.", by=decider)
    decide_exclusion(key, granted=False, because="There are logs.", by=decider)
    with pytest.raises(Refused, match="so it applies"):
        propose_exclusion("8.15", reason="Once more.", review_on=None, by=everyone)


def test_what_a_measure_does_of_the_whole_control_leaves_a_part_free(everyone: Actor) -> None:
    record_measure(Measure(new_id(), "Own logs", baseline=("8.15",)), by=everyone)
    propose_exclusion("8.15.01", reason="That part is elsewhere.", review_on=None, by=everyone)
    assert [each.number for each in excluded()] == ["8.15.01"]
