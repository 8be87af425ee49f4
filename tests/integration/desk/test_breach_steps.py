"""Steps of a breach that are recorded on a page of their own: what the form sends is what stands there."""

import pytest
from django.test import Client

from gemeentedossier.dossier.breaches.actions import breaches as verbs
from gemeentedossier.dossier.breaches.actions import mending, told
from gemeentedossier.dossier.breaches.enums import BreachRisk, DecisionKind, InformGround, MeasureKind
from gemeentedossier.dossier.breaches.facts import (
    BreachJudgement,
    BreachMeasure,
    BreachMoments,
    BreachTriage,
    PersonalDataBreach,
)
from gemeentedossier.dossier.breaches.models import BreachCommunication
from gemeentedossier.dossier.breaches.queries import breach_facts
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.identifiers import new_id
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


def done_without_the_officer(by: Actor) -> PersonalDataBreach:
    key, now = a_breach(by).id, clock.now()
    moments = BreachMoments(aware_at=now, aware_who="PO", aware_grounds="Toen was het zeker.")
    triage = BreachTriage(security_broken=True, personal_data=True, triage_reason="Een ander las het.")
    unlikely = BreachJudgement(risk=BreachRisk.UNLIKELY, risk_method="eigen weging", risk_reason="De map bleef dicht.")
    verbs.record_moments(key, moments, revision=0, by=by)
    verbs.triage_breach(key, triage, revision=1, by=by)
    verbs.judge_breach(key, unlikely, revision=2, by=by)
    not_told = {"is_yes": False, "reason": "Geen risico.", "by": by}
    told.decide(key, DecisionKind.NOTIFY_AUTHORITY, revision=3, **not_told)
    told.decide(key, DecisionKind.INFORM_PEOPLE, revision=4, ground=InformGround.NO_HIGH_RISK, **not_told)
    measure = BreachMeasure(id=new_id(), kind=MeasureKind.REMEDY, what="De map is terug.")
    mending.add_measure(key, measure, revision=5, by=by)
    mending.finish_measure(measure.id, done_on=clock.today(), done_how="Opgehaald.", revision=6, by=by)
    return breach_facts(key)


def test_who_closes_with_points_of_law_open_says_that_they_know(officer: Client, everyone: Actor) -> None:
    breach = done_without_the_officer(everyone)
    url, given = f"/duinveld/desk/breaches/{breach.id}/close/", {"because": "Klaar.", "revision": str(breach.revision)}
    page = officer.post(url, given).content.decode()
    assert "Aan deze punten van de wet is niet voldaan. Herstel ze eerst, of kruis aan dat u het weet." in page
    assert "FG betrokken" in page
    assert officer.post(url, {**given, "knows_open": "on"}).status_code == 302
    assert "FG betrokken" in breach_facts(breach.id).closing.closed_because


def test_a_clock_with_hours_of_our_own_says_that_the_law_names_none(officer: Client, everyone: Actor) -> None:
    page = officer.get(f"/duinveld/desk/breaches/{a_breach(everyone).id}/").content.decode()
    assert "De wet noemt geen termijn" in page
