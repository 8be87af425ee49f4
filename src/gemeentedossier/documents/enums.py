"""Closed vocabularies of the documents."""

from enum import StrEnum


class DocumentKind(StrEnum):
    """The documents that can be composed."""

    PART_A = "part-a"
    PART_B = "part-b"
    REGISTER_EXTRACT = "register-extract"
    ACCOUNTABILITY = "accountability"


class LetterKind(StrEnum):
    """The letters that belong to a request of a data subject."""

    ACKNOWLEDGEMENT = "acknowledgement"
    EXTENSION = "extension"
    DECISION = "decision"
    RECIPIENTS = "recipients"
    """To who got the data, about what was changed (GDPR 19)."""
