"""Whether somebody held roles on each of the days."""

import datetime as dt

import pytest

from gemeentedossier.organisation.engine.terms import is_held_throughout


def day(number: int) -> dt.date:
    return dt.date(2026, 11, number)


@pytest.mark.parametrize(
    ("terms", "held"),
    [
        ([], False),
        ([(None, None)], True),
        ([(day(10), None)], True),
        ([(day(11), None)], False),
        ([(None, day(20))], True),
        ([(None, day(19))], False),
        ([(day(1), day(9))], False),
        ([(day(1), day(14)), (day(15), None)], True),
        ([(day(1), day(14)), (day(16), None)], False),
        ([(day(16), None), (day(1), day(18))], True),
        ([(day(1), day(18)), (day(12), day(13))], False),
    ],
)
def test_days_from_the_tenth_to_the_twentieth(terms: list[tuple[dt.date | None, dt.date | None]], held: bool) -> None:
    assert is_held_throughout(terms, first=day(10), last=day(20)) is held
