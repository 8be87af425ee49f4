"""Words as they compare: without case, accents, spacing, or what a wrong encoding broke."""

import re
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache

BROKEN = "\ufffdŽ‰‹‘"
"""What ë, é, ï and ö became in files that were read in a wrong encoding once."""
ACCENTED = "ëéïöüèêáà"

_SPACES = re.compile(r"\s+")
_NO_LETTER = re.compile(r"[^0-9a-z]+")
_BROKEN_IN_WORD = re.compile(rf"(?<=[a-zA-Z])[{BROKEN}]|\ufffd")


def one_line(text: str) -> str:
    """The text with every run of white space as one space."""
    return _SPACES.sub(" ", text.replace("\u00a0", " ")).strip()


@lru_cache(maxsize=50_000)
def folded(text: str) -> str:
    """Lower case, without accents, one space between words; punctuation stays."""
    small = one_line(text).casefold()
    if small.isascii():
        return small
    split = unicodedata.normalize("NFKD", small)
    return "".join(letter for letter in split if not unicodedata.combining(letter))


@lru_cache(maxsize=50_000)
def plain(text: str) -> str:
    """Only letters and digits, words parted by one space."""
    return _NO_LETTER.sub(" ", folded(text)).strip()


@contextmanager
def words_of_a_file() -> Iterator[None]:
    """Afterwards no cell that was read is remembered: what stood in a file is not for a process to keep."""
    try:
        yield
    finally:
        folded.cache_clear()
        plain.cache_clear()


def has_broken_letters(text: str) -> bool:
    """Whether a letter inside a word was lost by a wrong encoding."""
    return _BROKEN_IN_WORD.search(text) is not None


def mended(text: str) -> tuple[str, ...]:
    """Every reading of a text with broken letters in which all of them are one same accented letter."""
    if not has_broken_letters(text):
        return ()
    return tuple(_BROKEN_IN_WORD.sub(letter, text) for letter in ACCENTED)
