"""The clocks of a breach: elapsed hours, whatever the calendar and the clock on the wall do."""

import datetime as dt
from dataclasses import replace

import pytest

from gemeentedossier.dossier.breaches.engine.clock import (
    BreachClock,
    ClockState,
    agreed_hours_for,
    begun_hours,
    clocks_of,
    end_by_regulation,
)
from gemeentedossier.dossier.breaches.enums import (
    BreachRisk,
    BreachTermKind,
    DecisionKind,
    MunicipalRole,
    NotificationKind,
)
from gemeentedossier.dossier.breaches.facts import (
    BreachAtProcessor,
    BreachJudgement,
    BreachMoments,
    BreachTriage,
    PersonalDataBreach,
)
from gemeentedossier.foundation.clock import AMSTERDAM
from tests.unit.dossier.breaches.recorded import a_breach, at, decided, law, sent

NOW = at("2026-11-21T12:00")
AWARE = a_breach(moments=BreachMoments(aware_at=at("2026-11-20T16:20")))


def clock(
    breach: PersonalDataBreach, kind: BreachTermKind, now: dt.datetime = NOW, hours: int | None = None
) -> BreachClock:
    return {each.kind: each for each in clocks_of(breach, law(), now=now, agreed_hours=hours)}[kind]


def shown(moment: dt.datetime | None) -> str:
    return moment.astimezone(AMSTERDAM).isoformat(timespec="minutes") if moment else ""


@pytest.mark.parametrize(
    ("aware", "due", "by_regulation"),
    [
        ("2026-11-20T16:20", "2026-11-23T16:20+01:00", "2026-11-23T17:00+01:00"),  # Friday afternoon
        ("2026-12-24T10:05", "2026-12-27T10:05+01:00", "2026-12-27T11:00+01:00"),  # over Christmas, to a Sunday
        ("2026-10-24T10:00", "2026-10-27T09:00+01:00", "2026-10-27T10:00+01:00"),  # the clock is put back
        ("2026-03-28T10:00", "2026-03-31T11:00+02:00", "2026-03-31T12:00+02:00"),  # the clock is put forward
        ("2028-02-27T23:30", "2028-03-01T23:30+01:00", "2028-03-02T00:00+01:00"),  # over 29 February
        ("2026-12-31T23:59", "2027-01-03T23:59+01:00", "2027-01-04T00:00+01:00"),  # into another year
    ],
)
def test_seventy_two_elapsed_hours_from_awareness(aware: str, due: str, by_regulation: str) -> None:
    moment = at(aware)
    found = clock(a_breach(moments=BreachMoments(aware_at=moment)), BreachTermKind.AUTHORITY, now=moment)
    assert (shown(found.due_at), found.hours, found.state) == (due, 72, ClockState.RUNNING)
    assert shown(end_by_regulation(moment, 72)) == by_regulation


@pytest.mark.parametrize(("fold", "due"), [(0, "2026-10-28T01:30+01:00"), (1, "2026-10-28T02:30+01:00")])
def test_the_hour_that_occurs_twice_in_october_gives_two_ends(fold: int, due: str) -> None:
    moment = at("2026-10-25T02:30", fold=fold)
    found = clock(a_breach(moments=BreachMoments(aware_at=moment)), BreachTermKind.AUTHORITY, now=moment)
    assert shown(found.due_at) == due


@pytest.mark.parametrize(
    ("now", "sent_at", "state"),
    [
        ("2026-11-23T16:20", None, ClockState.RUNNING),
        ("2026-11-23T16:21", None, ClockState.OVERDUE),
        ("2026-11-24T09:00", "2026-11-23T16:20", ClockState.MET),
        ("2026-11-24T09:00", "2026-11-23T16:21", ClockState.LATE),
    ],
)
def test_the_last_minute_counts(now: str, sent_at: str | None, state: ClockState) -> None:
    told = (sent(NotificationKind.FIRST, sent_at),) if sent_at else ()
    assert clock(replace(AWARE, notifications=told), BreachTermKind.AUTHORITY, at(now)).state is state


@pytest.mark.parametrize(
    ("sent_at", "state"),
    [
        ("2026-11-20T16:20", ClockState.MET),
        ("2026-11-20T16:19", ClockState.UNTOLD),
        ("2026-03-09T20:00", ClockState.UNTOLD),
    ],
)
def test_what_came_before_awareness_is_never_in_time(sent_at: str, state: ClockState) -> None:
    told = replace(AWARE, notifications=(sent(NotificationKind.FIRST, sent_at),))
    assert clock(told, BreachTermKind.AUTHORITY).state is state


