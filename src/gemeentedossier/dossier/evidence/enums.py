"""Closed vocabularies of evidence."""

from enum import StrEnum


class Answer(StrEnum):
    """What a person can say of a criterion."""

    YES = "yes"
    NO = "no"
    PARTLY = "partly"
    NOT_APPLICABLE = "not_applicable"
    UNKNOWN = "unknown"


class EvidenceKind(StrEnum):
    """How evidence is kept: the file itself, or where something was seen and what that was."""

    FILE = "file"
    LINK = "link"
