"""The numbers of the officer's report, each with the cases that it counts (GDPR 39(1)(b)).

What happened is counted in the period, first and last day with it; what stands is counted as it stood at its end. The
dossier that is handed over is the one of that moment.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID

from gemeentedossier.assessment.enums import Outcome
from gemeentedossier.assessment.facts import Judged
from gemeentedossier.catalogue.facts.catalogue import Catalogue
from gemeentedossier.dossier.breaches.engine.clock import ClockState, Law, clocks_of
from gemeentedossier.dossier.breaches.enums import BreachTermKind
from gemeentedossier.dossier.breaches.facts import PersonalDataBreach
from gemeentedossier.dossier.governance.enums import SampledKind, SampleVerdict
from gemeentedossier.dossier.register.engine.freshness import is_stale
from gemeentedossier.dossier.register.enums import ProcessingState, RecordState
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.requests.engine.clock import RequestLaw, answer_of, clock_of
from gemeentedossier.dossier.requests.enums import Answered
from gemeentedossier.dossier.requests.facts import DataSubjectRequest
from gemeentedossier.dossier.risks.enums import AssessmentState
from gemeentedossier.dossier.security.engine.reviews import due_on
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.clock import AMSTERDAM
from gemeentedossier.method.engine.advice import OPEN, AdviceStanding, GivenAdvice, advices_by, standing_of

NO_ASSESSMENT = ("in-use-without-impact-assessment", "statutory-assessment-case", "authority-list-assessment")
"""What says that an impact assessment is needed and not there: who decided so, the law, or the authority's list."""
"""The rule that finds an activity in use whose impact assessment is lacking (C17)."""
RECORD_OF: dict[SampledKind, str] = {
    SampledKind.ACTIVITIES: "activity",
    SampledKind.AGREEMENTS: "agreement",
    SampledKind.IMPACT_ASSESSMENTS: "impact_assessment",
    SampledKind.BREACHES: "breach",
    SampledKind.REQUESTS: "request",
}
"""Which kind of record a sample of that kind holds."""


@dataclass(frozen=True, slots=True)
class Counted:
    """One record that a number counts: its kind, key and name."""

    kind: str
    id: UUID
    name: str


@dataclass(frozen=True, slots=True)
class Figure:
    """One number; ``id`` names its words in the library of clauses, ``group`` those that it stands with."""

    group: str
    id: str
    cases: tuple[Counted, ...]

    @property
    def number(self) -> int:
        """How many."""
        return len(self.cases)


@dataclass(frozen=True, slots=True)
class Period:
    """A period in whole days of the Netherlands, the last one counted."""

    begins_on: dt.date
    ends_on: dt.date

    def seen_on(self, today: dt.date) -> dt.date:
        """The day on which what is late is judged: the last of the period, and while that runs the day of the look."""
        return min(self.ends_on, today)

    @property
    def last_moment(self) -> dt.datetime:
        """The end of the last day in the Netherlands."""
        return clock.end_of(self.ends_on)

    def holds(self, day: dt.date | None) -> bool:
        """Whether the day lies in it; an unknown day does not."""
        return day is not None and self.begins_on <= day <= self.ends_on

    def holds_moment(self, moment: dt.datetime | None) -> bool:
        """Whether the moment lies in it; an unknown moment does not."""
        return moment is not None and self.holds(moment.astimezone(AMSTERDAM).date())


def figures_of(judged: Judged, catalogue: Catalogue, period: Period, *, today: dt.date) -> tuple[Figure, ...]:
    """Return every number of the report, with its cases; nothing is late that still lies ahead on the day of today."""
    dossier, on = judged.dossier, period.seen_on(today)
    return (
        *_register(dossier, on),
        *_assessments(judged, period),
        *_breaches(dossier, catalogue, period),
        *_requests(dossier, catalogue, period, on),
        *_advice(dossier, catalogue, period, on),
        *_logs(dossier, period, on),
        *_supervision(dossier, period, on),
    )


def _register(dossier: Dossier, on: dt.date) -> Iterator[Figure]:
    held = [
        each
        for each in dossier.activities
        if each.processing_state is not ProcessingState.ENDED and each.record_state is not RecordState.REPLACED
    ]
    adopted = (RecordState.ADOPTED, RecordState.PUBLISHED)
    yield _of("register", "activities", held)
    yield _of("register", "not-adopted", (each for each in held if each.record_state not in adopted))
    yield _of("register", "unconfirmed", (each for each in held if is_stale(each, on)))
    yield _of("register", "ownerless", (each for each in held if each.owner_id is None))


def _of(group: str, name: str, activities: Iterable[Activity]) -> Figure:
    return Figure(group, name, tuple(Counted("activity", each.id, each.name) for each in activities))


def _assessments(judged: Judged, period: Period) -> Iterator[Figure]:
    dossier = judged.dossier
    lacking = {
        case.case.activity_id
        for case in judged.assessment.cases
        for finding in case
        if finding.rule_id in NO_ASSESSMENT and finding.outcome in (Outcome.CONTRADICTS, Outcome.NOT_MET)
    }
    in_use = (each for each in dossier.activities if each.processing_state is ProcessingState.IN_USE)
    yield _of("assessments", "assessment-lacking", (each for each in in_use if each.id in lacking))
    drawn = [(each, Counted("impact_assessment", each.id, each.name)) for each in dossier.impact_assessments]
    adopted = tuple(case for each, case in drawn if period.holds_moment(each.adopted_at))
    yield Figure("assessments", "assessment-adopted", adopted)
    under_way = tuple(case for each, case in drawn if each.state is not AssessmentState.ADOPTED)
    yield Figure("assessments", "assessment-under-way", under_way)


