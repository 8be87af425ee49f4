"""A document as the JSON that the Typst template reads: words as data, never as Typst source."""

from collections.abc import Sequence
from datetime import UTC
from typing import TypeAlias

from . import look
from .blocks import (
    Block,
    BulletList,
    DefinitionList,
    Document,
    Note,
    NumberedList,
    PageBreak,
    Paragraph,
    RunStyle,
    Section,
    Sentence,
    Table,
    Text,
)
from .glyphs import Glyphs
from .look import Look, column_shares
from .sources import Source, Sources, fields_of, marks_of, running, words_of
from .wording import wording_of

Data: TypeAlias = "bool | int | float | str | list[Data] | dict[str, Data] | None"

_RUNS = {RunStyle.PLAIN: "p", RunStyle.STRONG: "s", RunStyle.EMPHASIS: "e", RunStyle.TERM: "e", RunStyle.LINK: "l"}
_UNBROKEN = 30


def typeset(document: Document, *, look: Look, glyphs: Glyphs) -> dict[str, Data]:
    """Everything the template needs, with all text in characters the typeface holds."""
    return _Typesetting(document, look, glyphs).document()


class _Typesetting:
    def __init__(self, document: Document, look: Look, glyphs: Glyphs) -> None:
        self._document = document
        self._look = look
        self._glyphs = glyphs
        self._sources = Sources(document)
        self._wording = wording_of(document.language)

    def document(self) -> dict[str, Data]:
        document, wording = self._document, self._wording
        moment = document.moment.astimezone(UTC)
        return {
            "title": self._sentence(document.title, ()),
            "title_text": self._spell(document.title.text),
            "subtitle": self._sentence(document.subtitle, ()) if document.subtitle else None,
            "running": [
                self._spell(running(document.municipality, letters=40)),
                self._spell(running(document.title.text)),
            ],
            "language": document.language,
            "municipality": self._spell(document.municipality),
            "subject": self._spell(document.subject),
            "version": self._spell(document.version),
            "date": [moment.year, moment.month, moment.day, moment.hour, moment.minute, moment.second],
            "as_of": wording.date(document.moment),
            "keywords": [self._spell(word) for word in document.keywords],
            "sections": [self._section(section) for section in document.sections],
            "sources": [self._source(source) for source in self._sources],
            "colours": self._colours(),
            "words": {
                "contents": wording.contents,
                "sources": wording.sources,
                "sources_intro": wording.sources_intro,
                "version": wording.version,
                "as_of": wording.as_of,
                "page": list(wording.page_of),
                "attached": wording.attached,
            },
        }

    def _colours(self) -> dict[str, Data]:
        return {
            "accent": self._look.accent,
            "ink": look.INK,
            "quiet": look.QUIET,
            "line": look.LINE,
            "pale": look.PALE,
            "info": self._look.accent,
            "attention": look.ATTENTION,
            "unlawful": look.UNLAWFUL,
        }

    def _source(self, source: Source) -> Data:
        words = words_of(source.origin, wording=self._wording)
        return {
            "number": source.number,
            "kind": words.kind,
            "name": self._spell(words.name),
            "detail": self._spell(words.detail),
            "fields": self._spell(fields_of(source, wording=self._wording)),
            "url": source.origin.url if source.origin.url.startswith("http") else "",
        }

    def _section(self, section: Section) -> Data:
        return {
            "heading": self._texts([(section.heading,)])[0],
            "blocks": [self._block(block) for block in section.blocks],
            "children": [self._section(child) for child in section.children],
        }

    def _block(self, block: Block) -> Data:
        match block:
            case Paragraph(sentences):
                return {"block": "paragraph", "text": self._texts([sentences])[0]}
            case Note(kind, sentences):
                label = self._wording.notes[kind]
                return {"block": "note", "kind": kind.value, "label": label, "text": self._texts([sentences])[0]}
            case BulletList(items):
                return {"block": "bullets", "items": [self._texts([item])[0] for item in items]}
            case NumberedList(items):
                return {"block": "numbered", "items": [self._texts([item])[0] for item in items]}
            case DefinitionList(entries):
                pairs: list[Data] = [self._texts([(each.label,), each.value]) for each in entries]
                return {"block": "definitions", "entries": pairs}
            case Table():
                return self._table(block)
            case PageBreak():
                return {"block": "page-break"}

    def _table(self, table: Table) -> Data:
        # The header row is repeated on each page, where a link is not allowed: the caption's mark speaks for it too.
        top = {
            number for cell in ((table.caption,), *table.header) for each in cell for number in self._sources.of(each)
        }
        return {
            "block": "table",
            "caption": [self._sentence(table.caption, sorted(top))],
            "header": [[self._sentence(sentence, ()) for sentence in cell] for cell in table.header],
            "rows": [self._texts(row) for row in table.rows],
            "header_column": table.header_column,
            "shares": [round(share, 4) for share in column_shares(table)],
        }

    def _texts(self, group: Sequence[Text]) -> list[Data]:
        """Texts that are read together, each a list of sentences with the marks to print after them."""
        marks = self._sources.marks(group)
        return [
            [self._sentence(sentence, shown) for sentence, shown in zip(text, numbers, strict=True)]
            for text, numbers in zip(group, marks, strict=True)
        ]

    def _sentence(self, sentence: Sentence, numbers: Sequence[int]) -> Data:
        runs: list[Data] = []
        for run in sentence.runs:
            words = self._breakable(self._spell(run.text))
            link = run.href if run.href.startswith(("http", "mailto:")) else ""
            runs.append(["p" if run.href and not link else _RUNS[run.style], words, link])
        return [runs, [[each.first, each.shown] for each in marks_of(numbers)]]

    def _spell(self, text: str) -> str:
        return self._glyphs.spell(text)

    def _breakable(self, text: str) -> str:
        """Words too long for any column get places where they may break without a hyphen."""
        if len(text) <= _UNBROKEN or max(map(len, text.split(" "))) <= _UNBROKEN:
            return text
        return " ".join(_broken(word) if len(word) > 2 * _UNBROKEN else word for word in text.split(" "))


def _broken(word: str) -> str:
    step = 12
    return "\u200b".join(word[at : at + step] for at in range(0, len(word), step))
