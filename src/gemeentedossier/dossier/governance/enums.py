"""Closed vocabularies of governance."""

from enum import StrEnum


class PositionHolder(StrEnum):
    """Who holds a position on contested law."""

    SUPERVISOR = "supervisor"
    COURT = "court"
    ADVISORY_BODY = "advisory_body"
    LEGISLATOR = "legislator"
    OWN_COUNSEL = "own_counsel"
    OFFICER = "officer"
    """The municipality's own data protection officer."""
