"""A request is closed with what is open in sight: then it is said why, and that stays."""

import datetime as dt
from dataclasses import replace

import pytest

from gemeentedossier.dossier.register.enums import DataSubjectRight
from gemeentedossier.dossier.requests.engine.questions import left_open
from gemeentedossier.dossier.requests.enums import Channel, ClosedAs
from gemeentedossier.dossier.requests.facts import DataSubjectRequest, QuestionAnswer
from gemeentedossier.dossier.requests.policies import check_closing
from gemeentedossier.foundation.errors import Refused
from gemeentedossier.foundation.identifiers import new_id

DAY = dt.date(2026, 11, 2)
TOLD = DataSubjectRequest(new_id(), "2026-0001", DataSubjectRight.ACCESS, DAY, Channel.LETTER, told_on=DAY)
OPEN = left_open(TOLD, adult_from=16)
ANSWERED = replace(TOLD, answers=tuple(QuestionAnswer(new_id(), each, answer=True) for each in OPEN))
WHOLE = replace(ANSWERED, handler_id=new_id())


def test_what_was_answered_is_not_open() -> None:
    assert (len(OPEN) > 1, left_open(WHOLE, adult_from=16)) == (True, ())


@pytest.mark.parametrize(
    ("request_", "because", "closes"),
    [
        (WHOLE, "", True),
        (ANSWERED, "", False),
        (replace(WHOLE, answers=WHOLE.answers[1:]), "", False),
        (ANSWERED, "Wie het deed is weg.", True),
        (TOLD, " ", False),
        (TOLD, "Alles is nagelopen.", True),
    ],
)
def test_closing_with_something_open_asks_why(request_: DataSubjectRequest, because: str, closes: bool) -> None:
    try:
        check_closing(request_, ClosedAs.ANSWERED, because=because, adult_from=16)
        closed = True
    except Refused:
        closed = False
    assert closed is closes
