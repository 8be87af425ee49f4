"""How a risk to people is weighed: levels of likelihood and impact, and the level of risk that the two give."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from gemeentedossier.catalogue.facts.citations import LawReference
from gemeentedossier.catalogue.facts.entries import Entry
from gemeentedossier.catalogue.facts.sources import Source, Status, Text


class RiskLevel(StrEnum):
    """A level of likelihood, of impact or of risk, the lowest first.

    As texts these do not sort by weight: compare them by `is_above` or `rank`.
    """

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"

    @property
    def rank(self) -> int:
        """The place on the scale, from 0 for the lowest; an order, no quantity to count with."""
        return list(RiskLevel).index(self)

    def is_above(self, other: "RiskLevel") -> bool:
        """Whether this level is higher than the other."""
        return self.rank > other.rank


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskGuide:
    """What a level is called, and when a likelihood or an impact on people fits it."""

    level: RiskLevel
    name: Text
    likelihood: Text
    impact: Text
    status: Status


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskScale(Entry):
    """A scale on which risks to people are weighed (GDPR 32(2), 35(7)(c)); `status` and `source` are the matrix's.

    The level follows from the matrix and is no product of numbers. A municipality that chooses a stricter matrix
    replaces this entry in a pack of its own.
    """

    name: Text
    law: tuple[LawReference, ...]
    guides: tuple[RiskGuide, ...]
    matrix: Mapping[tuple[RiskLevel, RiskLevel], RiskLevel]
    note: Text
    status: Status
    source: Source

    def level_of(self, likelihood: RiskLevel | None, impact: RiskLevel | None) -> RiskLevel | None:
        """Return the level of a risk; None while either of the two is unknown."""
        return self.matrix[likelihood, impact] if likelihood and impact else None

    def guide_to(self, level: RiskLevel) -> RiskGuide:
        """Return when a likelihood or an impact fits the level."""
        return next(each for each in self.guides if each.level is level)
