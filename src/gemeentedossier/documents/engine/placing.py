"""The lasting id of each sentence: from its section and the origins it rests on, not from its words."""

import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from .blocks import Document, Section, Sentence, sections_of, texts_of
from .provenance import Provenance

FRONT = "front"


@dataclass(frozen=True, slots=True)
class Placed:
    """A sentence with its place: `key` without the count, `id` unique in its document."""

    id: str
    key: str
    section: str
    sentence: Sentence


class Placer:
    """Gives ids to the sentences of one document, in reading order."""

    def __init__(self) -> None:
        self._counted: Counter[str] = Counter()
        self._lasting: dict[Provenance, str] = {}

    def place(self, sentence: Sentence, *, section: str) -> Placed:
        """The next sentence of a section; equal keys are told apart by their order."""
        key = self._key(sentence, section)
        self._counted[key] += 1
        count = self._counted[key]
        return Placed(f"s-{key}" if count == 1 else f"s-{key}-{count}", key, section, sentence)

    def _key(self, sentence: Sentence, section: str) -> str:
        lasting = self._lasting.get(sentence.provenance)
        if lasting is None:
            lasting = repr(sentence.provenance.lasting)
            self._lasting[sentence.provenance] = lasting
        return hashlib.sha256(f"{section}\0{sentence.slot}\0{lasting}".encode()).hexdigest()[:12]


def placed_sentences(document: Document) -> Iterator[Placed]:
    """Every sentence of a document in reading order, with its id."""
    placer = Placer()
    for section, sentence in sentences_of(document):
        yield placer.place(sentence, section=section)


def sentences_of(document: Document) -> Iterator[tuple[str, Sentence]]:
    """Every sentence in reading order with the anchor of its section."""
    yield FRONT, document.title
    if document.subtitle is not None:
        yield FRONT, document.subtitle
    for _, section in sections_of(document.sections):
        for sentence in sentences_in(section):
            yield section.anchor, sentence


def sentences_in(section: Section) -> Iterator[Sentence]:
    """The heading and the sentences of a section itself, without those of its children."""
    yield section.heading
    for block in section.blocks:
        for text in texts_of(block):
            yield from text
