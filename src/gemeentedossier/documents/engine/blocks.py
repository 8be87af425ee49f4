"""What a document is made of: all that can be read in it is a `Sentence`, and none exists without source."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TypeAlias

from .provenance import MissingProvenanceError, Origin, Provenance
from .text import printable, web_address


class RunStyle(StrEnum):
    """How a stretch of a sentence is spoken."""

    PLAIN = "plain"
    STRONG = "strong"
    EMPHASIS = "emphasis"
    TERM = "term"
    LINK = "link"


class NoteKind(StrEnum):
    """What a note asks of the reader; `UNLAWFUL` alone is red."""

    INFO = "info"
    ATTENTION = "attention"
    UNLAWFUL = "unlawful"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style; only a link has an address."""

    text: str
    style: RunStyle = RunStyle.PLAIN
    href: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", printable(self.text))
        if (self.style is RunStyle.LINK) != bool(self.href):
            raise ValueError(f"Run {self.text[:40]!r}: only a link has an address, and always; mend style or href.")
        if self.href:
            web_address(self.href, where=f"Run {self.text[:40]!r}")


@dataclass(frozen=True, slots=True)
class Sentence:
    """Runs of text and why they stand there; `slot` tells sentences on the same origins apart for ever."""

    runs: tuple[Run, ...]
    provenance: Provenance
    slot: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "runs", tuple(self.runs))
        if not isinstance(self.provenance, Provenance):
            raise MissingProvenanceError(
                f"The sentence {self.text[:60]!r} has no provenance: "
                "name the criterion, record, law or clause it rests on."
            )
        if not all(isinstance(run, Run) for run in self.runs):
            raise TypeError("A sentence consists of runs; use say(…) to make one of plain strings.")
        if not self.text.strip():
            raise ValueError("An empty sentence: leave it out, or say what belongs there.")

    @property
    def text(self) -> str:
        """The words of the sentence without style."""
        return "".join(run.text for run in self.runs)


Text: TypeAlias = tuple[Sentence, ...]


def say(*parts: str | Run, because: Origin | Provenance | Iterable[Origin], slot: str = "") -> Sentence:
    """A sentence of plain strings and runs, resting on one or more origins."""
    runs = tuple(Run(part) if isinstance(part, str) else part for part in parts)
    if isinstance(because, Provenance):
        return Sentence(runs, because, slot)
    return Sentence(runs, Provenance(tuple(because) if isinstance(because, Iterable) else (because,)), slot)


def strong(text: str) -> Run:
    """Words that carry the sentence."""
    return Run(text, RunStyle.STRONG)


def emphasis(text: str) -> Run:
    """Words said with stress, such as a title."""
    return Run(text, RunStyle.EMPHASIS)


def term(text: str) -> Run:
    """A defined term of the law or the glossary."""
    return Run(text, RunStyle.TERM)


def link(text: str, href: str) -> Run:
    """Words that lead to an address."""
    return Run(text, RunStyle.LINK, href)


def _sentences(value: Iterable[Sentence], *, where: str) -> Text:
    text = tuple(value)
    if not text:
        raise ValueError(f"{where} is empty: leave it out, or say what belongs there.")
    for sentence in text:
        _sentence(sentence, where=where)
    return text


def _sentence(value: object, *, where: str) -> None:
    if not isinstance(value, Sentence):
        raise MissingProvenanceError(
            f"{where}: {value!r:.60} is no Sentence and cannot say why it stands there; use say(…)."
        )


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences that belong together."""

    sentences: Text

    def __post_init__(self) -> None:
        object.__setattr__(self, "sentences", _sentences(self.sentences, where="A paragraph"))


@dataclass(frozen=True, slots=True)
class BulletList:
    """Items without order."""

    items: tuple[Text, ...]

    def __post_init__(self) -> None:
        object.__setattr__(self, "items", tuple(_sentences(item, where="A list item") for item in self.items))
        if not self.items:
            raise ValueError("A list without items: leave it out.")


@dataclass(frozen=True, slots=True)
class NumberedList:
    """Items whose order matters."""

    items: tuple[Text, ...]

    def __post_init__(self) -> None:
        object.__setattr__(self, "items", tuple(_sentences(item, where="A list item") for item in self.items))
        if not self.items:
            raise ValueError("A list without items: leave it out.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows of cells under one header row; an empty cell is an empty tuple."""

    caption: Sentence
    header: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]
    header_column: bool = False

    def __post_init__(self) -> None:
        _sentence(self.caption, where="A table caption")
        header = tuple(_sentences(cell, where="A table heading") for cell in self.header)
        rows = tuple(tuple(_cell(cell) for cell in row) for row in self.rows)
        if not header:
            raise ValueError(f"Table {self.caption.text[:40]!r} has no header row: nobody can read it.")
        for number, row in enumerate(rows, 1):
            if len(row) != len(header):
                raise ValueError(
                    f"Table {self.caption.text[:40]!r}, row {number}: {len(row)} cells, {len(header)} headings."
                )
        object.__setattr__(self, "header", header)
        object.__setattr__(self, "rows", rows)