def test_what_was_sent_without_a_moment_of_awareness_is_never_in_time() -> None:
    told = a_breach(notifications=(sent(NotificationKind.FIRST, "2026-11-21T09:00"),))
    assert clock(told, BreachTermKind.AUTHORITY).state is ClockState.UNTOLD


def test_seconds_that_nobody_sees_make_nothing_late() -> None:
    moment = at("2026-11-20T16:20") + dt.timedelta(seconds=10)
    aware = a_breach(moments=BreachMoments(aware_at=moment))
    late = sent(NotificationKind.FIRST, "2026-11-23T16:20")
    told = replace(aware, notifications=(replace(late, sent_at=late.sent_at + dt.timedelta(seconds=50)),))
    assert clock(told, BreachTermKind.AUTHORITY, at("2026-11-24T09:00")).state is ClockState.MET


@pytest.mark.parametrize(
    ("risk", "is_yes", "state"),
    [
        (None, None, ClockState.OVERDUE),
        (BreachRisk.UNLIKELY, None, ClockState.UNDECIDED),
        (BreachRisk.RISK, None, ClockState.OVERDUE),
        (BreachRisk.HIGH, None, ClockState.OVERDUE),
        (BreachRisk.UNLIKELY, False, None),
        (BreachRisk.RISK, False, ClockState.OVERDUE),
        (BreachRisk.UNLIKELY, True, ClockState.OVERDUE),
    ],
)
def test_the_clock_of_the_authority_after_weighing(
    risk: BreachRisk | None, is_yes: bool | None, state: ClockState | None
) -> None:
    made = () if is_yes is None else (decided(DecisionKind.NOTIFY_AUTHORITY, is_yes=is_yes),)
    breach = replace(AWARE, judgement=BreachJudgement(risk=risk), decisions=made)
    found = {each.kind: each.state for each in clocks_of(breach, law(), now=at("2026-11-24T09:00"))}
    assert found.get(BreachTermKind.AUTHORITY) is state


FOR_ANOTHER = replace(
    AWARE,
    triage=BreachTriage(security_broken=True, personal_data=True, municipal_role=MunicipalRole.PROCESSOR),
    judgement=BreachJudgement(risk=BreachRisk.HIGH),
)


def test_who_processes_for_another_has_the_clock_of_that_one_alone() -> None:
    kinds = [each.kind for each in clocks_of(FOR_ANOTHER, law(), now=NOW)]
    assert kinds == [BreachTermKind.INTERNAL_REPORT, BreachTermKind.CONTROLLER_REPORT]


@pytest.mark.parametrize(("agreed", "due"), [(None, "2026-11-21T16:20+01:00"), (12, "2026-11-21T04:20+01:00")])
def test_the_controller_is_told_within_the_hours_of_the_agreement(agreed: int | None, due: str) -> None:
    assert shown(clock(FOR_ANOTHER, BreachTermKind.CONTROLLER_REPORT, hours=agreed).due_at) == due


@pytest.mark.parametrize(
    ("sent_at", "state"), [("2026-11-21T16:20", ClockState.MET), ("2026-11-21T16:21", ClockState.LATE)]
)
def test_the_last_minute_of_telling_the_controller(sent_at: str, state: ClockState) -> None:
    told = replace(FOR_ANOTHER, notifications=(sent(NotificationKind.CONTROLLER, sent_at),))
    assert clock(told, BreachTermKind.CONTROLLER_REPORT).state is state


def test_without_the_moment_of_awareness_the_clock_waits() -> None:
    found = clock(a_breach(), BreachTermKind.AUTHORITY)
    assert (found.state, found.due_at) == (ClockState.WAITING, None)


NO_BREACH = BreachTriage(security_broken=True, personal_data=False)


@pytest.mark.parametrize(
    ("breach", "runs"),
    [
        (AWARE, True),
        (replace(AWARE, triage=NO_BREACH), False),
        (replace(AWARE, decisions=(decided(DecisionKind.NOTIFY_AUTHORITY, is_yes=True),)), True),
        (replace(AWARE, decisions=(decided(DecisionKind.NOTIFY_AUTHORITY, is_yes=False),)), False),
        (replace(AWARE, triage=NO_BREACH, notifications=(sent(NotificationKind.FIRST, "2026-11-21T09:00"),)), True),
    ],
)
def test_whether_the_clock_of_the_authority_is_there(breach: PersonalDataBreach, *, runs: bool) -> None:
    kinds = {each.kind for each in clocks_of(breach, law(), now=NOW)}
    assert (BreachTermKind.AUTHORITY in kinds) is runs


