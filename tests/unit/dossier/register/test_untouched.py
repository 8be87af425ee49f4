"""One change of many leaves a record as it is where it may not, cannot or need not be changed."""

import datetime as dt
from typing import Any

import pytest

from gemeentedossier.dossier.register.enums import RecordState, Untouched
from gemeentedossier.dossier.register.policies import check_changes_many, why_untouched
from gemeentedossier.foundation.errors import Refused

START, DAY_BEFORE = dt.date(2026, 1, 5), dt.date(2026, 1, 4)
FREE: dict[str, Any] = {
    "as_read": True,
    "may_edit": True,
    "state": RecordState.CONCEPT,
    "same": False,
    "started_on": START,
    "ended_on": None,
}


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({}, None),
        ({"state": RecordState.ADOPTED}, None),
        ({"may_edit": False}, Untouched.NOT_YOURS),
        ({"state": RecordState.REPLACED}, Untouched.REPLACED),
        ({"as_read": False}, Untouched.CHANGED),
        ({"same": True}, Untouched.SAME),
        ({"ended_on": START}, None),
        ({"ended_on": DAY_BEFORE}, Untouched.ENDS_BEFORE_IT_STARTS),
        ({"may_edit": False, "as_read": False}, Untouched.NOT_YOURS),
    ],
)
def test_each_reason_that_leaves_a_record(changes: dict[str, Any], why: Untouched | None) -> None:
    assert why_untouched(**{**FREE, **changes}) == why


@pytest.mark.parametrize(("chosen", "reason"), [(0, "Wim vertrok."), (3, "Wim vertrok."), (1, " ")])
def test_nothing_too_much_and_without_a_reason_is_refused(chosen: int, reason: str) -> None:
    with pytest.raises(Refused):
        check_changes_many(chosen=chosen, most=2, reason=reason)


def test_as_many_as_can_be_looked_over_is_not() -> None:
    check_changes_many(chosen=2, most=2, reason="Wim vertrok.")
