"""How far a condition and a step are: unknown is never done, and nobody ticks anything off."""

from collections import Counter

import pytest

from gemeentedossier.assessment.enums import Outcome
from gemeentedossier.method.engine.progress import of_rules
from gemeentedossier.method.enums import StepState
from gemeentedossier.method.facts import Counted, state_of

DONE, BEGUN, OPEN, UNKNOWN, NOT_ASKED = StepState


@pytest.mark.parametrize(
    ("conditions", "state"),
    [
        ((), NOT_ASKED),
        ((NOT_ASKED,), NOT_ASKED),
        ((UNKNOWN,), UNKNOWN),
        ((UNKNOWN, NOT_ASKED), UNKNOWN),
        ((DONE,), DONE),
        ((DONE, NOT_ASKED), DONE),
        ((DONE, UNKNOWN), BEGUN),
        ((DONE, OPEN), BEGUN),
        ((BEGUN,), BEGUN),
        ((BEGUN, UNKNOWN), BEGUN),
        ((OPEN,), OPEN),
        ((OPEN, UNKNOWN), OPEN),
        ((OPEN, NOT_ASKED), OPEN),
    ],
)
def test_a_step_is_as_far_as_its_conditions(conditions: tuple[StepState, ...], state: StepState) -> None:
    assert state_of(conditions) is state


@pytest.mark.parametrize(
    ("counted", "state"),
    [
        (Counted(0, 0), UNKNOWN),
        (Counted(0, 0, asked=False), NOT_ASKED),
        (Counted(0, 3), OPEN),
        (Counted(0, 3, begun=True), BEGUN),
        (Counted(2, 3), BEGUN),
        (Counted(3, 3), DONE),
    ],
)
def test_what_is_counted_is_as_far_as_its_numbers(counted: Counted, state: StepState) -> None:
    assert counted.state is state


@pytest.mark.parametrize(
    ("outcomes", "state"),
    [
        ({}, UNKNOWN),
        ({Outcome.NOT_APPLICABLE: 2}, NOT_ASKED),
        ({Outcome.MET: 1}, DONE),
        ({Outcome.MET: 1, Outcome.NOT_APPLICABLE: 4}, DONE),
        ({Outcome.MET: 1, Outcome.GAP: 1}, BEGUN),
        ({Outcome.PARTLY: 1}, BEGUN),
        ({Outcome.GAP: 1}, OPEN),
        ({Outcome.UNDECIDED: 1}, OPEN),
        ({Outcome.NOT_MET: 1}, OPEN),
        ({Outcome.EXPIRED: 1}, OPEN),
        ({Outcome.SUPPRESSED: 1}, OPEN),
    ],
)
def test_a_criterion_counts_only_where_it_is_met(outcomes: dict[Outcome, int], state: StepState) -> None:
    assert of_rules(["purpose-specified"], {"purpose-specified": Counter(outcomes)}).state is state
