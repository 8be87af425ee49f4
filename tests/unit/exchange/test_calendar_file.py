"""What the records of the dossier ask as an iCalendar file."""

import datetime as dt
from dataclasses import replace
from enum import StrEnum
from uuid import UUID

from gemeentedossier.catalogue.facts.citations import LawReference
from gemeentedossier.dossier.agreements.enums import TermKind
from gemeentedossier.dossier.breaches.enums import BreachTermKind
from gemeentedossier.dossier.requests.enums import RequestTermKind
from gemeentedossier.dossier.risks.enums import AssessmentTermKind
from gemeentedossier.dossier.security.enums import SecurityTermKind
from gemeentedossier.exchange.engine.calendar_file import CalendarOf, calendar_file
from gemeentedossier.method.engine.term_words import PARTS, term_name
from gemeentedossier.method.enums import DutyKind, DutyPart, PlanTermKind
from gemeentedossier.method.facts import Duty

MADE = CalendarOf("Duinveld", dt.datetime(2026, 11, 24, 9, tzinfo=dt.UTC))
DAY = dt.date(2027, 3, 1)
KEY = UUID(int=7)
PART = DutyPart.AGREEMENTS


def a_duty(on: dt.date, kind: StrEnum, name: str, *, at: dt.datetime | None = None, detail: str = "") -> Duty:
    about = {"name": name, "discreet": name, "detail": detail, "key": f"{KEY}-{kind}"}
    return Duty(on=on, at=at, kind=kind, part=PART, record_id=KEY, **about)


def lines(*duties: Duty) -> list[str]:
    return calendar_file(duties, MADE).decode().split("\r\n")


def test_a_term_is_a_whole_day_that_takes_nobodys_time() -> None:
    assert lines(a_duty(dt.date(2027, 2, 28), TermKind.NOTICE_BEFORE, "Hosting")) == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Gemeentedossier//NL",
        "NAME:Duinveld",
        "BEGIN:VEVENT",
        "UID:00000000-0000-0000-0000-000000000007-notice_before",
        "DTSTAMP:20261124T090000Z",
        "DTSTART;VALUE=DATE:20270228",
        "SUMMARY:Laatste dag om op te zeggen: Hosting",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]


def test_a_name_cannot_break_out_of_its_line() -> None:
    found = lines(a_duty(dt.date(2027, 2, 28), TermKind.ENDS, "A;B,C\r\nEND:VEVENT\u2028x"))
    assert found.count("END:VEVENT") == 1
    assert "SUMMARY:Laatste dag van de overeenkomst: A\\;B\\,C\\nEND:VEVENT\\nx" in found


def test_long_lines_are_folded_and_read_back_whole() -> None:
    name = "Verwerkersovereenkomst “é” " * 10
    written = calendar_file([a_duty(dt.date(2027, 2, 28), TermKind.ENDS, name)], MADE).decode()
    assert max(len(line.encode()) for line in written.split("\r\n")) <= 75
    assert name in written.replace("\r\n ", "")


KINDS = (TermKind, SecurityTermKind, BreachTermKind, AssessmentTermKind, RequestTermKind, PlanTermKind, DutyKind)


def test_every_kind_of_term_has_words_of_its_own_in_both_languages() -> None:
    named = [term_name(kind) for kinds in KINDS for kind in kinds]
    assert len({each.nl for each in named}) == len({each.en for each in named}) == len(named)


def test_every_part_has_its_word() -> None:
    assert set(PARTS) == set(DutyPart)


def test_members_with_the_same_text_are_told_apart() -> None:
    assert term_name(TermKind.REVIEW).nl == "Beoordeel de partij opnieuw"
    assert term_name(AssessmentTermKind.REVIEW).nl == "Laatste dag om de DPIA opnieuw te bekijken"


def test_a_clock_in_hours_stands_at_its_moment() -> None:
    at = dt.datetime(2027, 3, 1, 9, 30, tzinfo=dt.timezone(dt.timedelta(hours=1)))
    found = lines(a_duty(DAY, BreachTermKind.AUTHORITY, "2027-001 Brief", at=at))
    assert found[7:9] == [
        "DTSTART:20270301T083000Z",
        "SUMMARY:Laatste dag om het datalek aan de AP te melden: 2027-001 Brief",
    ]


def test_what_it_is_about_stands_behind_the_name() -> None:
    found = lines(a_duty(DAY, TermKind.OBJECT_BEFORE, "Hosting", detail="A, b"))
    assert found[8] == "SUMMARY:Laatste dag voor bezwaar tegen een subverwerker: Hosting (A\\, b)"


def test_of_a_breach_stands_its_number_alone_and_each_term_says_by_which_law() -> None:
    law = (LawReference(law="AVG", article="33", paragraph="1"),)
    told = a_duty(DAY, BreachTermKind.AUTHORITY, "2027-001 Brief bij de buren", detail="Wmo")
    found = lines(replace(told, discreet="2027-001", law=law))
    assert found[8:10] == [
        "SUMMARY:Laatste dag om het datalek aan de AP te melden: 2027-001",
        "DESCRIPTION:art. 33 lid 1 AVG",
    ]


def test_a_day_of_the_first_thousand_years_has_eight_digits() -> None:
    found = lines(a_duty(dt.date(1, 1, 2), TermKind.ENDS, "Hosting"))
    assert found[7] == "DTSTART;VALUE=DATE:00010102"
