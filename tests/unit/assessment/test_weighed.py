"""Risks, clauses, logs, outages and departures as subjects of rules: the day before and the day of."""

import datetime as dt
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest

from gemeentedossier.assessment.engine.assess import assess
from gemeentedossier.assessment.enums import Outcome
from gemeentedossier.catalogue.facts.risks import RiskLevel
from gemeentedossier.catalogue.facts.security import SecurityAspect
from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.dossier.assets.enums import MeasureState
from gemeentedossier.dossier.assets.facts import Measure, System
from gemeentedossier.dossier.governance.facts import PolicyClause, RiskAppetite
from gemeentedossier.dossier.security.enums import RiskDecision
from gemeentedossier.dossier.security.facts import (
    Classification,
    Continuity,
    ControlExclusion,
    LogReviewPlan,
    SecurityRisk,
    SystemLevel,
)
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.facts import Person, RoleAssignment
from tests.builders import an_activity
from tests.unit.assessment.dossiers import DAY, dossier_with, some_id

COLLEGE, WHO, AT = some_id(1), some_id(2), dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
ONE = dt.timedelta(days=1)
SYSTEM = System(some_id(3), "Zaaksysteem", recovery_hours=8)
MEASURE = Measure(some_id(4), "Logging", state=MeasureState.DONE, baseline=("8.15.01",))
ACTIVITY = an_activity(id=some_id(5), controller_ids=(COLLEGE,), system_ids=(SYSTEM.id,))
RISK = SecurityRisk(
    some_id(6), ACTIVITY.id, SecurityAspect.INTEGRITY, "Uitval.",
    residual_likelihood=RiskLevel.HIGH, residual_impact=RiskLevel.HIGH,
)  # fmt: skip
APPETITE = RiskAppetite(some_id(7), RiskLevel.MEDIUM, "Zo veel.", COLLEGE, WHO, DAY)
LEVELS = Classification(some_id(8), ACTIVITY.id, 3, "", 3, "", 3, "", approved_at=AT)
PLAN = LogReviewPlan(some_id(9), SYSTEM.id, "Inzage.", 1, DAY.replace(month=DAY.month - 1))


def found(rule: str, **records: Any) -> Outcome:
    known = replace(dossier_with(ACTIVITY), **records)
    return outcome_in(known, rule)


def outcome_in(known: Dossier, rule: str) -> Outcome:
    cases = assess(known, current_catalogue()).cases
    told = ((each.id, answer.outcome) for case in cases for each, answer in zip(case.rules, case.answers, strict=True))
    (outcome,) = (outcome for key, outcome in told if key == rule)
    return outcome


def decided(decision: RiskDecision | None, until: dt.date | None = None) -> dict[str, Any]:
    return {"security_risks": (replace(RISK, decision=decision, accepted_until=until),), "appetites": (APPETITE,)}


@pytest.mark.parametrize(
    ("records", "outcome"),
    [
        (decided(None), Outcome.CONTRADICTS),
        (decided(RiskDecision.ACCEPT, DAY), Outcome.CONSISTENT),
        (decided(RiskDecision.ACCEPT, DAY - ONE), Outcome.CONTRADICTS),
        (decided(RiskDecision.TREAT), Outcome.CONSISTENT),
        ({**decided(None), "appetites": (replace(APPETITE, level=RiskLevel.HIGH),)}, Outcome.CONSISTENT),
        ({**decided(None), "appetites": (replace(APPETITE, controller_id=WHO),)}, Outcome.GAP),
        ({**decided(None), "appetites": (replace(APPETITE, decided_on=DAY + ONE),)}, Outcome.GAP),
    ],
    ids=["undecided", "last day", "day after", "treated", "little enough", "another body", "not yet"],
)
def test_what_remains_above_the_appetite_asks_a_decision(records: Any, outcome: Outcome) -> None:
    assert found("security-risk-above-appetite-undecided", **records) is outcome


