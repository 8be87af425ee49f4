"""The typeface inside the DOCX, so that a machine without it shows the same page (ISO/IEC 29500-1, 17.8.1)."""

import uuid
from functools import lru_cache
from pathlib import Path

from .look import FONT

_FACES = (
    ("embedRegular", "GemeentedossierSans-Regular.ttf"),
    ("embedBold", "GemeentedossierSans-Bold.ttf"),
    ("embedItalic", "GemeentedossierSans-Italic.ttf"),
)
_NS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
RELATIONSHIP = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/font"


@lru_cache(maxsize=2)
def embedded_faces(fonts: Path) -> tuple[tuple[str, str, bytes], ...]:
    """Per face its element, its key and its obfuscated bytes; empty where the fonts were not made."""
    present = [(element, fonts / name) for element, name in _FACES if (fonts / name).is_file()]
    return tuple(_obfuscated(element, file) for element, file in present)


def _obfuscated(element: str, file: Path) -> tuple[str, str, bytes]:
    key = uuid.uuid5(uuid.NAMESPACE_URL, file.name)
    mask = key.bytes[::-1] * 2
    held = file.read_bytes()
    head = bytes(byte ^ masked for byte, masked in zip(held[:32], mask, strict=True))
    return element, "{" + str(key).upper() + "}", head + held[32:]


def font_table_xml(faces: list[tuple[str, str, str]]) -> str:
    """The font table: per face its element, key and relationship id; Calibri where nothing was embedded."""
    embedded = "".join(f'<w:{element} r:id="{relation}" w:fontKey="{key}"/>' for element, key, relation in faces)
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts {_NS}><w:font w:name="{FONT}">'
        f'<w:altName w:val="Calibri"/><w:charset w:val="00"/><w:family w:val="swiss"/><w:pitch w:val="variable"/>'
        f"{embedded}</w:font></w:fonts>"
    )
