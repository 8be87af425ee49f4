import io
import json
from collections.abc import Iterator

import pikepdf
import pypdfium2
import pytest

from gemeentedossier.documents.engine.blocks import Document
from gemeentedossier.documents.engine.pdf import PdfFailedError, PdfJob, write_pdf
from gemeentedossier.documents.engine.serialisation import from_json


@pytest.fixture(scope="module")
def made(document: Document) -> bytes:
    return write_pdf(document)


@pytest.fixture(scope="module")
def pdf(made: bytes) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(io.BytesIO(made)) as opened:
        yield opened


def elements(node: pikepdf.Object) -> Iterator[pikepdf.Dictionary]:
    """The structure elements of a PDF in reading order."""
    if isinstance(node, pikepdf.Array):
        for child in node:
            yield from elements(child)
    elif isinstance(node, pikepdf.Dictionary):
        if "/S" in node:
            yield node
        if "/K" in node:
            yield from elements(node.K)


def tags(pdf: pikepdf.Pdf) -> list[str]:
    return [str(element.S) for element in elements(pdf.Root.StructTreeRoot)]


def text_of(made: bytes) -> str:
    pages = pypdfium2.PdfDocument(made)
    return "\n".join(page.get_textpage().get_text_range() for page in pages)


def test_the_document_is_tagged_in_its_language(pdf: pikepdf.Pdf) -> None:
    assert pdf.Root.MarkInfo.Marked == True  # noqa: E712 - a PDF object, not a bool
    assert str(pdf.Root.Lang) == "nl"
    assert pdf.Root.ViewerPreferences.DisplayDocTitle == True  # noqa: E712 - a PDF object, not a bool


def test_it_declares_pdf_ua_1_and_pdf_a_3a(pdf: pikepdf.Pdf) -> None:
    with pdf.open_metadata() as metadata:
        declared = [metadata[key] for key in ("pdfuaid:part", "pdfaid:part", "pdfaid:conformance")]
        assert declared == ["1", "3", "A"]
        assert metadata["dc:title"] == "Richtlijnen Gewone woorden"
        assert metadata["xmp:CreateDate"] == "2026-11-23T09:30:00Z"


def test_headings_stand_in_order_and_skip_no_level(pdf: pikepdf.Pdf) -> None:
    assert [tag for tag in tags(pdf) if tag.startswith("/H")] == ["/H1", "/H1", "/H1", "/H2", "/H1"]
    assert tags(pdf).count("/Title") == 1


def test_a_table_has_caption_and_header_cells_for_its_columns(pdf: pikepdf.Pdf) -> None:
    found = tags(pdf)
    assert [found.count(tag) for tag in ("/Table", "/Caption", "/TH", "/TD")] == [1, 1, 2, 4]
    cells = [element for element in elements(pdf.Root.StructTreeRoot) if element.S == "/TH"]
    scopes = {str(attribute.Scope) for cell in cells for attribute in cell.A if "/Scope" in attribute}
    assert scopes == {"/Column"}


def test_lists_are_lists(pdf: pikepdf.Pdf) -> None:
    found = tags(pdf)
    # bullets, numbers, the definitions, and version and moment on the cover
    assert found.count("/L") == 4
    assert found.count("/LI") == found.count("/LBody") == 8


def test_every_link_says_where_it_leads(pdf: pikepdf.Pdf) -> None:
    links = [note for page in pdf.pages for note in page.get("/Annots", []) if note.Subtype == "/Link"]
    assert len(links) > 20
    assert [link for link in links if not str(link.get("/Contents", ""))] == []


def test_the_data_are_attached_as_the_source_and_can_be_read_back(pdf: pikepdf.Pdf, document: Document) -> None:
    (attached,) = pdf.Root.AF
    assert str(attached.AFRelationship) == "/Source"
    assert from_json(pdf.attachments["document.json"].get_file().read_bytes().decode()) == document


def test_the_same_document_gives_the_same_bytes(made: bytes, document: Document, hostile: Document) -> None:
    with PdfJob((hostile, document)) as job:
        assert job.result()[1] == made


def test_every_page_but_the_cover_has_municipality_version_and_number(made: bytes) -> None:
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(made)]
    assert "Pagina" not in pages[0]
    for number, page in enumerate(pages[1:], 2):
        assert page.startswith("Zonnedael Gewone woorden")
        assert "Versie 1.0" in page
        assert f"Pagina {number} van {len(pages)}" in page


def test_hostile_words_are_printed_and_not_read_as_typst(hostile: Document) -> None:
    text = text_of(write_pdf(hostile)).replace("\r\n", " ").replace("\n", " ")
    for words in ("<script>alert(1)</script>", '#eval("1")', "$x$ *b* _i_ `c` @ref", "[U+1F600] [U+4E2D]"):
        assert words in text


def test_the_attachment_keeps_the_character_that_could_not_be_printed(hostile: Document) -> None:
    with pikepdf.open(io.BytesIO(write_pdf(hostile))) as opened:
        kept = json.loads(opened.attachments["document.json"].get_file().read_bytes())
    assert "\U0001f600" in kept["municipality"]


def test_a_typeface_is_embedded_with_every_font(pdf: pikepdf.Pdf) -> None:
    described = [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and "/FontName" in each]
    assert described
    assert [each for each in described if not {"/FontFile2", "/FontFile3"} & set(each.keys())] == []


def test_a_failure_says_why(document: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(PdfJob, "_prepare", lambda self, documents, look: None)
    with pytest.raises(PdfFailedError, match="The PDF could not be made: "), PdfJob((document,)) as job:
        job.result()
