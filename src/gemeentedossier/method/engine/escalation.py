"""Who hears of it where something is late: the next one, by what the dossier records."""

import datetime as dt
from uuid import UUID

from gemeentedossier.method.engine.duties import Seen
from gemeentedossier.method.facts import Duty
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.facts import Person


def late_since(duty: Duty, seen: Seen) -> dt.timedelta:
    """Return how long it is late at the moment of the look; below zero where it is not."""
    return seen.dossier.moment - duty.due_at


def next_for(duty: Duty, seen: Seen) -> frozenset[UUID]:
    """Return who hears of it: who holds the role beside the owner, and where that is the owner's own, the executive.

    Never who is late, and nobody where the executive is.
    """
    asked = _asked(duty, seen)
    beside = _holding(duty.roles, seen) - asked
    if duty.owner_id in seen.here and beside and not asked & _holding(duty.roles, seen):
        return beside
    return _holding(frozenset({Role.EXECUTIVE}), seen) - asked


def _asked(duty: Duty, seen: Seen) -> frozenset[UUID]:
    """Whose it is."""
    if duty.owner_id is not None and duty.owner_id in seen.here:
        return frozenset({duty.owner_id})
    return _holding(duty.roles, seen)


def _holding(roles: frozenset[Role], seen: Seen) -> frozenset[UUID]:
    people: tuple[Person, ...] = seen.dossier.organisation.colleagues(seen.day)
    return frozenset(each.id for each in people if any(each.holds_on(role, seen.day) for role in roles))
