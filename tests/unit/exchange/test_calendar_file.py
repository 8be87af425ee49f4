"""What the records of the dossier ask as an iCalendar file."""

import datetime as dt
from enum import StrEnum
from uuid import UUID

import pytest

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
from gemeentedossier.exchange.engine.calendar_file import CalendarOf, CalendarTerm, calendar_file, term_name

MADE = CalendarOf("Duinveld", dt.datetime(2026, 11, 24, 9, tzinfo=dt.UTC))
DAY = dt.date(2027, 3, 1)
KEY = UUID(int=7)


def lines(*terms: CalendarTerm) -> list[str]:
    return calendar_file(terms, MADE).decode().split("\r\n")


def test_a_term_is_a_whole_day_that_takes_nobodys_time() -> None:
    assert lines(Term(dt.date(2027, 2, 28), TermKind.NOTICE_BEFORE, KEY, "Hosting")) == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Gemeentedossier//NL",
        "NAME:Duinveld",
        "BEGIN:VEVENT",
        "UID:00000000-0000-0000-0000-000000000007-notice_before-20270228-",
        "DTSTAMP:20261124T090000Z",
        "DTSTART;VALUE=DATE:20270228",
        "SUMMARY:Laatste dag om op te zeggen: Hosting",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]


def test_a_name_cannot_break_out_of_its_line() -> None:
    found = lines(Term(dt.date(2027, 2, 28), TermKind.ENDS, KEY, "A;B,C\r\nEND:VEVENT\u2028x"))
    assert found.count("END:VEVENT") == 1
    assert "SUMMARY:Laatste dag van de overeenkomst: A\\;B\\,C\\nEND:VEVENT\\nx" in found


def test_long_lines_are_folded_and_read_back_whole() -> None:
    name = "Verwerkersovereenkomst “é” " * 10
    written = calendar_file([Term(dt.date(2027, 2, 28), TermKind.ENDS, KEY, name)], MADE).decode()
    assert max(len(line.encode()) for line in written.split("\r\n")) <= 75
    assert name in written.replace("\r\n ", "")


@pytest.mark.parametrize("kinds", [TermKind, SecurityTermKind, BreachTermKind, AssessmentTermKind, RequestTermKind])
def test_every_kind_of_term_has_words_of_its_own_in_both_languages(kinds: type[StrEnum]) -> None:
    named = [term_name(kind) for kind in kinds]
    assert len({each.nl for each in named}) == len({each.en for each in named}) == len(kinds)


def test_members_with_the_same_text_are_told_apart() -> None:
    assert term_name(TermKind.REVIEW).nl == "Beoordeel de partij opnieuw"
    assert term_name(AssessmentTermKind.REVIEW).nl == "Laatste dag om de DPIA opnieuw te bekijken"


@pytest.mark.parametrize(
    ("term", "uid", "summary"),
    [
        (
            BreachTerm(DAY, BreachTermKind.AUTHORITY, KEY, "2027-001 Brief"),
            f"UID:{KEY}-authority-20270301",
            "SUMMARY:Laatste dag om het datalek aan de AP te melden: 2027-001 Brief",
        ),
        (
            RequestDeadline(DAY, RequestTermKind.ANSWER, KEY, "2027-0004"),
            f"UID:{KEY}-answer-20270301",
            "SUMMARY:Laatste dag om het verzoek te beantwoorden: 2027-0004",
        ),
    ],
)
def test_breaches_and_requests_stand_in_the_same_file(term: CalendarTerm, uid: str, summary: str) -> None:
    found = lines(term)
    assert (found[5], found[8]) == (uid, summary)


def test_two_measures_of_an_assessment_on_one_day_are_two_events() -> None:
    terms = [AssessmentTermDue(DAY, AssessmentTermKind.MEASURE, KEY, name) for name in ("Slot erop.", "Kast leeg.")]
    assert len({line for line in lines(*terms) if line.startswith("UID:")}) == 2


def test_what_security_asks_stands_in_the_same_file() -> None:
    written = calendar_file([SecurityTerm(dt.date(2027, 3, 1), SecurityTermKind.LOG_REVIEW, KEY, "Zaaksysteem")], MADE)
    found = written.decode().split("\r\n")
    assert found[5:9] == [
        "UID:00000000-0000-0000-0000-000000000007-log_review-20270301",
        "DTSTAMP:20261124T090000Z",
        "DTSTART;VALUE=DATE:20270301",
        "SUMMARY:Laatste dag om het logboek na te kijken: Zaaksysteem",
    ]


def test_a_day_of_the_first_thousand_years_has_eight_digits() -> None:
    found = lines(Term(dt.date(1, 1, 2), TermKind.ENDS, KEY, "Hosting"))
    assert (found[5], found[7]) == (f"UID:{KEY}-ends-00010102-", "DTSTART;VALUE=DATE:00010102")
