"""The body of the DOCX as WordprocessingML: written as text, since thousands of calls into a tree are slow."""

from collections.abc import Callable, Iterator, Sequence
from html import escape

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
    sections_of,
)
from .docx_styles import MARGIN, PAGE, WIDTH, numbered_list
from .look import column_shares
from .provenance import Provenance
from .sources import Source, Sources, fields_of, marks_of, reason_of, running, words_of
from .wording import wording_of

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_RUN_STYLES = {RunStyle.STRONG: "Strong", RunStyle.EMPHASIS: "Emphasis", RunStyle.TERM: "Term"}
_SHAPES = {NoteKind.INFO: "●", NoteKind.ATTENTION: "▲", NoteKind.UNLAWFUL: "■"}
# Word cuts longer tips off.
_LONGEST_TIP = 255


class Body:
    """Writes one document; `relate` gives the relationship id of an outside address."""

    def __init__(self, document: Document, *, relate: Callable[[str], str]) -> None:
        self._document = document
        self._words = wording_of(document.language)
        self._sources = Sources(document)
        self._relate = relate
        self._bookmarks = 0
        self._tables = 0
        self._tips: dict[Provenance, str] = {}
        self._anchors = {section.anchor: at for at, (_, section) in enumerate(sections_of(document.sections), 1)}
        self.numbered_lists = 0

    def xml(self, *, header: str, footer: str) -> str:
        """The ``<w:body>``, ending in the page with its header and footer."""
        parts = [*self._front(), *self._contents()]
        for section in self._document.sections:
            parts.extend(self._section(section, level=1))
        parts.extend(self._source_list())
        parts.append(
            f'<w:sectPr><w:headerReference w:type="default" r:id="{header}"/>'
            f'<w:footerReference w:type="default" r:id="{footer}"/>'
            f'<w:pgSz w:w="{PAGE[0]}" w:h="{PAGE[1]}"/><w:pgMar w:top="1700" w:right="{MARGIN}" w:bottom="1500" '
            f'w:left="{MARGIN}" w:header="800" w:footer="700" w:gutter="0"/><w:titlePg/></w:sectPr>'
        )
        return f"<w:body {NAMESPACES}>{''.join(parts)}</w:body>"

    def header_xml(self) -> str:
        """The paragraph at the head of each page but the first."""
        document, words = self._document, self._words
        right = f"{words.version} {document.version}"
        left = (
            f"{_run(running(document.municipality, letters=40), 'Strong')}{_run('  ' + running(document.title.text))}"
        )
        return f"<w:p {NAMESPACES}>{_style('Header')}{left}<w:r><w:tab/></w:r>{_run(right)}</w:p>"

    def footer_xml(self) -> str:
        """The paragraph at the foot: the moment, and the page of how many."""
        words = self._words
        left = _run(f"{words.as_of} {words.date(self._document.moment)}")
        page, of = words.page_of
        pages = f"{_run(page + ' ')}{_field('PAGE', '1')}{_run(' ' + of + ' ')}{_field('NUMPAGES', '1')}"
        return f"<w:p {NAMESPACES}>{_style('Footer')}{left}<w:r><w:tab/></w:r>{pages}</w:p>"

    def _front(self) -> Iterator[str]:
        document, words = self._document, self._words
        yield _paragraph("Municipality", _run(document.municipality))
        yield _paragraph("Title", self._words_of((document.title,)))
        if document.subtitle is not None:
            yield _paragraph("Subtitle", self._words_of((document.subtitle,)))
        for name, value in ((words.version, document.version), (words.as_of, words.date(document.moment))):
            yield _paragraph("Fact", f"{_run(name, 'Quiet')}<w:r><w:tab/></w:r>{_run(value)}")

    def _contents(self) -> Iterator[str]:
        """A real table of contents, its entries filled in and each a link.

        Page numbers are references that Word reckons when the contents are updated (Ctrl+A, F9). No number is guessed,
        since one that is wrong looks like one that is right; and no flag makes Word ask at each opening whether it may
        update fields that "may refer to other files": that question frightens people.
        """
        entries = [*self._contents_entries(self._document.sections, numbered="", level=1)]
        entries.append((1, "", self._words.sources, "_Toc00000000"))
        yield '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/>'
        yield "</w:docPartObj></w:sdtPr><w:sdtContent>"
        yield _paragraph("TOCHeading", _run(self._words.contents))
        for at, (level, number, text, bookmark) in enumerate(entries):
            begin = _field_begin('TOC \\o "1-2" \\h \\z \\u') if at == 0 else ""
            end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>' if at == len(entries) - 1 else ""
            page = _field(f"PAGEREF {bookmark} \\h", "")
            inner = f"{_run(number)}<w:r><w:tab/></w:r>{_run(text)}<w:r><w:tab/></w:r>{page}"
            linked = f'<w:hyperlink w:anchor="{bookmark}" w:history="1">{inner}</w:hyperlink>'
            yield _paragraph(f"TOC{level}", f"{begin}{linked}{end}")
        yield "</w:sdtContent></w:sdt>"

    def _contents_entries(
        self, sections: Sequence[Section], *, numbered: str, level: int
    ) -> Iterator[tuple[int, str, str, str]]:
        for at, section in enumerate(sections, 1):
            yield level, f"{numbered}{at}", section.heading.text, self._bookmark_of(section)
            if level == 1:
                yield from self._contents_entries(section.children, numbered=f"{numbered}{at}.", level=2)

    def _bookmark_of(self, section: Section) -> str:
        return f"_Toc{self._anchors[section.anchor]:08d}"

    def _section(self, section: Section, *, level: int) -> Iterator[str]:
        heading = self._bookmarked(self._bookmark_of(section), self._group([(section.heading,)])[0])
        top = "<w:pageBreakBefore/>" if section is self._document.sections[0] else ""
        yield f'<w:p><w:pPr><w:pStyle w:val="Heading{level}"/>{top}</w:pPr>{heading}</w:p>'
        for block in section.blocks:
            yield from self._block(block)
        for child in section.children:
            yield from self._section(child, level=level + 1)

    def _block(self, block: Block) -> Iterator[str]:
        match block:
            case Paragraph(sentences):
                yield _paragraph("Normal", self._group([sentences])[0])
            case BulletList(items):
                yield from (_paragraph("ListBullet", self._group([item])[0]) for item in items)
            case NumberedList():
                yield from self._numbered(block)
            case DefinitionList(entries):
                for entry in entries:
                    label, value = self._group([(entry.label,), entry.value], style="Label")
                    yield _paragraph("Definition", f"{label}<w:r><w:tab/></w:r>{value}")
            case Note():
                yield from self._note(block)
            case Table():
                yield from self._table(block)
            case PageBreak():
                yield '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'

    def _numbered(self, block: NumberedList) -> Iterator[str]:
        number = numbered_list(self.numbered_lists)
        self.numbered_lists += 1
        restarted = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
        for item in block.items:
            text = self._group([item])[0]
            yield f'<w:p><w:pPr><w:pStyle w:val="ListNumber"/>{restarted}</w:pPr>{text}</w:p>'

    def _note(self, note: Note) -> Iterator[str]:
        kind = note.kind.value.capitalize()
        style = f"Note{kind}"
        label = _run(f"{_SHAPES[note.kind]} {self._words.notes[note.kind]}", f"NoteKind{kind}")
        first = '<w:keepNext/><w:spacing w:before="240"/>'
        yield f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{first}</w:pPr>{label}</w:p>'
        text = self._group([note.sentences])[0]
        yield f'<w:p><w:pPr><w:pStyle w:val="{style}"/><w:spacing w:after="240"/></w:pPr>{text}</w:p>'

    def _table(self, table: Table) -> Iterator[str]:
        self._tables += 1
        words = self._words.table
        counted = _field(f"SEQ {words} \\* ARABIC", str(self._tables), "Label")
        caption = self._group([(table.caption,)])[0]
        yield _paragraph("Caption", f"{_run(words + ' ', 'Label')}{counted}{_run('  ')}{caption}")
        widths = [round(share * WIDTH) for share in column_shares(table)]
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        column = "1" if table.header_column else "0"
        yield (
            '<w:tbl><w:tblPr><w:tblStyle w:val="RegisterTable"/>'
            f'<w:tblW w:w="{WIDTH}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
            f'<w:tblLook w:val="04A0" w:firstRow="1" w:lastRow="0" w:firstColumn="{column}" w:lastColumn="0" '
            f'w:noHBand="1" w:noVBand="1"/><w:tblCaption w:val="{escape(table.caption.text)}"/></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>"
        )
        yield self._row(table.header, widths, "<w:tblHeader/>")
        for row in table.rows:
            yield self._row(row, widths, "")
        yield f"</w:tbl>{_paragraph('AfterTable', '')}"

    def _row(self, row: Sequence[Text], widths: Sequence[int], head: str) -> str:
        cells = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{_paragraph("TableText", cell)}</w:tc>'
            for cell, width in zip(self._group(row), widths, strict=True)
        )
        return f"<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>{cells}</w:tr>"

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
            parts.append(_run(" ") if at else "")
            parts.extend(self._run(run, style) for run in sentence.runs)
            if shown and shown[at]:
                parts.append(self._marks(sentence, shown[at]))
        return "".join(parts)

    def _run(self, run: Run, style: str) -> str:
        if run.href.startswith("#"):
            return _run(run.text)
        if run.href:
            return f'<w:hyperlink r:id="{self._relate(run.href)}">{_run(run.text, "Hyperlink")}</w:hyperlink>'
        return _run(run.text, _RUN_STYLES.get(run.style, style))

    def _marks(self, sentence: Sentence, numbers: Sequence[int]) -> str:
        """The numbers of the sources; a tip on each says in words what the sentence rests on."""
        if sentence.provenance not in self._tips:
            reason = reason_of(sentence.provenance, wording=self._words)
            self._tips[sentence.provenance] = escape(reason[:_LONGEST_TIP])
        tip = self._tips[sentence.provenance]
        links = (
            f'<w:hyperlink w:anchor="source_{each.first}" w:tooltip="{tip}">'
            f"{_run(each.held, 'SourceMark')}</w:hyperlink>"
            for each in marks_of(numbers)
        )
        return _run("\u2060", "SourceMark") + _run(",\u2009", "SourceMark").join(links)

    def _source_list(self) -> Iterator[str]:
        words = self._words
        heading = self._bookmarked("_Toc00000000", _run(words.sources))
        yield _paragraph("SourcesHeading", heading)
        yield _paragraph("Normal", _run(words.sources_intro))
        for source in self._sources:
            yield self._source(source)

    def _source(self, source: Source) -> str:
        words = words_of(source.origin, wording=self._words)
        rest = "; ".join(part for part in (words.detail, fields_of(source, wording=self._words)) if part)
        number = self._bookmarked(f"source_{source.number}", _run(str(source.number), "Label"))
        url = source.origin.url
        name = _run(words.name)
        if url.startswith("http"):
            name = f'<w:hyperlink r:id="{self._relate(url)}">{_run(words.name, "Hyperlink")}</w:hyperlink>'
        quiet = _run(f" · {rest}", "Quiet") if rest else ""
        kind = _run(f"  {words.kind}", "Quiet")
        return _paragraph("SourceEntry", f"{number}{kind}<w:r><w:tab/></w:r>{name}{quiet}")

    def _bookmarked(self, name: str, inner: str) -> str:
        self._bookmarks += 1
        number = self._bookmarks
        return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{inner}<w:bookmarkEnd w:id="{number}"/>'


def _style(style: str) -> str:
    return "" if style == "Normal" else f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>'


def _paragraph(style: str, inner: str) -> str:
    return f"<w:p>{_style(style)}{inner}</w:p>"


def _run(text: str, style: str = "") -> str:
    properties = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _field_begin(instruction: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )


def _field(instruction: str, shown: str, style: str = "") -> str:
    return f'{_field_begin(instruction)}{_run(shown, style)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
