"""Closed vocabularies of the documents."""

from enum import StrEnum


class DocumentKind(StrEnum):
    """The documents that can be composed."""

    PART_A = "part-a"
    PART_B = "part-b"
    PART_C = "part-c"
    PART_D = "part-d"
    REGISTER_EXTRACT = "register-extract"
    ACCOUNTABILITY = "accountability"


class PaperKind(StrEnum):
    """The papers about one record that can be composed."""

    AGREEMENT = "agreement"
    """Of a processor agreement, an arrangement of joint controllers and a supply; a covenant has a kind of its own."""
    COVENANT = "covenant"
    LEAFLET = "leaflet"
    SECURITY_SHEET = "security-sheet"
    """Of one purpose of an activity."""
    IMPACT_ASSESSMENT = "impact-assessment"
    """The report of one impact assessment."""
    BREACH_FIRST = "breach-first"
    """The text for the authority's form, for the first notification of a breach."""
    BREACH_FOLLOW_UP = "breach-follow-up"
    BREACH_WITHDRAWAL = "breach-withdrawal"
    BREACH_CONTROLLER = "breach-controller"
    """To the controller for whom the municipality processes (GDPR 33(2))."""
    BREACH_LETTER = "breach-letter"
    """To the people whose data were hit (GDPR 34(2))."""
    BREACH_ENTRY = "breach-entry"
    """Of the register of breaches (GDPR 33(5))."""
    BREACH_REPORT = "breach-report"
    """To the executive."""


class LetterKind(StrEnum):
    """The letters that belong to a request of a data subject."""

    ACKNOWLEDGEMENT = "acknowledgement"
    EXTENSION = "extension"
    DECISION = "decision"
    RECIPIENTS = "recipients"
    """To who got the data, about what was changed (GDPR 19)."""
