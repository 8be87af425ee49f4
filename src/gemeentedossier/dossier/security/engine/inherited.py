"""What a system inherits of the activities that use it: per aspect the highest, unless somebody decided otherwise."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from gemeentedossier.catalogue.facts.security import SecurityAspect
from gemeentedossier.dossier.security.facts import Classification, SystemLevel


@dataclass(frozen=True, slots=True, kw_only=True)
class InheritedLevel:
    """The level of one aspect of a system: which holds, what follows from its activities, and who departed from it."""

    aspect: SecurityAspect
    inherited: int | None
    from_activities: tuple[UUID, ...]
    """The activities that set the highest level."""
    unclassified: int
    """How many activities that use it have no level yet, so that the highest may prove higher."""
    departure: SystemLevel | None

    @property
    def level(self) -> int | None:
        """The level that holds."""
        return self.departure.level if self.departure else self.inherited

    @property
    def is_lowered(self) -> bool:
        """Whether somebody decided on less than what follows from the activities."""
        return bool(self.departure and self.inherited and self.departure.level < self.inherited)


def inherited_levels(
    activity_ids: Iterable[UUID],
    classifications: Mapping[UUID, Classification],
    departures: Iterable[SystemLevel] = (),
) -> tuple[InheritedLevel, ...]:
    """Return the levels of a system that these activities use; ``classifications`` by activity."""
    used, decided = tuple(activity_ids), {each.aspect: each for each in departures}
    return tuple(_inherited(aspect, used, classifications, decided.get(aspect)) for aspect in SecurityAspect)


def _inherited(
    aspect: SecurityAspect,
    used: tuple[UUID, ...],
    classifications: Mapping[UUID, Classification],
    departure: SystemLevel | None,
) -> InheritedLevel:
    levels = {key: classifications[key].level(aspect) if key in classifications else None for key in used}
    known = {key: level for key, level in levels.items() if level is not None}
    highest = max(known.values(), default=None)
    return InheritedLevel(
        aspect=aspect,
        inherited=highest,
        from_activities=tuple(key for key, level in known.items() if level == highest),
        unclassified=len(levels) - len(known),
        departure=departure,
    )
