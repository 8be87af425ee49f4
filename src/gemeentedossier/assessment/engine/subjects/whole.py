"""What an activity must know of the rest of the dossier: made once for all activities.

Whoever judges one activity alone hands over the whole of the dossier; whoever renews findings compares ``seen_by``.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from gemeentedossier.assessment.engine.subjects.copies import Copies, copies_in
from gemeentedossier.assessment.engine.subjects.organisation import RegisterTotals, register_totals
from gemeentedossier.assessment.engine.subjects.texts import NOWHERE
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.organisation.facts import Person

NOT_COPIED = Copies(NOWHERE, (), ())


@dataclass(frozen=True, slots=True)
class Whole:
    """Facts over all activities and people of a dossier, looked up per activity."""

    copies: Mapping[UUID, Copies] = field(default_factory=dict)
    in_office: Mapping[UUID, bool] = field(default_factory=dict)
    """Each person who ever held a role: whether they hold one on the day."""
    register: RegisterTotals | None = None
    """What is counted over all activities, for the municipality itself."""

    def copies_of(self, activity: Activity) -> Copies:
        """Where the activity reasons as others do."""
        return self.copies.get(activity.id, NOT_COPIED)

    def owner_in_office(self, activity: Activity) -> bool | None:
        """Whether the process owner still holds a role; unknown without an owner whose roles are recorded."""
        return self.in_office.get(activity.owner_id) if activity.owner_id else None

    def seen_by(self, activity: Activity) -> tuple[Copies, bool | None]:
        """All that the activity is told of the rest; where this differs, its findings may."""
        return self.copies_of(activity), self.owner_in_office(activity)


def whole_of(activities: Iterable[Activity], people: Iterable[Person], *, day: dt.date) -> Whole:
    """Return what the activities must know of each other and of the people, on that day."""
    every = tuple(activities)
    return Whole(
        copies=copies_in(every),
        in_office={person.id: any(role.holds_on(day) for role in person.roles) for person in people if person.roles},
        register=register_totals(every, day=day),
    )
