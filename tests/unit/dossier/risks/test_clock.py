"""The clock of a prior consultation: eight weeks, six more, a month for notice, suspension, holidays, leap years."""

import datetime as dt
from uuid import UUID

import pytest

from gemeentedossier.dossier.risks.engine.clock import ConsultationStanding, clock_of
from gemeentedossier.dossier.risks.facts import PriorConsultation
from tests.unit.dossier.risks.assessed import CATALOGUE

S = ConsultationStanding


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def consultation(received: str, **more: str) -> PriorConsultation:
    days = {name: day(each) for name, each in more.items() if name != "outcome"}
    return PriorConsultation(UUID(int=1), day(received), received_on=day(received), **days)


@pytest.mark.parametrize(
    ("received", "more", "notice", "due"),
    [
        ("2026-03-02", {}, "2026-04-02", "2026-04-28"),  # eight weeks end on King's Day
        ("2026-06-01", {}, "2026-07-01", "2026-07-27"),
        ("2026-06-01", {"extended_on": "2026-06-20"}, "2026-07-01", "2026-09-07"),
        ("2024-01-31", {}, "2024-02-29", "2024-03-27"),  # a month that ends on the leap day
        ("2025-01-31", {}, "2025-02-28", "2025-03-28"),
        ("2026-06-06", {}, "2026-07-06", "2026-08-03"),  # eight weeks end on a Saturday
        ("2026-06-01", {"suspended_on": "2026-06-10", "resumed_on": "2026-06-20"}, "2026-07-01", "2026-08-06"),
    ],
)
def test_the_last_days(received: str, more: dict[str, str], notice: str, due: str) -> None:
    clock = clock_of(consultation(received, **more), CATALOGUE, on=day(received) + dt.timedelta(days=25))
    assert (clock.notice_due, clock.due) == (day(notice), day(due))


@pytest.mark.parametrize(
    ("on", "more", "standing"),
    [
        ("2026-07-27", {}, S.RUNNING),
        ("2026-07-28", {}, S.OVERDUE),
        ("2026-07-28", {"extended_on": "2026-06-20"}, S.EXTENDED),
        ("2026-09-07", {"extended_on": "2026-06-20"}, S.EXTENDED),
        ("2026-09-08", {"extended_on": "2026-06-20"}, S.OVERDUE),
        ("2026-06-10", {"suspended_on": "2026-06-10"}, S.SUSPENDED),
        ("2026-06-09", {"suspended_on": "2026-06-10"}, S.RUNNING),
        ("2026-07-27", {"answered_on": "2026-07-27"}, S.ANSWERED),
        ("2026-07-26", {"answered_on": "2026-07-27"}, S.RUNNING),
    ],
)
def test_where_it_stands_the_day_before_and_the_day_of(on: str, more: dict[str, str], standing: S) -> None:
    assert clock_of(consultation("2026-06-01", **more), CATALOGUE, on=day(on)).standing is standing


def test_without_receipt_no_term_is_known() -> None:
    clock = clock_of(PriorConsultation(UUID(int=1), day("2026-06-01")), CATALOGUE, on=day("2026-12-01"))
    assert (clock.standing, clock.due, clock.notice_due) == (S.NOT_RECEIVED, None, None)


def test_a_running_suspension_leaves_the_last_day_open() -> None:
    clock = clock_of(consultation("2026-06-01", suspended_on="2026-06-10"), CATALOGUE, on=day("2026-10-01"))
    assert clock.due is None


@pytest.mark.parametrize(("told", "late"), [("2026-07-01", False), ("2026-07-02", True)])
def test_a_notice_after_a_month_is_late(told: str, late: bool) -> None:
    assert clock_of(consultation("2026-06-01", extended_on=told), CATALOGUE, on=day("2026-07-20")).extended_late is late
