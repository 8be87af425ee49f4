"""From pack folders to one catalogue, or to every fault that stands in the way."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from gemeentedossier.catalogue.engine.alias_table import alias_table
from gemeentedossier.catalogue.engine.checks import consistency_faults
from gemeentedossier.catalogue.engine.citing import Citing
from gemeentedossier.catalogue.engine.documents import Document, PathTo, Unreadable, Value
from gemeentedossier.catalogue.engine.entries import LoadedEntry, effective_entries
from gemeentedossier.catalogue.engine.faults import CatalogueFaults, EntryFault, EntryFaults, Fault
from gemeentedossier.catalogue.engine.kinds import Kind
from gemeentedossier.catalogue.engine.packs import PackFiles, read_pack
from gemeentedossier.catalogue.engine.records import Record
from gemeentedossier.catalogue.engine.schemas import form_errors
from gemeentedossier.catalogue.engine.standard_kinds import STANDARD_KINDS
from gemeentedossier.catalogue.facts.catalogue import Catalogue
from gemeentedossier.catalogue.facts.faults import told
from gemeentedossier.catalogue.facts.rules import Rule

MOST_RULES = 1_000
"""How many rules a pack may have: nearly three times those of the shipped one.

Measured on two busy cores with 522 activities: a thousand more take 31 seconds to load and make judging take 9 seconds
in place of 3; 2,500 more take 111 and 17.
"""


def load_catalogue(paths: Sequence[Path], *, kinds: Sequence[Kind] = STANDARD_KINDS) -> Catalogue:
    """Return the catalogue of these packs; raises `CatalogueFaults` with every fault found."""
    loading = _load(paths, kinds)
    if loading.faults:
        raise CatalogueFaults(sorted(loading.faults))
    return _catalogue(loading)


@dataclass(slots=True)
class _Loading:
    packs: list[PackFiles] = field(default_factory=list)
    entries: list[LoadedEntry] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def _load(paths: Sequence[Path], kinds: Sequence[Kind]) -> _Loading:
    loading = _Loading()
    for path in paths:
        try:
            pack = read_pack(path, kinds)
        except Unreadable as refusal:
            loading.faults.append(refusal.fault)
            continue
        loading.packs.append(pack)
        loading.faults.extend(pack.faults)
        if crowded := _too_many_rules(pack):
            loading.faults.append(crowded)
            continue
        for kind, document in pack.documents:
            _read_entries(loading, kind, document, pack.pack.id)
    loading.faults.extend(consistency_faults(loading.packs, loading.entries))
    return loading


def _too_many_rules(pack: PackFiles) -> Fault | None:
    """The fault of a pack with more rules than can be judged in time, told where the first one too many stands."""
    count, first = 0, None
    for kind, document in pack.documents:
        path, items = _items(kind, document)
        if kind.fact is not Rule or items is None:
            continue
        if first is None and count + len(items) > MOST_RULES:
            first = document, (*path, MOST_RULES - count)
        count += len(items)
    if first is None:
        return None
    document, place = first
    sentence = told(
        f"A pack has at most {MOST_RULES:,} rules, and this one has {count:,}: each page would wait for them. "
        "Leave out the rules that the municipality does not use.",
        f"Een pakket heeft hoogstens {MOST_RULES} regels, en dit heeft er {count}: elke pagina zou erop wachten. "
        "Laat de regels weg die de gemeente niet gebruikt.",
    )
    return document.fault(place, sentence)


def _read_entries(loading: _Loading, kind: Kind, document: Document, pack: str) -> None:
    path, items = _items(kind, document)
    if items is None:
        sentence = told(
            f"This file must be a list of {kind.name}: each entry begins with “- id:”.",
            f"Dit bestand moet een lijst van {kind.name} zijn: elk onderdeel begint met “- id:”.",
        )
        loading.faults.append(document.fault(path, sentence))
        return
    for index, fields in enumerate(items):
        if not isinstance(fields, dict):
            sentence = told(
                "An entry begins with “- id:”; write its fields below it.",
                "Een onderdeel begint met “- id:”; schrijf zijn velden eronder.",
            )
            loading.faults.append(document.fault((*path, index), sentence))
            continue
        record = Record(document, (*path, index), fields, pack)
        faults = list(_form_faults(kind, record))
        fact = None if faults else _built(kind, record, faults)
        loading.faults.extend(faults)
        loading.entries.append(LoadedEntry(kind, record, fact))


def _items(kind: Kind, document: Document) -> tuple[PathTo, list[Value] | None]:
    """Return the entries of a file: the list itself, or the list under the kind's own name."""
    value: Value = document.value
    path: PathTo = ()
    if isinstance(value, dict) and list(value) == [kind.name]:
        value, path = value[kind.name], (kind.name,)
    return path, value if isinstance(value, list) else None


def _form_faults(kind: Kind, record: Record) -> Iterator[Fault]:
    for path, sentence, key in form_errors(kind.schema, dict(record.fields)):
        yield record.fault(path, sentence, at_key=key)


def _built(kind: Kind, record: Record, faults: list[Fault]) -> object | None:
    try:
        return kind.build(record)
    except EntryFault as fault:
        faults.append(record.fault(fault.path, fault.sentence))
    except EntryFaults as several:
        faults.extend(record.fault(fault.path, fault.sentence) for fault in several.faults)
    return None


def _catalogue(loading: _Loading) -> Catalogue:
    entries: dict[type, dict[str, object]] = {}
    effective = effective_entries(loading.entries)
    citing = Citing(entry.fact for entry in effective)
    for entry in effective:
        entries.setdefault(entry.kind.fact, {})[entry.id] = citing.told(entry.fact)
    return Catalogue(
        packs=tuple(files.pack for files in loading.packs),
        entries=MappingProxyType({fact: MappingProxyType(found) for fact, found in entries.items()}),
        aliases=alias_table(effective),
    )
