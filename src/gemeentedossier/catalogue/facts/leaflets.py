"""How long a privacy leaflet may be relied on."""

from dataclasses import dataclass

from gemeentedossier.catalogue.facts.citations import LawReference
from gemeentedossier.catalogue.facts.entries import Entry
from gemeentedossier.catalogue.facts.sources import Source, Status, Text, Validity


@dataclass(frozen=True, slots=True, kw_only=True)
class LeafletTerm(Entry):
    """The longest term of a leaflet in calendar units (ISO 8601), counted from the day on which it was written."""

    name: Text
    law: tuple[LawReference, ...]
    longest: str
    validity: Validity
    status: Status
    source: Source
