"""The clock of the whole process, for journeys through a running server."""

import datetime as dt
from threading import Thread

import pytest

from gemeentedossier.foundation import clock

LATER = dt.datetime(2031, 3, 1, 12, tzinfo=dt.UTC)
LAST = dt.datetime(2032, 3, 1, 12, tzinfo=dt.UTC)


def in_another_thread() -> dt.datetime:
    seen: list[dt.datetime] = []
    thread = Thread(target=lambda: seen.append(clock.now()))
    thread.start()
    thread.join()
    return seen[0]


def test_it_holds_in_other_threads() -> None:
    with clock.clock_everywhere_at(LATER):
        assert in_another_thread() == LATER


def test_a_block_s_own_clock_goes_before_it() -> None:
    with clock.clock_everywhere_at(LATER), clock.clock_at(LAST):
        assert (clock.now(), in_another_thread()) == (LAST, LATER)


def test_after_the_block_nothing_is_left() -> None:
    with clock.clock_everywhere_at(LATER), clock.clock_everywhere_at(LAST):
        assert clock.now() == LAST
    assert clock.now() < LATER


def test_a_moment_without_a_zone_is_refused() -> None:
    naive = LATER.replace(tzinfo=None)
    with pytest.raises(ValueError, match="time zone"), clock.clock_everywhere_at(naive):
        pass
