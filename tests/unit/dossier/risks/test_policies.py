"""What may not be recorded of the risks to people, whoever records it."""

import datetime as dt
from uuid import UUID

import pytest

from gemeentedossier.dossier.risks.facts import AssessedRisk, RiskTreatment
from gemeentedossier.dossier.risks.policies import check_assessed_risk
from gemeentedossier.foundation.errors import Refused

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
