"""The example municipality shows everything that can be found, and its sound records raise no false alarm."""

import dataclasses
import datetime as dt

import pytest

from gemeentedossier.assessment.engine.assess import assess
from gemeentedossier.assessment.enums import Lapse, Outcome
from gemeentedossier.assessment.facts import Assessment
from gemeentedossier.catalogue.facts import Catalogue
from gemeentedossier.catalogue.facts.rules import RuleKind
from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.exchange.example.dossier import example_dossier

A_DAY = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return current_catalogue()


@pytest.fixture(scope="module")
def dossier(catalogue: Catalogue) -> Dossier:
    return dataclasses.replace(example_dossier(catalogue), moment=A_DAY)


@pytest.fixture(scope="module")
def assessment(catalogue: Catalogue, dossier: Dossier) -> Assessment:
    return assess(dossier, catalogue)


def contradicting(assessment: Assessment) -> list[tuple[str, object]]:
    return [(f.rule_id, f.activity_id) for f in assessment.findings() if f.outcome is Outcome.CONTRADICTS]


def test_it_is_the_same_at_every_start(catalogue: Catalogue) -> None:
    assert example_dossier(catalogue) == example_dossier(catalogue)


def test_every_rule_can_judge(assessment: Assessment) -> None:
    assert assessment.faults == ()


def test_every_contradiction_that_records_of_today_can_show_is_shown(
    catalogue: Catalogue, assessment: Assessment
) -> None:
    shown = {rule for rule, _ in contradicting(assessment)}
    contradictions = (rule for rule in catalogue.rules.values() if rule.kind is RuleKind.CONTRADICTION)
    assert {rule.id for rule in contradictions if rule.awaits is None} - shown == {"officer-not-designated"}


def test_a_municipality_without_an_officer_contradicts_the_law(catalogue: Catalogue, dossier: Dossier) -> None:
    without = dataclasses.replace(dossier.organisation, data_protection_officer_designated=False)
    found = assess(dataclasses.replace(dossier, organisation=without, activities=()), catalogue)
    assert ("officer-not-designated", None) in contradicting(found)


def test_every_outcome_is_shown(assessment: Assessment) -> None:
    assert [outcome for outcome, count in assessment.counts().items() if count == 0] == []


def test_evidence_that_stands_ran_out_and_was_lost_is_shown(assessment: Assessment) -> None:
    rested = [f.answer for f in assessment.findings() if f.answer.attestation and f.answer.attestation.evidence_ids]
    assert {each.lapse for each in rested} == {None, Lapse.OUTDATED, Lapse.LOST}


def test_a_sound_record_contradicts_nothing(dossier: Dossier, assessment: Assessment) -> None:
    sound = {activity.id: activity.name for activity in dossier.activities if activity.reference.startswith("DR-")}
    assert [(rule, sound[key]) for rule, key in contradicting(assessment) if key in sound] == []  # type: ignore[index]
