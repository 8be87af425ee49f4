"""The clock of a request: when it must be answered, and by when an extension must be told (GDPR 12(3), 12(4)).

The term is a calendar month from receipt, put off over weekends and holidays. It stands still from a question that
must be asked until its answer; those days are added, which is our reading. A term that is over does not stand still
any more, nor one that was answered, and only an extension told in the first month lengthens it (GDPR 12(3)).
Everything that passed is shown.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID

from gemeentedossier.catalogue.engine.terms import LegalCalendar, Term, end_of_weeks, months_after
from gemeentedossier.catalogue.facts.catalogue import Catalogue
from gemeentedossier.catalogue.facts.holidays import TermRegime
from gemeentedossier.catalogue.facts.requests import RequestTerm, RequestTermId
from gemeentedossier.dossier.requests.enums import Answered, LineKind, RequestTermKind
from gemeentedossier.dossier.requests.facts import DataSubjectRequest, Suspension


@dataclass(frozen=True, slots=True)
class RequestLaw:
    """The terms and calendars by which requests are reckoned, from one catalogue."""

    european: LegalCalendar
    national: LegalCalendar
    answer: RequestTerm | None
    extension: RequestTerm | None
    target: RequestTerm | None
    objection: RequestTerm | None
    default: RequestTerm | None
    acknowledgement: RequestTerm | None
    posted: RequestTerm | None

    @classmethod
    def of(cls, catalogue: Catalogue) -> "RequestLaw":
        """What a catalogue says; a term that it does not have is not reckoned."""
        holidays, terms = catalogue.holidays.values(), catalogue.entries_of(RequestTerm)
        return cls(
            LegalCalendar.of(holidays, TermRegime.EUROPEAN),
            LegalCalendar.of(holidays, TermRegime.NATIONAL),
            *(terms.get(each.value) for each in RequestTermId),
        )


@dataclass(frozen=True, slots=True)
class RequestClock:
    """How the last day of a request is reckoned. ``stood_still`` are days; ``waits_since`` while it still does.

    ``first_stood_still`` are those of the first month alone. An extension that nobody knows to be told in time is none.
    """

    first: Term
    extended: Term | None
    first_stood_still: int
    stood_still: int
    waits_since: dt.date | None
    target: dt.date
    ended_on: dt.date | None
    """The day of the answer, or else that on which it ended without one."""

    @property
    def due(self) -> dt.date:
        """The last day for the answer, any extension included."""
        return (self.extended or self.first).due

    @property
    def told_by(self) -> dt.date:
        """The last day on which an extension, or that nothing is done, can still be told in time."""
        return self.first.due

    def days_overdue(self, *, on: dt.date) -> int:
        """Days between the last day and its end, or ``on`` while it has none; 0 when in time.

        Closing what is too late does not undo that: the person had no answer by the last day (GDPR 12(3), 12(4)).
        """
        return max(0, ((self.ended_on or on) - self.due).days)


def clock_of(request: DataSubjectRequest, law: RequestLaw, *, on: dt.date) -> RequestClock | None:
    """Reckon the clock of a request as known on a day; None where the catalogue has no term for it.

    An extension lengthens by no more than the law gives, and by nothing where it was told after the first month.
    """
    if law.answer is None or law.answer.validity.holds_on(request.received_on) is False:
        return None
    first, counted = _term(request, law.answer.months, law.european, on=on)
    still = first_still = _still(request, counted, on=on)
    extended, told = None, request.extension_told_on
    if request.is_extended and law.extension and told and told <= first.due:
        more = min(request.extension_months or 0, law.extension.months)
        extended, counted = _term(request, law.answer.months + more, law.european, on=on)
        still = _still(request, counted, on=on)
    due = (extended or first).due
    ended = _ended_on(request)
    return RequestClock(
        first=first,
        extended=extended,
        first_stood_still=first_still,
        stood_still=still,
        waits_since=None if ended else next((each.since for each in counted if each.until is None), None),
        target=law.european.working_days_before(due, law.target.working_days if law.target else 0),
        ended_on=ended,
    )


def answer_of(request: DataSubjectRequest, law: RequestLaw, *, on: dt.date) -> Answered:
    """Return how the answer stands on a day: the one place that says which requests are too late."""
    reckoned = clock_of(request, law, on=on)
    if reckoned is None:
        return Answered.UNKNOWN
    if reckoned.days_overdue(on=on):
        return Answered.LATE
    if request.told_on:
        return Answered.IN_TIME
    return Answered.RUNNING if request.is_open else Answered.NOT_ASKED


def stood_still(suspensions: Iterable[Suspension], *, on: dt.date) -> int:
    """Days on which the term stood still up to a day; a day counts once, however often it was asked on it."""
    days = {
        each.since + dt.timedelta(days=number)
        for each in suspensions
        for number in range(max(0, (min(each.until or on, on) - each.since).days))
    }
    return len(days)


def objection_until(told_on: dt.date, law: RequestLaw) -> Term | None:
    """The last day for an objection to the decision, from the day it was sent (Awb 6:7, 6:8)."""
    return end_of_weeks(told_on, law.objection.weeks, law.national) if law.objection else None


def objections_over(told_on: dt.date, law: RequestLaw) -> dt.date | None:
    """The last day on which an objection can come in that was posted in time (Awb 6:9(2))."""
    until = objection_until(told_on, law)
    if until is None:
        return None
    return until.due + dt.timedelta(weeks=law.posted.weeks if law.posted else 0)


def default_until(notice_on: dt.date, law: RequestLaw) -> Term | None:
    """The last day for a decision after a notice of default; from the next day on a penalty runs (Awb 4:17)."""
    return end_of_weeks(notice_on, law.default.weeks, law.national) if law.default else None


@dataclass(frozen=True, slots=True, order=True)
class RequestDeadline:
    """Something that a request asks on a day at the latest."""

    on: dt.date
    kind: RequestTermKind
    record_id: UUID
    number: str


def terms_for(requests: Iterable[DataSubjectRequest], law: RequestLaw, *, on: dt.date) -> tuple[RequestDeadline, ...]:
    """What open requests ask, as known on a day, in the order of days; also what is past and not yet done."""
    return tuple(sorted(term for each in requests if each.is_open for term in _terms(each, law, on)))


def _terms(request: DataSubjectRequest, law: RequestLaw, on: dt.date) -> Iterator[RequestDeadline]:
    clock = clock_of(request, law, on=on)
    if request.told_on is None and clock:
        yield RequestDeadline(clock.due, RequestTermKind.ANSWER, request.id, request.number)
    if request.acknowledged_on is None and request.told_on is None and law.acknowledgement:
        day = end_of_weeks(request.received_on, law.acknowledgement.weeks, law.european).due
        yield RequestDeadline(day, RequestTermKind.ACKNOWLEDGE, request.id, request.number)
    if request.told_on is None and clock and (late := notice_until(request, clock, law)):
        yield RequestDeadline(late.due, RequestTermKind.DEFAULT, request.id, request.number)
    if request.told_on and untold(request):
        yield RequestDeadline(request.told_on, RequestTermKind.RECIPIENTS, request.id, request.number)


def notice_until(request: DataSubjectRequest, clock: RequestClock, law: RequestLaw) -> Term | None:
    """The last day for a decision after the notice of default; one before the term was over begins nothing.

    Awb 4:17(3) and 6:12(2).
    """
    notice = request.default_on
    return default_until(notice, law) if notice and notice > clock.due else None


def untold(request: DataSubjectRequest) -> tuple[str, ...]:
    """Recipients that have the data and did not hear what was changed, nor was it said why not (GDPR 19)."""
    if request.right.value not in CHANGES or not any(part.granted for part in request.parts):
        return ()
    return tuple(
        line.name
        for line in request.lines
        if line.kind is LineKind.RECIPIENT and line.found and not line.told_on and not line.untold_because
    )


CHANGES = frozenset({"rectification", "erasure", "restriction"})
"""The rights after which recipients are told (GDPR 19)."""


def _term(
    request: DataSubjectRequest, months: int, calendar: LegalCalendar, *, on: dt.date
) -> tuple[Term, list[Suspension]]:
    """A term of so many months, and what made it stand still: only what was asked before it was over."""
    counted: list[Suspension] = []
    term = _months(request.received_on, months, 0, calendar)
    for each in sorted(request.suspensions, key=lambda each: each.since):
        if each.since <= term.due:
            counted.append(each)
            term = _months(request.received_on, months, _still(request, counted, on=on), calendar)
    return term, counted


def _still(request: DataSubjectRequest, counted: Iterable[Suspension], *, on: dt.date) -> int:
    return stood_still(counted, on=min(on, _ended_on(request) or on))


def _ended_on(request: DataSubjectRequest) -> dt.date | None:
    """The day on which it ended, answered or not: nothing waits any more."""
    return request.told_on or request.closed_on


def _months(received_on: dt.date, months: int, still: int, calendar: LegalCalendar) -> Term:
    counted = months_after(received_on, months) + dt.timedelta(days=still)
    return Term(start=received_on, counted=counted, passed=calendar.roll_forward(counted))
