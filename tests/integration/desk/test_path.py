"""The path above a page leads away from it, and never to where somebody stands already."""

import re

import pytest
from django.test import Client

from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.enums import Role
from tests.integration.desk.people import signed_in
from tests.integration.desk.test_calendar import a_breach

LISTS = ("register", "agreements", "security", "assessments", "breaches", "requests", "evidence", "officer")


@pytest.fixture
def everyone_in_one(municipality: object) -> Client:
    return signed_in(*Role)


def path_above(client: Client, url: str) -> list[str]:
    page = client.get(url).content.decode()
    found = re.search(r'<nav class="gd-crumbs".*?</nav>', page, re.DOTALL)
    return re.findall(r'href="([^"]+)"', found[0]) if found else []


@pytest.mark.parametrize("name", LISTS)
def test_a_list_does_not_lead_to_itself(everyone_in_one: Client, name: str) -> None:
    url = f"/duinveld/desk/{name}/"
    assert url not in path_above(everyone_in_one, url)


def test_a_record_leads_to_its_list(everyone_in_one: Client, everyone: Actor) -> None:
    url = f"/duinveld/desk/breaches/{a_breach(everyone).id}/"
    assert path_above(everyone_in_one, url) == ["/duinveld/desk/breaches/"]
