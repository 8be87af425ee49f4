"""The one source of time. Nothing else asks the system what time it is, so that tests can set it."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from zoneinfo import ZoneInfo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
_set: ContextVar[dt.datetime | None] = ContextVar("set_clock", default=None)
_set_everywhere: list[dt.datetime] = []


def now() -> dt.datetime:
    """This moment, aware, in UTC."""
    if moment := _set.get():
        return moment
    return _set_everywhere[-1] if _set_everywhere else dt.datetime.now(dt.UTC)


def today() -> dt.date:
    """The date in the Netherlands, on which legal terms are counted."""
    return now().astimezone(AMSTERDAM).date()


def end_of(day: dt.date) -> dt.datetime:
    """The last moment of a day in the Netherlands."""
    midnight = dt.datetime.combine(day + dt.timedelta(days=1), dt.time.min, tzinfo=AMSTERDAM)
    return midnight - dt.timedelta(microseconds=1)


@contextmanager
def clock_at(moment: dt.datetime) -> Iterator[None]:
    """Set the clock for the block (tests, and replays of the past)."""
    if moment.tzinfo is None:
        raise ValueError("A moment needs a time zone.")
    token = _set.set(moment)
    try:
        yield
    finally:
        _set.reset(token)


@contextmanager
def clock_everywhere_at(moment: dt.datetime) -> Iterator[None]:
    """Set the clock of every thread of this process for the block: a journey moves the clock of a running server.

    Only code can do this; no setting and no variable of the environment leads here.
    """
    if moment.tzinfo is None:
        raise ValueError("A moment needs a time zone.")
    _set_everywhere.append(moment)
    try:
        yield
    finally:
        _set_everywhere.pop()
