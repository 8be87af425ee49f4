"""The framework of security: controls with the measures that government asks, and levels with what they ask."""

from dataclasses import dataclass
from enum import StrEnum

from gemeentedossier.catalogue.facts.citations import LawReference
from gemeentedossier.catalogue.facts.entries import Entry
from gemeentedossier.catalogue.facts.sources import Source, Status, Text


class SecurityAspect(StrEnum):
    """What security protects (GDPR 32(1)(b)): that data are there, are right, and are seen by those who may."""

    AVAILABILITY = "availability"
    INTEGRITY = "integrity"
    CONFIDENTIALITY = "confidentiality"


class ControlTheme(StrEnum):
    """The chapter of a control."""

    ORGANISATIONAL = "organisational"
    PEOPLE = "people"
    PHYSICAL = "physical"
    TECHNOLOGICAL = "technological"


class ControlState(StrEnum):
    """How a number of a government measure stands in the edition; ``NONE`` asks no more than the control itself."""

    ACTIVE = "active"
    NONE = "none"
    MOVED = "moved"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class ControlMeasure:
    """A government measure under a control, in our own words; ``period`` is how often it asks something, ISO 8601."""

    number: str
    state: ControlState
    text: Text | None = None
    period: str | None = None
    moved_to: str | None = None

    @property
    def is_asked(self) -> bool:
        """Whether the edition asks it of a municipality."""
        return self.state in (ControlState.ACTIVE, ControlState.NONE)


@dataclass(frozen=True, slots=True, kw_only=True)
class SecurityControl(Entry):
    """A control: number and title of the standard, the aspects that it serves, and its government measures."""

    number: str
    iso: str
    name: Text
    theme: ControlTheme
    aspects: tuple[SecurityAspect, ...]
    law: tuple[LawReference, ...]
    edition: str
    measures: tuple[ControlMeasure, ...]
    status: Status
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class SecurityLevel(Entry):
    """A level of one aspect, 1 (low) to 4 (highest): when it fits, the harm to people, and which effects it asks."""

    aspect: SecurityAspect
    level: int
    name: Text
    guide: Text
    harm: Text
    asks: tuple[str, ...]
    status: Status
    source: Source
