"""Closed vocabularies of systems and measures."""

from enum import StrEnum


class SystemState(StrEnum):
    """Where a system stands in its life; ``LEGACY`` runs on although nobody maintains it any more."""

    PLANNED = "planned"
    IN_USE = "in_use"
    PHASING_OUT = "phasing_out"
    LEGACY = "legacy"
    ENDED = "ended"


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
