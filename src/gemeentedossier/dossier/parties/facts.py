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
    """That a person may act for a party, from a day on; ``ends_on`` is the last day, None is open.

    ``invited_until`` is the last day on which the invitation can be taken up; None where none is open. Until it was
    taken up the person acts for nobody.
    """

    id: UUID
    party_id: UUID
    person_id: UUID
    starts_on: dt.date
    ends_on: dt.date | None = None
    person_name: str = ""
    invited_until: dt.date | None = None

    def acts_on(self, day: dt.date) -> bool:
        """Whether the person may act for the party on that day."""
        taken_up = self.invited_until is None
        return taken_up and self.starts_on <= day and (self.ends_on is None or day <= self.ends_on)

    def is_open_on(self, day: dt.date) -> bool:
        """Whether the invitation can be taken up on that day; its last day counts."""
        return self.invited_until is not None and day <= self.invited_until and self.ends_on is None
