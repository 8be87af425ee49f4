"""Part B in the desk: systems, measures, levels and access, from an empty place to what follows from them."""

import datetime as dt
from collections.abc import Iterator
from uuid import UUID

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from gemeentedossier.dossier.assets.actions.measures import record_measure, show_measure
from gemeentedossier.dossier.assets.actions.systems import record_system
from gemeentedossier.dossier.assets.enums import Effect, MeasureState
from gemeentedossier.dossier.assets.facts import Measure, System
from gemeentedossier.dossier.assets.models import System as SystemRow
from gemeentedossier.dossier.evidence.actions.evidence import add_link
from gemeentedossier.dossier.register.actions.activities import create_activity
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.security.queries import access_rights_from, access_rules_from, classifications_from
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.rows import live_rows
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.enums import Role
from tests.builders import an_activity
from tests.integration.desk.people import signed_in

PLACE = "/duinveld/desk/security/"
LEVELS = {"availability": "2", "integrity": "3", "confidentiality": "4", "revision": "0"}
REASONS = {f"{aspect}_reason": "Mensen lijden schade." for aspect in ("availability", "integrity", "confidentiality")}


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with clock.clock_at(dt.datetime(2026, 11, 24, 9, tzinfo=dt.UTC)):
        yield


@pytest.fixture
def officer(municipality: object) -> Client:
    return signed_in(Role.CISO)


def shown(client: Client, address: str = PLACE) -> str:
    return client.get(address).content.decode()


def an_activity_with(by: Actor, *, systems: tuple[UUID, ...] = (), measures: tuple[UUID, ...] = ()) -> Activity:
    made = an_activity(system_ids=systems, measure_ids=measures)
    create_activity(made, by=by)
    return made


def sheet(activity: Activity) -> str:
    return f"/duinveld/desk/register/{activity.id}/security/"


def test_a_system_is_recorded_and_edited(officer: Client) -> None:
    answer = officer.post(f"{PLACE}systems/new/", {"name": "Zaaksysteem", "supplier": "Cloud BV", "revision": "0"})
    system = SystemRow.objects.get()
    assert answer.headers["Location"] == f"{PLACE}systems/{system.pk}/"
    officer.post(f"{PLACE}systems/{system.pk}/edit/", {"name": "Zaaksysteem", "recovery_hours": "8", "revision": "0"})
    system.refresh_from_db()
    assert (system.recovery_hours, system.supplier) == (8, None)


def test_what_is_refused_stands_in_the_form(officer: Client, everyone: Actor) -> None:
    record_system(System(new_id(), "Zaaksysteem"), by=everyone)
    answer = officer.post(f"{PLACE}systems/new/", {"name": "Zaaksysteem", "revision": "0"})
    assert "Er is al een andere met de naam “Zaaksysteem”." in answer.content.decode()


def test_a_measure_counts_from_the_moment_that_evidence_shows_it(officer: Client, everyone: Actor) -> None:
    measure = record_measure(Measure(new_id(), "Logging", state=MeasureState.DONE), by=everyone)
    assert "Telt niet" in shown(officer)
    piece = add_link("https://a.example/", seen="Steekproef.", valid_until=None, by=everyone)
    officer.post(f"{PLACE}measures/{measure.id}/evidence/", {"evidence_id": str(piece.pk)})
    assert "In werking" in shown(officer, f"{PLACE}measures/{measure.id}/")


def test_levels_show_on_the_sheet_and_on_the_systems_that_the_activity_uses(officer: Client, everyone: Actor) -> None:
    system = record_system(System(new_id(), "Zaaksysteem"), by=everyone)
    activity = an_activity_with(everyone, systems=(system.id,))
    officer.post(f"{sheet(activity)}levels/", {**LEVELS, **REASONS})
    (found,) = classifications_from(live_rows, people={})
    assert list(found.levels.values()) == [2, 3, 4]
    assert "Mensen lijden schade." in shown(officer, sheet(activity))
    levels = "B\u00a02 · I\u00a03 · V\u00a04"
    assert levels in shown(officer)
    assert f"{levels}: beveiligingsblad" in shown(officer, f"/duinveld/desk/register/{activity.id}/")


