"""The clocks of a breach: from when each runs, until when, and what became of it (GDPR 33; Cbw 26, 27 and 29).

Hours are elapsed hours: weekends, holidays and the change to and from summer time alter nothing. Which hours are the
law's is a dated fact of the catalogue.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from math import ceil, floor

from gemeentedossier.catalogue.engine.durations import parse_duration
from gemeentedossier.catalogue.engine.terms import LegalCalendar, after_hours, hours_between
from gemeentedossier.catalogue.facts.breaches import BreachRule, BreachRuleFor, breach_rule_on
from gemeentedossier.catalogue.facts.catalogue import Catalogue
from gemeentedossier.catalogue.facts.holidays import Holiday, TermRegime
from gemeentedossier.dossier.breaches.enums import BreachRisk, BreachTermKind, DecisionKind, NotificationKind
from gemeentedossier.dossier.breaches.facts import PersonalDataBreach
from gemeentedossier.foundation.clock import AMSTERDAM

RULE_FOR = {
    BreachTermKind.INTERNAL_REPORT: BreachRuleFor.INTERNAL_REPORT,
    BreachTermKind.PROCESSOR_REPORT: BreachRuleFor.PROCESSOR_REPORT,
    BreachTermKind.CONTROLLER_REPORT: BreachRuleFor.CONTROLLER_REPORT,
    BreachTermKind.AUTHORITY: BreachRuleFor.AUTHORITY,
    BreachTermKind.EARLY_WARNING: BreachRuleFor.EARLY_WARNING,
    BreachTermKind.INCIDENT: BreachRuleFor.INCIDENT,
    BreachTermKind.FINAL_REPORT: BreachRuleFor.FINAL_REPORT,
}
"""The rule of the catalogue that each clock runs by; telling people has no hours in the law (34(1))."""


RISING = (BreachRisk.UNLIKELY, BreachRisk.RISK, BreachRisk.HIGH)


class ClockState(StrEnum):
    """How a clock stands."""

    WAITING = "waiting"
    """Nobody recorded the moment from which it runs."""
    RUNNING = "running"
    OVERDUE = "overdue"
    MET = "met"
    LATE = "late"
    """It was done, after the term."""
    UNDECIDED = "undecided"
    """The risk was weighed as too low for the law to ask it, and nobody decided so yet."""
    UNTOLD = "untold"
    """It was done, and from the moments nobody can tell whether in time: they lack, or cannot be true."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BreachClock:
    """One clock: from when it runs, until when, and when it was done.

    ``due_at`` None is without undue delay, or unknown while it waits. ``hours`` are those that it runs by; None where
    it runs by the calendar. ``is_agreed`` where they are those of the processor's agreement.
    """

    kind: BreachTermKind
    state: ClockState
    started_at: dt.datetime | None = None
    due_at: dt.datetime | None = None
    done_at: dt.datetime | None = None
    hours: int | None = None
    is_agreed: bool = False
    rule: BreachRule | None = None

    @property
    def is_running(self) -> bool:
        """Whether it still asks something of somebody."""
        return self.state in (ClockState.RUNNING, ClockState.OVERDUE, ClockState.UNDECIDED)

    def left(self, now: dt.datetime) -> dt.timedelta | None:
        """What is left of the term; below zero once it passed, None where it has no end."""
        return self.due_at - now if self.due_at else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Law:
    """What the catalogue says of terms: the rules for breaches, and the days on which no term ends."""

    rules: tuple[BreachRule, ...] = ()
    holidays: tuple[Holiday, ...] = ()

    @classmethod
    def of(cls, catalogue: Catalogue) -> "Law":
        """What a catalogue says."""
        rules, holidays = catalogue.entries_of(BreachRule), catalogue.entries_of(Holiday)
        return cls(rules=tuple(rules.values()), holidays=tuple(holidays.values()))

    def rule(self, about: BreachRuleFor, day: dt.date) -> BreachRule | None:
        """The rule that held on the day."""
        return breach_rule_on(self.rules, about, day)


