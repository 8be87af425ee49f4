"""Steps of a breach that are recorded on a page of their own: what the form sends is what stands there."""

import pytest
from django.test import Client

from gemeentedossier.dossier.breaches.models import BreachCommunication
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.enums import Role
from tests.integration.desk.people import signed_in
from tests.integration.desk.test_calendar import a_breach


@pytest.fixture
def officer(municipality: object) -> Client:
    return signed_in(Role.PRIVACY_OFFICER)


def test_how_people_were_told_is_recorded_as_it_was_sent(officer: Client, everyone: Actor) -> None:
    breach = a_breach(everyone)
    sent = {"manner": "letter", "told_at_0": "2026-11-25", "told_at_1": "10:00", "people_count": "12", "revision": "0"}
    words = {"text": "Er ging iets mis.", "tells": ["nature", "contact"]}
    answer = officer.post(f"/duinveld/desk/breaches/{breach.id}/tell/", {**sent, **words})
    assert answer.status_code == 302
    found = BreachCommunication.objects.values_list("manner", "people_count", "text", "tells")
    assert list(found) == [("letter", 12, "Er ging iets mis.", ["nature", "contact"])]


def test_a_letter_that_is_not_finished_is_not_put_there_as_sent(officer: Client, everyone: Actor) -> None:
    page = officer.get(f"/duinveld/desk/breaches/{a_breach(everyone).id}/tell/").content.decode()
    assert "Deze brief is nog niet af en kan zo niet weg" not in page
    assert "De brief uit dit dossier is nog niet af en staat daarom niet hier." in page
    assert page.count("checked") == 0


def test_a_draft_is_not_recorded_as_sent(officer: Client, everyone: Actor) -> None:
    breach = a_breach(everyone)
    sent = {"manner": "letter", "told_at_0": "2026-11-25", "told_at_1": "10:00", "revision": "0"}
    draft = "[Deze brief is nog niet af en kan zo niet weg.]"
    page = officer.post(f"/duinveld/desk/breaches/{breach.id}/tell/", {**sent, "text": draft}).content.decode()
    assert "Deze tekst is nog het concept" in page
    assert BreachCommunication.objects.count() == 0
