"""What follows from log plans, appetites, plans for an outage, exclusions and departures."""

import datetime as dt
from dataclasses import replace
from uuid import UUID

import pytest

from gemeentedossier.catalogue.facts.risks import RiskLevel
from gemeentedossier.catalogue.facts.security import SecurityAspect
from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.dossier.governance.facts import RiskAppetite
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.security.engine.appetite import is_decided_on, level_accepted, residual_level
from gemeentedossier.dossier.security.engine.continuity import shortest_outage, stopped_by
from gemeentedossier.dossier.security.engine.departures import is_lower, is_overtaken
from gemeentedossier.dossier.security.engine.exclusions import excluded_among
from gemeentedossier.dossier.security.engine.inherited import InheritedLevel, inherited_levels
from gemeentedossier.dossier.security.engine.reviews import due_on, most_urgent
from gemeentedossier.dossier.security.enums import RiskDecision
from gemeentedossier.dossier.security.facts import (
    Classification,
    Continuity,
    ControlExclusion,
    LogReview,
    LogReviewPlan,
    SecurityRisk,
    SystemLevel,
)
from tests.builders import an_activity

A, B, C, SYSTEM, WHO = (UUID(int=number) for number in range(1, 6))
DAY = dt.date(2026, 11, 24)
NOW = dt.datetime(2026, 11, 24, 9, tzinfo=dt.UTC)
ONE = dt.timedelta(days=1)
PLAN = LogReviewPlan(A, SYSTEM, "Inzage.", 3, dt.date(2026, 1, 31))


def reviewed(*days: dt.date) -> LogReviewPlan:
    return replace(PLAN, reviews=tuple(LogReview(B, day, WHO, "Niets.") for day in days))


def test_a_log_is_due_so_many_months_after_the_newest_review_or_the_first_day() -> None:
    assert due_on(PLAN) == dt.date(2026, 4, 30)
    assert due_on(reviewed(dt.date(2026, 5, 2), dt.date(2026, 2, 1))) == dt.date(2026, 8, 2)


def test_a_term_beyond_the_calendar_never_comes() -> None:
    assert due_on(replace(PLAN, starts_on=dt.date(9999, 12, 1))) == dt.date.max


def test_of_several_plans_the_one_that_comes_first_counts_as_long_as_it_holds() -> None:
    monthly = replace(PLAN, id=B, every_months=1)
    assert most_urgent([PLAN, monthly], on=DAY) == monthly
    assert most_urgent([PLAN, replace(monthly, ended_on=DAY)], on=DAY - ONE) == replace(monthly, ended_on=DAY)
    assert most_urgent([PLAN, replace(monthly, ended_on=DAY)], on=DAY) == PLAN
    assert most_urgent([], on=DAY) is None


def appetite(level: RiskLevel, body: UUID, since: dt.date = DAY) -> RiskAppetite:
    return RiskAppetite(C, level, "Zo veel.", body, WHO, since)


def test_of_several_controllers_the_least_appetite_counts_from_the_day_of_its_decision() -> None:
    both = [appetite(RiskLevel.HIGH, A), appetite(RiskLevel.LOW, B)]
    assert level_accepted(both, (A, B), on=DAY) is RiskLevel.LOW
    assert level_accepted(both, (A,), on=DAY) is RiskLevel.HIGH
    assert level_accepted(both, (A, B), on=DAY - ONE) is None
    assert level_accepted(both, (C,), on=DAY) is None


def risk(likelihood: RiskLevel | None, impact: RiskLevel | None) -> SecurityRisk:
    return SecurityRisk(
        A, B, SecurityAspect.INTEGRITY, "Uitval.", residual_likelihood=likelihood, residual_impact=impact
    )


def test_what_remains_follows_from_the_scale_and_is_unknown_until_both_are_weighed() -> None:
    scale = current_catalogue().risk_scale
    assert residual_level(risk(RiskLevel.MEDIUM, RiskLevel.HIGH), scale) is RiskLevel.HIGH
    assert residual_level(risk(RiskLevel.LOW, RiskLevel.HIGH), scale) is RiskLevel.LOW
    assert residual_level(risk(None, RiskLevel.HIGH), scale) is None
    assert residual_level(risk(RiskLevel.LOW, RiskLevel.LOW), None) is None


