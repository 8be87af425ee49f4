"""What the records of the dossier ask, as an iCalendar file (RFC 5545): a term stands in somebody's own calendar."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from gemeentedossier.method.engine.duties import day_in_digits
from gemeentedossier.method.engine.term_words import term_name
from gemeentedossier.method.facts import Duty

LONGEST_LINE = 75
"""Octets of a line before it is folded (RFC 5545, 3.1)."""


@dataclass(frozen=True, slots=True)
class CalendarOf:
    """Whose calendar it is, when it was made, and in which language it speaks."""

    name: str
    made_at: dt.datetime
    language: str = "nl"


def calendar_file(duties: Iterable[Duty], calendar: CalendarOf) -> bytes:
    """Return the calendar; each term has the same identifier at every export.

    It is a whole day, or a moment where the law counts hours.
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Gemeentedossier//NL",
        f"NAME:{_escaped(calendar.name)}",
        *(line for duty in duties for line in _event(duty, calendar)),
        "END:VCALENDAR",
    ]
    return "".join(f"{_folded(line)}\r\n" for line in lines).encode()


def _event(duty: Duty, calendar: CalendarOf) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_escaped(duty.key)}"
    yield f"DTSTAMP:{_moment(calendar.made_at)}"
    yield f"DTSTART:{_moment(duty.at)}" if duty.at else f"DTSTART;VALUE=DATE:{day_in_digits(duty.on)}"
    yield f"SUMMARY:{_escaped(summary_of(duty, calendar.language))}"
    if duty.law:
        yield f"DESCRIPTION:{_escaped('; '.join(each.citation(calendar.language) for each in duty.law))}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def summary_of(duty: Duty, language: str) -> str:
    """Return what is asked and about what, in one line: a calendar is kept outside the program, so discreetly."""
    about = f"{duty.name} ({duty.detail})" if duty.detail and duty.discreet == duty.name else duty.discreet
    return f"{term_name(duty.kind).in_language(language)}: {about}"


def _moment(at: dt.datetime) -> str:
    return f"{at.astimezone(dt.UTC):%Y%m%dT%H%M%SZ}"


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
