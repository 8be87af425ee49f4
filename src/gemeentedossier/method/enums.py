"""Closed vocabularies of the method."""

from enum import StrEnum


class StepState(StrEnum):
    """How far a step is, or one of its conditions. Unknown never counts as done."""

    DONE = "done"
    BEGUN = "begun"
    OPEN = "open"
    UNKNOWN = "unknown"
    """Nothing is recorded yet by which it can be told."""
    NOT_ASKED = "not_asked"
    """It does not apply to what is recorded."""


class PlanTermKind(StrEnum):
    """What the plan asks on a day."""

    STEP = "step_due"
