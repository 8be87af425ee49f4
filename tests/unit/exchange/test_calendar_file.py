"""What agreements ask as an iCalendar file."""

import datetime as dt
from uuid import UUID

from gemeentedossier.dossier.agreements.engine.term import Term
from gemeentedossier.dossier.agreements.enums import TermKind
from gemeentedossier.dossier.security.engine.terms import SecurityTerm
from gemeentedossier.dossier.security.enums import SecurityTermKind
from gemeentedossier.exchange.engine.calendar_file import NAMES, CalendarOf, calendar_file

MADE = CalendarOf("Duinveld", dt.datetime(2026, 11, 24, 9, tzinfo=dt.UTC))
KEY = UUID(int=7)


def lines(*terms: Term) -> list[str]:
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


def test_every_kind_of_term_has_words_in_both_languages() -> None:
    assert {kind for kind in TermKind if kind in NAMES and NAMES[kind].en} == set(TermKind)


def test_what_security_asks_stands_in_the_same_file() -> None:
    written = calendar_file([SecurityTerm(dt.date(2027, 3, 1), SecurityTermKind.LOG_REVIEW, KEY, "Zaaksysteem")], MADE)
    found = written.decode().split("\r\n")
    assert found[5:9] == [
        "UID:00000000-0000-0000-0000-000000000007-log_review-20270301",
        "DTSTAMP:20261124T090000Z",
        "DTSTART;VALUE=DATE:20270301",
        "SUMMARY:Laatste dag om het logboek na te kijken: Zaaksysteem",
    ]
    assert {kind for kind in SecurityTermKind if kind in NAMES and NAMES[kind].en} == set(SecurityTermKind)


def test_a_day_of_the_first_thousand_years_has_eight_digits() -> None:
    found = lines(Term(dt.date(1, 1, 2), TermKind.ENDS, KEY, "Hosting"))
    assert (found[5], found[7]) == (f"UID:{KEY}-ends-00010102-", "DTSTART;VALUE=DATE:00010102")