def clocks_of(
    breach: PersonalDataBreach, law: Law, *, now: dt.datetime, agreed_hours: int | None = None
) -> tuple[BreachClock, ...]:
    """The clocks that run, ran or will run for a breach; ``agreed_hours`` are those agreed with the processor,
    or with the controller for whom the municipality processes.
    """
    moments, processor = breach.moments, breach.processor
    notified = breach.first_notification.sent_at if breach.first_notification else None
    made = [_hours(BreachTermKind.INTERNAL_REPORT, moments.discovered_at, moments.internally_reported_at, law, now)]
    if processor.at_processor:
        kind, told = BreachTermKind.PROCESSOR_REPORT, processor.processor_told_at
        made.append(_hours(kind, processor.processor_knew_at, told, law, now, agreed=agreed_hours))
    if breach.is_for_another and breach.is_breach is not False:
        kind, told = BreachTermKind.CONTROLLER_REPORT, _sent_at(breach, NotificationKind.CONTROLLER)
        made.append(_hours(kind, moments.aware_at, told, law, now, agreed=agreed_hours))
    if asks_notification(breach, law) is not False:
        made.append(_of_authority(breach, notified, law, now))
    if asks_telling(breach):
        made.append(_people(breach))
    if breach.triage.significant_incident:
        made += _of_cyber_security(breach, law, now)
    return tuple(made)


def asks_notification(breach: PersonalDataBreach, law: Law) -> bool | None:
    """Whether the authority must be told; None while nobody decided, and then the clock runs (GDPR 33(1)).

    Deciding not to notify stops no clock where the risk is one that must be notified. Who processes for another tells
    that one instead (33(2)).
    """
    if breach.first_notification:
        return True
    if breach.is_breach is False or breach.is_for_another:
        return False
    decided = breach.decision(DecisionKind.NOTIFY_AUTHORITY)
    if decided is None:
        return None
    return decided.is_yes or must_notify(breach, law) is True


def must_notify(breach: PersonalDataBreach, law: Law) -> bool | None:
    """Whether the weighed risk is one of which the authority must be told; None while nobody weighed it."""
    risk = breach.judgement.risk
    if risk is None:
        return None
    day = (breach.moments.aware_at or breach.reported_at).astimezone(AMSTERDAM).date()
    rule = law.rule(BreachRuleFor.NOTIFY_FROM, day)
    least = BreachRisk(rule.risk) if rule and rule.risk else BreachRisk.RISK
    return RISING.index(risk) >= RISING.index(least)


def _of_authority(breach: PersonalDataBreach, notified: dt.datetime | None, law: Law, now: dt.datetime) -> BreachClock:
    clock = _hours(BreachTermKind.AUTHORITY, breach.moments.aware_at, notified, law, now)
    undecided = notified is None and breach.decision(DecisionKind.NOTIFY_AUTHORITY) is None
    if undecided and must_notify(breach, law) is False:
        return replace(clock, state=ClockState.UNDECIDED)
    return clock


def asks_telling(breach: PersonalDataBreach) -> bool:
    """Whether people must be told as far as is known (GDPR 34(1)); not by who processes for another."""
    decided = breach.decision(DecisionKind.INFORM_PEOPLE)
    if decided or breach.messages:
        return bool(breach.messages) or (decided is not None and decided.is_yes)
    if breach.is_for_another:
        return False
    return breach.is_breach is not False and breach.judgement.risk is BreachRisk.HIGH


def end_by_regulation(started_at: dt.datetime, hours: int) -> dt.datetime:
    """The end as Regulation 1182/71, 3(1) reckons it: the hour of the event is not counted. For explanation only."""
    local = started_at.astimezone(dt.UTC)
    next_hour = local.replace(minute=0, second=0, microsecond=0) + dt.timedelta(hours=1)
    return after_hours(next_hour, hours).astimezone(AMSTERDAM)


