"""Charts: every bar leads to as many cases as it counts."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from django.test import Client

from gemeentedossier.design.charts import Bar, Chart
from gemeentedossier.dossier.assets.actions.systems import record_system
from gemeentedossier.dossier.assets.facts import System
from gemeentedossier.dossier.breaches.actions.breaches import triage_breach
from gemeentedossier.dossier.register.actions.activities import insert_activities
from gemeentedossier.dossier.register.enums import DataSubjectRight
from gemeentedossier.dossier.requests.actions.requests import record_request
from gemeentedossier.dossier.requests.enums import Channel
from gemeentedossier.dossier.requests.facts import DataSubjectRequest
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.enums import Role
from tests.builders import an_activity
from tests.integration.desk.people import signed_in
from tests.integration.desk.test_calendar import a_breach
from tests.integration.desk.test_log_reviews import a_plan

FIGURES = "/duinveld/desk/figures/"


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with clock.clock_at(dt.datetime(2026, 11, 24, 9, tzinfo=dt.UTC)):
        yield


@pytest.fixture
def recorded(municipality: Municipality, everyone: Actor) -> None:
    a_breach(everyone)
    a_plan(everyone, begun=dt.date(2026, 11, 1))
    insert_activities([an_activity(name="Leerplicht", last_confirmed_on=dt.date(2026, 1, 12))])


def chart(client: Client, name: str) -> Chart:
    found: tuple[Chart, ...] = client.get(FIGURES).context["charts"]
    return next(each for each in found if each.identifier == name)


def counted(chart: Chart) -> list[Bar]:
    return [each for each in chart.bars if each.total]


def listed(client: Client, url: str) -> int:
    found = re.search(r"[\d.]+", client.get(url).context["pagination"].summary)
    return int(found.group().replace(".", "")) if found else 0


@pytest.mark.parametrize("name", ["open", "agenda"])
def test_every_bar_leads_to_as_many_cases(name: str, recorded: None) -> None:
    officer = signed_in(Role.PRIVACY_OFFICER)
    bars = counted(chart(officer, name))
    assert [listed(officer, each.url) for each in bars] == [each.total for each in bars] != []


def told(client: Client, name: str, url: str) -> int:
    """How many breaches or requests stand in the list that an address leads to."""
    page = client.get(url).context
    tables = [each.table for each in page["sections"]] if name == "breaches" else [page["table"]]
    return sum(len(each.rows) for each in tables if each)


@pytest.fixture
def came_in(recorded: None, everyone: Actor) -> None:
    """Three reports, one judged to be a breach and one to be none, and two requests of which one is too late."""
    for personal_data in (True, False):
        breach = a_breach(everyone)
        answers = replace(breach.triage, security_broken=True, personal_data=personal_data, triage_reason="Map kwijt.")
        triage_breach(breach.id, answers, revision=breach.revision, by=everyone)
    for day in (dt.date(2026, 11, 20), dt.date(2026, 10, 1)):
        asked = DataSubjectRequest(new_id(), "", DataSubjectRight.ACCESS, day, Channel.LETTER)
        record_request(asked, requester={"name": "Wil Voorbeeld"}, by=everyone)


@pytest.mark.parametrize(
    ("name", "counts"),
    [("breaches", (0, 0, 1, 0, 0, 1, 1)), ("requests", (0, 1, 1, 0, 0))],
    ids=["breaches", "requests"],
)
def test_each_number_of_a_quarter_leads_to_its_very_cases(name: str, counts: tuple[int, ...], came_in: None) -> None:
    officer = signed_in(Role.PRIVACY_OFFICER)
    (bar,) = counted(chart(officer, name))
    assert (str(bar.label), bar.values) == ("kwartaal 4 van 2026", counts)
    assert told(officer, name, bar.url) == bar.total
    assert tuple(told(officer, name, url) for url in bar.urls) == counts


def test_a_quarter_without_breaches_lists_none(recorded: None) -> None:
    sections = signed_in(Role.PRIVACY_OFFICER).get("/duinveld/desk/breaches/?year=2026&quarter=3").context["sections"]
    assert [each.table for each in sections] == [None, None]


def test_an_empty_municipality_has_charts_that_say_so(municipality: Municipality) -> None:
    page = signed_in(Role.PRIVACY_OFFICER).get(FIGURES)
    assert [each.bars for each in page.context["charts"] if each.identifier in ("breaches", "requests")] == [(), ()]
    assert "Er valt nog niets te tellen." in page.content.decode()


def test_who_only_decides_sees_on_today_what_stands_open(recorded: None) -> None:
    assert signed_in(Role.EXECUTIVE).get("/duinveld/desk/").context["chart"].identifier == "open"
    assert signed_in(Role.PRIVACY_OFFICER).get("/duinveld/desk/").context["chart"] is None


def test_what_is_late_by_law_stands_apart_from_what_is_late_on_our_own_term(recorded: None) -> None:
    with clock.clock_at(dt.datetime(2027, 3, 1, 9, tzinfo=dt.UTC)):
        late = chart(signed_in(Role.PRIVACY_OFFICER), "agenda").bars[0]
    assert (str(late.label), late.values) == ("Te laat", (1, 3, 0, 0))


def test_a_system_with_data_past_their_period_leads_to_itself_and_the_others_to_their_list(everyone: Actor) -> None:
    archive, unmeasured = new_id(), new_id()
    oldest, measured = dt.date(2010, 11, 23), dt.date(2026, 11, 1)
    old = System(archive, "Archief", oldest_record_on=oldest, oldest_record_measured_on=measured)
    record_system(old, by=everyone)
    record_system(System(unmeasured, "Zaaksysteem"), by=everyone)
    insert_activities([an_activity(name="Leerplicht", system_ids=(archive, unmeasured))])
    officer = signed_in(Role.PRIVACY_OFFICER)
    past, unknown = chart(officer, "retention").bars
    assert (past.label, past.values, past.url) == ("Archief", (12, 0), f"/duinveld/desk/security/systems/{archive}/")
    assert str(past.told) == "1 jaar langer dan 15 jaar"
    table = officer.get(unknown.url).context["systems"]
    assert ([row.cells[0].text for row in table.rows], unknown.values) == (["Zaaksysteem"], ())


@pytest.mark.parametrize(("asked", "shown"), [("within", False), ("nonsense", True)])
def test_the_list_of_systems_is_narrowed_by_a_known_state_alone(asked: str, *, shown: bool, everyone: Actor) -> None:
    record_system(System(new_id(), "Zaaksysteem"), by=everyone)
    page = signed_in(Role.PRIVACY_OFFICER).get(f"/duinveld/desk/security/?retained={asked}").content.decode()
    assert ("Zaaksysteem" in page.split('<main id="main"')[1], "Die zijn er niet." in page) == (shown, not shown)
