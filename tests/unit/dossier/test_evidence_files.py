"""What may be kept as evidence is told by content; the name is only a claim."""

import io
import zipfile

import pytest

from gemeentedossier.dossier.evidence.engine.files import LARGEST, FileFault, NotEvidence, media_type_of

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF"
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x02\x00\x00\x00"


def packed(**members: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def broken(how: int) -> bytes:
    """An archive whose only part cannot be unpacked: its bytes are other than what packed them."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", how) as archive:
        archive.writestr("mimetype", ODT)
        start = archive.getinfo("mimetype").header_offset + 30 + len("mimetype")
        size = archive.getinfo("mimetype").compress_size
    content = buffer.getvalue()
    return content[:start] + b"\xff" * size + content[start + size :]


ODT = b"application/vnd.oasis.opendocument.text"
WORD_PARTS = {"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<document/>"}
WORD = packed(**WORD_PARTS)
TEXT_DOCUMENT = packed(mimetype=ODT)


@pytest.mark.parametrize(
    ("content", "name", "media_type"),
    [
        (PDF, "besluit.pdf", "application/pdf"),
        (PNG, "scherm.PNG", "image/png"),
        (WORD, "notulen.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        (TEXT_DOCUMENT, "notulen.odt", "application/vnd.oasis.opendocument.text"),
        ("Gezien: café".encode("cp1252"), "notitie.txt", "text/plain"),
    ],
)
def test_what_a_person_can_read_is_kept(content: bytes, name: str, media_type: str) -> None:
    assert media_type_of(content, file_name=name) == media_type


@pytest.mark.parametrize(
    ("content", "name", "fault"),
    [
        (b"", "leeg.pdf", FileFault.EMPTY),
        (b"a" * (LARGEST + 1), "groot.txt", FileFault.TOO_LARGE),
        (PDF, "besluit.exe", FileFault.UNKNOWN_ENDING),
        (PDF, "besluit", FileFault.UNKNOWN_ENDING),
        (b"#!/bin/sh\nrm -rf /", "besluit.pdf", FileFault.OTHER_CONTENT),
        (b"#!/bin/sh\nrm -rf /", "besluit.txt", FileFault.OTHER_CONTENT),
        (b"<html><script>alert(1)</script>", "besluit.txt", FileFault.OTHER_CONTENT),
        (b"MZ\x90\x00\x03\x00\x00\x00" + b"\x00" * 100, "besluit.pdf", FileFault.OTHER_CONTENT),
        (packed(**{"a.txt": b"a"}), "besluit.docx", FileFault.OTHER_CONTENT),
        (packed(**{"word/document.xml": b"0" * 10_000_000}), "bom.docx", FileFault.BOMB),
        (WORD[:60], "notulen.docx", FileFault.DAMAGED),
        (broken(zipfile.ZIP_DEFLATED), "notulen.odt", FileFault.DAMAGED),
        (broken(zipfile.ZIP_LZMA), "notulen.odt", FileFault.DAMAGED),
        (packed(**{**WORD_PARTS, "word/vbaProject.bin": b"macro"}), "notulen.docx", FileFault.ACTS),
        (packed(mimetype=ODT, **{"Basic/Standard/a.xml": b"macro"}), "notulen.odt", FileFault.ACTS),
    ],
    ids=lambda value: value if isinstance(value, str) else "content",
)
def test_what_cannot_be_evidence_is_refused(content: bytes, name: str, fault: FileFault) -> None:
    with pytest.raises(NotEvidence) as refused:
        media_type_of(content, file_name=name)
    assert refused.value.fault is fault


def test_of_a_part_that_names_the_kind_no_more_is_read_than_a_name_is_long() -> None:
    long = packed(mimetype=ODT + b" " * 50_000, rest=bytes(range(256)))
    assert media_type_of(long, file_name="notulen.odt") == ODT.decode()
