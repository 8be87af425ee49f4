"""One document in; HTML, PDF, ODT or DOCX out."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from .blocks import Document
from .docx import write_docx
from .html import write_html
from .look import Look
from .odt import write_odt
from .pdf import PdfJob, write_pdf

BATCH = 25
"""Documents that one Typst process sets before its memory is given back."""


class Format(StrEnum):
    """The forms a document takes; the value is the file extension."""

    HTML = "html"
    PDF = "pdf"
    ODT = "odt"
    DOCX = "docx"

    @property
    def extension(self) -> str:
        """The end of a file name, with its point."""
        return f".{self.value}"

    @property
    def media_type(self) -> str:
        """The registered media type, for a response or a package's manifest."""
        return _MEDIA_TYPES[self]


_MEDIA_TYPES = {
    Format.HTML: "text/html; charset=utf-8",
    Format.PDF: "application/pdf",
    Format.ODT: "application/vnd.oasis.opendocument.text",
    Format.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


@dataclass(frozen=True, slots=True)
class Rendered:
    """A document in one format; `number` is its place among the documents given, from 0."""

    number: int
    format: Format
    content: bytes


def render(document: Document, form: Format, *, look: Look | None = None) -> bytes:
    """The bytes of one document in one format; raises `PdfFailedError` when no PDF could be made."""
    match form:
        case Format.HTML:
            return write_html(document, look=look).encode("utf-8")
        case Format.PDF:
            return write_pdf(document, look=look)
        case Format.ODT:
            return write_odt(document, look=look)
        case Format.DOCX:
            return write_docx(document, look=look)


def render_all(
    documents: Sequence[Document], forms: Collection[Format], *, look: Look | None = None
) -> Iterator[Rendered]:
    """Every document in every format asked, batch by batch: Typst sets the PDFs of a batch beside the other writers."""
    for start in range(0, len(documents), BATCH):
        yield from _batch(documents[start : start + BATCH], forms, look, start)


def _batch(
    documents: Sequence[Document], forms: Collection[Format], look: Look | None, start: int
) -> Iterator[Rendered]:
    others = [form for form in Format if form in forms and form is not Format.PDF]
    if Format.PDF not in forms:
        yield from _written(documents, others, look, start)
        return
    with PdfJob(documents, look=look) as job:
        yield from _written(documents, others, look, start)
        for number, content in enumerate(job.result(), start):
            yield Rendered(number, Format.PDF, content)


def _written(
    documents: Sequence[Document], forms: Sequence[Format], look: Look | None, start: int
) -> Iterator[Rendered]:
    for number, document in enumerate(documents, start):
        for form in forms:
            yield Rendered(number, form, render(document, form, look=look))
