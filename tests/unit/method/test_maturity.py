"""How mature a theme is: a level needs more than the one below, unknown is never reached, and five no record tells."""

import datetime as dt
from dataclasses import replace
from uuid import UUID

import pytest

from gemeentedossier.assessment.standing import judge
from gemeentedossier.catalogue.facts.method import MaturityTheme
from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.exchange.example.dossier import example_dossier
from gemeentedossier.method.engine.maturity import level_of, maturity_of, theme_of
from gemeentedossier.method.facts import ThemeMaturity
from gemeentedossier.organisation.facts import Organisation

MOMENT = dt.datetime(2026, 11, 28, 12, tzinfo=dt.UTC)
EMPTY = Dossier(organisation=Organisation(UUID(int=9), "leeg", "Leeg"), moment=MOMENT)


def theme(name: str) -> MaturityTheme:
    return next(each for each in current_catalogue().maturity_themes if each.id == name)


WHOLE = ThemeMaturity(theme("rights"), None, 4, 4, 0, 0, 0, 0, 0)


@pytest.mark.parametrize(
    ("found", "level"),
    [
        (replace(WHOLE, applying=0, met=0), None),
        (replace(WHOLE, met=0, unknown=4), None),
        (replace(WHOLE, met=0, unknown=3), 1),
        (replace(WHOLE, met=1), 1),
        (replace(WHOLE, met=2, unknown=2), 2),
        (replace(WHOLE, met=3), 2),
        (replace(WHOLE, unproved=1), 2),
        (replace(WHOLE, contradictions=1), 2),
        (replace(WHOLE, beyond=1), 3),
        (replace(WHOLE, overdue=1), 3),
        (WHOLE, 4),
    ],
)
def test_a_level_is_reached_by_what_was_found(found: ThemeMaturity, level: int | None) -> None:
    assert level_of(found) == level


@pytest.mark.parametrize(
    ("rule", "name"),
    [
        ("purpose-specified", "purpose-limitation"),
        ("minimisation-per-data-use", "data-quality"),
        ("accountability-file", "governance"),
        ("information-at-collection", "transparency"),
        ("extension-told-in-time", "rights"),
        ("processor-agreement-in-writing", "processors"),
        ("transfers-mapped", "transfers"),
        ("security-policy-adopted", "security"),
        ("assessment-adopted", "impact-assessments"),
        ("breach-risk-weighed", "breaches"),
    ],
)
def test_a_rule_belongs_to_the_theme_of_its_article(rule: str, name: str) -> None:
    catalogue = current_catalogue()
    found = theme_of(catalogue.rules[rule], catalogue.maturity_themes)
    assert found is not None
    assert found.id == name


def test_every_rule_belongs_to_a_theme_and_every_theme_has_rules() -> None:
    catalogue = current_catalogue()
    found = [theme_of(each, catalogue.maturity_themes) for each in catalogue.rules.values()]
    assert {each.id if each else None for each in found} == {each.id for each in catalogue.maturity_themes}


def test_of_an_empty_municipality_nothing_is_reached() -> None:
    catalogue = current_catalogue()
    levels = {each.level for each in maturity_of(judge(EMPTY, catalogue), catalogue)}
    assert levels <= {None, 1}


def test_no_theme_of_the_example_counts_more_than_applies() -> None:
    catalogue = current_catalogue()
    dossier = replace(example_dossier(catalogue), moment=MOMENT)
    found = maturity_of(judge(dossier, catalogue), catalogue)
    assert all(each.met + each.unknown <= each.applying for each in found)
    assert {each.theme.id: each.level for each in found}["processors"] == 2
