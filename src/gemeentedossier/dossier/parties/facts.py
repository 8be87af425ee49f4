"""Parties as immutable values."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Party:
    """An organisation outside the municipality. ``country`` is an ISO 3166-1 alpha-2 code; None is unknown."""

    id: UUID
    name: str
    country: str | None = None
    contact: str = ""
    is_care_provider: bool | None = None
