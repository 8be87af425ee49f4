"""Closed vocabularies of the foundation."""

from enum import StrEnum


class JobState(StrEnum):
    """How far a piece of long work has come."""

    WAITING = "waiting"
    WORKING = "working"
    DONE = "done"
    FAILED = "failed"
    INTERRUPTED = "interrupted"
