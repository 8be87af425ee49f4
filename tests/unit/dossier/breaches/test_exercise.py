"""What an exercise shows: what has no moment is never in time, and what is not asked is never missed."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.dossier.breaches.engine.exercise import Went, steps_taken
from gemeentedossier.dossier.breaches.enums import DecisionKind, MeasureKind, NotificationKind
from gemeentedossier.dossier.breaches.facts import (
    BreachClosing,
    BreachConcerned,
    BreachMoments,
    PersonalDataBreach,
)
from tests.unit.dossier.breaches.recorded import WHO, a_breach, at, decided, improved, sent

BEGAN = at("2026-11-20T10:00")
EXERCISE = a_breach(is_exercise=True, reported_at=BEGAN, moments=BreachMoments(aware_at=BEGAN))
HOUR = dt.timedelta(hours=1)


def went(breach: PersonalDataBreach, step: str, *, after: int = 0) -> Went:
    taken = steps_taken(breach, current_catalogue().breach_steps, now=BEGAN + after * HOUR)
    return next(each.went for each in taken if each.step.id == step)


@pytest.mark.parametrize("step", ["step-tell", "step-complete", "step-mend"])
def test_a_step_without_hours_is_not_missed_while_the_exercise_goes_on(step: str) -> None:
    closed = replace(EXERCISE, closing=BreachClosing(closed_at=BEGAN + HOUR, closed_by_id=WHO))
    assert (went(EXERCISE, step), went(closed, step, after=1)) == (Went.TO_COME, Went.MISSED)


@pytest.mark.parametrize(
    ("fields", "step", "result"),
    [
        ({}, "step-look-into", Went.MISSED),
        ({"concerned": BreachConcerned(people_max=1)}, "step-look-into", Went.UNTOLD),
        ({"concerned": BreachConcerned(looked_into_at=BEGAN + 24 * HOUR)}, "step-look-into", Went.IN_TIME),
        ({"concerned": BreachConcerned(looked_into_at=BEGAN + 25 * HOUR)}, "step-look-into", Went.LATE),
        ({"measures": (improved(None),)}, "step-learn", Went.UNTOLD),
        ({"measures": (replace(improved(None), recorded_at=BEGAN + 720 * HOUR),)}, "step-learn", Went.IN_TIME),
        ({"measures": (replace(improved(None), recorded_at=BEGAN + 721 * HOUR),)}, "step-learn", Went.LATE),
        ({"measures": (improved(None, kind=MeasureKind.REMEDY),)}, "step-mend", Went.UNTOLD),
    ],
)
def test_what_was_recorded_counts_from_when_it_was_recorded(fields: dict[str, Any], step: str, result: Went) -> None:
    assert went(replace(EXERCISE, **fields), step, after=800) is result


@pytest.mark.parametrize(
    ("is_preliminary", "result"), [(False, Went.NOT_ASKED), (True, Went.TO_COME), (None, Went.TO_COME)]
)
def test_a_whole_notification_is_not_completed(is_preliminary: bool | None, result: Went) -> None:
    told = sent(NotificationKind.FIRST, "2026-11-20T12:00", is_preliminary=is_preliminary)
    assert went(replace(EXERCISE, notifications=(told,)), "step-complete", after=5) is result


@pytest.mark.parametrize(("is_yes", "result"), [(True, Went.TO_COME), (False, Went.NOT_ASKED)])
def test_who_is_not_to_be_told_was_not_missed(result: Went, *, is_yes: bool) -> None:
    told = (decided(DecisionKind.INFORM_PEOPLE, is_yes=is_yes),)
    assert went(replace(EXERCISE, decisions=told), "step-tell", after=5) is result
