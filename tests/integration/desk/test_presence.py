"""Two people who have one record open are told of each other, for as long as they do, and nobody else is."""

import datetime as dt

import pytest
from django.test import Client

from gemeentedossier.desk.actions.presence import be_present, forget_absent, others_at
from gemeentedossier.desk.models import Presence
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.tenancy import municipality_scope
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.models import Person
from tests.integration.desk.people import browser_of, signed_in, someone

NOON = dt.datetime(2026, 11, 2, 13, 2, tzinfo=dt.UTC)


@pytest.fixture
def jet(activity: Activity) -> Client:
    return signed_in(Role.PRIVACY_OFFICER)


@pytest.fixture
def ruben(activity: Activity) -> Client:
    person = someone(Role.PROCESS_OWNER)
    Person.objects.filter(pk=person.pk).update(name="Ruben")
    return browser_of(person)


def url(activity: Activity) -> str:
    return f"/duinveld/desk/presence/activity/{activity.id}/"


def told(browser: Client, activity: Activity, **said: str) -> str:
    return str(browser.post(url(activity), said).json()["told"])


def test_the_page_of_a_record_says_that_it_is_open(jet: Client, activity: Activity) -> None:
    page = jet.get(f"/duinveld/desk/register/{activity.id}/").content.decode()
    assert f'data-url="{url(activity)}"' in page


def test_a_page_of_no_record_does_not(jet: Client) -> None:
    assert "gd-presence" not in jet.get("/duinveld/desk/register/").content.decode()


def test_who_is_alone_is_told_nothing(jet: Client, activity: Activity) -> None:
    assert [told(jet, activity), told(jet, activity)] == ["", ""]


def test_the_second_is_told_of_the_first_since_when(jet: Client, ruben: Client, activity: Activity) -> None:
    with clock.clock_at(NOON):
        told(ruben, activity)
    with clock.clock_at(NOON + dt.timedelta(seconds=60)):
        told(ruben, activity)
        assert told(jet, activity) == "Ruben is hier ook, sinds 14:02."


def test_where_somebody_writes_is_told(jet: Client, ruben: Client, activity: Activity) -> None:
    with clock.clock_at(NOON):
        told(ruben, activity, writes="1", section="data")
        assert told(jet, activity) == "Ruben is hier ook, sinds 14:02, en wijzigt “Gegevens en betrokkenen”."


def test_who_has_a_form_open_and_typed_nothing_is_not_said_to_change_it(
    jet: Client, ruben: Client, activity: Activity
) -> None:
    with clock.clock_at(NOON):
        told(ruben, activity, section="data")
        assert told(jet, activity) == "Ruben is hier ook, sinds 14:02, en heeft “Gegevens en betrokkenen” open."


def test_words_of_ones_own_are_told_to_nobody(jet: Client, ruben: Client, activity: Activity) -> None:
    with clock.clock_at(NOON):
        told(ruben, activity, writes="1", section="Bel mij even")
        assert told(jet, activity) == "Ruben is hier ook, sinds 14:02, en wijzigt iets."


def test_a_place_that_no_column_holds_is_no_place(jet: Client, ruben: Client, activity: Activity) -> None:
    with clock.clock_at(NOON):
        told(ruben, activity, writes="1", section="da\0ta")
        assert told(jet, activity) == "Ruben is hier ook, sinds 14:02, en wijzigt “Gegevens en betrokkenen”."


def test_who_left_is_told_of_no_more(jet: Client, ruben: Client, activity: Activity) -> None:
    told(ruben, activity)
    told(ruben, activity, left="1")
    assert told(jet, activity) == ""


@pytest.mark.parametrize(("seconds", "others"), [(89, 1), (90, 0)])
def test_who_says_no_more_is_forgotten(seconds: int, others: int, municipality: Municipality) -> None:
    record, one, other = new_id(), Actor("Jet", new_id()), Actor("Ruben", new_id())
    with clock.clock_at(NOON):
        be_present("activity", record, writes=False, section="", by=other)
    with clock.clock_at(NOON + dt.timedelta(seconds=seconds)):
        assert len(others_at("activity", record, by=one)) == others


def test_nothing_is_left_of_who_left(jet: Client, activity: Activity) -> None:
    told(jet, activity)
    assert Presence.objects.count() == 1
    told(jet, activity, left="1")
    assert Presence.objects.count() == 0


@pytest.mark.parametrize(("seconds", "left"), [(89, 1), (90, 0)])
def test_nothing_is_left_of_who_says_no_more(seconds: int, left: int, municipality: Municipality) -> None:
    with clock.clock_at(NOON):
        be_present("activity", new_id(), writes=False, section="", by=Actor("Jet", new_id()))
    with clock.clock_at(NOON + dt.timedelta(seconds=seconds)):
        forget_absent()
    assert Presence.objects.count() == left


def test_who_is_elsewhere_throws_away_who_said_no_more(municipality: Municipality) -> None:
    gone, there = Actor("Jet", new_id()), Actor("Ruben", new_id())
    with clock.clock_at(NOON):
        be_present("activity", new_id(), writes=False, section="", by=gone)
    with clock.clock_at(NOON + dt.timedelta(seconds=90)):
        be_present("breach", new_id(), writes=False, section="", by=there)
    assert [each.name for each in Presence.objects.all()] == ["Ruben"]


def test_who_comes_back_after_being_gone_is_there_since_then(municipality: Municipality) -> None:
    record, one, other = new_id(), Actor("Jet", new_id()), Actor("Ruben", new_id())
    again = NOON + dt.timedelta(minutes=5)
    for moment in (NOON, again):
        with clock.clock_at(moment):
            be_present("activity", record, writes=False, section="", by=other)
    with clock.clock_at(again):
        assert [each.since for each in others_at("activity", record, by=one)] == [again]


def test_another_municipality_is_told_nothing(municipality: Municipality, other_municipality: Municipality) -> None:
    record, one, other = new_id(), Actor("Jet", new_id()), Actor("Ruben", new_id())
    be_present("activity", record, writes=False, section="", by=other)
    with municipality_scope(other_municipality.id):
        assert others_at("activity", record, by=one) == ()


def test_a_record_that_is_not_here_is_told_of_nobody(jet: Client) -> None:
    assert jet.post(f"/duinveld/desk/presence/activity/{new_id()}/").status_code == 404


def test_who_may_not_read_the_dossier_is_not_told(ruben: Client, activity: Activity) -> None:
    told(ruben, activity)
    assert signed_in(Role.ADMINISTRATOR).post(url(activity)).status_code == 403


def test_who_looks_at_the_past_is_told_and_not_told_of(jet: Client, ruben: Client, activity: Activity) -> None:
    jet.post("/duinveld/desk/moment/", {"moment": clock.now().isoformat()})
    told(ruben, activity)
    assert [bool(told(jet, activity)), told(ruben, activity)] == [True, ""]
