"""The document as one HTML element: semantic, escaped, without any style or script of its own."""

import re
from collections.abc import Callable, Iterator, Sequence
from html import escape

from .blocks import (
    Block,
    BulletList,
    DefinitionList,
    Document,
    Note,
    NumberedList,
    PageBreak,
    Paragraph,
    Run,
    RunStyle,
    Section,
    Sentence,
    Table,
    Text,
)
from .placing import FRONT, Placer
from .provenance import Origin, Provenance, RecordOrigin
from .sources import Source, Sources, marks_of, words_of
from .wording import Wording, wording_of

_IN_AN_ADDRESS = re.compile(r"(?<=\w)@(?=\w)")
"""Where an address breaks in a narrow cell, and in no word."""
_TAGS = {RunStyle.STRONG: "strong", RunStyle.EMPHASIS: "em", RunStyle.TERM: "dfn"}


PlaceOf = Callable[[RecordOrigin], str]
"""Where the reader of a page finds a record; empty where they have no page of it."""


def fragment(document: Document, place_of: PlaceOf | None = None) -> str:
    """The ``<article>`` of a document, to stand in a page of the desk or the portal.

    Without ``place_of`` a record leads to its public page, where it has one.
    """
    return "\n".join(_Writing(document, place_of).article())


class _Writing:
    def __init__(self, document: Document, place_of: PlaceOf | None) -> None:
        self._document, self._place_of = document, place_of
        self._words: Wording = wording_of(document.language)
        self._sources = Sources(document)
        self._fields = {entry.number: {name: at for at, name in enumerate(entry.fields)} for entry in self._sources}
        self._placer = Placer()
        self._section_anchor = FRONT
        self._tokens: dict[Provenance, str] = {}

    def article(self) -> Iterator[str]:
        yield f'<article class="paper" lang="{self._document.language}" data-paper>'
        yield from self._front()
        yield '<nav class="paper-contents" aria-labelledby="contents-heading">'
        yield f'<h2 id="contents-heading">{escape(self._words.contents)}</h2>'
        yield from self._contents(self._document.sections, numbered="")
        yield "</nav>"
        yield '<div class="paper-body">'
        for number, section in enumerate(self._document.sections, 1):
            yield from self._section(section, level=2, number=str(number))
        yield from self._source_list()
        yield "</div>"
        yield from self._panel()
        yield "</article>"

    def _front(self) -> Iterator[str]:
        document, words = self._document, self._words
        yield '<header class="paper-front">'
        yield f'<p class="paper-municipality">{escape(document.municipality)}</p>'
        yield f"<h1>{self._sentences((document.title,), marks=((),))}</h1>"
        if document.subtitle is not None:
            yield f'<p class="paper-subtitle">{self._sentences((document.subtitle,), marks=((),))}</p>'
        moment = f'<time datetime="{document.moment.isoformat()}">{words.date(document.moment)}</time>'
        yield f'<dl class="paper-facts"><div><dt>{words.version}</dt><dd>{escape(document.version)}</dd></div>'
        yield f"<div><dt>{words.as_of}</dt><dd>{moment}</dd></div></dl>"
        yield f'<div class="paper-tools" data-paper-tools hidden><p>{escape(words.hint)}</p>'
        yield f'<button type="button" class="paper-button" data-paper-marks="{escape(words.hide_marks)}">'
        yield f"{escape(words.show_marks)}</button></div>"
        yield "</header>"

    def _contents(self, sections: Sequence[Section], *, numbered: str) -> Iterator[str]:
        yield "<ol>"
        for at, section in enumerate(sections, 1):
            number = f"{numbered}{at}"
            text = f'<span class="paper-number">{number}</span> <span>{escape(section.heading.text)}</span>'
            yield f'<li><a href="#{section.anchor}">{text}</a>'
            if section.children and "." not in number:
                yield from self._contents(section.children, numbered=f"{number}.")
            yield "</li>"
        if not numbered:
            yield f'<li><a href="#sources"><span class="paper-number"></span> {escape(self._words.sources)}</a></li>'
        yield "</ol>"

    def _section(self, section: Section, *, level: int, number: str) -> Iterator[str]:
        self._section_anchor = section.anchor
        heading = self._group([(section.heading,)])[0]
        yield f'<section id="{section.anchor}" aria-labelledby="{section.anchor}-heading">'
        yield f'<h{level} id="{section.anchor}-heading" class="paper-heading">'
        yield f'<span class="paper-number">{number}</span> <span>{heading}</span></h{level}>'
        for block in section.blocks:
            yield from self._block(block)
        for at, child in enumerate(section.children, 1):
            yield from self._section(child, level=level + 1, number=f"{number}.{at}")
        yield "</section>"

    def _block(self, block: Block) -> Iterator[str]:
        match block:
            case Paragraph(sentences):
                yield f"<p>{self._group([sentences])[0]}</p>"
            case BulletList(items):
                yield from self._list(items, tag="ul")
            case NumberedList(items):
                yield from self._list(items, tag="ol")
            case DefinitionList():
                yield from self._definitions(block)
            case Note(kind, sentences):
                yield f'<div class="paper-note" data-kind="{kind.value}" role="note">'
                yield f'<p class="paper-note-kind">{escape(self._words.notes[kind])}</p>'
                yield f"<p>{self._group([sentences])[0]}</p></div>"
            case Table():
                yield from self._table(block)
            case PageBreak():
                yield '<div class="paper-page-break"></div>'

    def _list(self, items: Sequence[Text], *, tag: str) -> Iterator[str]:
        yield f"<{tag}>"
        for item in items:
            yield f"<li>{self._group([item])[0]}</li>"
        yield f"</{tag}>"

    def _definitions(self, block: DefinitionList) -> Iterator[str]:
        yield '<dl class="paper-definitions">'
        for entry in block.entries:
            label, value = self._group([(entry.label,), entry.value])
            yield f"<div><dt>{label}</dt><dd>{value}</dd></div>"
        yield "</dl>"

    def _table(self, table: Table) -> Iterator[str]:
        long = " paper-table-long" if any(map(_has_long_word, table.rows)) else ""
        yield f'<table class="paper-table{long}">'
        yield f"<caption>{self._group([(table.caption,)])[0]}</caption>"
        yield "<thead><tr>"
        for cell in self._group(table.header):
            yield f'<th scope="col">{cell}</th>'
        yield "</tr></thead><tbody>"
        labels = [escape(" ".join(sentence.text for sentence in cell)) for cell in table.header]
        for row in table.rows:
            yield f"<tr>{self._row(table, row, labels)}</tr>"
        yield "</tbody></table>"

    def _row(self, table: Table, row: Sequence[Text], labels: Sequence[str]) -> str:
        cells = []
        for at, (cell, label) in enumerate(zip(self._group(row), labels, strict=True)):
            if at == 0 and table.header_column:
                cells.append(f'<th scope="row" data-label="{label}">{cell}</th>')
            else:
                cells.append(f'<td data-label="{label}">{cell}</td>')
        return "".join(cells)

    def _group(self, texts: Sequence[Text]) -> list[str]:
        marks = self._sources.marks(texts)
        return [self._sentences(text, marks=shown) for text, shown in zip(texts, marks, strict=True)]

    def _sentences(self, text: Text, *, marks: Sequence[Sequence[int]]) -> str:
        return " ".join(self._sentence(each, shown) for each, shown in zip(text, marks, strict=True))

    def _sentence(self, sentence: Sentence, shown: Sequence[int]) -> str:
        placed = self._placer.place(sentence, section=self._section_anchor)
        words = "".join(_run(run) for run in sentence.runs)
        marks = self._marks(shown) if shown else ""
        tokens = self._token(sentence.provenance)
        return f'<span class="paper-s" id="{placed.id}" tabindex="-1" data-sources="{tokens}">{words}</span>{marks}'

    def _marks(self, numbers: Sequence[int]) -> str:
        links = (
            f'<a href="#source-{each.first}" aria-label="{self._words.source} {each.shown}">{each.shown}</a>'
            for each in marks_of(numbers)
        )
        return f'<sup class="paper-marks">{", ".join(links)}</sup>'

    def _token(self, provenance: Provenance) -> str:
        """Per origin the number of its source and, after a point, the place of its field: ``3.0 12``."""
        if provenance not in self._tokens:
            tokens = []
            for origin in provenance.origins:
                number = self._sources.number_of(origin)
                field = f".{self._fields[number][origin.field]}" if isinstance(origin, RecordOrigin) else ""
                tokens.append(f"{number}{field}")
            self._tokens[provenance] = " ".join(tokens)
        return self._tokens[provenance]

    def _source_list(self) -> Iterator[str]:
        words = self._words
        yield '<section id="sources" class="paper-sources" aria-labelledby="sources-heading">'
        yield f'<h2 id="sources-heading" class="paper-heading"><span class="paper-number"></span> {words.sources}</h2>'
        yield f"<p>{escape(words.sources_intro)}</p><ol>"
        for source in self._sources:
            yield self._source(source)
        yield "</ol></section>"

    def _url_of(self, origin: Origin) -> str:
        if self._place_of and isinstance(origin, RecordOrigin):
            return self._place_of(origin)
        return origin.url

    def _source(self, source: Source) -> str:
        words = words_of(source.origin, wording=self._words)
        name = escape(words.name)
        if url := self._url_of(source.origin):
            name = f'<a href="{escape(url)}">{name}</a>'
        fields = " ".join(f"<li>{escape(label)}</li>" for label in source.fields.values())
        shown = f'<div class="paper-fields"><p>{self._words.fields}:</p> <ul>{fields}</ul></div>' if fields else ""
        detail = f' <span class="paper-source-detail">{escape(words.detail)}</span>' if words.detail else ""
        name = f'<span class="paper-source-name">{name}</span>'
        kind = f'<span class="paper-source-kind">{words.kind}</span> '
        return f'<li id="source-{source.number}" value="{source.number}" tabindex="-1">{kind}{name}{detail}{shown}</li>'

    def _panel(self) -> Iterator[str]:
        words = self._words
        yield '<div class="paper-panel" data-paper-panel role="dialog" aria-labelledby="panel-heading" hidden>'
        yield f'<div class="paper-panel-head"><h2 id="panel-heading" tabindex="-1">{escape(words.why)}</h2>'
        yield f'<button type="button" class="paper-button" data-paper-close>{escape(words.close)}</button></div>'
        yield "<blockquote data-paper-quote></blockquote><ul data-paper-reasons></ul></div>"


def _has_long_word(row: Sequence[Text]) -> bool:
    return any(len(word) > 40 for cell in row for sentence in cell for word in sentence.text.split())


def _run(run: Run) -> str:
    words = _IN_AN_ADDRESS.sub("@<wbr>", escape(run.text))
    if run.style is RunStyle.PLAIN:
        return words
    if run.style is RunStyle.LINK:
        return f'<a href="{escape(run.href)}">{words}</a>'
    tag = _TAGS[run.style]
    return f"<{tag}>{words}</{tag}>"
