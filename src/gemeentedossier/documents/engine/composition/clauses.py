"""The library of our own clauses: every word that a document says by itself, in both languages, with its version."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import yaml

from gemeentedossier.catalogue.facts.citations import LawReference, written_place

LIBRARY = Path(__file__).resolve().parents[2] / "clauses"
_PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")
_KEYS = {"id", "version", "applies", "law", "criteria", "nl", "en"}
Segment: TypeAlias = tuple[str, str]
"""Fixed words and the placeholder that follows them; the last one has no placeholder."""


class FaultyClause(ValueError):
    """A clause file that cannot be used; the sentence says which clause and what to mend."""


@dataclass(frozen=True, slots=True)
class Template:
    """One sentence of a clause, with its placeholders, cut at them."""

    text: str
    segments: tuple[Segment, ...]
    placeholders: frozenset[str]

    @classmethod
    def of(cls, text: str) -> "Template":
        """The template of a text with ``{placeholders}``."""
        parts = _PLACEHOLDER.split(text)
        names = parts[1::2]
        return cls(text, tuple(zip(parts[::2], [*names, ""], strict=True)), frozenset(names))


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """Sentences that belong together, the facts on which they are said, and the law they explain."""

    id: str
    version: str
    applies: str
    nl: tuple[Template, ...]
    en: tuple[Template, ...]
    law: tuple[LawReference, ...] = ()
    criteria: tuple[str, ...] = ()

    def in_language(self, language: str) -> tuple[Template, ...]:
        """The sentences in ``nl`` or ``en``."""
        return self.en if language == "en" else self.nl

    @property
    def is_word(self) -> bool:
        """Whether it is a word or heading instead of a sentence."""
        return not self.nl[0].text.rstrip().endswith((".", "?", "!", ":"))


@dataclass(frozen=True, slots=True)
class Library:
    """All clauses by id."""

    clauses: Mapping[str, Clause]

    def clause(self, clause_id: str) -> Clause:
        """One clause; raises ``FaultyClause`` where the library has none."""
        try:
            return self.clauses[clause_id]
        except KeyError:
            raise FaultyClause(f"The library has no clause “{clause_id}”; add it or mend the name.") from None


def load_library(folder: Path = LIBRARY) -> Library:
    """The library as its files say it; raises ``FaultyClause`` at the first fault."""
    found: dict[str, Clause] = {}
    for path in sorted(folder.glob("*.yaml")):
        for clause in read_clauses(path.read_text(encoding="utf-8"), name=path.name):
            if clause.id in found:
                raise FaultyClause(f"{path.name}: the clause “{clause.id}” stands there twice; rename one.")
            found[clause.id] = clause
    return Library(found)


def read_clauses(text: str, *, name: str) -> Iterable[Clause]:
    """The clauses of one file."""
    content: object = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506
    if not isinstance(content, dict):
        raise FaultyClause(f"{name}: write the clauses as a mapping of ids to clauses.")
    for clause_id, entry in content.items():
        yield _clause(str(clause_id), entry, where=f"{name}, clause “{clause_id}”")


def _clause(clause_id: str, entry: object, *, where: str) -> Clause:
    if not isinstance(entry, dict):
        raise FaultyClause(f"{where}: write it as a mapping with version, applies, nl and en.")
    if unknown := sorted(str(key) for key in entry if key not in _KEYS):
        raise FaultyClause(f"{where}: “{unknown[0]}” is no part of a clause; remove it.")
    nl, en = (_templates(entry.get(language), where=f"{where}, {language}") for language in ("nl", "en"))
    if [each.placeholders for each in nl] != [each.placeholders for each in en]:
        raise FaultyClause(f"{where}: nl and en differ in sentences or placeholders; make them equal.")
    return Clause(
        id=clause_id,
        version=str(entry.get("version", "1")),
        applies=str(entry.get("applies", "always")),
        nl=nl,
        en=en,
        law=tuple(_citation(each, where=where) for each in _strings(entry.get("law"))),
        criteria=tuple(_strings(entry.get("criteria"))),
    )


def _templates(value: object, *, where: str) -> tuple[Template, ...]:
    texts = _strings(value)
    if not texts:
        raise FaultyClause(f"{where}: there is no text; write it.")
    return tuple(Template.of(text.strip()) for text in texts)


def _strings(value: object) -> list[str]:
    if value is None:
        return []
    return [str(each) for each in value] if isinstance(value, list) else [str(value)]


def _citation(text: str, *, where: str) -> LawReference:
    place = written_place(text)
    if not place.law:
        raise FaultyClause(f"{where}: “{text}” names no article; write for instance “AVG 5(1)(e)”.")
    return place
