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
from gemeentedossier.dossier.register.actions.activities import create_activity, insert_activities
from gemeentedossier.dossier.register.enums import DataSubjectRight, RecordState
from gemeentedossier.dossier.requests.actions.requests import acknowledge_request, record_request
from gemeentedossier.dossier.requests.enums import Channel
from gemeentedossier.dossier.requests.facts import DataSubjectRequest
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.method.actions.visits import note_visit
from gemeentedossier.organisation.enums import Role
from tests.builders import an_activity
from tests.integration.desk.people import browser_of, signed_in, someone

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


@pytest.mark.parametrize(
    ("role", "told", "leads_to"),
    [
        (Role.PRIVACY_OFFICER, "beoordeel het en leg vast sinds wanneer u het weet", "moments/?field=aware_at"),
        (Role.CISO, "beoordeel het en leg vast sinds wanneer u het weet", "moments/?field=aware_at"),
        (Role.EXECUTIVE, "wacht op het oordeel van CISO / privacy officer", "#moments"),
        (Role.DATA_PROTECTION_OFFICER, "wacht op het oordeel van CISO / privacy officer", "#moments"),
    ],
)
def test_only_who_judges_a_report_is_told_to(
    municipality: Municipality, everyone: Actor, role: Role, told: str, leads_to: str
) -> None:
    breach = a_breach(None, everyone)
    (line,) = signed_in(role).get(TODAY).context["running"]
    assert line.link.label.rpartition(": ")[2] == told
    assert line.link.url == f"/duinveld/desk/breaches/{breach.id}/{leads_to}"


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


@pytest.mark.parametrize(
    ("role", "sees"),
    [
        (Role.PRIVACY_OFFICER, True),
        (Role.CISO, True),
        (Role.EXECUTIVE, True),
        (Role.DATA_PROTECTION_OFFICER, True),
        (Role.PROCESS_OWNER, False),
        (Role.AUDITOR, False),
    ],
)
def test_the_clock_of_a_breach_stands_on_the_page_of_who_has_something_to_do(
    municipality: Municipality, everyone: Actor, role: Role, sees: bool
) -> None:
    a_breach(NOW, everyone)
    assert bool(running(signed_in(role))) is sees


def changed(client: Client) -> list[str]:
    return [each.title for each in client.get(TODAY).context["changes"]]


def test_what_others_changed_since_one_was_here_is_news(municipality: Municipality) -> None:
    officer = someone(Role.PRIVACY_OFFICER)
    by = Actor(name="Jet", person_id=officer.pk, roles=frozenset({Role.PRIVACY_OFFICER}))
    create_activity(an_activity(name="Oud"), by=by)
    assert len(changed(browser_of(officer))) == 1
    with clock.clock_at(dt.datetime.now(dt.UTC) + dt.timedelta(hours=2)):
        assert changed(browser_of(officer)) == []
        assert "Niemand anders heeft iets veranderd." in browser_of(officer).get(TODAY).content.decode()


def test_a_visit_lasts_an_hour(municipality: Municipality) -> None:
    person = someone(Role.AUDITOR).pk
    found = []
    for minutes in (0, 59, 118, 179):
        with clock.clock_at(NOW + dt.timedelta(minutes=minutes)):
            found.append(note_visit(person))
    assert found == [None, None, None, NOW + dt.timedelta(minutes=118)]


def test_a_process_owner_hears_of_changes_of_their_own_alone(municipality: Municipality, everyone: Actor) -> None:
    owner = someone(Role.PROCESS_OWNER)
    create_activity(an_activity(name="Van mij", owner_id=owner.pk), by=everyone)
    create_activity(an_activity(name="Van een ander"), by=everyone)
    assert [each.rpartition(": ")[2] for each in changed(browser_of(owner))] == ["Van mij"]


def test_what_is_ones_own_by_a_day_stands_above_the_findings(municipality: Municipality) -> None:
    owner = someone(Role.PROCESS_OWNER)
    late = an_activity(name="Leerplicht", owner_id=owner.pk, last_confirmed_on=dt.date(2025, 11, 10))
    insert_activities([late, an_activity(name="Van een ander", last_confirmed_on=dt.date(2025, 11, 10))])
    own = browser_of(owner).get(TODAY).context["own"]
    assert [(str(each.link.label), each.is_late) for each in own.lines] == [
        ("Bevestig dat de registratie nog klopt: Leerplicht (10 november 2026)", True)
    ]


@pytest.mark.parametrize(
    ("role", "anchors"),
    [
        (Role.EXECUTIVE, ["decide"]),
        (Role.AUDITOR, ["proofs"]),
        (Role.PRIVACY_OFFICER, []),
        (Role.CISO, []),
        (Role.PROCESS_OWNER, []),
    ],
)
def test_each_role_is_told_what_is_theirs(municipality: Municipality, role: Role, anchors: list[str]) -> None:
    insert_activities([an_activity(record_state=RecordState.UNDER_REVIEW)])
    assert [each.anchor for each in signed_in(role).get(TODAY).context["blocks"]] == anchors


def test_the_findings_of_the_ciso_are_those_of_security(municipality: Municipality) -> None:
    insert_activities([an_activity()])
    client = signed_in(Role.CISO)
    for number in client.get(TODAY).context["numbers"]:
        assert "part=B" in number.url
        assert client.get(number.url).context["pagination"].summary.split()[0] == str(number.count)


def asked_in_the_list(client: Client) -> tuple[str, str, str]:
    """What stands in the column of the clock: a step, where it leads, and what is told."""
    (open_ones, _closed) = client.get(f"{TODAY}breaches/").context["sections"]
    cell = open_ones.table.rows[0].cells[2]
    return str(cell.text), cell.url, str(cell.note)


@pytest.mark.parametrize("role", [Role.PRIVACY_OFFICER, Role.CISO])
def test_who_judges_a_report_is_asked_in_the_list_since_when_it_is_known(
    municipality: Municipality, everyone: Actor, role: Role
) -> None:
    breach = a_breach(None, everyone)
    client = signed_in(role)
    text, url, _note = asked_in_the_list(client)
    assert (text, url) == (
        "Zeg sinds wanneer u het weet",
        f"/duinveld/desk/breaches/{breach.id}/moments/?field=aware_at",
    )
    assert client.get(url).status_code == 200


@pytest.mark.parametrize("role", [Role.EXECUTIVE, Role.DATA_PROTECTION_OFFICER, Role.AUDITOR, Role.PROCESS_OWNER])
def test_who_cannot_say_it_reads_in_the_list_who_can(municipality: Municipality, everyone: Actor, role: Role) -> None:
    breach = a_breach(None, everyone)
    client = signed_in(role)
    assert asked_in_the_list(client) == ("", "", "Wacht op: CISO / privacy officer.")
    assert client.get(f"/duinveld/desk/breaches/{breach.id}/moments/").status_code == 403
