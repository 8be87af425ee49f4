"""Moments as people type them behind a command."""

import datetime as dt
from argparse import ArgumentTypeError

from gemeentedossier.foundation import clock


def past_moment(text: str) -> dt.datetime:
    """A moment up to now; a date is the end of that day in the Netherlands. ArgumentTypeError says what is wrong."""
    try:
        moment = dt.datetime.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(f"“{text}” is no moment; write 2026-11-23 or 2026-11-23T14:00") from None
    if len(text) == len("2026-11-23"):
        moment = dt.datetime.combine(moment.date(), dt.time.max)
    moment = moment if moment.tzinfo else moment.replace(tzinfo=clock.AMSTERDAM)
    now = clock.now()
    if moment.date() > now.astimezone(clock.AMSTERDAM).date():
        raise ArgumentTypeError(f"“{text}” lies in the future; nothing is known of it yet")
    return min(moment, now)
