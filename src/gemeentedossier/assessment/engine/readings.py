"""How the law is read on a day, and what rests on that: open norms with their readings, contested law with positions.

A reading differs from another one of the same norm that holds beside it. A decision is overtaken where somebody took a
position later than the one that it rests on, and nobody looked at the decision since.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias
from uuid import UUID

from gemeentedossier.dossier.governance.facts import ContestedMatter, Interpretation, Position, Reliance
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.snapshot.facts import Dossier

Names: TypeAlias = Mapping[UUID, str]
_LONG_AGO = dt.datetime.min.replace(tzinfo=dt.UTC)


class Standing(StrEnum):
    """How something stands that a record rests on."""

    HOLDS = "holds"
    DIFFERS = "differs"
    """Another reading of the same norm holds beside it."""
    ENDED = "ended"
    OVERTAKEN = "overtaken"
    """Somebody took a later position, and nobody looked at the decision since."""


@dataclass(frozen=True, slots=True)
class Readings:
    """The readings, positions and what rests on them, of one dossier on one day."""

    day: dt.date
    interpretations: Mapping[UUID, Interpretation]
    matters: Mapping[UUID, ContestedMatter]
    """By the key of each of their positions."""
    reliances: tuple[Reliance, ...]
    _resting: Mapping[UUID, tuple[Reliance, ...]] = field(default_factory=dict, repr=False)

    def of_norm(self, norm: str) -> tuple[Interpretation, ...]:
        """Every reading of a norm that was ever decided, the latest first."""
        found = (each for each in self.interpretations.values() if each.norm == norm)
        return tuple(sorted(found, key=_decided, reverse=True))

    def holding(self, norm: str) -> tuple[Interpretation, ...]:
        """The readings of a norm that hold on the day, the latest first; more than one differ from each other."""
        return tuple(each for each in self.of_norm(norm) if each.holds_on(self.day))

    def newer_than(self, reading: Interpretation) -> tuple[Interpretation, ...]:
        """The readings of the same norm that hold beside it and were decided later."""
        return tuple(each for each in self.holding(reading.norm) if _decided(each) > _decided(reading))

    def beside(self, reading: Interpretation) -> tuple[Interpretation, ...]:
        """The readings of the same norm that hold beside it, whenever they were decided."""
        return tuple(each for each in self.holding(reading.norm) if each.id != reading.id)

    def resting_on(self, key: UUID) -> tuple[Reliance, ...]:
        """What rests on a reading or a position."""
        return self._resting.get(key, ())

    def position(self, key: UUID) -> Position | None:
        """The position of that key."""
        matter = self.matters.get(key)
        return next((each for each in matter.positions if each.id == key), None) if matter else None

    def unseen_by(self, reliance: Reliance) -> tuple[Position, ...]:
        """The later positions on the same matter that whoever decided did not know yet, the latest first."""
        own = self.position(reliance.position_id) if reliance.position_id else None
        if own is None:
            return ()
        later = (each for each in self.matters[own.id].positions if _stated(each) > _stated(own))
        unseen = (each for each in later if each.recorded_at is None or each.recorded_at > reliance.recorded_at)
        return tuple(sorted(unseen, key=_stated, reverse=True))

    def standing_of(self, reliance: Reliance) -> Standing:
        """How it stands with what a record rests on."""
        if reliance.position_id:
            return Standing.OVERTAKEN if self.unseen_by(reliance) else Standing.HOLDS
        reading = self.interpretations[reliance.interpretation_id] if reliance.interpretation_id else None
        if reading is None or reading.is_ended_on(self.day):
            return Standing.ENDED
        return Standing.DIFFERS if self.beside(reading) else Standing.HOLDS

    def under(self, subject_id: UUID) -> tuple[Reliance, ...]:
        """What one record rests on."""
        return tuple(each for each in self.reliances if each.subject_id == subject_id)


def readings_in(dossier: Dossier, *, day: dt.date) -> Readings:
    """Return how the law is read in a dossier on a day."""
    resting: dict[UUID, list[Reliance]] = defaultdict(list)
    for each in dossier.reliances:
        key = each.interpretation_id or each.position_id
        if key:
            resting[key].append(each)
    return Readings(
        day=day,
        interpretations={each.id: each for each in dossier.interpretations},
        matters={position.id: matter for matter in dossier.matters for position in matter.positions},
        reliances=dossier.reliances,
        _resting={key: tuple(found) for key, found in resting.items()},
    )


def record_names(dossier: Dossier, activities: Iterable[Activity]) -> Names:
    """Return what everything is called that can rest on a reading or a position; a reading by what it says."""
    names = {each.id: each.name for each in activities}
    for records in (dossier.agreements, dossier.systems, dossier.measures):
        names.update((each.id, each.name) for each in records)
    names.update((each.id, f"“{each.reading}”") for each in dossier.interpretations)
    return names


def named(reliances: Iterable[Reliance], names: Names) -> Iterator[str]:
    """Yield the names of the records that rest on something; one that is gone has none."""
    yield from dict.fromkeys(names[each.subject_id] for each in reliances if each.subject_id in names)


def _decided(reading: Interpretation) -> tuple[dt.date, UUID]:
    return reading.decided_on, reading.id


def _stated(position: Position) -> tuple[dt.date, dt.datetime]:
    return position.stated_on, position.recorded_at or _LONG_AGO
