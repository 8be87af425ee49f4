import io
import zipfile

import odfdo
import pytest
from lxml import etree

from gemeentedossier.documents.engine.blocks import Document
from gemeentedossier.documents.engine.odt import DATA_PATH, write_odt
from gemeentedossier.documents.engine.serialisation import from_json

NS = {
    prefix: f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"
    for prefix, name in {"text": "text", "table": "table", "office": "office", "fo": "xsl-fo-compatible"}.items()
} | {"xlink": "http://www.w3.org/1999/xlink", "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0"}


@pytest.fixture(scope="module")
def made(document: Document) -> bytes:
    return write_odt(document)


def content(made: bytes, name: str = "content.xml") -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        return etree.fromstring(archive.read(name))


def attribute(element: etree._Element, name: str) -> str:
    prefix, local = name.split(":")
    return str(element.get(f"{{{NS[prefix]}}}{local}"))


def test_headings_have_their_outline_level(made: bytes) -> None:
    headings = content(made).iterfind(".//text:h", NS)
    found = [(attribute(each, "text:outline-level"), "".join(each.itertext()).split("\u2060")[0]) for each in headings]
    assert found == [("1", "Inleiding"), ("1", "Verwerkingen"), ("2", "Activiteit Gewone woorden"), ("1", "Bronnen")]


def test_every_style_that_is_used_exists(made: bytes) -> None:
    def names(root: etree._Element) -> set[str]:
        return {value for each in root.iter() for key, value in each.attrib.items() if key == f"{{{NS['style']}}}name"}

    used = {
        value
        for each in content(made).iterfind(".//office:text//*", NS)
        for key, value in each.attrib.items()
        if key in (f"{{{NS['text']}}}style-name", f"{{{NS['table']}}}style-name")
    }
    assert used - names(content(made)) - names(content(made, "styles.xml")) == set()


def test_the_contents_are_filled_in(made: bytes) -> None:
    entries = content(made).iterfind(".//text:table-of-content/text:index-body/text:p", NS)
    found = ["".join(each.itertext()) for each in entries]
    assert found == ["1Inleiding", "2Verwerkingen", "2.1Activiteit Gewone woorden", "Bronnen"]


def test_a_table_has_a_header_row_and_all_its_cells(made: bytes) -> None:
    root = content(made)
    assert len(root.findall(".//table:table-header-rows/table:table-row/table:table-cell", NS)) == 2
    assert len(root.findall(".//table:table/table:table-row/table:table-cell", NS)) == 4


def test_every_inner_link_has_its_bookmark(made: bytes) -> None:
    root = content(made)
    links = [attribute(each, "xlink:href") for each in root.iterfind(".//text:a", NS)]
    wanted = {href[1:] for href in links if href.startswith("#")}
    assert wanted <= {attribute(each, "text:name") for each in root.iterfind(".//text:bookmark", NS)}


def test_every_mark_says_in_words_what_the_sentence_rests_on(made: bytes) -> None:
    tips = {attribute(each, "office:title") for each in content(made).iterfind(".//text:a", NS)}
    assert "Dossier: Wmo-voorzieningen, versie 2, veld Doel; Criterium: Doel is omschreven, catalogus 2026.1" in tips


def test_language_and_metadata_are_those_of_the_document(made: bytes) -> None:
    default = content(made, "styles.xml").find(".//style:default-style/style:text-properties", NS)
    assert default is not None
    assert (attribute(default, "fo:language"), attribute(default, "fo:country")) == ("nl", "NL")
    meta = odfdo.Document(io.BytesIO(made)).meta
    assert (meta.title, meta.language, meta.creator) == (
        "Richtlijnen Gewone woorden",
        "nl-NL",
        "Zonnedael Gewone woorden",
    )


def test_the_package_begins_with_its_type_uncompressed(made: bytes) -> None:
    first = zipfile.ZipFile(io.BytesIO(made)).infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)


def test_the_data_travel_with_the_document(made: bytes, document: Document) -> None:
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert from_json(archive.read(DATA_PATH).decode()) == document
        assert f'manifest:full-path="{DATA_PATH}"' in archive.read("META-INF/manifest.xml").decode()


def test_the_same_document_gives_the_same_bytes(made: bytes, document: Document) -> None:
    assert write_odt(document) == made


def test_hostile_words_stay_words(hostile: Document) -> None:
    headings = ["".join(each.itertext()) for each in content(write_odt(hostile)).iterfind(".//text:h", NS)]
    assert headings[2].startswith('Activiteit <script>alert(1)</script> </p> & "\' #eval("1") $x$')
