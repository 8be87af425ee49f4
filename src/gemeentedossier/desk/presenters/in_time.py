"""Whether what came in was done in time: of breaches by the notification, of requests by the answer.

Charts count by these kinds and lists are narrowed to them, so that each number leads to its very cases.
"""

from enum import StrEnum

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gemeentedossier.desk.presenters.breaches import BreachSight
from gemeentedossier.dossier.breaches.engine.clock import BreachClock, ClockState
from gemeentedossier.dossier.breaches.enums import BreachTermKind
from gemeentedossier.dossier.breaches.facts import PersonalDataBreach
from gemeentedossier.dossier.requests.enums import Answered


class Notified(StrEnum):
    """How the notification of a breach to the authority stands (GDPR 33(1))."""

    IN_TIME = "in_time"
    LATE = "late"
    RUNNING = "running"
    UNKNOWN = "unknown"
    """The moments from which it could be told lack, or nobody decided what the law leaves to decide."""
    NOT_ASKED = "not_asked"
    UNJUDGED = "unjudged"
    """Nobody judged whether it is a breach."""
    NO_BREACH = "no_breach"


STANDS = {
    ClockState.MET: Notified.IN_TIME,
    ClockState.LATE: Notified.LATE,
    ClockState.OVERDUE: Notified.LATE,
    ClockState.RUNNING: Notified.RUNNING,
}
"""What a clock says of a notification; any other state says nothing for certain."""


def notified_words() -> dict[Notified, str]:
    """What each is called in a chart and in the filter of the list."""
    return {
        Notified.IN_TIME: pgettext("chart", "Notified in time"),
        Notified.LATE: pgettext("chart", "Too late"),
        Notified.RUNNING: pgettext("chart", "Still within its term"),
        Notified.UNKNOWN: _("Cannot be told"),
        Notified.NOT_ASKED: pgettext("chart", "Need not be notified"),
        Notified.UNJUDGED: pgettext("chart", "Not judged yet"),
        Notified.NO_BREACH: pgettext("chart", "No breach after all"),
    }


def answered_words() -> dict[Answered, str]:
    """What each is called in a chart and in the filter of the list."""
    return {
        Answered.IN_TIME: _("Answered in time"),
        Answered.LATE: pgettext("chart", "Too late"),
        Answered.RUNNING: pgettext("chart", "Still within its term"),
        Answered.UNKNOWN: _("Cannot be told"),
        Answered.NOT_ASKED: pgettext("chart", "Ended in time, without an answer"),
    }


def notified(sight: BreachSight, breach: PersonalDataBreach) -> Notified:
    """How the notification stands; of what nobody judged only that, whatever its clock says."""
    if breach.is_breach is False:
        return Notified.NO_BREACH
    if breach.is_breach is None and not breach.first_notification:
        return Notified.UNJUDGED
    clock = _of_authority(sight, breach)
    if clock is None:
        return Notified.NOT_ASKED
    found = STANDS.get(clock.state, Notified.UNKNOWN)
    was_closed = found is Notified.RUNNING and breach.closing.closed_at is not None  # in time, and nobody told anybody
    return Notified.UNKNOWN if was_closed else found


def is_past_unjudged(sight: BreachSight, breach: PersonalDataBreach) -> bool:
    """Whether the hours of the law passed while nobody judged whether it is a breach."""
    clock = _of_authority(sight, breach)
    overdue = clock is not None and clock.state is ClockState.OVERDUE
    return overdue and notified(sight, breach) is Notified.UNJUDGED


def _of_authority(sight: BreachSight, breach: PersonalDataBreach) -> BreachClock | None:
    return next((each for each in sight.clocks(breach) if each.kind is BreachTermKind.AUTHORITY), None)
