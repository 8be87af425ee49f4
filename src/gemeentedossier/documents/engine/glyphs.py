"""Which characters the typeface of the PDF holds, and what to print for one it does not hold.

PDF/A forbids a missing glyph, and Typst then makes no file at all: one emoji in an imported register must not
cost a municipality its document. The data attached to the PDF keep the character itself.
"""

import unicodedata
from functools import lru_cache
from pathlib import Path

from fontTools.ttLib import TTFont

_INVISIBLE = frozenset(map(chr, [0xAD, *range(0x200B, 0x2010), *range(0x2060, 0x2070), *range(0xFE00, 0xFE10)]))
_ALIKE = {
    "\u2010": "-",
    "\u2011": "-",
    "\u2012": "–",
    "\u2212": "–",
    "\u2015": "—",
    "\u2190": "<-",
    "\u2192": "->",
    "\u2713": "v",
    "\u2714": "v",
    "\u25a0": "-",
    "\u25cf": "-",
    "\uf0b7": "-",
    "\u2264": "<=",
    "\u2265": ">=",
}
_ALWAYS = frozenset(map(chr, [*range(0x20, 0x7F), *range(0xA0, 0xAD), *range(0xAE, 0x180)])) | frozenset("–—‘’“”„…€•")


class Glyphs:
    """The characters that every style of the typeface can show."""

    def __init__(self, held: frozenset[str]) -> None:
        self._held = held
        self._spelled: dict[str, str] = {}

    def spell(self, text: str) -> str:
        """The text in characters that can be printed; an unknown one becomes its number: [U+1F600]."""
        if text.isascii() or self._held.issuperset(text):
            return text
        return "".join(char if char in self._held else self._spell_one(char) for char in text)

    def _spell_one(self, char: str) -> str:
        if char not in self._spelled:
            self._spelled[char] = self._nearest(char)
        return self._spelled[char]

    def _nearest(self, char: str) -> str:
        if char in _INVISIBLE:
            return ""
        for candidate in (_ALIKE.get(char, ""), unicodedata.normalize("NFKC", char)):
            if candidate and self._held.issuperset(candidate):
                return candidate
        return " " if char.isspace() else f"[U+{ord(char):04X}]"


@lru_cache(maxsize=4)
def glyphs_in(fonts: Path) -> Glyphs:
    """The characters that all TrueType files of a folder hold; without files, those of Latin script."""
    files = sorted(fonts.glob("*.ttf"))
    if not files:
        return Glyphs(_ALWAYS)
    return Glyphs(frozenset.intersection(*map(_characters, files)) | {" "})


def _characters(file: Path) -> frozenset[str]:
    with TTFont(file, lazy=True) as font:
        return frozenset(map(chr, font.getBestCmap()))
