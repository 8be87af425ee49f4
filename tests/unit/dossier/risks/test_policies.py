"""What may not be recorded of the risks to people, whoever records it."""

import datetime as dt
from uuid import UUID

import pytest

from gemeentedossier.catalogue.facts.assessments import AssessmentStep
from gemeentedossier.dossier.risks.facts import AssessedRisk, PriorConsultation, RiskTreatment
from gemeentedossier.dossier.risks.policies import check_assessed_risk, check_consultation
from gemeentedossier.foundation.errors import Refused
from tests.unit.dossier.risks.assessed import CATALOGUE

TODAY = dt.date(2026, 6, 1)


def risk(done_on: dt.date | None) -> AssessedRisk:
    return AssessedRisk(
        UUID(int=1), "Een ander leest mee", treatments=(RiskTreatment(UUID(int=2), text="Slot", done_on=done_on),)
    )


@pytest.mark.parametrize("day", [dt.date.max, TODAY + dt.timedelta(days=1), dt.date(2017, 12, 31), dt.date.min])
def test_a_measure_is_not_done_on_a_day_to_come_or_long_ago(day: dt.date) -> None:
    with pytest.raises(Refused):
        check_assessed_risk(risk(day), today=TODAY)


@pytest.mark.parametrize("day", [None, TODAY, dt.date(2018, 1, 1)])
def test_a_measure_is_done_on_a_day_that_can_be(day: dt.date | None) -> None:
    check_assessed_risk(risk(day), today=TODAY)


@pytest.mark.parametrize("day", [dt.date.min, dt.date(2018, 5, 24), TODAY + dt.timedelta(days=1)])
def test_the_authority_is_not_consulted_before_the_law_nor_on_a_day_to_come(day: dt.date) -> None:
    with pytest.raises(Refused):
        check_consultation(PriorConsultation(UUID(int=3), day), today=TODAY)
    check_consultation(PriorConsultation(UUID(int=3), TODAY), today=TODAY)


def test_the_way_says_who_asks_who_advises_and_that_consultation_comes_before_the_beginning() -> None:
    steps = {each.number: each for each in CATALOGUE.entries_of(AssessmentStep).values()}
    assert [steps[number].role for number in (8, 9, 10)] == ["process_owner", "executive", "executive"]
    assert "de FG geeft het" in steps[8].name.nl
    assert "pas daarna" in steps[10].name.nl
