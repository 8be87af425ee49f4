"""The agenda: the same terms on the page, in the file and for programs; one's own, and in a calendar of one's own."""

import datetime as dt
import json
import re
from collections.abc import Iterator

import pytest
from django.test import Client

from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.dossier.evidence.actions.attestations import attest_criterion
from gemeentedossier.dossier.evidence.enums import Answer
from gemeentedossier.dossier.register.actions.activities import insert_activities
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.tenancy import municipality_scope
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.method.models import CalendarFeed
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.models import RoleAssignment
from tests.builders import an_activity
from tests.integration.desk.people import browser_of, signed_in, someone
from tests.integration.desk.test_calendar import a_breach
from tests.integration.desk.test_log_reviews import a_plan
from tests.integration.desk.test_today_terms import a_request

AGENDA = "/duinveld/desk/agenda"
MINE = f"{AGENDA}/mine/"


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with clock.clock_at(dt.datetime(2026, 11, 24, 9, tzinfo=dt.UTC)):
        yield


def recorded(by: Actor) -> None:
    a_breach(by)
    a_plan(by, begun=dt.date(2026, 11, 1))
    insert_activities([an_activity(name="Leerplicht", last_confirmed_on=dt.date(2026, 1, 12))])


def on_page(client: Client, query: str = "") -> int:
    found = re.search(r"(\d+) termijn", client.get(f"{AGENDA}/{query}").context["pagination"].summary)
    return int(found.group(1)) if found else 0


@pytest.mark.parametrize("query", ["", "?part=breaches", "?state=now", "?whose=mine", "?term=law", "?term=own"])
def test_page_file_and_list_hold_the_same_terms(everyone: Actor, query: str) -> None:
    recorded(everyone)
    officer = signed_in(Role.PRIVACY_OFFICER)
    listed = json.loads(officer.get(f"{AGENDA}.json{query}").content)["terms"]
    file = officer.get(f"{AGENDA}.ics{query}").content.decode().replace("\r\n ", "")
    assert re.findall(r"UID:(\S+)", file) == [each["key"] for each in listed]
    assert on_page(officer, query) == len(listed) > 0


def test_the_list_tells_who_when_and_by_which_law(everyone: Actor) -> None:
    a_breach(everyone)
    listed = json.loads(signed_in(Role.PRIVACY_OFFICER).get(f"{AGENDA}.json").content)["terms"]
    found = next(each for each in listed if each["kind"] == "authority")
    assert (found["at"], found["for"], found["law"], found["is_term_of_law"], found["state"]) == (
        "2026-11-27T09:00:00+01:00",
        "privacy officer",
        "art. 33 lid 1 AVG",
        True,
        "now",
    )


@pytest.mark.parametrize(("term", "by_law"), [("law", True), ("own", False)])
def test_terms_of_the_law_are_listed_apart_from_those_of_our_own(term: str, by_law: bool, everyone: Actor) -> None:
    recorded(everyone)
    officer = signed_in(Role.PRIVACY_OFFICER)
    every = json.loads(officer.get(f"{AGENDA}.json").content)["terms"]
    listed = json.loads(officer.get(f"{AGENDA}.json?term={term}").content)["terms"]
    assert listed == [each for each in every if each["is_term_of_law"] is by_law]


def late_by_law_and_by_ourselves(by: Actor) -> None:
    a_breach(by)
    insert_activities([an_activity(name="Leerplicht", last_confirmed_on=dt.date(2025, 1, 12))])


def test_the_executive_is_led_to_as_many_terms_of_the_law_as_are_told(everyone: Actor) -> None:
    late_by_law_and_by_ourselves(everyone)
    a_request(dt.date(2026, 10, 20), everyone)
    with clock.clock_at(dt.datetime(2026, 12, 1, 9, tzinfo=dt.UTC)):
        client = signed_in(Role.EXECUTIVE)
        (block,) = client.get("/duinveld/desk/").context["blocks"]
        (line,) = [each.sentence for each in block.lines if "van de wet" in str(each.sentence.label)]
        page = client.get(line.url)
        rows = [row for group in page.context["groups"] for row in group.table.rows]
    assert line.label == f"{len(rows)} termijnen van de wet zijn voorbij"
    assert line.url.partition("?")[2] in page.content.decode().replace("&amp;", "&").partition("agenda.ics?")[2]


def test_of_what_is_past_the_terms_of_the_law_stand_first(everyone: Actor) -> None:
    late_by_law_and_by_ourselves(everyone)
    with clock.clock_at(dt.datetime(2026, 12, 1, 9, tzinfo=dt.UTC)):
        listed = json.loads(signed_in(Role.PRIVACY_OFFICER).get(f"{AGENDA}.json?state=overdue").content)["terms"]
    by_law = [each["is_term_of_law"] for each in listed]
    assert by_law == sorted(by_law, reverse=True)
    assert set(by_law) == {True, False}


