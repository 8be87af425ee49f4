"""Closed vocabularies of the assessment."""

from enum import StrEnum


class Outcome(StrEnum):
    """What is found. A gap is what nobody recorded, and never counts as met."""

    MET = "met"
    PARTLY = "partly"
    NOT_MET = "not_met"
    GAP = "gap"
    """It applies, and nobody recorded whether it is met."""
    UNDECIDED = "undecided"
    """Nobody recorded what decides whether it applies; never counts as met either."""
    NOT_APPLICABLE = "not_applicable"
    EXPIRED = "expired"
    SUPPRESSED = "suppressed"
    """Set aside by a named person with a reason, until a date; ``Answer.beneath`` is what was found."""
    CONTRADICTS = "contradicts"
    CONSISTENT = "consistent"


class AnswerSource(StrEnum):
    """Where an outcome comes from."""

    DERIVED = "derived"
    """From the recorded facts."""
    ATTESTED = "attested"
    """From a named person's answer."""
    MISSING = "missing"
    """From nothing: a fact or an answer lacks."""
    FAULTY = "faulty"
    """From nothing: the rule itself failed."""


class Lapse(StrEnum):
    """Why an answer holds no longer."""

    REVIEW = "review"
    """The day came on which it must be looked at again."""
    LOST = "lost"
    """A file that it rests on is gone or changed."""
    WITHDRAWN = "withdrawn"
    """Somebody said that what it rests on shows nothing any more."""
    OUTDATED = "outdated"
    """What it rests on is past its last day."""
    UNFINISHED = "unfinished"
    """What explains it is a blank or a note for later."""


class Retained(StrEnum):
    """How a system stands to the longest period of what is in it."""

    PAST = "past"
    WITHIN = "within"
    UNKNOWN = "unknown"
    """Nobody measured the oldest record, or wrote the periods down; never counts as within."""
