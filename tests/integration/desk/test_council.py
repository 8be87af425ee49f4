"""The window for the council: eight figures without names, a question beside each, and what became public."""

import datetime as dt
from dataclasses import replace

import pytest
from pytest_django import DjangoAssertNumQueries

from gemeentedossier.design.charts import Chart
from gemeentedossier.desk.presenters.council import Indicator
from gemeentedossier.dossier.assets.actions.systems import record_system
from gemeentedossier.dossier.assets.facts import System
from gemeentedossier.dossier.breaches.actions.breaches import triage_breach
from gemeentedossier.dossier.breaches.facts import PersonalDataBreach
from gemeentedossier.dossier.register.actions.activities import insert_activities
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.register.models import ActivityVersion
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.engine.plain import to_plain
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.models import Person
from tests.builders import an_activity
from tests.integration.desk.people import signed_in
from tests.integration.desk.test_calendar import AWARE, a_breach

WINDOW = "/duinveld/desk/council/"
MAYOR, REGISTER = "Wim de Burgemeester", "Oud register"


@pytest.fixture
def recorded(municipality: Municipality, everyone: Actor) -> tuple[Activity, Activity]:
    """One activity that is public, one that is not, a breach, and a system with data past their period."""
    public, internal = an_activity(name="Leerplicht"), an_activity(name="Onderzoek naar ondermijning")
    insert_activities([public, internal])
    publish(public, dt.datetime(2026, 10, 5, 9, tzinfo=dt.UTC))
    a_breach(everyone)
    record_system(System(new_id(), REGISTER, oldest_record_on=dt.date(1990, 1, 1),
                         oldest_record_measured_on=dt.date(2026, 1, 1)), by=everyone)  # fmt: skip
    return public, internal


def publish(activity: Activity, at: dt.datetime, number: int = 1) -> ActivityVersion:
    """A version of it that everybody can read since that moment."""
    person = Person.objects.create(name=MAYOR)
    made: ActivityVersion = ActivityVersion.objects.create(
        activity_id=activity.id,
        number=number,
        content=to_plain(activity),
        catalogue_version="1",
        adopted_at=at,
        adopted_by=person,
        published_at=at,
    )
    return made


def shown(client_of: Role, **query: str) -> dict[str, Indicator]:
    return {each.anchor: each for each in signed_in(client_of).get(WINDOW, query).context["indicators"]}


def charts_in(found: dict[str, Indicator]) -> list[Chart]:
    return [each.chart for each in found.values() if each.chart]


def test_who_sits_in_the_council_comes_to_the_window_and_nowhere_else(recorded: object) -> None:
    member = signed_in(Role.COUNCIL_MEMBER)
    frame = member.get(WINDOW).context["frame"]
    assert (frame.home_url, frame.search, frame.moment) == (WINDOW, None, None)
    assert [each.url for each in frame.places] == [WINDOW]
    assert member.get("/duinveld/desk/").headers["Location"] == WINDOW
    refused = member.get("/duinveld/desk/register/")
    assert (refused.status_code, f'href="{WINDOW}"' in refused.content.decode()) == (403, True)


def test_it_has_eight_figures_each_with_a_question_that_has_its_number(recorded: object) -> None:
    found = shown(Role.COUNCIL_MEMBER)
    assert len(found) == 8
    assert [each.anchor for each in found.values() if each.number != "–" and each.number not in each.question] == []


def test_nothing_in_it_leads_to_a_record_and_no_name_stands_in_it(
    recorded: tuple[Activity, Activity], everyone: Actor
) -> None:
    page = signed_in(Role.COUNCIL_MEMBER).get(WINDOW).content.decode().split('<main id="main"')[1]
    assert [name for name in (recorded[1].name, REGISTER, everyone.name, MAYOR) if name in page] == []
    bars = [bar for chart in charts_in(shown(Role.COUNCIL_MEMBER)) for bar in chart.bars]
    assert bars
    assert {(each.url, each.urls) for each in bars} == {("", ())}


def test_its_figures_are_those_of_who_works_with_the_dossier(recorded: object) -> None:
    officer = signed_in(Role.PRIVACY_OFFICER)
    desk = {each.identifier: each for each in officer.get("/duinveld/desk/figures/").context["charts"]}
    mine = {each.identifier: each for each in charts_in(shown(Role.COUNCIL_MEMBER))}
    pairs = (("breaches", "council-breaches"), ("requests", "council-requests"), ("over-time", "over-time"))
    assert [[bar.values[:6] for bar in desk[one].bars] for one, _ in pairs] == [
        [bar.values for bar in mine[other].bars] for _, other in pairs
    ]
    assert sum(bar.total for bar in mine["council-breaches"].bars) == 1


def test_it_names_what_became_public_and_leads_to_what_everybody_reads(recorded: tuple[Activity, Activity]) -> None:
    with clock.clock_at(dt.datetime(2026, 11, 29, 9, tzinfo=dt.UTC)):
        rows = signed_in(Role.COUNCIL_MEMBER).get(WINDOW).context["changes"].rows
    assert [(each.cells[1].text, each.cells[1].url) for each in rows] == [
        ("Leerplicht", f"/duinveld/register/{recorded[0].id}/")
    ]


