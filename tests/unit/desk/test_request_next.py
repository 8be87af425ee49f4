"""The next step of a request is the first that still matters."""

import datetime as dt
from dataclasses import replace

import pytest
from django.utils import translation

from gemeentedossier.desk.presenters.request_next import next_step
from gemeentedossier.dossier.register.enums import DataSubjectRight
from gemeentedossier.dossier.requests.enums import Channel, IdentityMethod
from gemeentedossier.dossier.requests.facts import DataSubjectRequest, DecisionPart
from gemeentedossier.foundation.identifiers import new_id

DAY = dt.date(2026, 11, 2)
DECIDED = DataSubjectRequest(
    new_id(),
    "2026-0001",
    DataSubjectRight.ACCESS,
    DAY,
    Channel.LETTER,
    activity_ids=(new_id(),),
    identity_method=IdentityMethod.REGISTERED_ADDRESS,
    parts=(DecisionPart(new_id(), "Alles.", granted=True),),
    decided_at=dt.datetime(2026, 11, 20, 9, tzinfo=dt.UTC),
)
CONFIRM, SEND = "Now: confirm receipt, with the last day for the answer.", "Now: send the decision, and record the day."


@pytest.mark.parametrize(("is_decided", "said"), [(False, CONFIRM), (True, SEND)])
def test_receipt_is_confirmed_until_there_is_a_decision_to_send(is_decided: bool, said: str) -> None:
    request = DECIDED if is_decided else replace(DECIDED, decided_at=None)
    with translation.override("en"):
        assert next_step(request, may_ask=True) == said