@pytest.mark.parametrize(
    ("fields", "outcome"),
    [
        ({"owner_id": WHO}, Outcome.MET),
        ({}, Outcome.PARTLY),
        ({"owner_id": WHO, "residual_impact": None}, Outcome.NOT_MET),
    ],
    ids=["owned", "ownerless", "unweighed"],
)
def test_a_risk_is_weighed_and_somebody_answers_for_it(fields: Any, outcome: Outcome) -> None:
    assert found("security-risk-weighed", security_risks=(replace(RISK, **fields),)) is outcome


@pytest.mark.parametrize(
    ("appetites", "outcome"),
    [
        ((), Outcome.NOT_MET),
        ((APPETITE,), Outcome.MET),
        ((replace(APPETITE, review_on=DAY),), Outcome.MET),
        ((replace(APPETITE, review_on=DAY - ONE),), Outcome.PARTLY),
        ((replace(APPETITE, ended_on=DAY),), Outcome.NOT_MET),
    ],
    ids=["none", "holds", "review today", "review overdue", "ended"],
)
def test_where_risks_are_weighed_a_body_decided_how_much_may_remain(appetites: Any, outcome: Outcome) -> None:
    assert found("risk-appetite-decided", security_risks=(RISK,), appetites=appetites) is outcome


def test_without_risks_no_appetite_is_asked() -> None:
    assert found("risk-appetite-decided") is Outcome.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("granted", "review_on", "outcome"),
    [
        (True, None, Outcome.MET),
        (False, DAY, Outcome.MET),
        (True, DAY - ONE, Outcome.PARTLY),
        (None, None, Outcome.NOT_MET),
    ],
)
def test_what_is_proposed_not_to_apply_is_decided(granted: Any, review_on: Any, outcome: Outcome) -> None:
    proposed = ControlExclusion(some_id(15), "8.25", "Niet hier.", WHO, AT, granted=granted, review_on=review_on)
    assert found("exclusions-decided", exclusions=(proposed,)) is outcome


def clause(**said: Any) -> dict[str, Any]:
    people = (Person(WHO, "A.", roles=(RoleAssignment(Role.CISO, ends_on=DAY - ONE),)),)
    return {
        "policy_clauses": (replace(PolicyClause(some_id(10), "Inzage"), **said),),
        "organisation": replace(dossier_with(ACTIVITY).organisation, people=people),
    }


@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        ({"procedure": "Elk kwartaal.", "owner_id": COLLEGE}, Outcome.CONSISTENT),
        ({"procedure": "Elk kwartaal."}, Outcome.CONTRADICTS),
        ({"owner_id": COLLEGE}, Outcome.CONTRADICTS),
        ({"procedure": "Elk kwartaal.", "owner_id": WHO}, Outcome.CONTRADICTS),
    ],
    ids=["both", "nobody", "no procedure", "who left"],
)
def test_a_clause_needs_a_procedure_and_somebody_in_office(said: Any, outcome: Outcome) -> None:
    assert found("policy-clause-without-procedure", **clause(**said)) is outcome


@pytest.mark.parametrize(
    ("starts", "outcome"), [(PLAN.starts_on, Outcome.CONSISTENT), (PLAN.starts_on - ONE, Outcome.CONTRADICTS)]
)
def test_a_log_is_looked_at_too_late_from_the_day_after(starts: dt.date, outcome: Outcome) -> None:
    plans = (replace(PLAN, starts_on=starts),)
    assert found("log-review-overdue", systems=(SYSTEM,), log_review_plans=plans) is outcome


def test_without_a_plan_nobody_knows_whether_a_log_is_looked_at() -> None:
    assert found("log-review-overdue", systems=(SYSTEM,)) is Outcome.GAP


@pytest.mark.parametrize(("hours", "outcome"), [(8, Outcome.CONSISTENT), (7, Outcome.CONTRADICTS), (None, Outcome.GAP)])
def test_a_system_is_back_before_people_can_wait_no_longer(hours: int | None, outcome: Outcome) -> None:
    plans = (Continuity(some_id(11), ACTIVITY.id, hours, "Papier."),)
    assert found("recovery-slower-than-people-can-wait", systems=(SYSTEM,), continuities=plans) is outcome


