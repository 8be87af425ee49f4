"""The clock of a prior consultation (GDPR 36(2)): eight weeks, six more with notice within one month, suspension."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from gemeentedossier.catalogue.engine.durations import InvalidDuration, parse_duration
from gemeentedossier.catalogue.engine.terms import LegalCalendar, PassedDay, months_after
from gemeentedossier.catalogue.facts.assessments import AssessmentTerm
from gemeentedossier.catalogue.facts.catalogue import Catalogue
from gemeentedossier.catalogue.facts.holidays import Holiday, TermRegime
from gemeentedossier.dossier.risks.facts import PriorConsultation

ADVICE, EXTENSION, NOTICE = "prior-consultation", "prior-consultation-extension", "prior-consultation-notice"


class ConsultationStanding(StrEnum):
    """Where a prior consultation stands on a day."""

    NOT_RECEIVED = "not_received"
    """Nobody recorded when the authority received it, so that no term is known."""
    RUNNING = "running"
    EXTENDED = "extended"
    SUSPENDED = "suspended"
    OVERDUE = "overdue"
    """The term passed and the authority did not answer; that is no permission (GDPR 36(2))."""
    ANSWERED = "answered"


@dataclass(frozen=True, slots=True)
class ConsultationClock:
    """The reckoning of a consultation: the days by which the authority tells and answers. None is not known."""

    standing: ConsultationStanding
    notice_due: dt.date | None = None
    """The last day on which the authority can tell that it takes longer."""
    counted: dt.date | None = None
    """Where the term would end by the calendar, suspension counted in."""
    passed: tuple[PassedDay, ...] = ()
    due: dt.date | None = None
    suspended_days: int = 0
    extended_late: bool = False
    """Whether the notice came after its last day."""


def clock_of(consultation: PriorConsultation, catalogue: Catalogue, *, on: dt.date) -> ConsultationClock:
    """Return the reckoning on a day. A running suspension leaves the last day open."""
    received = consultation.received_on
    if consultation.answered_on and consultation.answered_on <= on:
        standing = ConsultationStanding.ANSWERED
    elif received is None:
        standing = ConsultationStanding.NOT_RECEIVED
    else:
        standing = ConsultationStanding.RUNNING
    if received is None:
        return ConsultationClock(standing)
    calendar = LegalCalendar.of(catalogue.entries_of(Holiday).values(), TermRegime.EUROPEAN)
    notice = _rolled(_after(received, NOTICE, catalogue, on=received), calendar)
    extended = consultation.extended_on is not None
    late = bool(extended and notice and consultation.extended_on and consultation.extended_on > notice)
    suspended = _suspended(consultation, on)
    if suspended is None:
        open_standing = standing if standing is ConsultationStanding.ANSWERED else ConsultationStanding.SUSPENDED
        return ConsultationClock(open_standing, notice_due=notice, extended_late=late)
    counted = _after(received, ADVICE, catalogue, on=received)
    if counted and extended:
        counted = _after(counted, EXTENSION, catalogue, on=received)
    if counted is None:
        return ConsultationClock(standing, notice_due=notice, extended_late=late)
    counted += dt.timedelta(days=suspended)
    passed = calendar.roll_forward(counted)
    due = passed[-1].day + dt.timedelta(days=1) if passed else counted
    if standing is ConsultationStanding.RUNNING:
        standing = _running(due, extended=extended, on=on)
    return ConsultationClock(standing, notice, counted, passed, due, suspended, late)


def term_on(catalogue: Catalogue, term_id: str, *, on: dt.date) -> AssessmentTerm | None:
    """Return a term of Part C where it may hold on the day; None where the catalogue knows that it does not."""
    found = catalogue.entries_of(AssessmentTerm).get(term_id)
    return found if found and found.validity.holds_on(on) is not False else None


def after(start: dt.date, term: AssessmentTerm) -> dt.date | None:
    """Return the last day of a term by the calendar; None where it lies past the last year there is."""
    duration = parse_duration(term.duration)
    try:
        months = months_after(start, duration.years * 12 + duration.months)
        return months + dt.timedelta(weeks=duration.weeks, days=duration.days)
    except (InvalidDuration, OverflowError, ValueError):
        return None


def _after(start: dt.date, term_id: str, catalogue: Catalogue, *, on: dt.date) -> dt.date | None:
    term = term_on(catalogue, term_id, on=on)
    return after(start, term) if term else None


def _rolled(day: dt.date | None, calendar: LegalCalendar) -> dt.date | None:
    if day is None:
        return None
    passed = calendar.roll_forward(day)
    return passed[-1].day + dt.timedelta(days=1) if passed else day


def _suspended(consultation: PriorConsultation, on: dt.date) -> int | None:
    """For how many days it was suspended; None while it is."""
    if consultation.suspended_on is None or consultation.suspended_on > on:
        return 0
    if consultation.resumed_on is None or consultation.resumed_on > on:
        return None
    return max((consultation.resumed_on - consultation.suspended_on).days, 0)


def _running(due: dt.date, *, extended: bool, on: dt.date) -> ConsultationStanding:
    if on > due:
        return ConsultationStanding.OVERDUE
    return ConsultationStanding.EXTENDED if extended else ConsultationStanding.RUNNING
