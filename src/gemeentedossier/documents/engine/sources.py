"""The numbered list of sources of a document, and the small marks that lead to it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from gemeentedossier.catalogue.facts.citations import cited

from .blocks import Document, Sentence, Text
from .placing import sentences_of
from .provenance import ClauseOrigin, CriterionOrigin, LawOrigin, Origin, Provenance, RecordOrigin
from .wording import Wording

_MOST_APART = 2
"""Two numbers that follow each other read as easily apart."""


@dataclass(slots=True)
class Source:
    """One entry of the list: a rule, an article, a clause, or a record with the fields that were used."""

    number: int
    origin: Origin
    fields: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark after a sentence: a number, or a row of numbers without a gap. It leads to the first of them."""

    first: int
    shown: str

    @property
    def held(self) -> str:
        """What is shown, for writers that would end a line after the dash."""
        return self.shown.replace("–", "–\u2060")


def marks_of(numbers: Iterable[int]) -> tuple[Mark, ...]:
    """The marks for numbers in rising order; three or more that follow each other are one mark, such as “10–66”."""
    rows: list[list[int]] = []
    for each in numbers:
        if rows and each == rows[-1][-1] + 1:
            rows[-1].append(each)
        else:
            rows.append([each])
    return tuple(mark for row in rows for mark in _of_a_row(row))


def _of_a_row(row: Sequence[int]) -> Iterator[Mark]:
    if len(row) > _MOST_APART:
        yield Mark(row[0], f"{row[0]}–{row[-1]}")
    else:
        yield from (Mark(each, str(each)) for each in row)


class Sources:
    """The sources of one document, numbered in order of first appearance."""

    def __init__(self, document: Document) -> None:
        self._by_source: dict[tuple[str, ...], Source] = {}
        self._numbers: dict[Provenance, tuple[int, ...]] = {}
        for _, sentence in sentences_of(document):
            if sentence.provenance not in self._numbers:
                self._numbers[sentence.provenance] = self._number(sentence.provenance)

    def __iter__(self) -> Iterator[Source]:
        return iter(self._by_source.values())

    def of(self, sentence: Sentence) -> tuple[int, ...]:
        """The numbers a sentence refers to, in rising order."""
        return self._numbers[sentence.provenance]

    def number_of(self, origin: Origin) -> int:
        """The number of one origin."""
        return self._by_source[origin.source].number

    def marks(self, group: Sequence[Text]) -> list[list[tuple[int, ...]]]:
        """Per sentence of texts that are read together the numbers to print after it.

        None where the next sentence rests on at least the same: its mark then speaks for both.
        """
        numbers = [self.of(sentence) for text in group for sentence in text]
        following = [*numbers[1:], ()]
        shown = iter([() if set(here) <= set(after) else here for here, after in zip(numbers, following, strict=True)])
        return [[next(shown) for _ in text] for text in group]

    def _number(self, provenance: Provenance) -> tuple[int, ...]:
        return tuple(sorted({self._entry(origin).number for origin in provenance.origins}))

    def _entry(self, origin: Origin) -> Source:
        entry = self._by_source.get(origin.source)
        if entry is None:
            entry = Source(len(self._by_source) + 1, origin)
            self._by_source[origin.source] = entry
        if isinstance(origin, RecordOrigin):
            entry.fields.setdefault(origin.field, origin.field_label or origin.field)
        return entry


@dataclass(frozen=True, slots=True)
class SourceWords:
    """An origin in words: its kind, its name, and what else fixes it."""

    kind: str
    name: str
    detail: str


def words_of(origin: Origin, *, wording: Wording) -> SourceWords:
    """How a reader recognises an origin."""
    match origin:
        case CriterionOrigin():
            return SourceWords(
                wording.criterion, origin.label or origin.rule, f"{wording.catalogue} {origin.catalogue_version}"
            )
        case RecordOrigin():
            name = origin.label or f"{origin.record_kind} {origin.record_id}"
            return SourceWords(wording.record, name, f"{wording.version.lower()} {origin.version}")
        case LawOrigin():
            return SourceWords(wording.law, cited(origin.article, law=origin.law), origin.label)
        case ClauseOrigin():
            name = origin.label or origin.clause
            return SourceWords(wording.clause, name, f"{wording.version.lower()} {origin.version}")


def fields_of(source: Source, *, wording: Wording) -> str:
    """The fields of a record that were used, in words, each word once; empty for other sources."""
    labels = dict.fromkeys(source.fields.values())
    return f"{wording.fields}: {', '.join(labels)}" if labels else ""


def reason_of(provenance: Provenance, *, wording: Wording) -> str:
    """Everything a sentence rests on in one line, with the field of each record."""
    return "; ".join(_reason(origin, wording) for origin in provenance.origins)


def _reason(origin: Origin, wording: Wording) -> str:
    words = words_of(origin, wording=wording)
    parts = [f"{words.kind}: {words.name}", words.detail]
    if isinstance(origin, RecordOrigin):
        parts.append(f"{wording.field} {origin.field_label or origin.field}")
    return ", ".join(part for part in parts if part)


def running(text: str, *, letters: int = 70) -> str:
    """The text as it fits on the one line at the head of a page."""
    return text if len(text) <= letters else text[: letters - 1].rstrip() + "…"