@pytest.mark.parametrize(
    ("level", "hours", "outcome"),
    [
        (3, 24, Outcome.CONSISTENT),
        (3, 25, Outcome.CONTRADICTS),
        (2, 25, Outcome.CONSISTENT),
        (3, None, Outcome.GAP),
    ],
)
def test_recovery_fits_the_level(level: int, hours: int | None, outcome: Outcome) -> None:
    records = {
        "systems": (replace(SYSTEM, recovery_hours=hours),),
        "classifications": (replace(LEVELS, availability=level),),
    }
    assert found("recovery-slower-than-level", **records) is outcome


@pytest.mark.parametrize(
    ("number", "granted", "outcome"),
    [("8.15", True, Outcome.CONTRADICTS), ("8.15", None, Outcome.CONSISTENT), ("8.16", True, Outcome.CONSISTENT)],
)
def test_a_measure_carries_out_nothing_that_is_excluded(number: str, granted: Any, outcome: Outcome) -> None:
    exclusions = (ControlExclusion(some_id(12), number, "Niet hier.", WHO, AT, granted=granted),)
    assert found("measure-carries-out-what-is-excluded", measures=(MEASURE,), exclusions=exclusions) is outcome


A_YEAR_AGO = DAY.replace(year=DAY.year - 1)


@pytest.mark.parametrize(
    ("indicator", "measured", "outcome"),
    [
        ("Elke maand.", A_YEAR_AGO, Outcome.MET),
        ("Elke maand.", A_YEAR_AGO - ONE, Outcome.PARTLY),
        ("Elke maand.", None, Outcome.GAP),
        ("", None, Outcome.NOT_MET),
    ],
)
def test_a_measure_shows_by_what_one_sees_that_it_works(indicator: str, measured: Any, outcome: Outcome) -> None:
    measures = (replace(MEASURE, indicator=indicator, measured_on=measured, result="Goed."),)
    assert found("measure-can-be-seen-to-work", measures=measures) is outcome


def departure(level: int, at: dt.datetime = AT) -> SystemLevel:
    return SystemLevel(some_id(13), SYSTEM.id, SecurityAspect.AVAILABILITY, level, "Kan.", WHO, at)


@pytest.mark.parametrize(
    ("levels", "outcome"),
    [
        ((), Outcome.NOT_APPLICABLE),
        ((departure(3),), Outcome.MET),
        ((departure(2),), Outcome.PARTLY),
        ((departure(2, AT - ONE),), Outcome.NOT_MET),
    ],
    ids=["none", "as much", "less, knowingly", "less, before"],
)
def test_a_system_has_what_its_activities_ask(levels: Any, outcome: Outcome) -> None:
    records = {"systems": (SYSTEM,), "classifications": (LEVELS,), "system_levels": levels}
    assert found("system-has-the-level-of-its-activities", **records) is outcome


@pytest.mark.parametrize(
    ("plan", "outcome"),
    [
        ((8, "Papier.", A_YEAR_AGO), Outcome.MET),
        ((8, "Papier.", A_YEAR_AGO - ONE), Outcome.PARTLY),
        ((None, "Papier.", A_YEAR_AGO), Outcome.PARTLY),
        ((8, "", None), Outcome.NOT_MET),
        (None, Outcome.GAP),
    ],
    ids=["tried", "tried long ago", "no limit", "no fallback", "unplanned"],
)
def test_what_people_depend_on_is_planned_for(plan: Any, outcome: Outcome) -> None:
    plans = (Continuity(some_id(14), ACTIVITY.id, *plan),) if plan else ()
    assert found("outage-planned-for", classifications=(LEVELS,), continuities=plans) is outcome


def test_where_people_can_wait_no_plan_is_asked() -> None:
    low = replace(LEVELS, availability=2)
    assert found("outage-planned-for", classifications=(low,)) is Outcome.NOT_APPLICABLE


def test_a_risk_stands_in_its_activity() -> None:
    known = replace(dossier_with(ACTIVITY), security_risks=(RISK,), appetites=(APPETITE,))
    cases = assess(known, current_catalogue()).cases
    where: list[tuple[UUID, UUID | None]] = [
        (each.case.id, each.case.activity_id) for each in cases if each.case.kind.value == "security_risk"
    ]
    assert where == [(RISK.id, ACTIVITY.id)]
