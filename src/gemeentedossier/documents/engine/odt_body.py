"""The content of the ODT as OpenDocument XML, written as text."""

from collections.abc import Iterator, Sequence
from html import escape

from . import look
from .blocks import (
    Block,
    BulletList,
    DefinitionList,
    Document,
    Note,
    NoteKind,
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
from .look import Look, column_shares
from .odt_styles import NAMESPACES, WIDTH_MM, encoded
from .provenance import Provenance
from .sources import Source, Sources, fields_of, marks_of, reason_of, running, words_of
from .wording import wording_of

_RUN_STYLES = {RunStyle.STRONG: "Strong Emphasis", RunStyle.EMPHASIS: "Emphasis", RunStyle.TERM: "Term"}
_SHAPES = {NoteKind.INFO: "●", NoteKind.ATTENTION: "▲", NoteKind.UNLAWFUL: "■"}
_TAB = "<text:tab/>"
_GAP = '<text:s text:c="2"/>'


class Content:
    """Writes one document."""

    def __init__(self, document: Document, *, look: Look) -> None:
        self._document = document
        self._look = look
        self._words = wording_of(document.language)
        self._sources = Sources(document)
        self._tips: dict[Provenance, str] = {}
        self._tables: list[str] = []

    def xml(self) -> str:
        """The whole of ``content.xml``."""
        body = [*self._front(), *self._contents()]
        for section in self._document.sections:
            body.extend(self._section(section, level=1))
        body.extend(self._source_list())
        counted = f'<text:sequence-decl text:display-outline-level="0" text:name="{self._words.table}"/>'
        declared = f"<text:sequence-decls>{counted}</text:sequence-decls>"
        return (
            f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {NAMESPACES} office:version="1.3">'
            f"<office:automatic-styles>{self._cell_styles()}{''.join(self._tables)}</office:automatic-styles>"
            f"<office:body><office:text>{declared}{''.join(body)}</office:text></office:body></office:document-content>"
        )

    def header_xml(self) -> str:
        """The paragraph at the head of each page but the first."""
        document = self._document
        left = _span(running(document.municipality, letters=40), "Strong Emphasis")
        left += escape(f" · {running(document.title.text)}")
        return _paragraph("Header", f"{left}{_TAB}{escape(f'{self._words.version} {document.version}')}")

    def footer_xml(self) -> str:
        """The paragraph at the foot: the moment, and the page of how many."""
        words = self._words
        page, of = words.page_of
        here = '<text:page-number text:select-page="current">1</text:page-number>'
        numbers = f"{page} {here} {of} <text:page-count>1</text:page-count>"
        return _paragraph("Footer", f"{words.as_of} {words.date(self._document.moment)}{_TAB}{numbers}")

    def _front(self) -> Iterator[str]:
        document, words = self._document, self._words
        yield _paragraph("Municipality", escape(document.municipality))
        yield _paragraph("Title", self._words_of((document.title,)))
        if document.subtitle is not None:
            yield _paragraph("Subtitle", self._words_of((document.subtitle,)))
        for name, value in ((words.version, document.version), (words.as_of, words.date(document.moment))):
            yield _paragraph("Fact", f"{_span(name, 'Quiet')}{_TAB}{escape(value)}")

    def _contents(self) -> Iterator[str]:
        """A real table of contents, its entries filled in.

        The page numbers are references to the headings, which an office program reckons when it sets the pages.
        """
        heading = escape(self._words.contents)
        templates = "".join(
            f'<text:table-of-content-entry-template text:outline-level="{level}" text:style-name="Contents_20_{level}">'
            "<text:index-entry-link-start/><text:index-entry-chapter/>"
            '<text:index-entry-tab-stop style:type="left" style:position="0mm"/><text:index-entry-text/>'
            '<text:index-entry-tab-stop style:type="right"/><text:index-entry-page-number/>'
            "<text:index-entry-link-end/></text:table-of-content-entry-template>"
            for level in (1, 2)
        )
        yield '<text:table-of-content text:name="Contents" text:protected="false">'
        yield (
            '<text:table-of-content-source text:outline-level="2" text:use-index-marks="false">'
            f'<text:index-title-template text:style-name="Contents_20_Heading">{heading}</text:index-title-template>'
            f"{templates}</text:table-of-content-source><text:index-body>"
        )
        title = _paragraph("Contents Heading", heading)
        yield f'<text:index-title text:name="Contents_Head">{title}</text:index-title>'
        yield from self._contents_entries(self._document.sections, numbered="", level=1)
        yield self._contents_entry(1, "", self._words.sources, "sources")
        yield "</text:index-body></text:table-of-content>"

    def _contents_entries(self, sections: Sequence[Section], *, numbered: str, level: int) -> Iterator[str]:
        for at, section in enumerate(sections, 1):
            yield self._contents_entry(level, f"{numbered}{at}", section.heading.text, section.anchor)
            if level == 1:
                yield from self._contents_entries(section.children, numbered=f"{numbered}{at}.", level=2)

    def _contents_entry(self, level: int, number: str, text: str, anchor: str) -> str:
        plain = 'text:style-name="Index_20_Link" text:visited-style-name="Index_20_Link"'
        page = f'<text:bookmark-ref text:reference-format="page" text:ref-name="{anchor}"/>'
        shown = f"{number}{_TAB}{escape(text)}{_TAB}{page}"
        inner = f'<text:a xlink:type="simple" xlink:href="#{anchor}" {plain}>{shown}</text:a>'
        return _paragraph(f"Contents {level}", inner)

    def _section(self, section: Section, *, level: int) -> Iterator[str]:
        heading = self._group([(section.heading,)])[0]
        first = section is self._document.sections[0]
        style = "FirstHeading" if first else encoded(f"Heading {level}")
        bookmark = f'<text:bookmark text:name="{section.anchor}"/>'
        yield (f'<text:h text:style-name="{style}" text:outline-level="{level}">{bookmark}{heading}</text:h>')
        for block in section.blocks:
            yield from self._block(block)
        for child in section.children:
            yield from self._section(child, level=level + 1)

    def _block(self, block: Block) -> Iterator[str]:
        match block:
            case Paragraph(sentences):
                yield _paragraph("Standard", self._group([sentences])[0])
            case BulletList(items):
                yield from self._list(items, style="Bullets", paragraph="List Bullet")
            case NumberedList(items):
                yield from self._list(items, style="Numbers", paragraph="List Number")
            case DefinitionList(entries):
                for entry in entries:
                    label, value = self._group([(entry.label,), entry.value], style="Label")
                    yield _paragraph("Definition", f"{label}{_TAB}{value}")
            case Note():
                yield from self._note(block)
            case Table():
                yield from self._table(block)
            case PageBreak():
                yield _paragraph("Page Break", "")

    def _list(self, items: Sequence[Text], *, style: str, paragraph: str) -> Iterator[str]:
        yield f'<text:list text:style-name="{style}">'
        for item in items:
            yield f"<text:list-item>{_paragraph(paragraph, self._group([item])[0])}</text:list-item>"
        yield "</text:list>"

    def _note(self, note: Note) -> Iterator[str]:
        style = f"Note {note.kind.value.capitalize()}"
        yield _paragraph(f"{style} Kind", escape(f"{_SHAPES[note.kind]} {self._words.notes[note.kind]}"))
        yield _paragraph(style, self._group([note.sentences])[0])

    def _table(self, table: Table) -> Iterator[str]:
        number = len(self._tables) + 1
        name = f"Table{number}"
        self._tables.append(_table_styles(name, column_shares(table)))
        word = self._words.table
        sequence = (
            f'<text:sequence text:ref-name="ref{word}{number}" text:name="{word}" text:formula="ooow:{word}+1" '
            f'style:num-format="1">{number}</text:sequence>'
        )
        label = f'<text:span text:style-name="Label">{word} {sequence}</text:span>'
        yield _paragraph("Table Caption", f"{label}{_GAP}{self._group([(table.caption,)])[0]}")
        yield f'<table:table table:name="{name}" table:style-name="{name}">'
        for at in range(len(table.header)):
            yield f'<table:table-column table:style-name="{name}.{at}"/>'
        head = self._row(table.header, "Head", first="Table Heading", rest="Table Heading")
        yield f"<table:table-header-rows>{head}</table:table-header-rows>"
        first = "Table Heading" if table.header_column else "Table Contents"
        for row in table.rows:
            yield self._row(row, "Cell", first=first, rest="Table Contents")
        yield f"</table:table>{_paragraph('After Table', '')}"

    def _row(self, row: Sequence[Text], style: str, *, first: str, rest: str) -> str:
        cells = "".join(
            f'<table:table-cell table:style-name="{style}" office:value-type="string">'
            f"{_paragraph(rest if at else first, cell)}</table:table-cell>"
            for at, cell in enumerate(self._group(row))
        )
        return f'<table:table-row table:style-name="Row">{cells}</table:table-row>'

    def _cell_styles(self) -> str:
        rule = f"0.9pt solid {self._look.accent}"
        heading = 'style:family="paragraph" style:parent-style-name="Heading_20_1"'
        return (
            f'<style:style style:name="FirstHeading" {heading}>'
            '<style:paragraph-properties fo:break-before="page"/></style:style>'
            '<style:style style:name="Head" style:family="table-cell"><style:table-cell-properties '
            f'fo:border-top="{rule}" fo:border-bottom="{rule}" fo:padding="1.4mm" fo:padding-left="0mm"/></style:style>'
            '<style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties '
            f'fo:border-bottom="0.5pt solid {look.LINE}" fo:padding="1.4mm" fo:padding-left="0mm"/></style:style>'
            '<style:style style:name="Row" style:family="table-row">'
            '<style:table-row-properties fo:keep-together="always"/></style:style>'
        )

    def _group(self, texts: Sequence[Text], *, style: str = "") -> list[str]:
        """Texts that are read together, with marks; the first may have a style of its own."""
        marks = self._sources.marks(texts)
        return [
            self._words_of(text, shown=shown, style=style if at == 0 else "")
            for at, (text, shown) in enumerate(zip(texts, marks, strict=True))
        ]

    def _words_of(self, text: Text, *, shown: Sequence[Sequence[int]] = (), style: str = "") -> str:
        parts = []
        for at, sentence in enumerate(text):
            parts.append(" " if at else "")
            parts.extend(_run(run, style) for run in sentence.runs)
            if shown and shown[at]:
                parts.append(self._marks(sentence, shown[at]))
        return "".join(parts)

    def _marks(self, sentence: Sentence, numbers: Sequence[int]) -> str:
        """The numbers of the sources; a tip on each says in words what the sentence rests on."""
        if sentence.provenance not in self._tips:
            self._tips[sentence.provenance] = escape(reason_of(sentence.provenance, wording=self._words))
        tip = self._tips[sentence.provenance]
        links = (
            f'<text:a xlink:type="simple" xlink:href="#source-{each.first}" office:title="{tip}" '
            f'text:style-name="Source_20_Mark" text:visited-style-name="Source_20_Mark">'
            f"{each.held}</text:a>"
            for each in marks_of(numbers)
        )
        joined = ",\u2009".join(links)
        return f'<text:span text:style-name="Source_20_Mark">\u2060{joined}</text:span>'

    def _source_list(self) -> Iterator[str]:
        words = self._words
        style = encoded("Sources Heading")
        yield (
            f'<text:h text:style-name="{style}" text:outline-level="1" text:is-list-header="true">'
            f'<text:bookmark text:name="sources"/>{words.sources}</text:h>'
        )
        yield _paragraph("Standard", escape(words.sources_intro))
        for source in self._sources:
            yield self._source(source)

    def _source(self, source: Source) -> str:
        words = words_of(source.origin, wording=self._words)
        rest = "; ".join(part for part in (words.detail, fields_of(source, wording=self._words)) if part)
        name = escape(words.name)
        if source.origin.url.startswith("http"):
            name = _link(source.origin.url, name)
        number = f'<text:bookmark text:name="source-{source.number}"/>{_span(str(source.number), "Label")}'
        quiet = _span(f" · {rest}", "Quiet") if rest else ""
        return _paragraph("Source Entry", f"{number}{_GAP}{_span(words.kind, 'Quiet')}{_TAB}{name}{quiet}")


def _table_styles(name: str, shares: Sequence[float]) -> str:
    columns = "".join(
        f'<style:style style:name="{name}.{at}" style:family="table-column"><style:table-column-properties '
        f'style:column-width="{share * WIDTH_MM:.1f}mm"/></style:style>'
        for at, share in enumerate(shares)
    )
    return (
        f'<style:style style:name="{name}" style:family="table"><style:table-properties '
        f'style:width="{WIDTH_MM}mm" table:align="left"/></style:style>{columns}'
    )


def _paragraph(style: str, inner: str) -> str:
    return f'<text:p text:style-name="{encoded(style)}">{inner}</text:p>'


def _spaced(text: str) -> str:
    """Escaped words, with spaces that XML would fold at the edges kept."""
    return escape(text).replace("  ", ' <text:s text:c="1"/>')


def _span(text: str, style: str) -> str:
    return f'<text:span text:style-name="{encoded(style)}">{_spaced(text)}</text:span>'


def _link(href: str, words: str) -> str:
    styles = 'text:style-name="Internet_20_link" text:visited-style-name="Internet_20_link"'
    return f'<text:a xlink:type="simple" xlink:href="{escape(href)}" {styles}>{words}</text:a>'


def _run(run: Run, style: str) -> str:
    if run.href and not run.href.startswith("#"):
        return _link(run.href, _spaced(run.text))
    shown = _RUN_STYLES.get(run.style, style)
    return _span(run.text, shown) if shown else _spaced(run.text)
