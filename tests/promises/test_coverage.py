"""Completeness: nothing stands alone between law, criteria, facts, documents and screens."""

from gemeentedossier.assessment.engine.coverage import coverage_of
from gemeentedossier.catalogue.queries import current_catalogue

AWAITED = {
    "breach": 25,
    "consent": 1,
    "impact_assessment": 22,
    "log_finding": 2,
    "publication": 1,
    "request": 32,
}
"""How many rules may wait for records of each kind. A number here only goes down."""


def test_nothing_stands_alone() -> None:
    assert coverage_of(current_catalogue()).orphans == ()


def test_the_rules_that_wait_for_records_only_grow_fewer() -> None:
    waiting = {kind: len(rules) for kind, rules in coverage_of(current_catalogue()).awaiting().items()}
    assert {kind: number for kind, number in waiting.items() if number > AWAITED.get(kind, 0)} == {}
