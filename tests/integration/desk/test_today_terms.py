"""Today: what runs by a clock of the law stands above everything else, and what changed is told of every room."""

import datetime as dt
from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from gemeentedossier.desk.presenters.today import EVERY
from gemeentedossier.desk.queries import RECORDS
from gemeentedossier.dossier.breaches.actions.breaches import report_breach
from gemeentedossier.dossier.breaches.facts import BreachMoments, PersonalDataBreach
from gemeentedossier.dossier.register.enums import DataSubjectRight
from gemeentedossier.dossier.requests.actions.requests import acknowledge_request, record_request
from gemeentedossier.dossier.requests.enums import Channel
from gemeentedossier.dossier.requests.facts import DataSubjectRequest
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.enums import Role
from tests.integration.desk.people import signed_in

TODAY = "/duinveld/desk/"
NOW = dt.datetime(2026, 11, 24, 9, tzinfo=dt.UTC)


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with clock.clock_at(NOW), translation.override("nl"):
        yield


@pytest.fixture
def officer(municipality: object) -> Client:
    return signed_in(Role.PRIVACY_OFFICER)


def a_breach(known: dt.datetime | None, by: Actor) -> PersonalDataBreach:
    moments = BreachMoments(discovered_at=known, aware_at=known, aware_grounds="De buren belden." if known else "")
    draft = PersonalDataBreach(id=new_id(), number="", title="Map kwijt", reported_at=NOW, moments=moments)
    return report_breach(draft, by=by)


def a_request(received: dt.date, by: Actor) -> DataSubjectRequest:
    draft = DataSubjectRequest(new_id(), "", DataSubjectRight.ACCESS, received, Channel.LETTER)
    made = record_request(draft, requester={"name": "Wil Voorbeeld"}, by=by)
    acknowledge_request(made.id, on=received, read=made.revision, by=by)
    return made


def running(client: Client) -> list[tuple[str, bool]]:
    return [(each.link.label, each.is_late) for each in client.get(TODAY).context["running"]]


def test_what_is_too_late_stands_above_what_still_runs(officer: Client, everyone: Actor) -> None:
    a_breach(NOW - dt.timedelta(hours=24), everyone)
    a_request(dt.date(2026, 10, 20), everyone)
    assert running(officer) == [
        ("Beantwoord het verzoek 2026-0001: 4 dagen te laat", True),
        ("Datalek 2026-001, melden aan de AP: nog 2 dagen", False),
    ]


def test_a_report_that_nobody_judged_stands_among_the_clocks(officer: Client, everyone: Actor) -> None:
    a_breach(None, everyone)
    assert [told.split(":")[0] for told, _late in running(officer)] == ["Datalek 2026-001, gemeld 24 november 2026 10"]


@pytest.mark.parametrize(("received", "count"), [(dt.date(2026, 10, 31), 1), (dt.date(2026, 11, 2), 0)])
def test_a_request_stands_there_from_a_week_before_its_last_day(
    received: dt.date, count: int, officer: Client, everyone: Actor
) -> None:
    a_request(received, everyone)
    assert len(running(officer)) == count


def test_nothing_runs_where_nothing_was_reported_or_asked(officer: Client) -> None:
    page = officer.get(TODAY)
    assert page.context["running"] == ()
    assert "De klok loopt" not in page.content.decode()


def test_who_may_not_answer_requests_is_not_shown_their_terms(municipality: object, everyone: Actor) -> None:
    a_request(dt.date(2026, 10, 20), everyone)
    assert running(signed_in(Role.AUDITOR)) == []


def test_a_breach_and_a_request_stand_among_what_changed(officer: Client, everyone: Actor) -> None:
    breach = a_breach(NOW, everyone)
    asked = a_request(dt.date(2026, 11, 20), everyone)
    changed = [(each.title, each.link.url) for each in officer.get(TODAY).context["changes"]]
    assert sorted(changed) == [
        ("Datalek gemeld: 2026-001", f"/duinveld/desk/breaches/{breach.id}/"),
        ("Ontvangst bevestigd: 2026-0001", f"/duinveld/desk/requests/{asked.id}/"),
        ("Verzoek vastgelegd: 2026-0001", f"/duinveld/desk/requests/{asked.id}/"),
    ]


@pytest.mark.parametrize("kind", sorted(EVERY))
def test_several_records_of_a_kind_lead_to_a_list_that_is_there(kind: str, officer: Client) -> None:
    assert officer.get(reverse(f"desk:{EVERY[kind]}", args=["duinveld"])).status_code == 200
    assert kind in RECORDS
