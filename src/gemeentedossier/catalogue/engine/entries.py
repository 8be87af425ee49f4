"""Entries as they were read, before they become a catalogue."""

from collections.abc import Iterable
from dataclasses import dataclass

from gemeentedossier.catalogue.engine.kinds import Kind
from gemeentedossier.catalogue.engine.records import Record


@dataclass(frozen=True, slots=True)
class LoadedEntry:
    """An entry with its kind and place; `fact` is absent where the entry has faults."""

    kind: Kind
    record: Record
    fact: object | None

    @property
    def id(self) -> str:
        """The entry's id, empty where it has none."""
        found = self.record.fields.get("id")
        return found if isinstance(found, str) else ""

    @property
    def replaced_pack(self) -> str | None:
        """The pack whose entry this one openly replaces."""
        replaces = self.record.fields.get("replaces")
        pack = replaces.get("pack") if isinstance(replaces, dict) else None
        return pack if isinstance(pack, str) else None


def effective_entries(entries: Iterable[LoadedEntry]) -> tuple[LoadedEntry, ...]:
    """Return the entries in force: of an entry and its replacement only the replacement."""
    found: dict[tuple[str, str], LoadedEntry] = {}
    for entry in entries:
        key = (entry.kind.name, entry.id)
        if key not in found or entry.replaced_pack == found[key].record.pack:
            found[key] = entry
    return tuple(found.values())
