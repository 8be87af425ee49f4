"""Places in the law learn from the statutes how they are cited."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from gemeentedossier.catalogue.facts.citations import LawReference
from gemeentedossier.catalogue.facts.guidance import FieldGuidance
from gemeentedossier.catalogue.facts.holidays import Holiday
from gemeentedossier.catalogue.facts.law import Statute, StatuteKind
from gemeentedossier.catalogue.facts.method import MethodStep
from gemeentedossier.catalogue.facts.norms import OpenNorm, ScreeningCriterion
from gemeentedossier.catalogue.facts.requests import (
    Entitlement,
    RequestRefusal,
    RequestRight,
    RequestTerm,
    SectorException,
)
from gemeentedossier.catalogue.facts.rules import Rule
from gemeentedossier.catalogue.facts.security import SecurityControl

FactT = TypeVar("FactT")
_CITING = (
    *(Rule, OpenNorm, ScreeningCriterion, SecurityControl),
    *(Holiday, RequestTerm, Entitlement, RequestRefusal, SectorException, MethodStep, FieldGuidance),
)
"""Facts with places in the law."""


class Citing:
    """The statutes of a catalogue by their short name."""

    def __init__(self, statutes: Iterable[object]) -> None:
        self._statutes = {each.abbreviation: each for each in statutes if isinstance(each, Statute)}

    def told(self, fact: FactT) -> FactT:
        """Return the fact with its places in the law told what their statute is; others as they are."""
        if isinstance(fact, RequestRight):
            grounds = {key: replace(each, law=self.named(each.law)) for key, each in fact.grounds.items()}
            return replace(fact, law=tuple(map(self.named, fact.law)), grounds=grounds)
        if isinstance(fact, _CITING):
            return replace(fact, law=tuple(map(self.named, fact.law)))
        return fact

    def named(self, place: LawReference) -> LawReference:
        """Return the place with what its statute says of citing it."""
        statute = self._statutes.get(place.law)
        if statute is None:
            return place
        is_european = statute.kind is StatuteKind.EU_REGULATION
        return replace(place, is_european=is_european, english_law=statute.english_abbreviation)
