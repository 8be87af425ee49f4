"""Closed vocabularies of the documents."""

from enum import StrEnum


class DocumentKind(StrEnum):
    """The documents that can be composed."""

    PART_A = "part-a"
    PART_B = "part-b"
    PART_D = "part-d"
    REGISTER_EXTRACT = "register-extract"
    ACCOUNTABILITY = "accountability"
