"""ODT by odfdo: its package, manifest and metadata, with our styles and a content written as text."""

import io

import odfdo

from .blocks import Document
from .look import Look
from .odt_body import Content
from .odt_styles import FACES, styles_xml
from .packed import repacked
from .pdf import FONTS
from .serialisation import to_json
from .wording import wording_of

DATA_PATH = "Data/document.json"


def write_odt(document: Document, *, look: Look | None = None) -> bytes:
    """One document as ODT, with its data in the package; the same document gives the same bytes."""
    look = look or Look()
    odt = odfdo.Document("text")
    for needless in ("Thumbnails/thumbnail.png", "Configurations2/accelerator/current.xml"):
        odt.del_part(needless)
        odt.manifest.del_full_path(needless)
    content = Content(document, look=look)
    language, country = wording_of(document.language).locale.split("-")
    faces = tuple(name for name, _, _ in FACES if (FONTS / name).is_file())
    styles = styles_xml(
        look, language=language, country=country, header=content.header_xml(), footer=content.footer_xml(), faces=faces
    )
    odt.set_part("styles.xml", styles.encode("utf-8"))
    odt.set_part("content.xml", content.xml().encode("utf-8"))
    for name in faces:
        _add(odt, f"Fonts/{name}", (FONTS / name).read_bytes(), "application/x-font-ttf")
    _add(odt, DATA_PATH, to_json(document).encode("utf-8"), "application/json")
    _describe(odt, document)
    saved = io.BytesIO()
    odt.save(saved)
    return repacked(saved.getvalue(), moment=document.moment)


def _add(odt: odfdo.Document, path: str, held: bytes, media_type: str) -> None:
    odt.set_part(path, held)
    odt.manifest.add_full_path(path, media_type)


def _describe(odt: odfdo.Document, document: Document) -> None:
    meta = odt.meta
    moment = document.moment.replace(tzinfo=None)
    meta.title = document.title.text
    meta.subject = document.subject
    meta.language = wording_of(document.language).locale
    meta.creator = document.municipality
    meta.initial_creator = document.municipality
    meta.keyword = ", ".join(document.keywords)
    meta.creation_date = moment
    meta.date = moment
    meta.generator = "Gemeentedossier"
    meta.set_user_defined_metadata("version", document.version)
