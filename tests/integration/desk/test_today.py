"""Vandaag: what is mine to do first."""

import dataclasses
import datetime as dt

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from gemeentedossier.dossier.register.actions.activities import edit_activity, insert_activities
from gemeentedossier.dossier.register.actions.confirming import confirm_activity
from gemeentedossier.dossier.register.enums import ProcessingState, RecordState
from gemeentedossier.dossier.register.queries.activities import activity_facts
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.enums import Role
from tests.builders import an_activity
from tests.integration.desk.people import browser_of, signed_in, someone

TODAY = "/duinveld/desk/"
READING = 14
"""Queries for the page, however many records there are: two above the budget of a main page, for it notes a visit."""


@pytest.fixture
def officer(municipality: Municipality) -> Client:
    return signed_in(Role.PRIVACY_OFFICER)


def shown(client: Client) -> str:
    return client.get(TODAY).content.decode()


def test_an_empty_register_offers_the_import(officer: Client) -> None:
    page = shown(officer)
    assert "Het register is nog leeg" in page
    assert 'href="/duinveld/desk/exchange/"' in page


def test_at_most_five_records_stand_first(officer: Client) -> None:
    insert_activities([an_activity(name=f"Verwerking {number}") for number in range(8)])
    assert shown(officer).count('class="gd-first__item') == 5


def test_every_number_leads_to_its_cases(officer: Client) -> None:
    insert_activities([an_activity()])
    page = officer.get(TODAY)
    for number in page.context["numbers"]:
        listed = officer.get(number.url)
        assert listed.context["pagination"].summary.split()[0] == number.told


def test_a_process_owner_sees_what_is_theirs(municipality: Municipality) -> None:
    owner = someone(Role.PROCESS_OWNER)
    mine = an_activity(name="Van mij", owner_id=owner.id, owner=owner.name)
    insert_activities([mine, an_activity(name="Van een ander")])
    page = browser_of(owner).get(TODAY)
    assert [each.record.label for each in page.context["first"]] == ["Van mij"]
    assert f"owner={owner.id}" in page.context["numbers"][0].url


def test_the_records_that_are_told_of_are_those_with_open_points(officer: Client) -> None:
    insert_activities([an_activity(name=f"Verwerking {number}") for number in range(3)])
    page = officer.get(TODAY)
    told = page.context["lead"]
    assert "punten in 4 registraties" in told  # the municipality itself is judged too


def test_a_process_owner_without_records_is_told_so(municipality: Municipality) -> None:
    insert_activities([an_activity()])
    assert "Er is nog geen registratie van u" in shown(signed_in(Role.PROCESS_OWNER))


def test_an_executive_sees_by_name_what_waits_for_adoption(municipality: Municipality) -> None:
    insert_activities([an_activity(name="Ter vaststelling", record_state=RecordState.UNDER_REVIEW)])
    page = signed_in(Role.EXECUTIVE).get(TODAY)
    adoption = page.context["blocks"][0].lines[0]
    assert str(adoption.sentence.label) == "1 registratie wacht op vaststelling"
    assert [link.label for link in adoption.names] == ["Ter vaststelling"]


@pytest.mark.parametrize(
    ("confirmed", "waits"),
    [(None, True), (dt.date(2025, 11, 22), True), (dt.date(2025, 11, 23), False)],
)
def test_a_record_waits_for_confirmation_after_a_year(
    *, confirmed: dt.date | None, waits: bool, officer: Client
) -> None:
    insert_activities([an_activity(last_confirmed_on=confirmed)])
    with clock.clock_at(dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)):
        assert ("het afgelopen jaar niet bevestigd" in shown(officer)) is waits


def test_what_waits_leads_to_exactly_those_records(officer: Client) -> None:
    insert_activities(
        [an_activity(name="Nooit bevestigd"), an_activity(name="Bevestigd", last_confirmed_on=clock.today())]
    )
    line = officer.get(TODAY).context["waiting"][0]
    rows = officer.get(line.sentence.url).context["table"].rows
    assert [row.cells[0].text for row in rows] == ["Nooit bevestigd"]


def test_a_process_owner_is_not_shown_what_others_must_confirm(municipality: Municipality) -> None:
    owner = someone(Role.PROCESS_OWNER)
    insert_activities([an_activity(name="Van mij", owner_id=owner.id), an_activity(name="Van een ander")])
    rows = browser_of(owner).get("/duinveld/desk/waiting/confirmation/").context["table"].rows
    assert [row.cells[0].text for row in rows] == ["Van mij"]


def test_nothing_else_can_be_waited_for(officer: Client) -> None:
    assert officer.get("/duinveld/desk/waiting/godot/").status_code == 404


def test_an_ended_processing_waits_for_nobody(officer: Client) -> None:
    insert_activities([an_activity(processing_state=ProcessingState.ENDED)])
    assert "het afgelopen jaar niet bevestigd" not in shown(officer)


def test_what_changed_last_stands_first_and_one_verb_once(officer: Client, everyone: Actor) -> None:
    made = an_activity(name="Besluit op bezwaar")
    insert_activities([made])
    edit_activity(dataclasses.replace(activity_facts(made.id), name="Beslissing op bezwaar"), by=everyone)
    confirm_activity(made.id, revision=1, by=everyone)
    titles = [entry.title for entry in officer.get(TODAY).context["changes"]]
    assert titles[0].endswith(": Beslissing op bezwaar")


@pytest.mark.parametrize("records", [1, 3])
def test_the_number_of_queries_does_not_grow(
    records: int, officer: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    insert_activities([an_activity() for _ in range(records)])
    with django_assert_max_num_queries(READING) as asked:
        shown(officer)
    assert len(asked) > 0
