"""The kinds of entry a pack can hold: each a folder or file name, a schema, a builder and its references."""

from collections.abc import Callable
from dataclasses import dataclass

from gemeentedossier.catalogue.engine.records import Record
from gemeentedossier.catalogue.facts.vocabulary import AliasKind


@dataclass(frozen=True, slots=True)
class Reference:
    """A place in an entry that holds the id of another; `*` stands for every item of a list.

    `targets` are kinds of which one must know the id; `also` are words that are good as they are;
    `acyclic` forbids a chain that comes back to where it began.
    """

    path: tuple[str, ...]
    targets: tuple[str, ...]
    also: frozenset[str] = frozenset()
    acyclic: bool = False


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of entry: files `<name>.yaml` and `<name>/**/*.yaml`, each a list of entries
    with an `id` (plain, or under the kind's own name).

    `schema` names the file in `schemas/`; `build` makes the fact from a record that fits it and may raise
    `EntryFault` or `EntryFaults`. `alias_kind` says in which list its names and aliases are found.
    """

    name: str
    schema: str
    fact: type
    build: Callable[[Record], object]
    references: tuple[Reference, ...] = ()
    alias_kind: AliasKind | None = None