def _cell(cell: Iterable[Sentence]) -> Text:
    text = tuple(cell)
    return _sentences(text, where="A table cell") if text else ()


@dataclass(frozen=True, slots=True)
class Definition:
    """A label and what is recorded under it."""

    label: Sentence
    value: Text

    def __post_init__(self) -> None:
        _sentence(self.label, where="A label")
        object.__setattr__(self, "value", _sentences(self.value, where=f"The value of {self.label.text[:40]!r}"))


@dataclass(frozen=True, slots=True)
class DefinitionList:
    """Labels with their values, such as one activity of the register."""

    entries: tuple[Definition, ...]

    def __post_init__(self) -> None:
        object.__setattr__(self, "entries", tuple(self.entries))
        if not self.entries:
            raise ValueError("A definition list without entries: leave it out.")


@dataclass(frozen=True, slots=True)
class Note:
    """Sentences set apart; the word for the kind is set by the writer."""

    kind: NoteKind
    sentences: Text

    def __post_init__(self) -> None:
        object.__setattr__(self, "sentences", _sentences(self.sentences, where="A note"))


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page, where there are pages."""


Block: TypeAlias = Paragraph | BulletList | NumberedList | Table | DefinitionList | Note | PageBreak


# The writers give these names to parts of their own.
_RESERVED = re.compile(r"front|paper|sources|contents|panel|source-.*|s-.*|.*-heading")


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading with what stands under it; `anchor` is its lasting name in the document."""

    heading: Sentence
    anchor: str
    blocks: tuple[Block, ...] = ()
    children: tuple["Section", ...] = ()

    def __post_init__(self) -> None:
        _sentence(self.heading, where="A heading")
        object.__setattr__(self, "blocks", tuple(self.blocks))
        object.__setattr__(self, "children", tuple(self.children))
        if not re.fullmatch(r"[a-z][a-z0-9-]{0,79}", self.anchor):
            raise ValueError(
                f"The anchor {self.anchor[:80]!r} cannot be an address: use small letters, digits, hyphens."
            )
        if _RESERVED.fullmatch(self.anchor):
            raise ValueError(f"The anchor {self.anchor!r} is a name the writers use themselves; choose another.")


DEEPEST = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A whole document of a municipality, of one version and moment."""

    title: Sentence
    subtitle: Sentence | None
    language: str
    municipality: str
    subject: str
    version: str
    moment: datetime
    keywords: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()

    def __post_init__(self) -> None:
        _sentence(self.title, where="A document title")
        if self.subtitle is not None:
            _sentence(self.subtitle, where="A document subtitle")
        if self.language not in ("nl", "en"):
            raise ValueError(f"Documents are written in nl or en, not in {self.language!r}.")
        if self.moment.tzinfo is None:
            raise ValueError("The moment of a document needs its time zone: a moment without one is ambiguous.")
        for name in ("municipality", "subject", "version"):
            object.__setattr__(self, name, printable(getattr(self, name)))
        object.__setattr__(self, "keywords", tuple(printable(word) for word in self.keywords))
        object.__setattr__(self, "sections", tuple(self.sections))
        if not self.municipality.strip() or not self.version.strip():
            raise ValueError("A document names its municipality and its version.")
        _check_sections(self.sections)


def _check_sections(sections: tuple[Section, ...]) -> None:
    seen: set[str] = set()
    for depth, section in sections_of(sections):
        if section.anchor in seen:
            raise ValueError(f"The anchor {section.anchor!r} occurs twice; a link could not tell them apart.")
        if depth > DEEPEST:
            raise ValueError(f"Section {section.anchor!r} lies {depth} deep; {DEEPEST} levels can be read.")
        seen.add(section.anchor)


def sections_of(sections: Iterable[Section], *, depth: int = 1) -> Iterator[tuple[int, Section]]:
    """Every section with its depth from 1, in reading order."""
    for section in sections:
        yield depth, section
        yield from sections_of(section.children, depth=depth + 1)


def texts_of(block: Block) -> Iterator[Text]:
    """The texts of a block in reading order: those of one list item, row or entry after each other."""
    match block:
        case Paragraph(sentences) | Note(sentences=sentences):
            yield sentences
        case BulletList(items) | NumberedList(items):
            yield from items
        case Table():
            yield (block.caption,)
            yield from block.header
            for row in block.rows:
                yield from row
        case DefinitionList(entries):
            for entry in entries:
                yield (entry.label,)
                yield entry.value
        case PageBreak():
            return