@pytest.mark.parametrize(
    ("risk", "decision", "runs"),
    [
        (None, None, False),
        (BreachRisk.RISK, None, False),
        (BreachRisk.HIGH, None, True),
        (BreachRisk.HIGH, False, False),
        (BreachRisk.RISK, True, True),
    ],
)
def test_whether_people_must_be_told(risk: BreachRisk | None, decision: bool | None, *, runs: bool) -> None:
    made = () if decision is None else (decided(DecisionKind.INFORM_PEOPLE, is_yes=decision),)
    breach = replace(AWARE, judgement=BreachJudgement(risk=risk), decisions=made)
    assert (BreachTermKind.PEOPLE in {each.kind for each in clocks_of(breach, law(), now=NOW)}) is runs


@pytest.mark.parametrize(
    ("agreed", "due", "told"), [(None, "2026-11-21T08:00+01:00", 24), (4, "2026-11-20T12:00+01:00", 4)]
)
def test_a_processor_reports_within_the_hours_of_the_agreement(agreed: int | None, due: str, told: int) -> None:
    at_processor = BreachAtProcessor(at_processor=True, processor_knew_at=at("2026-11-20T08:00"))
    found = clock(a_breach(processor=at_processor), BreachTermKind.PROCESSOR_REPORT, hours=agreed)
    assert (shown(found.due_at), found.hours, found.is_agreed) == (due, told, agreed is not None)


def test_of_several_agreements_the_strictest_counts() -> None:
    assert (agreed_hours_for([48, None, 24]), agreed_hours_for([None])) == (24, None)


SIGNIFICANT = replace(AWARE, triage=BreachTriage(significant_incident=True))


@pytest.mark.parametrize(
    ("kind", "due"),
    [(BreachTermKind.EARLY_WARNING, "2026-11-21T16:20+01:00"), (BreachTermKind.INCIDENT, "2026-11-23T16:20+01:00")],
)
def test_the_cyberbeveiligingswet_asks_a_warning_and_a_notification(kind: BreachTermKind, due: str) -> None:
    assert shown(clock(SIGNIFICANT, kind).due_at) == due


@pytest.mark.parametrize(
    ("told_at", "due"),
    [
        ("2026-11-23T10:00", "2026-12-23T23:59+01:00"),
        ("2026-11-26T10:00", "2026-12-28T23:59+01:00"),  # 26 December is a holiday, then a Sunday
        ("2027-01-31T10:00", "2027-03-01T23:59+01:00"),  # 28 February is a Sunday
    ],
)
def test_the_final_report_comes_a_month_after_the_notification(told_at: str, due: str) -> None:
    breach = replace(SIGNIFICANT, notifications=(sent(NotificationKind.INCIDENT, told_at),))
    assert shown(clock(breach, BreachTermKind.FINAL_REPORT).due_at) == due


@pytest.mark.parametrize(("day", "hours"), [("2026-08-14T12:00", None), ("2026-08-15T12:00", 24)])
def test_the_warning_is_asked_from_the_day_of_the_act(day: str, hours: int | None) -> None:
    breach = replace(SIGNIFICANT, moments=BreachMoments(aware_at=at(day)))
    assert clock(breach, BreachTermKind.EARLY_WARNING).hours == hours


@pytest.mark.parametrize(
    ("start", "end", "hours"),
    [
        ("2026-11-20T16:20", "2026-11-23T16:20", 72),
        ("2026-11-20T16:20", "2026-11-23T16:21", 73),
        ("2026-11-20T16:20", "2026-11-20T16:20", 0),
        ("2026-11-20T16:20", "2026-11-20T16:00", -1),
        ("2026-10-24T10:00", "2026-10-27T09:00", 72),
    ],
)
def test_hours_are_those_that_began(start: str, end: str, hours: int) -> None:
    assert begun_hours(at(start), at(end)) == hours


def test_hours_from_an_unknown_moment_are_unknown() -> None:
    assert (begun_hours(None, NOW), begun_hours(NOW, None)) == (None, None)
