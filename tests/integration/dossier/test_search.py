"""Searching the register in Dutch."""

import pytest

from gemeentedossier.dossier.register.actions.activities import insert_activities
from gemeentedossier.dossier.register.queries.search import Wanted, activities_then, activities_wanted
from gemeentedossier.foundation.models import Municipality
from tests.builders import an_activity


def found(**wanted: str) -> list[str]:
    return [activity.name for activity in activities_wanted(Wanted(**wanted))]


@pytest.fixture(autouse=True)
def _three_activities(municipality: Municipality) -> None:
    insert_activities(
        [
            an_activity(name="Leerlingenvervoer", purposes=(), data_uses=(), policy_domain="onderwijs"),
            an_activity(name="Crisisopvang geëscaleerde meldingen", purposes=(), data_uses=()),
            an_activity(),
        ]
    )


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("maatwerkvoorzieningen", "Beslissen op een aanvraag"),
        ("leerling", "Leerlingenvervoer"),
        ("leerlingvervoer", "Leerlingenvervoer"),
        ("geescaleerde", "Crisisopvang geëscaleerde meldingen"),
        ("2.3.5", "Beslissen op een aanvraag"),
        ("v-001", "Beslissen op een aanvraag"),
    ],
)
def test_a_word_is_found_in_plural_in_part_without_accent_and_with_a_slip(text: str, name: str) -> None:
    assert name in found(text=text)


def test_what_nobody_wrote_finds_nothing() -> None:
    assert found(text="drijfzand") == []


def test_a_filter_keeps_what_fits() -> None:
    assert found(policy_domain="onderwijs") == ["Leerlingenvervoer"]


def test_activities_of_one_article_6_basis_are_found() -> None:
    assert found(article_6="e") == ["Beslissen op een aanvraag"]


@pytest.mark.parametrize(
    ("wanted", "names"),
    [
        ({}, ["Beslissen op een aanvraag", "Leerlingenvervoer"]),
        ({"text": "VERVOER"}, ["Leerlingenvervoer"]),
        ({"text": "2.3.5"}, ["Beslissen op een aanvraag"]),
        ({"policy_domain": "onderwijs"}, ["Leerlingenvervoer"]),
        ({"article_6": "e"}, ["Beslissen op een aanvraag"]),
        ({"unit": "Zorg"}, []),
        ({"order": "-name"}, ["Leerlingenvervoer", "Beslissen op een aanvraag"]),
        ({"order": "policy_domain"}, ["Beslissen op een aanvraag", "Leerlingenvervoer"]),
    ],
)
def test_the_register_of_a_moment_is_searched_and_sorted_too(wanted: dict[str, str], names: list[str]) -> None:
    then = [an_activity(name="Leerlingenvervoer", purposes=(), policy_domain="onderwijs"), an_activity()]
    assert [each.name for each in activities_then(then, Wanted(**wanted))] == names
