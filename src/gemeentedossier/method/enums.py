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
    AMBITION = "ambition_due"
    """A theme was to be as far as the executive chose."""


class DutyKind(StrEnum):
    """What records ask on a day that no room below says: being confirmed, looked at again, destroyed, proved."""

    CONFIRM = "confirm"
    DESTROY = "destroy"
    ASSESS_TRANSFER = "assess_transfer"
    TRANSFER_ENDS = "transfer_ends"
    MEASURE_AGAIN = "measure_again"
    ANSWER_AGAIN = "answer_again"
    READ_AGAIN = "read_again"
    SET_ASIDE_ENDS = "set_aside_ends"
    CHECK = "check"
    """The officer planned to look at something."""
    ANSWER_ADVICE = "answer_advice"
    """The officer advised, and nobody answered."""


class DutyPart(StrEnum):
    """The part of the model that a duty is about, as people look for it."""

    PROCESSING = "processing"
    SECURITY = "security"
    ASSESSMENTS = "assessments"
    BREACHES = "breaches"
    AGREEMENTS = "agreements"
    REQUESTS = "requests"
    GOVERNANCE = "governance"
    METHOD = "method"


class DutyState(StrEnum):
    """How a duty stands."""

    OVERDUE = "overdue"
    """Somebody had to do it by then."""
    ENDED = "ended"
    """What was to end by itself ended; whether that is a fault, is judged where it is recorded."""
    NOW = "now"
    """Today, or within a week."""
    AHEAD = "ahead"


class ReminderKind(StrEnum):
    """Why somebody is written to."""

    DIGEST = "digest"
    """Once a week: everything that is theirs and comes near or is past."""
    CLOCK = "clock"
    """At once: a clock of the law in hours ends within a day."""
    ESCALATION = "escalation"
    """Somebody else is so many days late, as the municipality chose."""
    CONFIRM = "confirm"
    """The privacy officer asks whether records are still right."""


class HeldKind(StrEnum):
    """Of what somebody is the accountable person, in the order in which it is shown."""

    ACTIVITY = "activity"
    AGREEMENT = "agreement"
    SYSTEM = "system"
    MEASURE = "measure"
    TOOL = "tool"
    CLAUSE = "clause"
    LOG_PLAN = "log_plan"
    SECURITY_RISK = "security_risk"
    TREATMENT = "treatment"
    """What is to be done against a risk of a DPIA."""
    BREACH_MEASURE = "breach_measure"
    REQUEST = "request"
    SEARCH = "search"
    """A place where data of a request are to be looked for."""
    EVIDENCE = "evidence"
    STEP = "step"
    """A step of the method on the plan."""


class HeldBack(StrEnum):
    """Why a rule holds a theme below a level of maturity."""

    NOT_MET = "not_met"
    CONTRADICTS = "contradicts"
    UNPROVED = "unproved"
    OVERDUE = "overdue"
    BEYOND = "beyond"


class CountedOutcome(StrEnum):
    """What findings are counted as over time. What does not apply, or was set aside with a reason, is not counted."""

    MET = "met"
    NOT_MET = "not_met"
    UNKNOWN = "unknown"
    """It applies, and nobody recorded how it is."""
