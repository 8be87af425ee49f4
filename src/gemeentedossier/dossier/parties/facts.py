"""Parties, and who may act for them, as immutable values. None is unknown."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Party:
    """An organisation outside the municipality. ``country`` is an ISO 3166-1 alpha-2 code."""

    id: UUID
    name: str
    country: str | None = None
    contact: str = ""
    is_care_provider: bool | None = None
    revision: int = 0


@dataclass(frozen=True, slots=True)
class PartyRepresentative:
    """That a person may act for a party, from a day on; ``ends_on`` is the last day, None is open."""

    id: UUID
    party_id: UUID
    person_id: UUID
    starts_on: dt.date
    ends_on: dt.date | None = None
    person_name: str = ""

    def acts_on(self, day: dt.date) -> bool:
        """Whether the person may act for the party on that day."""
        return self.starts_on <= day and (self.ends_on is None or day <= self.ends_on)
