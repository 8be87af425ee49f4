"""What a file really is, by its content: the name is only a claim."""

import io
import re
import zipfile
import zlib
from dataclasses import dataclass
from enum import StrEnum
from lzma import LZMAError

import filetype  # type: ignore[import-untyped]  # it ships no types

LARGEST = 25 * 1024 * 1024
"""Bytes of one file."""
LARGEST_UNPACKED = 500 * 1024 * 1024
"""Bytes that a document may say to hold when unpacked; an office document far below ``LARGEST`` never comes near."""
LARGEST_RATIO = 200
"""How often larger than packed a document may be; text packs at most about a hundred times."""

_OFFICE = {
    "word/": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xl/": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ppt/": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
}
_OPEN_DOCUMENT = "application/vnd.oasis.opendocument."
MEDIA_TYPES = {
    "pdf": "application/pdf",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "docx": _OFFICE["word/"],
    "xlsx": _OFFICE["xl/"],
    "pptx": _OFFICE["ppt/"],
    "odt": f"{_OPEN_DOCUMENT}text",
    "ods": f"{_OPEN_DOCUMENT}spreadsheet",
    "odp": f"{_OPEN_DOCUMENT}presentation",
    "txt": "text/plain",
    "csv": "text/plain",
    "md": "text/plain",
    "eml": "text/plain",
}
"""What may be evidence, by the ending of its name: things that a person can read and that cannot act."""
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
_ACTIVE_TEXT = re.compile(r"\A\ufeff?\s*(#!|<\?php|<!doctype html|<html|<script|<svg)", re.IGNORECASE)


_ACTS = re.compile(r"(^|/)(vbaProject\w*\.bin|Basic/|Scripts/)", re.IGNORECASE)
"""Parts of office files that are programs: macros of Microsoft Office, and Basic and scripts of OpenDocument."""
_LONGEST_TYPE = 200
_DAMAGE = (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, ValueError, EOFError, zlib.error, LZMAError)


class FileFault(StrEnum):
    """Why a file cannot be evidence."""

    EMPTY = "empty"
    TOO_LARGE = "too_large"
    UNKNOWN_ENDING = "unknown_ending"
    OTHER_CONTENT = "other_content"
    BOMB = "bomb"
    DAMAGED = "damaged"
    ACTS = "acts"


@dataclass(frozen=True, slots=True)
class NotEvidence(Exception):
    """The file cannot be evidence; ``found`` is what its content seems to be, where that is known."""

    fault: FileFault
    found: str = ""


def media_type_of(content: bytes, *, file_name: str) -> str:
    """Return the media type of the content; raises NotEvidence where the name says other, or it cannot be kept."""
    if not content:
        raise NotEvidence(FileFault.EMPTY)
    if len(content) > LARGEST:
        raise NotEvidence(FileFault.TOO_LARGE)
    claimed = MEDIA_TYPES.get(file_name.rpartition(".")[2].lower())
    if claimed is None:
        raise NotEvidence(FileFault.UNKNOWN_ENDING)
    found = _found_in(content)
    if found != claimed:
        raise NotEvidence(FileFault.OTHER_CONTENT, found)
    return found


def _found_in(content: bytes) -> str:
    """The media type that the content shows; empty where nothing is recognised."""
    if content.startswith(b"PK"):
        return _packed(content)
    known = filetype.guess(content)
    if known is not None:
        return str(known.mime)
    return "text/plain" if _is_plain_text(content) else ""


def _packed(content: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _check_unpacks_small(archive, packed=len(content))
            names = archive.namelist()
            if any(_ACTS.search(name) for name in names):
                raise NotEvidence(FileFault.ACTS)
            if "mimetype" in names:
                with archive.open("mimetype") as member:
                    return member.read(_LONGEST_TYPE).decode("ascii", "replace").strip()
    except _DAMAGE as error:
        raise NotEvidence(FileFault.DAMAGED) from error
    if "[Content_Types].xml" in names:
        return next((kind for folder, kind in _OFFICE.items() if any(n.startswith(folder) for n in names)), "")
    return "application/zip"


def _check_unpacks_small(archive: zipfile.ZipFile, *, packed: int) -> None:
    """The sizes that the archive declares; nothing but ``mimetype`` is ever unpacked here."""
    unpacked = sum(member.file_size for member in archive.infolist())
    if unpacked > LARGEST_UNPACKED or unpacked > packed * LARGEST_RATIO:
        raise NotEvidence(FileFault.BOMB)


def _is_plain_text(content: bytes) -> bool:
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        text = content.decode("cp1252", "replace")
    return _CONTROL.search(text) is None and _ACTIVE_TEXT.match(text) is None
