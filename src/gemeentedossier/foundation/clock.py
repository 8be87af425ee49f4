"""The one source of time. Nothing else asks the system what time it is, so that tests can set it."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from zoneinfo import ZoneInfo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
_set: ContextVar[dt.datetime | None] = ContextVar("set_clock", default=None)


def now() -> dt.datetime:
    """This moment, aware, in UTC."""
    return _set.get() or dt.datetime.now(dt.UTC)


def today() -> dt.date:
    """The date in the Netherlands, on which legal terms are counted."""
    return now().astimezone(AMSTERDAM).date()


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
