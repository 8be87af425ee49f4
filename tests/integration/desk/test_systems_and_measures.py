"""What can be done with a system or measure beside its form: removed, followed again, unlinked, and looked back on."""

import datetime as dt
import re

import pytest
from django.test import Client

from gemeentedossier.catalogue.facts.security import SecurityAspect
from gemeentedossier.dossier.assets.actions.measures import record_measure, show_measure
from gemeentedossier.dossier.assets.actions.systems import record_system
from gemeentedossier.dossier.assets.enums import MeasureState
from gemeentedossier.dossier.assets.facts import Measure, System
from gemeentedossier.dossier.assets.models import System as SystemRow
from gemeentedossier.dossier.assets.queries import measure_facts
from gemeentedossier.dossier.evidence.actions.evidence import add_link
from gemeentedossier.dossier.register.actions.activities import create_activity
from gemeentedossier.dossier.security.actions.classification import depart_from_level
from gemeentedossier.dossier.security.actions.reviews import plan_log_review, review_log
from gemeentedossier.dossier.security.facts import LogReview, LogReviewPlan
from gemeentedossier.dossier.security.models import SystemLevel
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.ledger.actions import settle
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.enums import Role
from tests.builders import an_activity
from tests.integration.desk.people import signed_in

PLACE = "/duinveld/desk/security/"


@pytest.fixture
def officer(municipality: object) -> Client:
    return signed_in(Role.CISO)


def shown(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def titles(page: str) -> list[str]:
    """What the timeline tells, by name: within one transaction everything happened at one moment."""
    return sorted(re.findall(r'desk-timeline__title">([^<]*)<', page))


def test_a_system_that_nothing_names_is_removed_with_a_reason(officer: Client, everyone: Actor) -> None:
    system = record_system(System(new_id(), "Oude lijst"), by=everyone)
    url = f"{PLACE}systems/{system.id}/delete/"
    assert url in shown(officer, f"{PLACE}systems/{system.id}/")
    officer.post(url, {"reason": ""})
    assert SystemRow.objects.count() == 1
    assert officer.post(url, {"reason": "Dubbel vastgelegd."}).headers["Location"] == PLACE
    assert SystemRow.objects.count() == 0


def test_what_still_names_a_system_keeps_it_and_is_told(officer: Client, everyone: Actor) -> None:
    system = record_system(System(new_id(), "Zaaksysteem"), by=everyone)
    create_activity(an_activity(name="Leerplicht", system_ids=(system.id,)), by=everyone)
    plan_log_review(LogReviewPlan(new_id(), system.id, "Inzage.", 3, clock.today()), by=everyone)
    page = shown(officer, f"{PLACE}systems/{system.id}/delete/")
    assert [text in page for text in ("Leerplicht", "Inzage.", "Het kan niet weg", "Waarom")] == [
        True,
        True,
        True,
        False,
    ]
    answer = officer.post(f"{PLACE}systems/{system.id}/delete/", {"reason": "Weg."})
    assert ("Leerplicht" in answer.content.decode(), SystemRow.objects.count()) == (True, 1)


def test_a_system_follows_its_activities_again(officer: Client, everyone: Actor) -> None:
    system = record_system(System(new_id(), "Archief"), by=everyone)
    url = f"{PLACE}systems/{system.id}/"
    assert f"{url}level/follow/" not in shown(officer, url)
    depart_from_level(system.id, SecurityAspect.AVAILABILITY, level=1, reason="Op papier.", by=everyone)
    assert f"{url}level/follow/" in shown(officer, url)
    officer.post(f"{url}level/follow/", {"aspect": "integrity"})
    assert SystemLevel.objects.count() == 1
    officer.post(f"{url}level/follow/", {"aspect": "availability"})
    assert SystemLevel.objects.count() == 0


def test_evidence_is_unlinked_with_a_reason(officer: Client, everyone: Actor) -> None:
    measure = record_measure(Measure(new_id(), "Logging"), by=everyone)
    piece = add_link("https://a.example/", seen="Steekproef.", valid_until=None, by=everyone)
    show_measure(measure.id, evidence_id=piece.pk, by=everyone)
    url = f"{PLACE}measures/{measure.id}/evidence/unlink/"
    officer.post(url, {"evidence_id": str(piece.pk), "reason": ""})
    assert measure_facts(measure.id).evidence_ids == (piece.pk,)
    officer.post(url, {"evidence_id": str(piece.pk), "reason": "Gaat over iets anders."})
    assert measure_facts(measure.id).evidence_ids == ()


def test_the_history_of_a_system_holds_its_levels_and_its_log(officer: Client, everyone: Actor) -> None:
    system = record_system(System(new_id(), "Zaaksysteem"), by=everyone)
    depart_from_level(system.id, SecurityAspect.AVAILABILITY, level=1, reason="Op papier.", by=everyone)
    plan = plan_log_review(LogReviewPlan(new_id(), system.id, "Inzage.", 3, clock.today()), by=everyone)
    assert everyone.person_id
    review_log(plan.id, LogReview(new_id(), clock.today(), everyone.person_id, "Niets."), by=everyone)
    settle()
    page = shown(officer, f"{PLACE}systems/{system.id}/history/")
    assert titles(page) == [
        "Andere klasse besloten",
        "Het logboek is nagekeken",
        "Logcontrole gepland",
        "Systeem vastgelegd",
    ]
    assert "Beschikbaarheid: " in page


def test_the_history_of_a_measure_holds_its_evidence(officer: Client, everyone: Actor) -> None:
    measure = record_measure(Measure(new_id(), "Logging"), by=everyone)
    piece = add_link("https://a.example/", seen="Steekproef.", title="Mei", valid_until=None, by=everyone)
    show_measure(measure.id, evidence_id=piece.pk, by=everyone)
    settle()
    page = shown(officer, f"{PLACE}measures/{measure.id}/history/")
    assert (titles(page), "Mei" in page) == (["Bewijs gekoppeld", "Maatregel vastgelegd"], True)


def test_a_finding_leads_to_the_section_beside_which_it_stands(officer: Client, everyone: Actor) -> None:
    measure = record_measure(Measure(new_id(), "Logging", state=MeasureState.DONE), by=everyone)
    system = record_system(System(new_id(), "Zaaksysteem"), by=everyone)
    plan_log_review(LogReviewPlan(new_id(), system.id, "Inzage.", 1, dt.date(2020, 1, 1)), by=everyone)
    page = shown(officer, "/duinveld/desk/findings/")
    asked = (f"{PLACE}measures/{measure.id}/#evidence", f"{PLACE}systems/{system.id}/#log")
    assert [f'href="{each}"' in page for each in asked] == [True, True]