def test_a_process_owner_begins_with_what_is_theirs(municipality: Municipality) -> None:
    owner = someone(Role.PROCESS_OWNER)
    insert_activities([an_activity(name="Van mij", owner_id=owner.pk), an_activity(name="Van een ander")])
    page = browser_of(owner).get(f"{AGENDA}/").content.decode()
    assert ("Van mij" in page, "Van een ander" in page) == (True, False)
    assert "Van een ander" in browser_of(owner).get(f"{AGENDA}/?whose=everybody").content.decode()


def test_a_file_for_a_calendar_names_the_criterion_that_is_to_be_answered_again(everyone: Actor) -> None:
    made = an_activity(name="Leerplicht")
    insert_activities([made])
    attest_criterion("purposes-kept-apart", subject_kind="activity", subject_id=made.id, answer=Answer.YES,
                     explanation="Zie het beleid.", review_on=dt.date(2026, 12, 1), by=everyone)  # fmt: skip
    file = signed_in(Role.PRIVACY_OFFICER).get(f"{AGENDA}.ics").content.decode().replace("\r\n ", "")
    label = current_catalogue().rules["purposes-kept-apart"].label.nl
    assert f"Leerplicht ({label})" in file


def feed_of(client: Client) -> str:
    page = client.post(f"{MINE}feed/", follow=True).content.decode()
    found = re.search(r"http://127.0.0.1:8000(/duinveld/calendar/[^<\s]+)", page)
    assert found
    return found.group(1)


def test_ones_own_calendar_reads_ones_own_terms_without_the_title_of_a_breach(everyone: Actor) -> None:
    a_breach(everyone)
    url = feed_of(signed_in(Role.PRIVACY_OFFICER))
    answer = Client().get(url)
    told = answer.content.decode().replace("\r\n ", "")
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    assert ("aan de AP te melden: 2026-001\r\n" in told, "Map kwijt" in told) == (True, False)


def test_the_secret_itself_is_not_kept(municipality: Municipality) -> None:
    url = feed_of(signed_in(Role.PRIVACY_OFFICER))
    assert CalendarFeed.objects.get().digest not in url
    assert "calendar/" not in signed_in(Role.PRIVACY_OFFICER).get(MINE).content.decode()


def test_an_address_is_shown_once_and_loading_the_page_anew_makes_no_other(municipality: Municipality) -> None:
    client = signed_in(Role.PRIVACY_OFFICER)
    url = feed_of(client)
    again, bare = client.get(MINE).content.decode(), client.get(f"{MINE}feed/")
    assert ("/duinveld/calendar/" in again, bare.headers["Location"]) == (False, MINE)
    assert Client().get(url).status_code == 200


def test_a_new_address_and_withdrawing_shut_the_old_one(municipality: Municipality) -> None:
    client = signed_in(Role.PRIVACY_OFFICER)
    first, second = feed_of(client), feed_of(client)
    assert (Client().get(first).status_code, Client().get(second).status_code) == (404, 200)
    client.post(f"{MINE}feed/withdraw/")
    assert Client().get(second).status_code == 404


def test_a_role_that_ended_shuts_the_address(municipality: Municipality) -> None:
    url = feed_of(signed_in(Role.PRIVACY_OFFICER))
    RoleAssignment.objects.update(ends_on=dt.date(2026, 11, 23))
    assert Client().get(url).status_code == 404


def test_an_address_finds_nothing_at_another_municipality(
    municipality: Municipality, other_municipality: Municipality
) -> None:
    url = feed_of(signed_in(Role.PRIVACY_OFFICER))
    with municipality_scope(other_municipality.id):
        assert Client().get(url.replace("duinveld", "heiloo-oost")).status_code == 404


def test_the_weekly_message_is_set_off_and_on(municipality: Municipality) -> None:
    client = signed_in(Role.AUDITOR)
    checked = ["checked" in client.get(MINE).content.decode()]
    for given in ({"x": "1"}, {"weekly": "on"}):
        client.post(MINE, given)
        checked.append("checked" in client.get(MINE).content.decode())
    assert checked == [True, False, True]


def test_the_days_that_were_chosen_are_told_with_by_whom(municipality: Municipality) -> None:
    client = signed_in(Role.EXECUTIVE)
    client.post(f"{AGENDA}/escalation/", {"after": "7"})
    page = client.get(MINE).content.decode()
    assert "Na 7 dagen te laat" in page
    assert "Gekozen door Jet op 24 november 2026." in page
