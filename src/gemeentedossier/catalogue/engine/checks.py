"""What only shows when all packs lie side by side: ids used twice, dead references, cycles, disagreement."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches

from gemeentedossier.catalogue.engine.alias_table import alias_claims
from gemeentedossier.catalogue.engine.documents import PathTo, Value
from gemeentedossier.catalogue.engine.entries import LoadedEntry, effective_entries
from gemeentedossier.catalogue.engine.faults import Fault
from gemeentedossier.catalogue.engine.kinds import Reference
from gemeentedossier.catalogue.engine.packs import PackFiles
from gemeentedossier.catalogue.facts.activities import ControllerKind
from gemeentedossier.catalogue.facts.catalogue import normalised
from gemeentedossier.catalogue.facts.categories import DataKind
from gemeentedossier.catalogue.facts.faults import did_you_mean, together, told
from gemeentedossier.catalogue.facts.vocabulary import Alias, AliasKind

KnownIds = Mapping[str, frozenset[str]]
_FIXED_TARGETS = {
    AliasKind.DATA_KINDS: frozenset(kind.value for kind in DataKind),
    AliasKind.CONTROLLER_KINDS: frozenset(kind.value for kind in ControllerKind),
    AliasKind.ARTICLE_6: frozenset("abcdef"),
}


def consistency_faults(packs: Sequence[PackFiles], entries: Sequence[LoadedEntry]) -> Iterator[Fault]:
    """Yield every fault that lies between entries or between packs."""
    known = _known_ids(entries)
    yield from _pack_faults(packs)
    yield from _identity_faults(entries)
    for entry in entries:
        for reference in entry.kind.references:
            yield from _reference_faults(entry, reference, known)
    yield from _cycle_faults(entries)
    yield from _alias_faults(entries, known)


def _known_ids(entries: Iterable[LoadedEntry]) -> KnownIds:
    found: dict[str, set[str]] = defaultdict(set)
    for entry in entries:
        found[entry.kind.name].add(entry.id)
    return {kind: frozenset(ids) for kind, ids in found.items()}


def _pack_faults(packs: Sequence[PackFiles]) -> Iterator[Fault]:
    versions: dict[str, str] = {}
    for files in packs:
        if files.pack.id in versions:
            sentence = told(
                f"A pack “{files.pack.id}” is loaded already. Give each pack an id of its own.",
                f"Een pakket “{files.pack.id}” is al geladen. Geef elk pakket een eigen id.",
            )
            yield files.header.fault(("id",), sentence)
        versions.setdefault(files.pack.id, files.pack.version)
    for files in packs:
        requires = files.header.fields.get("requires")
        for pack, version in requires.items() if isinstance(requires, dict) else ():
            found = versions.get(pack)
            if found is None:
                sentence = told(
                    f"The pack “{pack}” is not loaded. Add it.", f"Het pakket “{pack}” is niet geladen. Voeg het toe."
                )
                yield files.header.fault(("requires", pack), sentence)
            elif _numbers(found) < _numbers(str(version)):
                sentence = told(
                    f"This needs “{pack}” {version} or later; {found} is loaded. Update that pack.",
                    f"Dit vraagt “{pack}” {version} of later; geladen is {found}. Werk dat pakket bij.",
                )
                yield files.header.fault(("requires", pack), sentence)


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))


def _identity_faults(entries: Iterable[LoadedEntry]) -> Iterator[Fault]:
    first: dict[tuple[str, str], LoadedEntry] = {}
    replaced: dict[tuple[str, str], LoadedEntry] = {}
    for entry in entries:
        key = (entry.kind.name, entry.id)
        if not entry.id:
            continue
        if key not in first:
            first[key] = entry
            if entry.replaced_pack is not None:
                yield _replaces_nothing(entry)
        elif entry.replaced_pack != first[key].record.pack or entry.record.pack == entry.replaced_pack:
            yield _used_twice(entry, first[key])
        elif key in replaced:
            other = replaced[key].record
            first_pack, second_pack = other.pack, entry.record.pack
            sentence = told(
                f"The packs “{first_pack}” and “{second_pack}” both replace “{entry.id}”. Keep one.",
                f"De pakketten “{first_pack}” en “{second_pack}” vervangen allebei “{entry.id}”. Houd er een.",
            )
            yield entry.record.fault(("replaces",), sentence)
        else:
            replaced[key] = entry


def _replaces_nothing(entry: LoadedEntry) -> Fault:
    pack = entry.replaced_pack
    sentence = told(
        f"There is no “{entry.id}” in the pack “{pack}” to replace. Correct the id or remove “replaces”.",
        f"In het pakket “{pack}” is geen “{entry.id}” om te vervangen. Verbeter de id of haal “replaces” weg.",
    )
    return entry.record.fault(("replaces",), sentence)


def _used_twice(entry: LoadedEntry, first: LoadedEntry) -> Fault:
    place = first.record.fault(("id",), "")
    if entry.record.pack == first.record.pack:
        remedy = told("Give one of them another id.", "Geef een van de twee een andere id.")
    else:
        remedy = told(
            f"Choose another id, or say “replaces” with pack {first.record.pack} and the reason.",
            f"Kies een andere id, of zeg “replaces” met pakket {first.record.pack} en de reden.",
        )
    used = told(
        f"The id “{entry.id}” is used already in {place.file}, line {place.line}.",
        f"De id “{entry.id}” is al gebruikt in {place.file}, regel {place.line}.",
    )
    return entry.record.fault(("id",), together(used, remedy))


def _reference_faults(entry: LoadedEntry, reference: Reference, known: KnownIds) -> Iterator[Fault]:
    for path, target in _values_at(dict(entry.record.fields), reference.path):
        if target in reference.also or any(target in known.get(kind, ()) for kind in reference.targets):
            continue
        names = " or ".join(kind.replace("-", " ") for kind in reference.targets)
        ids = [each for kind in reference.targets for each in known.get(kind, ())]
        yield entry.record.fault(path, together(_not_among(target, names), _nearest(target, ids)))


def _not_among(target: str, names: str) -> str:
    return told(f"“{target}” is not among the {names}.", f"“{target}” hoort niet bij: {names.replace(' or ', ' of ')}.")


def _nearest(word: str, known: Iterable[str]) -> str:
    near = get_close_matches(word, sorted(known), n=1)
    add = told("Correct it, or add that entry.", "Verbeter het, of voeg die regel toe.")
    return did_you_mean(near[0]) if near else add


def _values_at(value: Value, path: tuple[str, ...], at: PathTo = ()) -> Iterator[tuple[PathTo, str]]:
    if not path:
        if isinstance(value, str):
            yield at, value
    elif path[0] == "*":
        for index, item in enumerate(value if isinstance(value, list) else ()):
            yield from _values_at(item, path[1:], (*at, index))
    elif isinstance(value, dict) and path[0] in value:
        yield from _values_at(value[path[0]], path[1:], (*at, path[0]))


def _cycle_faults(entries: Iterable[LoadedEntry]) -> Iterator[Fault]:
    in_force = effective_entries(entries)
    by_key = {(entry.kind.name, entry.id): entry for entry in in_force}
    for entry in in_force:
        for reference in (reference for reference in entry.kind.references if reference.acyclic):
            chain = _chain(entry, reference, by_key)
            if chain and chain[-1] == entry.id and entry.id == min(chain):
                circle = " → ".join([entry.id, *chain])
                sentence = told(
                    f"This goes round in a circle: {circle}. Break it somewhere.",
                    f"Dit gaat in een kring rond: {circle}. Verbreek haar ergens.",
                )
                yield entry.record.fault(reference.path, sentence)


def _chain(entry: LoadedEntry, reference: Reference, by_key: Mapping[tuple[str, str], LoadedEntry]) -> list[str]:
    chain: list[str] = []
    current: LoadedEntry | None = entry
    while current is not None:
        following = current.record.fields.get(reference.path[0])
        if not isinstance(following, str) or following in chain:
            break
        chain.append(following)
        current = by_key.get((entry.kind.name, following)) if following != entry.id else None
    return chain


def _alias_faults(entries: Iterable[LoadedEntry], known: KnownIds) -> Iterator[Fault]:
    claims: dict[tuple[AliasKind, str], tuple[tuple[str, ...], LoadedEntry]] = {}
    for entry in effective_entries(entries):
        kind, targets = _claimed(entry)
        if kind is None:
            continue
        if isinstance(entry.fact, Alias):
            yield from _target_faults(entry, entry.fact, known)
        for word in alias_claims(entry):
            held, holder = claims.setdefault((kind, normalised(word)), (targets, entry))
            if held != targets:
                place = holder.record.fault(("id",), "")
                sentence = told(
                    f"“{word}” stands for {_list(targets)} here and for {_list(held)} in "
                    f"{place.file}, line {place.line}. Keep one of the two.",
                    f"“{word}” staat hier voor {_lijst(targets)} en in {place.file}, regel {place.line}, "
                    f"voor {_lijst(held)}. Houd een van de twee.",
                )
                yield entry.record.fault((), sentence)


def _claimed(entry: LoadedEntry) -> tuple[AliasKind | None, tuple[str, ...]]:
    if isinstance(entry.fact, Alias):
        return entry.fact.kind, entry.fact.targets
    return (entry.kind.alias_kind, (entry.id,)) if entry.fact is not None else (None, ())


def _target_faults(entry: LoadedEntry, fact: Alias, known: KnownIds) -> Iterator[Fault]:
    ids = _FIXED_TARGETS.get(fact.kind) or known.get(fact.kind.value.replace("_", "-"), frozenset())
    for index, target in enumerate(fact.targets):
        if target not in ids:
            names = fact.kind.value.replace("_", " ")
            yield entry.record.fault(("targets", index), together(_not_among(target, names), _nearest(target, ids)))


def _list(targets: tuple[str, ...]) -> str:
    return " and ".join(f"“{target}”" for target in targets) or "nothing"


def _lijst(targets: tuple[str, ...]) -> str:
    return " en ".join(f"“{target}”" for target in targets) or "niets"
