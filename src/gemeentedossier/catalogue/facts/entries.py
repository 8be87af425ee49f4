"""What every entry of the catalogue has, whatever its kind."""

from dataclasses import dataclass

from gemeentedossier.catalogue.facts.sources import Source, Status, Text, Validity


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A fact with an id that is unique within its kind, and the pack it comes from."""

    id: str
    pack: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcedEntry(Entry):
    """An entry that rests on a text somebody read, or says that nobody did."""

    status: Status
    source: Source
    validity: Validity
    note: Text | None = None