def _hours(
    kind: BreachTermKind,
    start: dt.datetime | None,
    done: dt.datetime | None,
    law: Law,
    now: dt.datetime,
    *,
    agreed: int | None = None,
) -> BreachClock:
    rule = law.rule(RULE_FOR[kind], (start or now).astimezone(AMSTERDAM).date())
    hours = agreed if agreed is not None else rule.hours if rule else None
    due = after_hours(minute_of(start).astimezone(AMSTERDAM), hours) if start and hours else None
    return BreachClock(
        kind=kind,
        state=_state(start, due, done, now),
        started_at=start,
        due_at=due,
        done_at=done,
        hours=hours,
        is_agreed=agreed is not None,
        rule=rule,
    )


def _state(
    start: dt.datetime | None, due: dt.datetime | None, done: dt.datetime | None, now: dt.datetime
) -> ClockState:
    if done:
        if start is None or minute_of(done) < minute_of(start):
            return ClockState.UNTOLD
        return ClockState.LATE if due and minute_of(done) > due else ClockState.MET
    if start is None:
        return ClockState.WAITING
    return ClockState.OVERDUE if due and minute_of(now) > due else ClockState.RUNNING


def minute_of(moment: dt.datetime) -> dt.datetime:
    """The moment to the minute: seconds that nobody sees decide nothing. In UTC: the clock shows one hour twice."""
    return moment.astimezone(dt.UTC).replace(second=0, microsecond=0)


def _people(breach: PersonalDataBreach) -> BreachClock:
    told = min((each.told_at for each in breach.messages), default=None)
    start = breach.moments.aware_at
    state = ClockState.MET if told else ClockState.RUNNING if start else ClockState.WAITING
    if told and start and minute_of(told) < minute_of(start):
        state = ClockState.UNTOLD
    return BreachClock(kind=BreachTermKind.PEOPLE, state=state, started_at=start, done_at=told)


def _of_cyber_security(breach: PersonalDataBreach, law: Law, now: dt.datetime) -> Iterator[BreachClock]:
    aware = breach.moments.aware_at
    for kind, sent in (
        (BreachTermKind.EARLY_WARNING, NotificationKind.EARLY_WARNING),
        (BreachTermKind.INCIDENT, NotificationKind.INCIDENT),
    ):
        yield _hours(kind, aware, _sent_at(breach, sent), law, now)
    yield _final_report(breach, law, now)


def _final_report(breach: PersonalDataBreach, law: Law, now: dt.datetime) -> BreachClock:
    """One month after the notification of the incident, put off over a weekend or holiday; to the end of that day."""
    kind = BreachTermKind.FINAL_REPORT
    start, done = _sent_at(breach, NotificationKind.INCIDENT), _sent_at(breach, NotificationKind.FINAL_REPORT)
    rule = law.rule(RULE_FOR[kind], (start or now).astimezone(AMSTERDAM).date())
    due = None
    if start and rule and rule.duration:
        calendar = LegalCalendar.of(law.holidays, TermRegime.NATIONAL)
        counted = parse_duration(rule.duration).after(start.astimezone(AMSTERDAM).date())
        passed = calendar.roll_forward(counted)
        last = passed[-1].day + dt.timedelta(days=1) if passed else counted
        due = dt.datetime.combine(last, dt.time(23, 59), tzinfo=AMSTERDAM)
    state = _state(start, due, done, now)
    return BreachClock(kind=kind, state=state, started_at=start, due_at=due, done_at=done, rule=rule)


def _sent_at(breach: PersonalDataBreach, kind: NotificationKind) -> dt.datetime | None:
    return min((each.sent_at for each in breach.sent(kind)), default=None)


def begun_hours(start: dt.datetime | None, end: dt.datetime | None) -> int | None:
    """The hours that began between two moments, so that a minute past 72 is 73; below zero where the end came first.

    None where one of the two is unknown.
    """
    if start is None or end is None:
        return None
    hours = hours_between(minute_of(start), minute_of(end))
    return ceil(hours) if hours >= 0 else floor(hours)


def agreed_hours_for(party_hours: Iterable[int | None]) -> int | None:
    """Of several agreements with one processor the strictest counts; None where none names hours."""
    return min((hours for hours in party_hours if hours is not None), default=None)
