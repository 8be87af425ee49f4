"""Promises about the criteria that ship with the product: none is lost, and what waits says so."""

from collections import Counter
from functools import cache

from gemeentedossier.assessment.engine.subjects.awaited import AWAITED
from gemeentedossier.catalogue.facts.rules import Rule, SubjectKind
from gemeentedossier.catalogue.queries import latest_catalogue
from tests.unit.catalogue.criteria import CRITERIA


@cache
def rules() -> tuple[Rule, ...]:
    return tuple(latest_catalogue().rules.values())


def test_the_list_has_231_criteria() -> None:
    assert len(CRITERIA) == 231


def test_every_criterion_of_the_list_is_one_rule() -> None:
    named = Counter(alias for rule in rules() for alias in rule.aliases)
    assert {name: named[name] for name in CRITERIA if named[name] != 1} == {}


def test_a_rule_waits_where_its_records_come_later() -> None:
    assert [rule.id for rule in rules() if rule.subject in AWAITED and rule.awaits is None] == []


def test_a_rule_on_the_municipality_is_judged_today() -> None:
    assert [rule.id for rule in rules() if rule.subject is SubjectKind.ORGANISATION and rule.awaits] == []


def test_what_has_records_awaits_nothing() -> None:
    asked = (SubjectKind.REQUEST, SubjectKind.CONSENT, SubjectKind.BREACH, SubjectKind.IMPACT_ASSESSMENT)
    assert [rule.id for rule in rules() if rule.subject in asked and rule.awaits] == []
