"""A draft of an assessment is not held to what is asked once it is adopted; an adopted one is."""

import datetime as dt
from dataclasses import replace

import pytest

from gemeentedossier.assessment.engine.assess import assess
from gemeentedossier.assessment.enums import Outcome
from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.dossier.register.facts import Activity, Characteristics
from gemeentedossier.dossier.risks.enums import AssessmentState
from gemeentedossier.dossier.risks.facts import ImpactAssessment
from tests.unit.assessment.dossiers import dossier_with, some_id

ACTIVITY = Activity(some_id(10), "Toegang", characteristics=Characteristics(impact_assessment_required=True))
DRAFT = ImpactAssessment(some_id(20), "DPIA", activity_ids=(ACTIVITY.id,))
ADOPTED = replace(DRAFT, state=AssessmentState.ADOPTED, version=1, adopted_at=dt.datetime(2020, 1, 6, 9, tzinfo=dt.UTC))
OPEN, ASKED = (Outcome.GAP, Outcome.NOT_APPLICABLE), (Outcome.NOT_MET, Outcome.NOT_MET)


@pytest.mark.parametrize(("assessment", "outcomes"), [(DRAFT, OPEN), (ADOPTED, ASKED)])
def test_advice_and_review_are_asked_from_adoption(
    assessment: ImpactAssessment, outcomes: tuple[Outcome, Outcome]
) -> None:
    dossier = replace(dossier_with(ACTIVITY), impact_assessments=(assessment,))
    told = {each.rule_id: each.outcome for each in assess(dossier, current_catalogue()).findings()}
    assert (told["assessment-officer-advice"], told["assessment-kept-up-to-date"]) == outcomes
