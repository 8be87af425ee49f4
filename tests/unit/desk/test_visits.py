"""What a visit looks at: now, or the moment that the desk is turned to."""

import datetime as dt

import pytest
from django.http import HttpRequest

from gemeentedossier.desk.rules import Visit
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.models import Municipality
from gemeentedossier.foundation.trail import Actor

NOW = dt.datetime(2026, 11, 29, 9, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (None, dt.date(2026, 11, 29)),
        (dt.datetime(2026, 9, 30, 21, 59, tzinfo=dt.UTC), dt.date(2026, 9, 30)),
        (dt.datetime(2026, 9, 30, 22, 0, tzinfo=dt.UTC), dt.date(2026, 10, 1)),
    ],
)
def test_the_day_of_a_visit_is_that_of_the_netherlands(moment: dt.datetime | None, day: dt.date) -> None:
    with clock.clock_at(NOW):
        assert Visit(HttpRequest(), Municipality(), Actor("x"), moment).today() == day
