"""On which days somebody holds roles."""

import datetime as dt
from collections.abc import Iterable


def is_held_throughout(
    terms: Iterable[tuple[dt.date | None, dt.date | None]], *, first: dt.date, last: dt.date
) -> bool:
    """Whether these terms, from their first up to and including their last day, together leave no day open between the
    two days. None is without beginning or without end."""
    day = first
    for begins, ends in sorted(terms, key=lambda each: each[0] or dt.date.min):
        if begins is not None and begins > day:
            return False
        if ends is None:
            return True
        if ends >= day:
            day = ends + dt.timedelta(days=1)
        if day > last:
            return True
    return False
