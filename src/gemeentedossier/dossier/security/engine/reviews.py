"""When the log of a system is to be looked at again. All days are those of the Netherlands."""

import datetime as dt
from collections.abc import Iterable

from gemeentedossier.catalogue.engine.durations import Duration, InvalidDuration
from gemeentedossier.dossier.security.facts import LogReviewPlan


def due_on(plan: LogReviewPlan) -> dt.date:
    """Return the last day on which the log can be looked at in time; the last of the calendar where none is so far.

    The term runs from the newest review, or from the first day of the plan where nobody looked yet.
    """
    since = max((review.done_on for review in plan.reviews), default=plan.starts_on)
    try:
        return Duration(months=plan.every_months).after(since)
    except InvalidDuration:
        return dt.date.max


def most_urgent(plans: Iterable[LogReviewPlan], *, on: dt.date) -> LogReviewPlan | None:
    """Return the plan that holds on the day and whose log is to be looked at first; None where no plan holds."""
    held = [each for each in plans if each.holds_on(on)]
    return min(held, key=lambda each: (due_on(each), each.id), default=None)
