import io
import zipfile

import docx
import pytest
from docx.document import Document as WordDocument
from lxml import etree

from gemeentedossier.documents.engine.blocks import Document
from gemeentedossier.documents.engine.docx import DATA_NAMESPACE, write_docx
from gemeentedossier.documents.engine.serialisation import from_json

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def made(document: Document) -> bytes:
    return write_docx(document)


@pytest.fixture(scope="module")
def word(made: bytes) -> WordDocument:
    return docx.Document(io.BytesIO(made))


def styled(word: WordDocument, style: str) -> list[str]:
    return [each.text.replace("\u2060", "") for each in word.paragraphs if each.style and each.style.name == style]


def part(made: bytes, name: str) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        return etree.fromstring(archive.read(name))


def test_title_and_headings_have_the_styles_word_knows(word: WordDocument) -> None:
    assert styled(word, "Title") == ["Richtlijnen Gewone woorden"]
    assert styled(word, "Heading 1") == ["Inleiding1", "Verwerkingen1"]
    assert styled(word, "Heading 2") == ["Activiteit Gewone woorden3"]


def test_lists_have_list_styles(word: WordDocument) -> None:
    assert styled(word, "List Bullet") == ["eerste punt1", "Gewone woorden1"]
    assert styled(word, "List Number") == ["stap een1", "stap twee1"]


def test_the_contents_are_a_field_with_its_entries_filled_in(made: bytes) -> None:
    body = part(made, "word/document.xml")
    assert " TOC \\o" in "".join(body.itertext(f"{W}instrText"))
    entries = [
        "".join(paragraph.itertext(f"{W}t"))
        for paragraph in body.iter(f"{W}p")
        if paragraph.find(f"{W}pPr/{W}pStyle") is not None
        and paragraph.find(f"{W}pPr/{W}pStyle").get(f"{W}val") in ("TOC1", "TOC2")
    ]
    assert entries == ["1Inleiding", "2Verwerkingen", "2.1Activiteit Gewone woorden", "Bronnen"]


def test_every_inner_link_has_its_bookmark(made: bytes) -> None:
    body = part(made, "word/document.xml")
    wanted = {link.get(f"{W}anchor") for link in body.iter(f"{W}hyperlink")} - {None}
    assert wanted <= {mark.get(f"{W}name") for mark in body.iter(f"{W}bookmarkStart")}


def test_every_mark_says_in_words_what_the_sentence_rests_on(made: bytes) -> None:
    tips = [link.get(f"{W}tooltip") for link in part(made, "word/document.xml").iter(f"{W}hyperlink")]
    assert "Dossier: Wmo-voorzieningen, versie 2, veld Doel; Criterium: Doel is omschreven, catalogus 2026.1" in tips


def test_the_header_row_is_repeated_on_each_page(word: WordDocument) -> None:
    (table,) = word.tables
    assert [row._tr.find(f"{W}trPr/{W}tblHeader") is not None for row in table.rows] == [True, False, False]
    assert table.style is not None
    assert table.style.name == "Register Table"


def test_language_and_properties_are_those_of_the_document(word: WordDocument, made: bytes) -> None:
    assert part(made, "word/styles.xml").find(f".//{W}lang").get(f"{W}val") == "nl-NL"
    properties = word.core_properties
    assert (properties.title, properties.language, properties.author) == (
        "Richtlijnen Gewone woorden",
        "nl-NL",
        "Zonnedael Gewone woorden",
    )


def test_pages_are_numbered_in_the_footer(word: WordDocument) -> None:
    instructions = "".join(word.sections[0].footer._element.itertext(f"{W}instrText"))
    assert instructions.split() == ["PAGE", "NUMPAGES"]


def test_the_data_travel_with_the_document(made: bytes, document: Document) -> None:
    held = part(made, "customXml/document.xml")
    assert held.tag == f"{{{DATA_NAMESPACE}}}document"
    assert from_json(held.text) == document


def test_the_same_document_gives_the_same_bytes(made: bytes, document: Document) -> None:
    assert write_docx(document) == made


def test_no_member_occurs_twice_in_the_package(made: bytes) -> None:
    names = zipfile.ZipFile(io.BytesIO(made)).namelist()
    assert len(names) == len(set(names))


def test_hostile_words_stay_words(hostile: Document) -> None:
    word = docx.Document(io.BytesIO(write_docx(hostile)))
    (heading,) = styled(word, "Heading 2")
    assert heading.startswith('Activiteit <script>alert(1)</script> </p> & "\' #eval("1") $x$')
    assert "\U0001f600" in heading
