"""Truths with three values."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gemeentedossier.assessment.engine.subjects.truths import all_of, any_of, over_a_year_ago

TRUTHS = st.lists(st.sampled_from([True, False, None]))


@given(TRUTHS)
def test_any_of_is_the_highest_value(truths):
    expected = True if True in truths else None if None in truths else False
    assert any_of(truths) is expected


@given(TRUTHS)
def test_all_of_mirrors_any_of(truths):
    mirrored = any_of(None if truth is None else not truth for truth in truths)
    assert all_of(truths) is (None if mirrored is None else not mirrored)


@pytest.mark.parametrize(
    ("day", "on", "truth"),
    [
        (dt.date(2025, 11, 23), dt.date(2026, 11, 23), False),
        (dt.date(2025, 11, 22), dt.date(2026, 11, 23), True),
        (dt.date(2024, 2, 29), dt.date(2025, 2, 28), False),
        (dt.date(2024, 2, 29), dt.date(2025, 3, 1), True),
        (None, dt.date(2025, 3, 1), None),
        (dt.date(9999, 12, 31), dt.date(2026, 11, 23), False),
        (dt.date(1, 1, 1), dt.date(2026, 11, 23), True),
    ],
)
def test_a_year_is_counted_by_the_calendar(day, on, truth):
    assert over_a_year_ago(day, on=on) is truth
