"""Where a risk stands beside what may remain, on a day."""

import datetime as dt
from dataclasses import replace
from uuid import UUID

import pytest

from gemeentedossier.catalogue.facts.risks import RiskLevel
from gemeentedossier.catalogue.facts.security import SecurityAspect
from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.dossier.security.engine.appetite import standing_of
from gemeentedossier.dossier.security.engine.exclusions import carried_out_by
from gemeentedossier.dossier.security.enums import RiskDecision, RiskStanding
from gemeentedossier.dossier.security.facts import SecurityRisk

LOW, MEDIUM, HIGH = RiskLevel
ACCEPT, TREAT, STOP = RiskDecision
DAY = dt.date(2026, 11, 24)
YESTERDAY = dt.date(2026, 11, 23)
UNWEIGHED = SecurityRisk(UUID(int=1), UUID(int=2), SecurityAspect.INTEGRITY, "Uitval.")
WEIGHED = replace(UNWEIGHED, residual_likelihood=MEDIUM, residual_impact=HIGH)
"""Together a high risk."""


@pytest.mark.parametrize(
    ("risk", "decision", "until", "accepted", "expected"),
    [
        (UNWEIGHED, None, None, MEDIUM, RiskStanding.NOT_WEIGHED),
        (UNWEIGHED, TREAT, None, MEDIUM, RiskStanding.TREATED),
        (WEIGHED, None, None, None, RiskStanding.NO_APPETITE),
        (WEIGHED, None, None, HIGH, RiskStanding.WITHIN),
        (WEIGHED, None, None, MEDIUM, RiskStanding.UNDECIDED),
        (WEIGHED, TREAT, None, MEDIUM, RiskStanding.TREATED),
        (WEIGHED, STOP, None, MEDIUM, RiskStanding.STOPPED),
        (WEIGHED, ACCEPT, DAY, MEDIUM, RiskStanding.ACCEPTED),
        (WEIGHED, ACCEPT, YESTERDAY, MEDIUM, RiskStanding.RAN_OUT),
        (WEIGHED, ACCEPT, YESTERDAY, None, RiskStanding.RAN_OUT),
        (WEIGHED, ACCEPT, YESTERDAY, HIGH, RiskStanding.WITHIN),
    ],
)
def test_where_a_risk_stands(
    risk: SecurityRisk,
    decision: RiskDecision | None,
    until: dt.date | None,
    accepted: RiskLevel | None,
    expected: RiskStanding,
) -> None:
    decided = replace(risk, decision=decision, accepted_until=until)
    assert standing_of(decided, current_catalogue().risk_scale, accepted, on=DAY) is expected


def test_without_a_scale_nothing_is_weighed() -> None:
    assert standing_of(WEIGHED, None, MEDIUM, on=DAY) is RiskStanding.NOT_WEIGHED


@pytest.mark.parametrize(
    ("number", "expected"),
    [("8.15", ("A", "B")), ("8.15.01", ("A",)), ("8.15.02", ()), ("8.1", ()), ("8.16", ())],
)
def test_a_control_is_carried_out_by_what_answers_it_or_a_part_of_it(number: str, expected: tuple[str, ...]) -> None:
    assert carried_out_by(number, {"A": ("8.15.01",), "B": ("5.1", "8.15"), "C": ()}) == expected
