"""From a finding on what was weighed, planned or excluded to the page where that is mended."""

from dataclasses import replace

import pytest
from django.test import Client

from gemeentedossier.catalogue.facts.risks import RiskLevel
from gemeentedossier.catalogue.facts.security import SecurityAspect
from gemeentedossier.dossier.assets.actions.measures import record_measure
from gemeentedossier.dossier.assets.actions.systems import record_system
from gemeentedossier.dossier.assets.enums import MeasureState
from gemeentedossier.dossier.assets.facts import Measure, System
from gemeentedossier.dossier.register.actions.activities import insert_activities
from gemeentedossier.dossier.security.actions.continuity import plan_continuity
from gemeentedossier.dossier.security.actions.exclusions import propose_exclusion
from gemeentedossier.dossier.security.actions.reviews import plan_log_review
from gemeentedossier.dossier.security.actions.risks import record_risk
from gemeentedossier.dossier.security.facts import Continuity, LogReviewPlan, SecurityRisk
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.enums import Role
from tests.builders import an_activity
from tests.integration.desk.people import signed_in
from tests.integration.desk.test_mending import way_from

DESK = "/duinveld/desk/"


@pytest.fixture
def officer(municipality: Municipality) -> Client:
    return signed_in(Role.PRIVACY_OFFICER)


def test_a_risk_that_nobody_weighed_leads_to_what_remains_of_it(officer: Client, everyone: Actor) -> None:
    activity = an_activity()
    insert_activities([activity])
    risk = SecurityRisk(new_id(), activity.id, SecurityAspect.INTEGRITY, "Uitval.", likelihood=RiskLevel.LOW)
    record_risk(replace(risk, reason="Eerder gebeurd."), by=everyone)
    way = way_from(officer, "security-risk-weighed")
    assert way == f"{DESK}security/risks/{risk.id}/edit/?field=residual_likelihood"


def test_a_log_that_nobody_looked_at_leads_to_the_form_that_says_so(officer: Client, everyone: Actor) -> None:
    system = record_system(System(new_id(), "Zaaksysteem"), by=everyone)
    begun = clock.today().replace(year=clock.today().year - 1, day=1)
    plan = plan_log_review(LogReviewPlan(new_id(), system.id, "Inzage.", 1, begun), by=everyone)
    plan_log_review(LogReviewPlan(new_id(), system.id, "Beheer.", 12, clock.today()), by=everyone)
    way = way_from(officer, "log-review-overdue")
    assert way == f"{DESK}security/log-reviews/{plan.id}/?look#look"
    assert 'id="look" open' in officer.get(way).content.decode()


def test_a_recovery_that_takes_too_long_leads_to_its_field(officer: Client, everyone: Actor) -> None:
    system = record_system(System(new_id(), "Zaaksysteem", recovery_hours=8), by=everyone)
    activity = an_activity(system_ids=(system.id,))
    insert_activities([activity])
    plan_continuity(Continuity(new_id(), activity.id, 4, "Papier."), by=everyone)
    way = way_from(officer, "recovery-slower-than-people-can-wait")
    assert way == f"{DESK}security/systems/{system.id}/edit/?field=recovery_hours"


def test_a_measure_nobody_can_see_work_leads_to_its_indicator(officer: Client, everyone: Actor) -> None:
    measure = record_measure(Measure(new_id(), "Logging", state=MeasureState.DONE), by=everyone)
    way = way_from(officer, "measure-can-be-seen-to-work")
    assert way == f"{DESK}security/measures/{measure.id}/edit/?field=indicator"


def test_an_exclusion_that_nobody_decided_leads_to_the_statement(municipality: Municipality, everyone: Actor) -> None:
    propose_exclusion("8.25", reason="Niet hier.", review_on=None, by=everyone)
    assert way_from(signed_in(*Role), "exclusions-decided") == f"{DESK}security/applicability/"