def _breaches(dossier: Dossier, catalogue: Catalogue, period: Period) -> Iterator[Figure]:
    law = Law.of(catalogue)
    known = [
        each
        for each in dossier.breaches
        if not each.is_exercise and each.is_breach is not False and each.reported_at <= period.last_moment
    ]
    reported = [each for each in known if period.holds_moment(each.reported_at)]
    unjudged = [each for each in reported if each.is_breach is None and not each.first_notification]
    real = [each for each in reported if each not in unjudged]
    told = [each for each in real if each.first_notification]
    late = [each for each in told if _was_told_late(each, law, period)]
    people = [each for each in real if each.messages]
    waiting = [each for each in known if each.closing.closed_at is None]
    named = (
        ("breaches", real),
        ("breach-unjudged", unjudged),
        ("breach-notified", told),
        ("breach-notified-late", late),
        ("breach-people-told", people),
        ("breach-open", waiting),
    )
    for name, found in named:
        yield Figure("breaches", name, tuple(_breach(each) for each in found))


def _was_told_late(breach: PersonalDataBreach, law: Law, period: Period) -> bool:
    clocks = clocks_of(breach, law, now=period.last_moment)
    return any(each.kind is BreachTermKind.AUTHORITY and each.state is ClockState.LATE for each in clocks)


def _breach(breach: PersonalDataBreach) -> Counted:
    return Counted("breach", breach.id, f"{breach.number} {breach.title}")


def _requests(dossier: Dossier, catalogue: Catalogue, period: Period, on: dt.date) -> Iterator[Figure]:
    law = RequestLaw.of(catalogue)
    received = [each for each in dossier.requests if period.holds(each.received_on)]
    answered = [each for each in dossier.requests if period.holds(each.told_on)]
    late = [each for each in dossier.requests if _was_late(each, law, period, on)]
    for name, found in (("requests", received), ("request-answered", answered), ("request-late", late)):
        yield Figure("requests", name, tuple(Counted("request", each.id, each.number) for each in found))


def _was_late(request: DataSubjectRequest, law: RequestLaw, period: Period, on: dt.date) -> bool:
    """Whether it is too late, and its last day lies in the period."""
    reckoned = clock_of(request, law, on=on)
    is_late = answer_of(request, law, on=on) is Answered.LATE
    return is_late and reckoned is not None and period.holds(reckoned.due)


def _advice(dossier: Dossier, catalogue: Catalogue, period: Period, on: dt.date) -> Iterator[Figure]:
    known = advices_by(dossier, on)
    given = [each for each in known if period.holds(each.given_on)]
    standing = {each.id: standing_of(each, catalogue, on=on) for each in known}
    yield Figure("advice", "advice", tuple(map(_advised, given)))
    for name, wanted in (
        ("advice-followed", (AdviceStanding.FOLLOWED,)),
        ("advice-partly", (AdviceStanding.PARTLY_FOLLOWED,)),
        ("advice-not-followed", (AdviceStanding.NOT_FOLLOWED,)),
        ("advice-answered", (AdviceStanding.ANSWERED,)),
    ):
        yield Figure("advice", name, tuple(_advised(each) for each in given if standing[each.id] in wanted))
    waiting = tuple(_advised(each) for each in known if standing[each.id] in OPEN)
    yield Figure("advice", "advice-open", waiting)


def _advised(advice: GivenAdvice) -> Counted:
    kinds = {"assessment": "impact_assessment", "breach": "breach", "request": "request", "own_accord": "own_advice"}
    return Counted(kinds[advice.on.value], advice.record_id, advice.name)


def _logs(dossier: Dossier, period: Period, on: dt.date) -> Iterator[Figure]:
    systems = {each.id: each.name for each in dossier.systems}
    plans = [(each, Counted("log_review_plan", each.id, systems.get(each.system_id, ""))) for each in
             dossier.log_review_plans]  # fmt: skip
    done = tuple(case for plan, case in plans for review in plan.reviews if period.holds(review.done_on))
    yield Figure("logs", "log-reviewed", done)
    overdue = tuple(case for each, case in plans if each.holds_on(on) and due_on(each) < on)
    yield Figure("logs", "log-overdue", overdue)


def _supervision(dossier: Dossier, period: Period, on: dt.date) -> Iterator[Figure]:
    checks = [(each, Counted("supervision_check", each.id, each.topic)) for each in dossier.supervision_checks]
    closed = [(each, case) for each, case in checks if period.holds(each.closed_on)]
    yield Figure("supervision", "check-done", tuple(case for each, case in closed if each.was_done))
    yield Figure("supervision", "check-not-done", tuple(case for each, case in closed if not each.was_done))
    late = tuple(case for each, case in checks if each.is_late(on))
    yield Figure("supervision", "check-late", late)
    drawn = [each for each in dossier.samples if period.holds_moment(each.drawn_at)]
    sampled = [(case, RECORD_OF[each.kind]) for each in drawn for case in each.cases]
    yield Figure("supervision", "sampled", tuple(Counted(kind, case.subject_id, case.name) for case, kind in sampled))
    faulty = [(case, kind) for case, kind in sampled if case.verdict is SampleVerdict.NOT_IN_ORDER]
    cases = tuple(Counted(kind, case.subject_id, case.name) for case, kind in faulty)
    yield Figure("supervision", "sample-not-in-order", cases)
