"""What the records of the dossier ask, as an iCalendar file (RFC 5545): a term stands in somebody's own calendar."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias
from uuid import uuid5

from gemeentedossier.catalogue.facts.sources import Text
from gemeentedossier.dossier.agreements.engine.term import Term
from gemeentedossier.dossier.agreements.enums import TermKind
from gemeentedossier.dossier.breaches.engine.terms import BreachTerm
from gemeentedossier.dossier.breaches.enums import BreachTermKind
from gemeentedossier.dossier.requests.engine.clock import RequestDeadline
from gemeentedossier.dossier.requests.enums import RequestTermKind
from gemeentedossier.dossier.risks.engine.terms import AssessmentTermDue
from gemeentedossier.dossier.risks.enums import AssessmentTermKind
from gemeentedossier.dossier.security.engine.terms import SecurityTerm
from gemeentedossier.dossier.security.enums import SecurityTermKind
from gemeentedossier.method.enums import PlanTermKind
from gemeentedossier.method.facts import PlanTerm

CalendarTerm: TypeAlias = Term | SecurityTerm | BreachTerm | AssessmentTermDue | RequestDeadline | PlanTerm
LONGEST_LINE = 75
"""Octets of a line before it is folded (RFC 5545, 3.1)."""
NAMED: tuple[tuple[StrEnum, Text], ...] = (
    (TermKind.STARTS, Text("Overeenkomst begint", "Agreement begins")),
    (TermKind.ENDS, Text("Laatste dag van de overeenkomst", "Last day of the agreement")),
    (TermKind.NOTICE_BEFORE, Text("Laatste dag om op te zeggen", "Last day to give notice")),
    (TermKind.OBJECT_BEFORE, Text("Laatste dag voor bezwaar tegen een subverwerker", "Last day to object")),
    (TermKind.REVIEW, Text("Beoordeel de partij opnieuw", "Review the party again")),
    (TermKind.TRANSFER_ASSESSMENT, Text("Beoordeel de doorgifte opnieuw", "Assess the transfer again")),
    (TermKind.MECHANISM_ENDS, Text("De grond voor doorgifte eindigt", "The mechanism of transfer ends")),
    (TermKind.PROVE_ERASURE, Text("Vraag het bewijs van wissen", "Ask for the proof of erasure")),
    (TermKind.ATTEST, Text("Vraag de deelnemer opnieuw te verklaren", "Ask the participant to attest again")),
    (TermKind.LEAFLET_ENDS, Text("Laatste dag van de bijsluiter", "Last day of the leaflet")),
    (SecurityTermKind.LOG_REVIEW, Text("Laatste dag om het logboek na te kijken", "Last day to look at the log")),
    (SecurityTermKind.ACCEPTANCE_ENDS, Text("Aanvaarding van een risico eindigt", "Acceptance of a risk ends")),
    (SecurityTermKind.EXCLUSION_REVIEW, Text("Bekijk de uitsluiting opnieuw", "Look at an exclusion again")),
    (
        SecurityTermKind.APPETITE_REVIEW,
        Text("Stel de risicobereidheid opnieuw vast", "Look at the accepted risk again"),
    ),
    (SecurityTermKind.FALLBACK_TRIAL, Text("Probeer de noodwerkwijze opnieuw uit", "Try the fallback again")),
    (SecurityTermKind.SUPPORT_ENDS, Text("Laatste dag van het onderhoud", "Last day of maintenance")),
    (SecurityTermKind.EVIDENCE_ENDS, Text("Laatste dag van het bewijs", "Last day of the evidence")),
    (
        BreachTermKind.INTERNAL_REPORT,
        Text("Laatste dag om het datalek intern te melden", "Last day to report the breach internally"),
    ),
    (
        BreachTermKind.PROCESSOR_REPORT,
        Text("Laatste dag voor het bericht van de verwerker", "Last day for the report of the processor"),
    ),
    (
        BreachTermKind.CONTROLLER_REPORT,
        Text("Vertel de verwerkingsverantwoordelijke van het datalek", "Tell the controller of the breach"),
    ),
    (
        BreachTermKind.AUTHORITY,
        Text("Laatste dag om het datalek aan de AP te melden", "Last day to notify the authority of the breach"),
    ),
    (BreachTermKind.PEOPLE, Text("Licht de mensen over het datalek in", "Tell people of the breach")),
    (
        BreachTermKind.EARLY_WARNING,
        Text("Laatste dag voor de vroegtijdige waarschuwing (Cbw)", "Last day for the early warning (Cbw)"),
    ),
    (
        BreachTermKind.INCIDENT,
        Text("Laatste dag om het incident te melden (Cbw)", "Last day to notify the incident (Cbw)"),
    ),
    (
        BreachTermKind.FINAL_REPORT,
        Text("Laatste dag voor het eindverslag (Cbw)", "Last day for the final report (Cbw)"),
    ),
    (
        BreachTermKind.MEASURE,
        Text("Laatste dag voor een maatregel na een datalek", "Last day for a measure after a breach"),
    ),
    (
        BreachTermKind.KEPT_UNTIL,
        Text("Bewaar het datalekdossier minstens tot deze dag", "Keep the record of the breach at least till this day"),
    ),
    (AssessmentTermKind.REVIEW, Text("Laatste dag om de DPIA opnieuw te bekijken", "Last day to review the DPIA")),
    (
        AssessmentTermKind.ADVICE_ANSWER,
        Text("Laatste dag om het advies van de FG te beantwoorden", "Last day to answer the officer's advice"),
    ),
    (
        AssessmentTermKind.MEASURE,
        Text("Laatste dag voor een maatregel uit een DPIA", "Last day for a measure of a DPIA"),
    ),
    (AssessmentTermKind.CONSULTATION, Text("Advies van de AP verwacht", "Advice of the authority expected")),
    (
        AssessmentTermKind.EXTENSION_NOTICE,
        Text("Laatste dag waarop de AP verlenging kan melden", "Last day on which the authority can extend"),
    ),
    (RequestTermKind.ANSWER, Text("Laatste dag om het verzoek te beantwoorden", "Last day to answer the request")),
    (RequestTermKind.ACKNOWLEDGE, Text("Bevestig de ontvangst van het verzoek", "Confirm receipt of the request")),
    (
        RequestTermKind.DEFAULT,
        Text("Laatste dag om te beslissen na de ingebrekestelling", "Last day to decide after the notice of default"),
    ),
    (PlanTermKind.STEP, Text("Stap van de invoering moet klaar zijn", "Step of the method is to be done")),
    (RequestTermKind.RECIPIENTS, Text("Laat ontvangers weten wat er veranderde", "Tell recipients what was changed")),
)
_NAMES: Mapping[tuple[type, str], Text] = {(type(kind), kind.value): name for kind, name in NAMED}
"""By the kind itself: members of different enumerations may share a text, and then are equal."""


def term_name(kind: StrEnum) -> Text:
    """What a term asks, in both languages. Raises KeyError for what is no kind of term."""
    return _NAMES[type(kind), kind.value]


@dataclass(frozen=True, slots=True)
class CalendarOf:
    """Whose calendar it is, when it was made, and in which language it speaks."""

    name: str
    made_at: dt.datetime
    language: str = "nl"


def calendar_file(terms: Iterable[CalendarTerm], calendar: CalendarOf) -> bytes:
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


def _event(term: CalendarTerm, calendar: CalendarOf) -> Iterator[str]:
    what = term_name(term.kind).in_language(calendar.language)
    identifier, about = _told(term)
    yield "BEGIN:VEVENT"
    yield f"UID:{identifier}"
    yield f"DTSTAMP:{calendar.made_at.astimezone(dt.UTC):%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{_day(term.on)}"
    yield f"SUMMARY:{_escaped(f'{what}: {about}')}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _told(term: CalendarTerm) -> tuple[str, str]:
    """The identifier of a term, and what it is about."""
    if isinstance(term, SecurityTerm):
        return f"{term.record_id}-{term.kind}-{_day(term.on)}", term.name
    if isinstance(term, PlanTerm):
        return f"{term.record_id}-{term.kind}-{_day(term.on)}", term.name
    if isinstance(term, BreachTerm):
        return f"{term.breach_id}-{term.kind}-{_day(term.on)}", term.name
    if isinstance(term, RequestDeadline):
        return f"{term.record_id}-{term.kind}-{_day(term.on)}", term.number
    if isinstance(term, AssessmentTermDue):  # two measures of one assessment may be due on one day
        return f"{term.record_id}-{term.kind}-{_day(term.on)}-{uuid5(term.record_id, term.name).hex[:8]}", term.name
    about = f"{term.name} ({term.detail})" if term.detail else term.name
    return f"{term.record_id}-{term.kind}-{_day(term.on)}-{_escaped(term.detail)}", about


def _day(on: dt.date) -> str:
    """The day in eight digits, also in the first thousand years, which ``%Y`` writes shorter."""
    return on.isoformat().replace("-", "")


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
