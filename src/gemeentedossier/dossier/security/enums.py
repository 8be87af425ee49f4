"""Closed vocabularies of security."""

from enum import StrEnum


class RiskDecision(StrEnum):
    """What was decided about a risk that remains."""

    ACCEPT = "accept"
    TREAT = "treat"
    """More is done until less of it remains."""
    STOP = "stop"
    """The processing stops, or does not begin."""
