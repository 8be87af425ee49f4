"""How fresh a record is: it counts from its last confirmation, never from its last edit."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from gemeentedossier.dossier.register.enums import ProcessingState
from gemeentedossier.dossier.register.facts import Activity

YEAR = dt.timedelta(days=365)
"""How long a confirmation is fresh."""


def is_stale(activity: Activity, today: dt.date) -> bool:
    """Whether nobody confirmed a record in use for over a year, or ever."""
    if activity.processing_state is ProcessingState.ENDED:
        return False
    return activity.last_confirmed_on is None or today - activity.last_confirmed_on > YEAR


@dataclass(frozen=True, slots=True)
class Confirmation:
    """A confirmation after which nothing happened to its record; ``before`` is the day that stood there until then."""

    by: str
    person: str
    on: dt.date
    before: dt.date | None


@dataclass(frozen=True, slots=True)
class Waits:
    """A record in the queue of those that wait to be confirmed, by the day since which nobody did; None is never."""

    id: UUID
    name: str
    since: dt.date | None

    @property
    def place(self) -> tuple[dt.date, str]:
        """Where it stands: the longest ago first."""
        return self.since or dt.date.min, self.name


@dataclass(frozen=True, slots=True)
class Queue:
    """How many records wait to be confirmed, and the one that comes next."""

    left: int
    next: Waits


def unconfirmed(activities: Iterable[Activity], today: dt.date) -> tuple[Activity, ...]:
    """The records that nobody confirmed for over a year, the longest ago first."""
    found = [each for each in activities if is_stale(each, today)]
    return tuple(sorted(found, key=lambda each: Waits(each.id, each.name, each.last_confirmed_on).place))


def queue_after(confirmed: Waits, waiting: Iterable[Waits]) -> Queue | None:
    """What still waits after this one was confirmed; None where nothing does.

    Next is the one behind it in the list, so that what somebody passed over does not stand in the way of the rest.
    """
    ordered = sorted(waiting, key=lambda each: each.place)
    if not ordered:
        return None
    behind = (each for each in ordered if each.place > confirmed.place)
    return Queue(len(ordered), next(behind, ordered[0]))
