"""Closed vocabularies of the desk."""

from enum import StrEnum


class FilterPlace(StrEnum):
    """The lists of which a filter can be kept, by the name of their address."""

    REGISTER = "register"
    FINDINGS = "findings"
