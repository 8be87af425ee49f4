"""From a finding about an impact assessment to the form that mends it, for who may take that step now."""

from uuid import UUID

import pytest
from django.test import Client

from gemeentedossier.dossier.register.actions.activities import create_activity
from gemeentedossier.dossier.register.facts import Characteristics
from gemeentedossier.dossier.risks.actions.assessments import draw_up_assessment
from gemeentedossier.dossier.risks.enums import AssessmentState
from gemeentedossier.dossier.risks.facts import ImpactAssessment
from gemeentedossier.dossier.risks.models import ImpactAssessment as Row
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.trail import Actor
from gemeentedossier.organisation.enums import Role
from tests.builders import an_activity
from tests.integration.desk.people import signed_in

DESK = "/duinveld/desk/"


def a_draft(by: Actor) -> UUID:
    activity = an_activity(name="Leerplicht", characteristics=Characteristics(impact_assessment_required=True))
    create_activity(activity, by=by)
    return draw_up_assessment(
        ImpactAssessment(id=new_id(), name="DPIA Leerplicht", activity_ids=(activity.id,)), by=by
    ).id


def way_from(client: Client, rule: str) -> str:
    (case,) = client.get(f"{DESK}findings/?rule={rule}").context["cases"]
    return str(case.finding.repair.url)


@pytest.mark.parametrize(
    ("rule", "form"),
    [("assessment-risks", "risks/new/"), ("assessment-views", "edit/?field=views_sought")],
)
def test_a_repair_leads_to_the_page_where_it_is_written(rule: str, form: str, everyone: Actor) -> None:
    key, officer = a_draft(everyone), signed_in(Role.PRIVACY_OFFICER)
    way = way_from(officer, rule)
    assert way == f"{DESK}assessments/{key}/{form}"
    assert officer.get(way).status_code == 200


@pytest.mark.parametrize(
    ("state", "role", "step"),
    [
        (AssessmentState.DRAFT, Role.PRIVACY_OFFICER, "assessment-put"),
        (AssessmentState.UNDER_ADVICE, Role.DATA_PROTECTION_OFFICER, "assessment-advise"),
    ],
)
def test_advice_is_mended_by_whoever_has_the_next_step(
    state: AssessmentState, role: Role, step: str, everyone: Actor
) -> None:
    key, client = a_draft(everyone), signed_in(role)
    Row.objects.update(state=state.value)
    way = way_from(client, "assessment-officer-advice")
    assert way == f"{DESK}assessments/{key}/?open={step}#{step}"
    sections = client.get(way.partition("#")[0]).context["sections"]
    assert [fold.id for each in sections for fold in each.folds if fold.is_open] == [step]


@pytest.mark.parametrize(
    ("rule", "anchor"), [("assessment-views", "conclusion"), ("assessment-officer-advice", "advice")]
)
def test_what_is_shut_while_the_officer_advises_leads_to_its_section(rule: str, anchor: str, everyone: Actor) -> None:
    key = a_draft(everyone)
    Row.objects.update(state=AssessmentState.UNDER_ADVICE.value)
    assert way_from(signed_in(Role.PRIVACY_OFFICER), rule) == f"{DESK}assessments/{key}/#{anchor}"
