"""Midnight passes in the Netherlands while a page is open: what is sent and shown after it is of the new day."""

import datetime as dt
import json
import re

import pytest
from django.test import Client

from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.register.queries.activities import activity_facts
from gemeentedossier.foundation import clock
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.models import RoleAssignment
from tests.integration.desk.people import signed_in

BEFORE = dt.datetime(2026, 11, 23, 22, 59, tzinfo=dt.UTC)
AFTER = BEFORE + dt.timedelta(minutes=2)
DAY, NEXT_DAY = dt.date(2026, 11, 23), dt.date(2026, 11, 24)


@pytest.fixture
def browser(activity: Activity) -> Client:
    return signed_in(Role.PRIVACY_OFFICER)


def opened(browser: Client, activity: Activity) -> dict[str, str]:
    """What the form of confirming sends from a page that was opened before midnight."""
    with clock.clock_at(BEFORE):
        page = browser.get(f"/duinveld/desk/register/{activity.id}/").content.decode()
    found = re.search(r'name="revision" value="(\d+)"', page)
    assert found
    return {"revision": found[1]}


def sent(browser: Client, activity: Activity, fields: dict[str, str]) -> int:
    with clock.clock_at(AFTER):
        return browser.post(f"/duinveld/desk/register/{activity.id}/confirm/", fields).status_code


def test_what_is_confirmed_after_midnight_is_confirmed_on_the_new_day(browser: Client, activity: Activity) -> None:
    assert sent(browser, activity, opened(browser, activity)) == 302
    assert activity_facts(activity.id).last_confirmed_on == NEXT_DAY


def test_a_role_that_ended_with_the_day_writes_nothing_after_it(browser: Client, activity: Activity) -> None:
    fields = opened(browser, activity)
    RoleAssignment.objects.update(ends_on=DAY)
    assert sent(browser, activity, fields) == 403
    assert activity_facts(activity.id).last_confirmed_on == activity.last_confirmed_on


def test_a_draft_of_before_midnight_is_offered_after_it(browser: Client) -> None:
    page = "/duinveld/desk/register/new/"
    kept = {"form": f"{page} name", "page": page, "title": "Nieuw", "fields": json.dumps([["name", ["Half getypt"]]])}
    with clock.clock_at(BEFORE):
        browser.post("/duinveld/desk/drafts/keep/", kept)
    with clock.clock_at(AFTER):
        found = browser.get("/duinveld/desk/drafts/found/", {"form": kept["form"]}).json()["drafts"]
    assert [each["fields"] for each in found] == [[["name", ["Half getypt"]]]]
