"""Closed vocabularies of systems, digital tools and measures."""

from enum import StrEnum


class SystemState(StrEnum):
    """Where a system stands in its life; ``LEGACY`` runs on although nobody maintains it any more."""

    PLANNED = "planned"
    IN_USE = "in_use"
    PHASING_OUT = "phasing_out"
    LEGACY = "legacy"
    ENDED = "ended"


class ToolKind(StrEnum):
    """What sort of digital tool it is."""

    APPLICATION = "application"
    FORM = "form"
    AI_TOOL = "ai_tool"
    """Makes text, image or advice of what is put in, so that what is put in may go where nobody sees it."""


class ToolState(StrEnum):
    """Whether people of the municipality may work with a digital tool."""

    BEING_JUDGED = "being_judged"
    ALLOWED = "allowed"
    ALLOWED_ON_CONDITIONS = "allowed_on_conditions"
    NOT_ALLOWED = "not_allowed"


class MeasureState(StrEnum):
    """How far a measure is; ``DONE`` says that it was built, not that it works."""

    PLANNED = "planned"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    DROPPED = "dropped"


class Effect(StrEnum):
    """What a measure brings about, as levels of security ask it (``SecurityLevel.asks`` in the catalogue)."""

    ACCESS_BY_TASK = "access_by_task"
    ACCESS_REVIEW = "access_review"
    LOGGING = "logging"
    SECOND_FACTOR = "second_factor"
    ENCRYPTION = "encryption"
    BACKUP = "backup"
    RECOVERY_TESTED = "recovery_tested"
    FALLBACK = "fallback"
    CORRECTION = "correction"
    FOUR_EYES = "four_eyes"