def test_levels_that_were_changed_after_the_sheet_was_read_are_not_approved(officer: Client, everyone: Actor) -> None:
    activity, executive = an_activity_with(everyone), signed_in(Role.EXECUTIVE)
    officer.post(f"{sheet(activity)}levels/", {**LEVELS, **REASONS})
    assert 'name="revision" value="1"' in shown(executive, sheet(activity))
    officer.post(f"{sheet(activity)}levels/", {**LEVELS, **REASONS, "confidentiality": "1", "revision": "1"})
    executive.post(f"{sheet(activity)}approve/", {"revision": "1"})
    assert classifications_from(live_rows, people={})[0].approved_at is None
    executive.post(f"{sheet(activity)}approve/", {"revision": "2"})
    assert classifications_from(live_rows, people={})[0].approved_at is not None


def test_what_a_level_asks_and_nothing_brings_about_is_seen(officer: Client, everyone: Actor) -> None:
    measure = record_measure(
        Measure(new_id(), "Logging", state=MeasureState.DONE, effects=(Effect.LOGGING,)), by=everyone
    )
    piece = add_link("https://a.example/", seen="Steekproef.", valid_until=None, by=everyone)
    show_measure(measure.id, evidence_id=piece.pk, by=everyone)
    activity = an_activity_with(everyone, measures=(measure.id,))
    officer.post(f"{sheet(activity)}levels/", {**LEVELS, **REASONS})
    page = shown(officer, sheet(activity))
    assert "Hoog vertrouwelijk, maatregelen ontbreken" in page
    assert "Niet in werking: tweede factor en controle van rechten." in page


def test_the_access_matrix_grows_by_a_line(officer: Client, everyone: Actor) -> None:
    activity = an_activity_with(everyone)
    line = {"function": "Consulent", "purpose_id": str(activity.purposes[0].id), "reason": "Beslist op de aanvraag."}
    officer.post(f"{sheet(activity)}access/", line)
    assert [each.function for each in access_rules_from(live_rows)] == ["Consulent"]
    answer = officer.post(f"{sheet(activity)}access/", line)
    assert "staat voor dit doel al in de matrix" in answer.content.decode()


def test_a_right_outside_the_task_is_seen_until_it_is_gone(officer: Client, everyone: Actor) -> None:
    system = record_system(System(new_id(), "Zaaksysteem"), by=everyone)
    activity = an_activity_with(everyone, systems=(system.id,))
    officer.post(f"{sheet(activity)}access/", {"function": "Consulent", "reason": "Beslist op de aanvraag."})
    right = {"holder": "groep balie", "function": "Balie", "system_id": str(system.id), "seen_on": "2026-11-20"}
    officer.post(f"{sheet(activity)}rights/", right)
    assert "Toegang buiten de taak" in shown(officer, sheet(activity))
    (found,) = access_rights_from(live_rows)
    officer.post(f"{sheet(activity)}rights/gone/", {"right_id": str(found.id), "reason": "Ingetrokken."})
    assert "Toegang buiten de taak" not in shown(officer, sheet(activity))


def test_a_departure_from_what_a_system_inherits_has_a_reason(officer: Client, everyone: Actor) -> None:
    system = record_system(System(new_id(), "Archief"), by=everyone)
    given = {"aspect": "availability", "level": "1", "reason": "Alleen om na te slaan."}
    officer.post(f"{PLACE}systems/{system.id}/level/", given)
    assert "Alleen om na te slaan." in shown(officer, f"{PLACE}systems/{system.id}/")


def test_the_statement_of_applicability_names_what_answers_each_measure(officer: Client, everyone: Actor) -> None:
    record_measure(Measure(new_id(), "Eigen logging", baseline=("8.15.01",)), by=everyone)
    page = shown(officer, f"{PLACE}applicability/")
    assert ("8.15.01" in page, "Eigen logging" in page, "5.21.01" in page) == (True, True, False)


def test_more_records_ask_no_more_queries(
    officer: Client, everyone: Actor, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(3):
        record_system(System(new_id(), f"Systeem {number}"), by=everyone)
        record_measure(Measure(new_id(), f"Maatregel {number}"), by=everyone)
    with django_assert_max_num_queries(12):
        shown(officer)