@pytest.mark.parametrize(
    ("since", "rows"), [("2026-10-05", 1), ("2026-10-06", 0), ("x", 1), ("2027-01-01", 1), ("", 1), ("0001-01-01", 1)]
)
def test_what_is_new_is_told_from_a_day_that_can_be_chosen(since: str, rows: int, recorded: object) -> None:
    with clock.clock_at(dt.datetime(2026, 11, 29, 9, tzinfo=dt.UTC)):
        found = signed_in(Role.COUNCIL_MEMBER).get(WINDOW, {"since": since}).context["changes"]
    assert (len(found.rows) if found else 0) == rows


def test_of_a_day_that_is_yet_to_come_it_is_said(recorded: object) -> None:
    told = signed_in(Role.COUNCIL_MEMBER).get(WINDOW, {"since": "2030-10-01"}).content.decode()
    assert "Deze dag moet nog komen. Kies een dag die al geweest is." in told


def test_what_was_withdrawn_is_counted_and_not_named(municipality: Municipality) -> None:
    activity = an_activity(name="Leerplicht")
    insert_activities([activity])
    version = publish(activity, clock.now())
    ActivityVersion.objects.filter(pk=version.pk).update(withdrawn_at=clock.now(), withdrawn_because="Klopte niet.")
    page = signed_in(Role.COUNCIL_MEMBER).get(WINDOW)
    assert (page.context["changes"], page.context["withdrawn"]) == (None, "1 tekst is niet meer openbaar.")
    assert "Leerplicht" not in page.content.decode()


def test_what_is_withdrawn_is_an_activity_of_which_nothing_is_public(municipality: Municipality) -> None:
    activity = an_activity(name="Leerplicht")
    insert_activities([activity])
    for number in (1, 2, 3):
        publish(activity, clock.now(), number)
    ActivityVersion.objects.update(withdrawn_at=clock.now(), withdrawn_because="Klopte niet.")
    member = signed_in(Role.COUNCIL_MEMBER)
    before = member.get(WINDOW).context["withdrawn"]
    publish(activity, clock.now(), 4)
    assert (before, member.get(WINDOW).context["withdrawn"]) == ("1 tekst is niet meer openbaar.", "")


def judged(breach: PersonalDataBreach, by: Actor, *, is_breach: bool) -> None:
    """Somebody answers whether security was broken and personal data were hit."""
    answers = replace(breach.triage, security_broken=True, personal_data=is_breach, triage_reason="Map kwijt.")
    triage_breach(breach.id, answers, revision=breach.revision, by=by)


def test_what_is_still_not_done_past_its_term_is_said_with_what_was_late(
    municipality: Municipality, everyone: Actor
) -> None:
    judged(a_breach(everyone), everyone, is_breach=True)
    with clock.clock_at(clock.now() + dt.timedelta(days=30)):
        sentence = shown(Role.COUNCIL_MEMBER)["breaches"].sentence
    assert sentence == "Datalekken in de laatste acht kwartalen: 1. Te laat gemeld, of nog steeds niet: 1."


def test_a_number_says_what_it_is_of(recorded: object, everyone: Actor) -> None:
    judged(a_breach(everyone), everyone, is_breach=True)
    found = shown(Role.COUNCIL_MEMBER)
    told = {anchor: f"{each.number} {each.unit}" for anchor, each in found.items()}
    assert [told[anchor] for anchor in ("breaches", "requests", "register", "kept")] == [
        "1 datalek", "0 van 0 te laat", "1 van 2 openbaar", "0 systemen te laat",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("hours", "more"), [(72, ""), (73, " Hiervan al over de 72 uur: 1.")], ids=["within the hours", "past the hours"]
)
def test_what_nobody_judged_is_said_apart_and_counts_as_no_breach(hours: int, more: str, recorded: object) -> None:
    with clock.clock_at(AWARE + dt.timedelta(hours=hours)):
        found = shown(Role.COUNCIL_MEMBER)["breaches"]
    counts = "Datalekken in de laatste acht kwartalen: 0. Te laat gemeld, of nog steeds niet: 0."
    assert found.sentence == f"{counts} Nog niet beoordeeld, en niet meegeteld: 1.{more}"
    assert found.chart
    assert [bar.values for bar in found.chart.bars if bar.total] == [(0, 0, 0, 0, 0, 1)]


def test_what_is_no_breach_stands_nowhere(municipality: Municipality, everyone: Actor) -> None:
    judged(a_breach(everyone), everyone, is_breach=False)
    found = shown(Role.COUNCIL_MEMBER)["breaches"]
    assert found.chart
    assert (found.number, sum(bar.total for bar in found.chart.bars)) == ("0", 0)


def test_the_window_of_an_empty_municipality_opens(municipality: Municipality) -> None:
    assert len(shown(Role.COUNCIL_MEMBER)) == 8


@pytest.mark.parametrize("role", [Role.COUNCIL_MEMBER, Role.EXECUTIVE])
def test_the_window_stays_within_its_queries(
    role: Role, recorded: object, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client = signed_in(role)
    client.get(WINDOW)
    with django_assert_max_num_queries(12):
        client.get(WINDOW)
