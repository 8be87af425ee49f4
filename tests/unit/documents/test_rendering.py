import io
import zipfile

import pytest
from hypothesis import given, settings
from lxml import etree

from gemeentedossier.documents.engine.blocks import Document
from gemeentedossier.documents.engine.rendering import Format, render, render_all

from .test_serialisation import documents


@pytest.mark.parametrize(
    ("form", "start"),
    [(Format.HTML, b"<!DOCTYPE html>"), (Format.PDF, b"%PDF-"), (Format.ODT, b"PK"), (Format.DOCX, b"PK")],
)
def test_each_format_begins_as_its_readers_expect(form: Format, start: bytes, document: Document) -> None:
    assert render(document, form).startswith(start)


def test_each_format_has_extension_and_media_type() -> None:
    assert [(each.extension, each.media_type) for each in Format] == [
        (".html", "text/html; charset=utf-8"),
        (".pdf", "application/pdf"),
        (".odt", "application/vnd.oasis.opendocument.text"),
        (".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ]


def test_all_together_equals_each_alone(document: Document, hostile: Document) -> None:
    together = {(each.number, each.format): each.content for each in render_all((document, hostile), tuple(Format))}
    assert len(together) == 8
    assert together[1, Format.PDF] == render(hostile, Format.PDF)
    assert together[0, Format.DOCX] == render(document, Format.DOCX)


def test_only_the_formats_asked_are_made(document: Document) -> None:
    assert [each.format for each in render_all((document,), {Format.ODT})] == [Format.ODT]


def test_no_documents_give_nothing() -> None:
    assert list(render_all((), tuple(Format))) == []


@settings(max_examples=25, deadline=None)
@given(documents)
def test_any_document_gives_office_files_whose_parts_are_well_formed(any_document: Document) -> None:
    for form in (Format.ODT, Format.DOCX):
        with zipfile.ZipFile(io.BytesIO(render(any_document, form))) as archive:
            for name in archive.namelist():
                if name.endswith((".xml", ".rels")):
                    etree.fromstring(archive.read(name))


@settings(max_examples=5, deadline=None)
@given(documents)
def test_any_document_can_be_set_as_pdf(any_document: Document) -> None:
    assert render(any_document, Format.PDF).startswith(b"%PDF-1.7")
