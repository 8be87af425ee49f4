"""What agreements ask, as an iCalendar file (RFC 5545), so that a term stands in somebody's own calendar."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from gemeentedossier.catalogue.facts.sources import Text
from gemeentedossier.dossier.agreements.engine.term import Term
from gemeentedossier.dossier.agreements.enums import TermKind

LONGEST_LINE = 75
"""Octets of a line before it is folded (RFC 5545, 3.1)."""
NAMES: Mapping[TermKind, Text] = {
    TermKind.STARTS: Text("Overeenkomst begint", "Agreement begins"),
    TermKind.ENDS: Text("Laatste dag van de overeenkomst", "Last day of the agreement"),
    TermKind.NOTICE_BEFORE: Text("Laatste dag om op te zeggen", "Last day to give notice"),
    TermKind.OBJECT_BEFORE: Text("Laatste dag voor bezwaar tegen een subverwerker", "Last day to object"),
    TermKind.REVIEW: Text("Beoordeel de partij opnieuw", "Review the party again"),
    TermKind.TRANSFER_ASSESSMENT: Text("Beoordeel de doorgifte opnieuw", "Assess the transfer again"),
    TermKind.MECHANISM_ENDS: Text("De grond voor doorgifte eindigt", "The mechanism of transfer ends"),
    TermKind.PROVE_ERASURE: Text("Vraag het bewijs van wissen", "Ask for the proof of erasure"),
    TermKind.ATTEST: Text("Vraag de deelnemer opnieuw te verklaren", "Ask the participant to attest again"),
}


@dataclass(frozen=True, slots=True)
class CalendarOf:
    """Whose calendar it is, when it was made, and in which language it speaks."""

    name: str
    made_at: dt.datetime
    language: str = "nl"


def calendar_file(terms: Iterable[Term], calendar: CalendarOf) -> bytes:
    """Return the calendar; each term is a whole day, with the same identifier at every export."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Gemeentedossier//NL",
        f"NAME:{_escaped(calendar.name)}",
        *(line for term in terms for line in _event(term, calendar)),
        "END:VCALENDAR",
    ]
    return "".join(f"{_folded(line)}\r\n" for line in lines).encode()


def _event(term: Term, calendar: CalendarOf) -> Iterator[str]:
    what = NAMES[term.kind].in_language(calendar.language)
    about = f"{term.agreement_name} ({term.detail})" if term.detail else term.agreement_name
    yield "BEGIN:VEVENT"
    yield f"UID:{term.agreement_id}-{term.kind}-{term.on:%Y%m%d}-{_escaped(term.detail)}"
    yield f"DTSTAMP:{calendar.made_at.astimezone(dt.UTC):%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{term.on:%Y%m%d}"
    yield f"SUMMARY:{_escaped(f'{what}: {about}')}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _escaped(text: str) -> str:
    """The characters that mean something in a text (RFC 5545, 3.3.11); line breaks of any kind become one."""
    plain = "\n".join(text.splitlines())
    for mark in ("\\", ";", ","):
        plain = plain.replace(mark, f"\\{mark}")
    return plain.replace("\n", "\\n")


def _folded(line: str) -> str:
    """The line in pieces of at most 75 octets, none cut within a character."""
    pieces, piece = list[str](), ""
    for character in line:
        if len(f"{piece}{character}".encode()) > LONGEST_LINE:
            pieces.append(piece)
            piece = " "
        piece += character
    return "\r\n".join([*pieces, piece])
