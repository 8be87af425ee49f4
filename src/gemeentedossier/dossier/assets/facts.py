"""Systems and measures as immutable values."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class System:
    """An application or other means that personal data are processed with."""

    id: UUID
    name: str
    supplier_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Measure:
    """A technical or organisational measure (GDPR 32(1))."""

    id: UUID
    name: str
    description: str = ""
    control: str = ""
