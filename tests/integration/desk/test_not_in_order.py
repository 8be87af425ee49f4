"""“Not in order” is one number wherever it stands, and leads to exactly so many findings."""

import re
from typing import Any

import pytest
from django.test import Client

from gemeentedossier.dossier.register.actions.activities import insert_activities
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.organisation.enums import Role
from tests.builders import an_activity
from tests.integration.desk.people import browser_of, signed_in, someone

DESK = "/duinveld/desk/"


@pytest.fixture
def recorded(municipality: Municipality) -> None:
    insert_activities([an_activity(name="Leerplicht"), an_activity(name="Parkeren")])


def number_in(text: str) -> int:
    return int(re.findall(r"[\d.]+", text)[0].replace(".", ""))


def listed(client: Client, url: str) -> int:
    return number_in(client.get(url).context["pagination"].summary)


def on_today(client: Client) -> tuple[int, str]:
    first = client.get(DESK).context["urgency"].first
    return number_in(str(first.label)), first.url


def for_the_council(client: Client) -> tuple[int, Any]:
    figures = {each.anchor: each for each in client.get(f"{DESK}council/").context["indicators"]}
    return number_in(figures["asked"].number), figures["asked"].way


def month_by_month(client: Client) -> tuple[int, str]:
    now = client.get(f"{DESK}figures/months/").context["charts"][0].bars[-1]
    return now.values[1], now.urls[1]


def tab_of_findings(client: Client) -> tuple[int, str]:
    page = client.get(f"{DESK}findings/")
    tab = next(each for each in page.context["tabs"] if each.label == "Niet op orde")
    return tab.count, f"{DESK}findings/{tab.url}"


def test_executive_council_and_months_count_the_same_and_lead_to_it(recorded: None) -> None:
    executive = signed_in(Role.EXECUTIVE)
    number, way = for_the_council(executive)
    found = [on_today(executive), (number, way.url), month_by_month(executive), tab_of_findings(executive)]
    assert [(told, listed(executive, url)) for told, url in found] == [(number, number)] * 4


def test_the_drawing_for_the_executive_parts_that_number_by_law(recorded: None) -> None:
    executive = signed_in(Role.EXECUTIVE)
    bars = executive.get(DESK).context["chart"].bars
    assert sum(bar.values[0] + bar.values[1] for bar in bars) == on_today(executive)[0]


def test_the_council_reads_the_number_without_the_way_to_its_cases(recorded: None) -> None:
    number, way = for_the_council(signed_in(Role.COUNCIL_MEMBER))
    assert (number, way) == (for_the_council(signed_in(Role.EXECUTIVE))[0], None)


@pytest.mark.parametrize("role", [Role.CISO, Role.PRIVACY_OFFICER, Role.DATA_PROTECTION_OFFICER])
def test_whoever_reads_it_on_today_is_led_to_exactly_that(recorded: None, role: Role) -> None:
    client = signed_in(role)
    told, url = on_today(client)
    assert told == listed(client, url)


def test_a_process_owner_is_told_of_their_own_alone(municipality: Municipality) -> None:
    owner = someone(Role.PROCESS_OWNER)
    insert_activities([an_activity(name="Van mij", owner_id=owner.id), an_activity(name="Van een ander")])
    told, url = on_today(browser_of(owner))
    assert told == listed(browser_of(owner), url)


def test_what_is_counted_in_a_way_that_does_not_exist_counts_as_not_chosen(recorded: None) -> None:
    officer = signed_in(Role.PRIVACY_OFFICER)
    assert listed(officer, f"{DESK}findings/?counted=fine") == listed(officer, f"{DESK}findings/")
