"""What changed between two editions of the catalogue: entries that came, went, or say something else."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum

from gemeentedossier.catalogue.facts.catalogue import Catalogue
from gemeentedossier.catalogue.facts.law import LegalBasis, Statute
from gemeentedossier.catalogue.facts.norms import OpenNorm
from gemeentedossier.catalogue.facts.retention import RetentionRule
from gemeentedossier.catalogue.facts.rules import Rule
from gemeentedossier.catalogue.facts.sources import Text

COMPARED: Mapping[type, str] = {
    Rule: "criterion",
    RetentionRule: "period",
    LegalBasis: "basis",
    Statute: "statute",
    OpenNorm: "open_norm",
}
_TOLD_ELSEWHERE = frozenset({"pack", "places", "examples", "aliases"})
_OF_THE_STATUTE = "english_law"
"""What a cited law is called in English; told once, where the statute itself changes."""


class ChangeKind(StrEnum):
    """What happened to an entry."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field that reads otherwise; `old` or `new` is empty where nothing stood there."""

    name: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Change:
    """One entry that a new edition touches. `entry` is a word of `COMPARED`; fields only where it changed."""

    entry: str
    id: str
    kind: ChangeKind
    fields: tuple[FieldChange, ...] = ()


def differences(old: Catalogue, new: Catalogue, *, language: str = "nl") -> tuple[Change, ...]:
    """Return what the new edition touches, by kind of entry and id; texts are compared in one language.

    Examples and places say nothing of the law.
    """
    return tuple(
        change
        for fact, word in COMPARED.items()
        for change in _between(old.entries_of(fact), new.entries_of(fact), word, language)
    )


def _between(old: Mapping[str, object], new: Mapping[str, object], word: str, language: str) -> Iterator[Change]:
    for entry_id in sorted({*old, *new}):
        before, after = old.get(entry_id), new.get(entry_id)
        if before is None:
            yield Change(word, entry_id, ChangeKind.ADDED)
        elif after is None:
            yield Change(word, entry_id, ChangeKind.REMOVED)
        elif found := tuple(_fields(before, after, language)):
            yield Change(word, entry_id, ChangeKind.CHANGED, found)


def _fields(before: object, after: object, language: str) -> Iterator[FieldChange]:
    old, new = dict(_leaves(before, language)), dict(_leaves(after, language))
    for name in sorted({*old, *new}):
        if old.get(name, "") != new.get(name, ""):
            yield FieldChange(name, old.get(name, ""), new.get(name, ""))


def _leaves(value: object, language: str, path: str = "") -> Iterator[tuple[str, str]]:
    """The fields of a fact as words, those of facts in it under a dotted name."""
    if isinstance(value, Text):
        yield path, value.in_language(language)
    elif is_dataclass(value) and not isinstance(value, type):
        for each in fields(value):
            if each.name != _OF_THE_STATUTE and (path or each.name not in _TOLD_ELSEWHERE):
                yield from _leaves(getattr(value, each.name), language, f"{path}.{each.name}" if path else each.name)
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _leaves(item, language, f"{path}.{key}")
    elif isinstance(value, tuple):
        for number, item in enumerate(value, start=1):
            yield from _leaves(item, language, f"{path}.{number}")
    elif value is not None:
        yield path, str(value)
