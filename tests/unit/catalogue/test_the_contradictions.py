"""Promises about the contradictions that ship with the product: none is lost, weakened or left without a repair."""

from collections.abc import Mapping
from functools import cache

import pytest

from gemeentedossier.catalogue.facts.rules import Rule, RuleKind
from gemeentedossier.catalogue.queries import latest_catalogue
from tests.unit.catalogue.contradictions import LOWERED, contradictions

ASKED = contradictions()


@cache
def holders() -> Mapping[str, tuple[Rule, ...]]:
    rules = latest_catalogue().rules.values()
    return {name: tuple(rule for rule in rules if name in rule.aliases) for name in ASKED}


def test_there_are_45_and_53() -> None:
    assert [f"C{number:02}" for number in range(1, 46)] + [f"R{number:02}" for number in range(1, 54)] == list(ASKED)


@pytest.mark.parametrize("name", ASKED)
def test_each_is_one_contradiction_with_two_statements_and_a_repair(name: str) -> None:
    (rule,) = holders()[name]
    assert (rule.kind, len(rule.statements), rule.repair is not None, bool(rule.law)) == (
        RuleKind.CONTRADICTION,
        2,
        True,
        True,
    )


@pytest.mark.parametrize("name", ASKED)
def test_each_weighs_what_was_asked_and_awaits_no_other_records(name: str) -> None:
    (rule,) = holders()[name]
    weight, awaits = ASKED[name]
    assert rule.severity is not None
    assert (rule.severity.value, rule.awaits) == ("warning" if name in LOWERED else weight, awaits)


def test_what_weighs_less_was_an_error() -> None:
    assert {name: ASKED[name][0] for name in LOWERED} == dict.fromkeys(LOWERED, "error")
