"""Classification and access as immutable values. None is unknown; an empty text was never written."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from gemeentedossier.catalogue.facts.security import SecurityAspect


@dataclass(frozen=True, slots=True)
class Classification:
    """How much harm the data of an activity can do, per aspect from 1 (low) to 4 (highest), with the reasoning.

    ``approved_at`` is when the process owner, or the college, approved these levels.
    """

    id: UUID
    activity_id: UUID
    availability: int | None = None
    availability_reason: str = ""
    integrity: int | None = None
    integrity_reason: str = ""
    confidentiality: int | None = None
    confidentiality_reason: str = ""
    approved_by_id: UUID | None = None
    approved_by: str = ""
    approved_at: dt.datetime | None = None
    revision: int = 0

    @property
    def levels(self) -> Mapping[SecurityAspect, int | None]:
        """The level of each aspect; None where nobody gave one."""
        return {aspect: getattr(self, aspect.value) for aspect in SecurityAspect}

    @property
    def reasons(self) -> Mapping[SecurityAspect, str]:
        """Why, per aspect."""
        return {aspect: getattr(self, f"{aspect.value}_reason") for aspect in SecurityAspect}

    @property
    def is_whole(self) -> bool:
        """Whether each aspect has a level."""
        return None not in self.levels.values()


@dataclass(frozen=True, slots=True)
class SystemLevel:
    """Where a system departs from the level that it inherits of its activities: which, who decided, and why."""

    id: UUID
    system_id: UUID
    aspect: SecurityAspect
    level: int
    reason: str
    decided_by_id: UUID
    decided_at: dt.datetime
    decided_by: str = ""


@dataclass(frozen=True, slots=True)
class AccessRule:
    """A line of the access matrix: this function may see these data for this purpose, and why (GDPR 25(2), 32(4)).

    ``function`` is a function of the organisation, never a person. Without a purpose it is about all of the activity.
    """

    id: UUID
    activity_id: UUID
    function: str
    purpose_id: UUID | None = None
    data_categories: tuple[str, ...] = ()
    data_own: tuple[str, ...] = ()
    may_change: bool | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class AccessRight:
    """A right as somebody found it in a system: which function reaches which activity, and whether it still should.

    ``holder`` is the account or group in words, never the name of a data subject.
    """

    id: UUID
    system_id: UUID
    activity_id: UUID
    holder: str
    function: str
    purpose_id: UUID | None = None
    account_active: bool | None = None
    role_ended_on: dt.date | None = None
    seen_on: dt.date | None = None
