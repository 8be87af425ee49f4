"""Open norms: words of the law that each controller must give a meaning for its own case."""

from dataclasses import dataclass

from gemeentedossier.catalogue.facts.entries import Entry
from gemeentedossier.catalogue.facts.rules import LawReference
from gemeentedossier.catalogue.facts.sources import Status, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenNorm(Entry):
    """One open norm: the word, where the law uses it, and what a reading of it must answer."""

    name: Text
    law: tuple[LawReference, ...]
    asks: Text
    status: Status
