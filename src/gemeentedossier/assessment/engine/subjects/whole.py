"""What an activity must know of the rest of the dossier: made once for all activities.

Whoever judges one activity alone hands over the whole of the dossier; whoever renews findings compares ``seen_by``.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from gemeentedossier.assessment.engine.subjects.copies import Compared, Copies, compared
from gemeentedossier.assessment.engine.subjects.covering import NOTHING_SIGNED, Covers, covers_in
from gemeentedossier.assessment.engine.subjects.organisation import RegisterTotals, register_totals
from gemeentedossier.assessment.engine.subjects.secured import NOT_SECURED, Secured
from gemeentedossier.assessment.engine.subjects.texts import NOWHERE
from gemeentedossier.dossier.agreements.facts import Agreement, RoleTest
from gemeentedossier.dossier.register.enums import PartyRole
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.risks.facts import ImpactAssessment, Prescan
from gemeentedossier.dossier.security.facts import Classification
from gemeentedossier.foundation.clock import AMSTERDAM
from gemeentedossier.organisation.facts import Person

NOT_COPIED = Copies(NOWHERE, (), ())


@dataclass(frozen=True, slots=True)
class Assessed:
    """What Part C says of an activity: its pre-scan, whether an assessment is adopted, and when one first was."""

    prescan: Prescan | None = None
    is_adopted: bool = False
    first_adopted_on: dt.date | None = None
    """Unknown where only a later version is recorded."""


NOT_ASSESSED = Assessed()


def assessed_in(prescans: Iterable[Prescan], assessments: Iterable[ImpactAssessment]) -> Mapping[UUID, Assessed]:
    """Return what Part C says of each activity that has a pre-scan or an assessment that was adopted."""
    scanned, adopted = {each.activity_id: each for each in prescans}, defaultdict[UUID, list[ImpactAssessment]](list)
    for each in assessments:
        for key in each.activity_ids if each.version else ():
            adopted[key].append(each)
    return {
        key: Assessed(scanned.get(key), key in adopted, _first(adopted.get(key, ()))) for key in {*scanned, *adopted}
    }


def _first(adopted: Iterable[ImpactAssessment]) -> dt.date | None:
    """The day of the earliest first version; unknown where an assessment was adopted before the version recorded."""
    every = tuple(adopted)
    days = [each.adopted_at.astimezone(AMSTERDAM).date() for each in every if each.adopted_at and each.version == 1]
    return min(days) if days and len(days) == len(every) else None


@dataclass(frozen=True, slots=True)
class Whole:
    """Facts over all activities and people of a dossier, looked up per activity."""

    copies: Mapping[UUID, Copies] = field(default_factory=dict)
    in_office: Mapping[UUID, bool] = field(default_factory=dict)
    """Each person who ever held a role: whether they hold one on the day."""
    register: RegisterTotals | None = None
    """What is counted over all activities, for the municipality itself."""
    activities: Mapping[UUID, Activity] = field(default_factory=dict)
    """All activities, for the agreements that cover them."""
    covers: Mapping[UUID, Covers] = field(default_factory=dict)
    """What was agreed about an activity, and what was decided of its parties."""
    secured: Mapping[UUID, Secured] = field(default_factory=dict)
    """How each activity is secured on the day."""
    decided: Mapping[UUID, PartyRole] = field(default_factory=dict)
    """What was decided that a party is, whatever the activity."""
    assessed: Mapping[UUID, Assessed] = field(default_factory=dict)
    """What Part C says of each activity."""
    comparison: Compared | None = field(default=None, compare=False, repr=False)
    """What the copies were found in."""

    def copies_of(self, activity: Activity) -> Copies:
        """Where the activity reasons as others do."""
        return self.copies.get(activity.id, NOT_COPIED)

    def owner_in_office(self, activity: Activity) -> bool | None:
        """Whether the process owner still holds a role; unknown without an owner whose roles are recorded."""
        return self.in_office.get(activity.owner_id) if activity.owner_id else None

    def covers_of(self, activity: Activity) -> Covers:
        """What was agreed with its parties, and what was decided that they are."""
        own = self.covers.get(activity.id, NOTHING_SIGNED)
        if not self.decided or not activity.parties:
            return own
        known = {
            each.party_id: self.decided[each.party_id] for each in activity.parties if each.party_id in self.decided
        }
        return Covers(own.signed, {**known, **own.decided})

    def secured_of(self, activity: Activity) -> Secured:
        """How the activity is secured."""
        return self.secured.get(activity.id, NOT_SECURED)

    def assessed_of(self, activity: Activity) -> Assessed:
        """What Part C says of the activity."""
        return self.assessed.get(activity.id, NOT_ASSESSED)

    def seen_by(self, activity: Activity) -> tuple[Copies, bool | None, Covers, Secured, Assessed]:
        """All that the activity is told of the rest; where this differs, its findings may."""
        return (
            self.copies_of(activity),
            self.owner_in_office(activity),
            self.covers_of(activity),
            self.secured_of(activity),
            self.assessed_of(activity),
        )


def whole_of(
    activities: Iterable[Activity],
    people: Iterable[Person],
    *,
    day: dt.date,
    agreements: Iterable[Agreement] = (),
    role_tests: Iterable[RoleTest] = (),
    secured: Mapping[UUID, Secured] | None = None,
    assessed: Mapping[UUID, Assessed] | None = None,
    comparison: Compared | None = None,
) -> Whole:
    """Return what the activities must know of each other, of the people and of the agreements, on that day.

    ``comparison`` holds the copies among them where these were found already.
    """
    every = tuple(activities)
    covers, decided = covers_in(agreements, role_tests, day=day)
    kept = secured or {}
    found = comparison or compared(every, levels_of(kept))
    return Whole(
        copies=found.copies,
        comparison=found,
        in_office={person.id: any(role.holds_on(day) for role in person.roles) for person in people if person.roles},
        register=register_totals(every, day=day),
        activities={activity.id: activity for activity in every},
        covers=covers,
        decided=decided,
        secured=kept,
        assessed=assessed or {},
    )


def levels_of(secured: Mapping[UUID, Secured]) -> Mapping[UUID, Classification]:
    """Return the classifications of activities, by activity."""
    return {key: each.classification for key, each in secured.items() if each.classification}
