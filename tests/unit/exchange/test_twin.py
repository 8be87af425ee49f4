"""The corrected twin of the example: the same municipality, and no false alarm."""

import dataclasses
import datetime as dt
from uuid import UUID

import pytest

from gemeentedossier.assessment.engine.assess import assess
from gemeentedossier.assessment.enums import Outcome
from gemeentedossier.assessment.facts import Assessment
from gemeentedossier.catalogue.facts import Catalogue
from gemeentedossier.catalogue.facts.rules import RuleKind
from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.exchange.example.dossier import example_dossier
from gemeentedossier.exchange.example.twin import twin_dossier

A_DAY = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return current_catalogue()


@pytest.fixture(scope="module")
def twin(catalogue: Catalogue) -> Dossier:
    return dataclasses.replace(twin_dossier(catalogue), moment=A_DAY)


@pytest.fixture(scope="module")
def assessment(catalogue: Catalogue, twin: Dossier) -> Assessment:
    return assess(twin, catalogue)


def test_nothing_in_it_contradicts_anything(twin: Dossier, assessment: Assessment) -> None:
    names = {activity.id: activity.name for activity in twin.activities}
    found = [f for f in assessment.findings() if f.outcome is Outcome.CONTRADICTS]
    assert [(f.rule_id, names.get(f.activity_id) if f.activity_id else "") for f in found] == []


def test_every_rule_of_contradiction_had_something_to_look_at(catalogue: Catalogue, assessment: Assessment) -> None:
    judged = {
        rule.id
        for each in assessment.cases
        for rule, answer in zip(each.rules, each.answers, strict=True)
        if answer.outcome is Outcome.CONSISTENT
    }
    rules = (rule for rule in catalogue.rules.values() if rule.kind is RuleKind.CONTRADICTION and rule.awaits is None)
    assert {rule.id for rule in rules} - judged == set()


def test_every_rule_can_judge(assessment: Assessment) -> None:
    assert assessment.faults == ()


def test_all_its_evidence_stands(twin: Dossier) -> None:
    assert [each.title for each in twin.evidence if not each.stands_on(A_DAY.date())] == []


def test_it_has_the_records_of_the_example_under_identifiers_of_its_own(catalogue: Catalogue, twin: Dossier) -> None:
    example = example_dossier(catalogue)
    assert sorted(a.name for a in twin.activities) == sorted(a.name for a in example.activities)
    assert identifiers(twin) & identifiers(example) == set()


def test_it_is_the_same_at_every_start(catalogue: Catalogue) -> None:
    assert twin_dossier(catalogue) == twin_dossier(catalogue)


def identifiers(dossier: Dossier) -> set[UUID]:
    people = {each.id for each in dossier.organisation.people}
    records = {each.id for each in dossier.activities} | {each.id for each in dossier.attestations}
    return people | records | {each.id for each in dossier.parties} | {dossier.organisation.id}
