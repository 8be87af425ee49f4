"""The first activity in one sitting: where it is follows from the dossier, and each station leads to its work."""

import datetime as dt
import re
from collections.abc import Iterator
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from gemeentedossier.dossier.register import models
from gemeentedossier.dossier.register.actions.activities import insert_activities
from gemeentedossier.dossier.register.enums import RecordState
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.models import Controller, OrganisationProfile, Unit
from tests.builders import an_activity
from tests.integration.desk.people import signed_in, someone


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with clock.clock_at(dt.datetime(2026, 11, 28, 9, tzinfo=dt.UTC)):
        yield


@pytest.fixture
def officer(municipality: Municipality) -> Client:
    return signed_in(Role.PRIVACY_OFFICER)


def page_of(client: Client, activity: UUID | None = None) -> str:
    asked = {"activity": str(activity)} if activity else {}
    answer = client.get(reverse("desk:method-sitting", args=["duinveld"]), asked)
    assert answer.status_code == 200
    return answer.content.decode()


def now(page: str) -> list[str]:
    """The station that comes now."""
    return re.findall(r'desk-sitting__station--next" id="([a-z]+)"', page)


def grounded() -> None:
    Controller.objects.create(kind="college", name="College")
    Unit.objects.create(name="Zorg")
    OrganisationProfile.objects.create(contact_point="privacy@duinveld.example")


def recorded(state: RecordState, name: str = "Wmo-melding") -> UUID:
    activity = an_activity(name=name)
    insert_activities([activity])
    models.Activity.objects.filter(pk=activity.id).update(record_state=state)
    return activity.id


def test_it_begins_with_who_the_municipality_is(officer: Client) -> None:
    page = page_of(officer)
    assert now(page) == ["municipality"]
    assert "Klaar als: Het contactpunt voor inwoners is ingevuld" in page


def test_then_an_activity_is_chosen_by_who_may(officer: Client) -> None:
    grounded()
    new = reverse("desk:activity-new", args=["duinveld"])
    assert now(page_of(officer)) == ["choice"]
    assert f'href="{new}"' in page_of(officer)
    assert f'href="{new}"' not in page_of(signed_in(Role.AUDITOR))


def test_each_section_with_an_open_point_of_law_opens_for_writing_and_leads_back(officer: Client) -> None:
    grounded()
    activity = recorded(RecordState.CONCEPT)
    page = page_of(officer)
    place = reverse("desk:activity", args=["duinveld", activity])
    assert now(page) == ["sections"]
    assert f'href="{place}?edit=purposes#purposes"' in page
    assert "Terug naar de zitting: wat nu komt" in officer.get(place).content.decode()
    assert "Terug naar de zitting: wat nu komt" not in page


def test_a_sitting_that_is_done_leads_on_and_no_longer_back(officer: Client) -> None:
    grounded()
    activity = recorded(RecordState.CONCEPT)
    page_of(officer)
    models.Activity.objects.filter(pk=activity).update(record_state=RecordState.ADOPTED)
    assert "De volgende verwerking beginnen" in page_of(officer)
    home = officer.get(reverse("desk:activity", args=["duinveld", activity])).content.decode()
    assert "Terug naar de zitting" not in home


def test_who_may_not_write_the_activity_is_led_to_reading_it(officer: Client) -> None:
    activity = recorded(RecordState.CONCEPT)
    page = page_of(signed_in(Role.AUDITOR), activity)
    assert "edit=purposes" not in page
    assert reverse("desk:submit", args=["duinveld", activity]) not in page


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        (RecordState.CONCEPT, "sections"),
        (RecordState.UNDER_REVIEW, "adoption"),
        (RecordState.ADOPTED, None),
        (RecordState.PUBLISHED, None),
    ],
)
def test_where_the_sitting_is_follows_from_the_record(
    officer: Client, state: RecordState, expected: str | None
) -> None:
    grounded()
    recorded(state)
    assert now(page_of(officer)) == ([expected] if expected else [])


def test_who_adopts_is_named_and_only_they_get_the_way_there(officer: Client) -> None:
    grounded()
    executive, activity = signed_in(Role.EXECUTIVE), recorded(RecordState.UNDER_REVIEW)
    adopt = reverse("desk:adopt", args=["duinveld", activity])
    assert adopt not in page_of(officer)
    assert adopt in page_of(executive)


def test_where_nobody_adopts_it_says_who_gives_that_role(officer: Client) -> None:
    someone(Role.PROCESS_OWNER)
    assert "met de opdracht “people”" in page_of(officer)
    someone(Role.ADMINISTRATOR)
    assert "De beheerder geeft die rol" in page_of(officer)


def test_another_concept_can_be_taken(officer: Client) -> None:
    first, second = recorded(RecordState.CONCEPT), recorded(RecordState.CONCEPT, "Leerlingenvervoer")
    address = reverse("desk:method-sitting", args=["duinveld"])
    assert f'href="{address}?activity={second}"' in page_of(officer, first)
    assert f'href="{address}?activity={second}"' not in page_of(officer, second)


@pytest.mark.parametrize("wanted", ["teleport", "0191a000-0000-7000-8000-000000000000"])
def test_an_activity_that_is_not_here_is_not_found(officer: Client, wanted: str) -> None:
    address = reverse("desk:method-sitting", args=["duinveld"])
    assert officer.get(address, {"activity": wanted}).status_code == 404
