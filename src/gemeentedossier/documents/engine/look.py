"""The few choices a municipality makes about how its papers look, and the measures all writers share."""

import re
from dataclasses import dataclass
from math import sqrt

from .blocks import Table, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """The accent colour of the municipality's theme; dark enough to be read on white."""

    accent: str = "#0b5563"

    def __post_init__(self) -> None:
        if not re.fullmatch(r"#[0-9a-f]{6}", self.accent):
            raise ValueError(f"The accent {self.accent[:20]!r} is no colour; write it as #0b5563.")
        if contrast_with_white(self.accent) < 4.5:
            raise ValueError(f"The accent {self.accent} is too light to read on white (WCAG 1.4.3 asks 4.5 to 1).")


INK = "#1b242c"
QUIET = "#56616c"
LINE = "#c9d0d6"
PALE = "#f3f5f6"
ATTENTION = "#8a5300"
UNLAWFUL = "#b3141d"
FONT = "Gemeentedossier Sans"
"""Our cut of Source Sans 3. That name is reserved (SIL OFL 1.1, 3): what is changed may not bear it."""


def contrast_with_white(colour: str) -> float:
    """The contrast ratio of a colour against white, as WCAG 2.2 defines it (1 to 21)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def column_shares(table: Table) -> tuple[float, ...]:
    """The share of the width each column needs, adding up to 1: by its longest word and the square root of its text.

    Long texts may wrap, long words may not: so no column gets less than its longest word of up to 24 letters.
    """
    weights = [_weight([header, *cells]) for header, *cells in _columns(table)]
    total = sum(weights)
    return tuple(weight / total for weight in weights)


def _columns(table: Table) -> list[tuple[Text, ...]]:
    return list(zip(table.header, *table.rows, strict=True))


def _weight(cells: list[Text]) -> float:
    longest_word = longest_text = 0
    for cell in cells:
        words = " ".join(sentence.text for sentence in cell)
        longest_text = max(longest_text, len(words))
        longest_word = max(longest_word, max(map(len, words.split()), default=0))
    return max(6.0, min(24.0, longest_word), 3.2 * sqrt(min(longest_text, 400)))
