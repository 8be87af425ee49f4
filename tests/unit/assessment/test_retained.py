"""Whether a system holds nothing beyond the longest period of what is in it."""

import datetime as dt
from dataclasses import replace

import pytest

from gemeentedossier.assessment.engine.retained import systems_retained
from gemeentedossier.assessment.enums import Retained
from gemeentedossier.assessment.standing import judge
from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.dossier.assets.facts import System
from gemeentedossier.dossier.register.facts import RetentionPeriod
from gemeentedossier.exchange.example.dossier import example_dossier
from gemeentedossier.foundation.identifiers import new_id
from tests.builders import an_activity

MOMENT = dt.datetime(2026, 11, 29, 9, tzinfo=dt.UTC)
EXAMPLE = example_dossier(current_catalogue())
ARCHIVE = new_id()


def found(oldest: dt.date | None, *periods: str, permanent: bool = False) -> tuple[Retained, int]:
    """How a system stands that is used by an activity with these periods, and how many months it is past them."""
    kept = tuple(RetentionPeriod(id=new_id(), period=each) for each in periods)
    if permanent:
        kept = (*kept, RetentionPeriod(id=new_id(), permanent=True))
    system = System(
        ARCHIVE, "Archief", oldest_record_on=oldest, oldest_record_measured_on=oldest and dt.date(2026, 11, 1)
    )
    using = an_activity(retention=kept, system_ids=(ARCHIVE,))
    dossier = replace(EXAMPLE, moment=MOMENT, activities=(using,), systems=(system,), suppressions=())
    (one,) = systems_retained(judge(dossier, current_catalogue()))
    return one.state, one.months


@pytest.mark.parametrize(
    ("oldest", "state", "months"),
    [
        (dt.date(2021, 11, 29), Retained.WITHIN, 0),
        (dt.date(2021, 11, 28), Retained.PAST, 1),
        (dt.date(2021, 10, 29), Retained.PAST, 1),
        (dt.date(2021, 9, 28), Retained.PAST, 2),
        (dt.date(2020, 11, 28), Retained.PAST, 12),
    ],
)
def test_a_system_is_past_its_period_from_the_day_after(oldest: dt.date, state: Retained, months: int) -> None:
    assert found(oldest, "P5Y", "P1Y") == (state, months)


def test_what_nobody_measured_or_wrote_as_a_period_cannot_be_told() -> None:
    old = dt.date(1999, 1, 1)
    unknown = (Retained.UNKNOWN, 0)
    assert [found(None, "P5Y"), found(old), found(old, "P5Y", permanent=True)] == [unknown] * 3


def test_what_is_longest_past_its_period_stands_first() -> None:
    months = [each.months for each in systems_retained(judge(EXAMPLE, current_catalogue()))]
    assert months == sorted(months, reverse=True)
    assert len(months) == len(EXAMPLE.systems)