@pytest.mark.parametrize(
    ("decision", "until", "day", "decided"),
    [
        (None, None, DAY, False),
        (RiskDecision.TREAT, None, DAY, True),
        (RiskDecision.STOP, None, DAY, True),
        (RiskDecision.ACCEPT, DAY, DAY, True),
        (RiskDecision.ACCEPT, DAY, DAY + ONE, False),
    ],
)
def test_an_acceptance_holds_up_to_its_last_day(
    decision: RiskDecision | None, until: dt.date | None, day: dt.date, decided: bool
) -> None:
    found = replace(risk(None, None), decision=decision, accepted_until=until)
    assert is_decided_on(found, day) is decided


def activity(key: UUID, name: str, *systems: UUID) -> Activity:
    return an_activity(id=key, name=name, system_ids=systems)


def test_an_outage_stops_what_runs_on_it_and_what_can_wait_least_comes_first() -> None:
    activities = [activity(A, "Wachten", SYSTEM), activity(B, "Spoed", SYSTEM, C), activity(C, "Elders", WHO)]
    plans = {B: Continuity(WHO, B, 4, "Papier.")}
    found = stopped_by({SYSTEM}, activities, plans)
    assert [(each.activity_name, each.system_ids, each.plan) for each in found] == [
        ("Spoed", (SYSTEM,), plans[B]),
        ("Wachten", (SYSTEM,), None),
    ]


def test_the_shortest_outage_is_that_of_who_can_wait_least() -> None:
    plans = {A: Continuity(WHO, A, 8), B: Continuity(WHO, B, 0), C: Continuity(WHO, C, None, "Papier.")}
    assert shortest_outage((A, B, C), plans) == plans[B]
    assert shortest_outage((C,), plans) is None


def exclusion(number: str, *, granted: bool | None) -> ControlExclusion:
    return ControlExclusion(A, number, "Niet hier.", WHO, NOW, granted=granted)


def test_only_what_was_granted_is_excluded_and_a_control_takes_its_measures_along() -> None:
    decided = [exclusion("8.15", granted=True), exclusion("5.18", granted=False), exclusion("8.24", granted=None)]
    assert excluded_among(("8.15", "8.15.01", "5.18", "8.24.01", "8.1"), decided) == ("8.15", "8.15.01")


def levels(departed: int, *asked: int | None) -> tuple[InheritedLevel, dict[UUID, Classification]]:
    keys = (A, B)[: len(asked)]
    given = {
        key: Classification(key, key, level, "", 1, "", 1, "", approved_at=NOW)
        for key, level in zip(keys, asked, strict=True)
    }
    departure = SystemLevel(C, SYSTEM, SecurityAspect.AVAILABILITY, departed, "Kan.", WHO, NOW)
    return inherited_levels(keys, given, [departure])[0], given


@pytest.mark.parametrize(
    ("departed", "asked", "lower"),
    [
        (2, (3, 1), True),
        (3, (3, 1), False),
        (4, (3, 1), False),
        (2, (3, None), True),
        (3, (3, None), None),
        (2, (), False),
    ],
)
def test_less_than_asked_is_less_and_what_nobody_classified_leaves_it_open(
    departed: int, asked: tuple[int | None, ...], lower: bool | None
) -> None:
    found, _given = levels(departed, *asked)
    assert is_lower([found]) is lower


def test_a_decision_is_overtaken_by_a_higher_level_that_was_approved_later() -> None:
    found, given = levels(2, 3)
    later = {A: replace(given[A], approved_at=NOW + dt.timedelta(seconds=1))}
    assert is_overtaken(found, given) is False
    assert is_overtaken(found, later) is True
    assert is_overtaken(found, {A: replace(given[A], approved_at=None)}) is False
    assert is_overtaken(levels(3, 3)[0], later) is False
