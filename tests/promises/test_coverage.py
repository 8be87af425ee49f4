"""Completeness: nothing stands alone between law, criteria, facts, documents and screens."""

from gemeentedossier.assessment.engine.coverage import coverage_of
from gemeentedossier.catalogue.queries import latest_catalogue
from tests.promises.awaited import AWAITED, FOR_OWN_PACKS


def test_nothing_stands_alone() -> None:
    assert coverage_of(latest_catalogue()).orphans == ()


def test_the_rules_that_wait_for_records_are_known_by_name() -> None:
    waiting = coverage_of(latest_catalogue()).awaiting()
    assert {kind: frozenset(rules) for kind, rules in waiting.items()} == AWAITED


def test_the_facts_that_only_packs_of_ones_own_ask_for_are_known_by_name() -> None:
    listed = {f"{subject}.{name}" for subject, names in FOR_OWN_PACKS.items() for name in names.split()}
    assert set(coverage_of(latest_catalogue()).unasked) == listed
