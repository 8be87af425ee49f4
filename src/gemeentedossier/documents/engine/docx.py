"""DOCX by python-docx: its package and parts, with our styles and a body written as text."""

import io
from datetime import UTC
from html import escape

import docx
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from lxml import etree

from .blocks import Document
from .docx_body import Body
from .docx_fonts import CONTENT_TYPE, RELATIONSHIP, embedded_faces, font_table_xml
from .docx_styles import numbering_xml, styles_xml
from .look import Look
from .packed import repacked
from .pdf import FONTS
from .serialisation import to_json
from .wording import wording_of

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DATA_NAMESPACE = "urn:gemeentedossier:document"


def write_docx(document: Document, *, look: Look | None = None) -> bytes:
    """One document as DOCX, with its data as custom XML; the same document gives the same bytes."""
    look = look or Look()
    word = docx.Document()
    _replace(word.styles.element, styles_xml(look, locale=wording_of(document.language).locale))
    _write_body(word, document, look)
    _properties(word, document)
    _settings(word)
    _fonts(word)
    _attach(word, document)
    saved = io.BytesIO()
    word.save(saved)
    return repacked(saved.getvalue(), moment=document.moment)


def _write_body(word: WordDocument, document: Document, look: Look) -> None:
    related: dict[str, str] = {}

    def relate(url: str) -> str:
        if url not in related:
            related[url] = word.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        return related[url]

    body = Body(document, relate=relate)
    section = word.sections[0]
    for part, paragraph in ((section.header, body.header_xml()), (section.footer, body.footer_xml())):
        part.is_linked_to_previous = False
        part._element[:] = [parse_xml(paragraph)]
    references = {each.tag: each.get(_R_ID) for each in section._sectPr if each.get(_R_ID)}
    xml = body.xml(header=references[f"{_W}headerReference"], footer=references[f"{_W}footerReference"])
    _replace(word.element.body, xml)
    _replace(word.part.numbering_part.element, numbering_xml(look, numbered_lists=body.numbered_lists))


_R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def _replace(element: etree._Element, xml: str) -> None:
    """The children of an existing element become those of the XML."""
    element[:] = list(parse_xml(xml))


def _properties(word: WordDocument, document: Document) -> None:
    moment = document.moment.astimezone(UTC).replace(tzinfo=None)
    properties = word.core_properties
    properties.title = document.title.text[:255]
    properties.subject = document.subject[:255]
    properties.author = document.municipality[:255]
    properties.last_modified_by = document.municipality[:255]
    properties.keywords = ", ".join(document.keywords)[:255]
    properties.language = wording_of(document.language).locale
    properties.version = document.version[:255]
    properties.comments = ""
    properties.created = properties.modified = moment
    properties.revision = 1


def _settings(word: WordDocument) -> None:
    settings = word.settings.element
    settings.insert(0, settings.makeelement(f"{_W}embedTrueTypeFonts", {}))


def _fonts(word: WordDocument) -> None:
    table = next(each.target_part for each in word.part.rels.values() if each.reltype == RELATIONSHIP_TYPE.FONT_TABLE)
    faces = []
    for at, (element, key, held) in enumerate(embedded_faces(FONTS), 1):
        part = Part(PackURI(f"/word/fonts/font{at}.odttf"), CONTENT_TYPE, held, word.part.package)
        faces.append((element, key, table.relate_to(part, RELATIONSHIP)))
    table._blob = font_table_xml(faces).encode("utf-8")


def _attach(word: WordDocument, document: Document) -> None:
    xml = f'<document xmlns="{DATA_NAMESPACE}" form="json">{escape(to_json(document), quote=False)}</document>'
    part = Part(PackURI("/customXml/document.xml"), "application/xml", xml.encode("utf-8"), word.part.package)
    word.part.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_XML)
