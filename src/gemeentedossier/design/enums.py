"""The closed vocabularies of the look."""

from enum import StrEnum


class Tone(StrEnum):
    """The colour family of a state. ALARM is red, and stands for unlawful or overdue and for nothing else."""

    GOOD = "good"
    ATTENTION = "attention"
    ALARM = "alarm"
    OPEN = "open"
    NOTE = "note"
    QUIET = "quiet"


class Shape(StrEnum):
    """The shape that says what the tone says to who cannot see colour; the names are those in icons.svg."""

    CHECK = "check"
    HALF = "half"
    CROSS = "cross"
    HOLLOW = "hollow"
    DASH = "dash"
    CLOCK = "clock"
    CLASH = "clash"
    DIAMOND = "diamond"
    PERSON = "person"
    PENCIL = "pencil"
    INFORMATION = "information"


class Fill(StrEnum):
    """How a piece of a chart is filled, so that it is told from its neighbours without colour."""

    SOLID = "solid"
    STRIPED = "striped"
    DOTTED = "dotted"
    HOLLOW = "hollow"


class Weight(StrEnum):
    """How loudly a button asks for attention; a page has at most one primary button."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    SUBTLE = "subtle"


class Order(StrEnum):
    """The order of a sorted column, in the words of aria-sort."""

    ASCENDING = "ascending"
    DESCENDING = "descending"


class Density(StrEnum):
    """How much air a table has."""

    CALM = "calm"
    DENSE = "dense"


class Stage(StrEnum):
    """Where a step of a path stands."""

    DONE = "done"
    CURRENT = "current"
    AHEAD = "ahead"
