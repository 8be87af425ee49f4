"""Whether a system is given less than the activities on it ask, and whether whoever decided so knew that."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from gemeentedossier.dossier.security.engine.inherited import InheritedLevel
from gemeentedossier.dossier.security.facts import Classification


def is_lower(levels: Iterable[InheritedLevel]) -> bool | None:
    """Return whether somebody decided on less for one of these aspects; unknown while an activity has no level.

    What no activity runs on is asked nothing, so that it has no less.
    """
    departed = [each for each in levels if each.departure]
    if any(each.is_lowered for each in departed):
        return True
    return None if any(each.unclassified for each in departed) else False


def is_overtaken(level: InheritedLevel, classifications: Mapping[UUID, Classification]) -> bool:
    """Return whether the activities asked for more after the decision; ``classifications`` by activity.

    The day of a level is that of its approval; a level that nobody approved yet overtakes nothing.
    """
    if not level.is_lowered or level.departure is None:
        return False
    approved = (classifications[key].approved_at for key in level.from_activities)
    return any(at is not None and at > level.departure.decided_at for at in approved)
