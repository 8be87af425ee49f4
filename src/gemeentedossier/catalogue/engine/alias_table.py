"""The one table in which every other name of an entry is looked up."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from gemeentedossier.catalogue.engine.entries import LoadedEntry
from gemeentedossier.catalogue.facts.catalogue import normalised
from gemeentedossier.catalogue.facts.vocabulary import Alias, AliasKind


def alias_table(entries: Iterable[LoadedEntry]) -> Mapping[AliasKind, Mapping[str, tuple[str, ...]]]:
    """Return, per list, the ids each id, name or alias stands for. An id goes before any other word."""
    table: dict[AliasKind, dict[str, tuple[str, ...]]] = {kind: {} for kind in AliasKind}
    for kind, words, targets in sorted(_claims(entries), key=lambda claim: claim[1] != claim[2]):
        for word in words:
            table[kind].setdefault(normalised(word), targets)
    return MappingProxyType({kind: MappingProxyType(words) for kind, words in table.items()})


def alias_claims(entry: LoadedEntry) -> tuple[str, ...]:
    """Return the words an entry claims as aliases, as written."""
    return entry.fact.words if isinstance(entry.fact, Alias) else entry.record.texts("aliases")


def _claims(entries: Iterable[LoadedEntry]) -> Iterator[tuple[AliasKind, tuple[str, ...], tuple[str, ...]]]:
    for entry in entries:
        if isinstance(entry.fact, Alias):
            yield entry.fact.kind, entry.fact.words, entry.fact.targets
        elif entry.kind.alias_kind is not None:
            own = (entry.id,)
            yield entry.kind.alias_kind, own, own
            yield entry.kind.alias_kind, (*_names(entry), *alias_claims(entry)), own


def _names(entry: LoadedEntry) -> Iterator[str]:
    name = entry.record.fields.get("name")
    if isinstance(name, dict):
        yield from (text for text in name.values() if isinstance(text, str))
    abbreviation = entry.record.optional_text("abbreviation")
    if abbreviation:
        yield abbreviation
