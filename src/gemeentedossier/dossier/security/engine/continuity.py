"""What stands still in an outage, and how long people can do without what a system carries."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.security.facts import Continuity


@dataclass(frozen=True, slots=True, kw_only=True)
class Stopped:
    """An activity that an outage stops, by which systems, and what was planned for it; None where nobody planned."""

    activity_id: UUID
    activity_name: str
    system_ids: tuple[UUID, ...]
    plan: Continuity | None


def stopped_by(
    system_ids: Collection[UUID], activities: Iterable[Activity], plans: Mapping[UUID, Continuity]
) -> tuple[Stopped, ...]:
    """Return what stands still without these systems: what can wait least first, unplanned last; `plans` by activity.

    An activity stands still as soon as one of its systems does: the register does not say which it can do without.
    """
    found = [
        Stopped(activity_id=each.id, activity_name=each.name, system_ids=hit, plan=plans.get(each.id))
        for each in activities
        if (hit := tuple(key for key in each.system_ids if key in system_ids))
    ]
    return tuple(sorted(found, key=_urgency))


def shortest_outage(activity_ids: Iterable[UUID], plans: Mapping[UUID, Continuity]) -> Continuity | None:
    """Return the plan of the activity that can do without for the shortest time; None where nobody said."""
    known = [plans[key] for key in activity_ids if key in plans and plans[key].outage_hours is not None]
    return min(known, key=lambda each: (each.outage_hours or 0, each.activity_id), default=None)


def _urgency(stopped: Stopped) -> tuple[bool, int, str, UUID]:
    hours = stopped.plan.outage_hours if stopped.plan else None
    return hours is None, hours or 0, stopped.activity_name, stopped.activity_id
