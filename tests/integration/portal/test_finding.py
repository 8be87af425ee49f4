"""Finding an activity in the published register."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.builders import an_activity
from tests.integration.portal.conftest import Publish

REGISTER = "/duinveld/register/"


def names(visitor: Client, **sought: str) -> list[str]:
    return [result.name for result in visitor.get(REGISTER, sought).context["results"]]


def queries(visitor: Client, address: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as seen:
        assert visitor.get(address).status_code == 200
    return len(seen)


@pytest.fixture
def three(publish: Publish) -> Publish:
    for changes in (
        {"name": "Leerlingenvervoer", "policy_domain": "education", "purposes": ()},
        {"name": "Crisisopvang geëscaleerde meldingen", "policy_domain": "onderzoek", "purposes": ()},
        {},
    ):
        made: dict[str, Any] = {"data_uses": (), **changes}
        publish(an_activity(**made))
    return publish


@pytest.mark.usefixtures("three")
@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("maatwerkvoorzieningen", ["Beslissen op een aanvraag"]),
        ("leerling", ["Leerlingenvervoer"]),
        ("geescaleerde", ["Crisisopvang geëscaleerde meldingen"]),
        ("drijfzand", []),
    ],
)
def test_dutch_words_are_found_in_plural_in_part_and_without_accent(
    visitor: Client, text: str, found: list[str]
) -> None:
    assert names(visitor, q=text) == found


@pytest.mark.usefixtures("three")
def test_a_domain_keeps_what_fits(visitor: Client) -> None:
    assert names(visitor, domain="education") == ["Leerlingenvervoer"]


@pytest.mark.usefixtures("three")
def test_a_value_that_does_not_exist_counts_as_not_chosen(visitor: Client) -> None:
    assert len(names(visitor, domain="nergens", q="\x00", page="99")) == 3


def test_more_than_a_page_is_cut_into_pages(visitor: Client, publish: Publish, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gemeentedossier.portal.views.register.PAGE", 1)
    publish(an_activity(name="Aa"))
    publish(an_activity(name="Bb"))
    assert names(visitor, page="2") == ["Bb"]


@pytest.mark.parametrize("address", ["/duinveld/", REGISTER])
def test_three_activities_cost_as_many_queries_as_one(visitor: Client, publish: Publish, address: str) -> None:
    publish(an_activity())
    one = queries(visitor, address)
    publish(an_activity())
    publish(an_activity())
    assert queries(visitor, address) == one
