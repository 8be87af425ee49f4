"""Word lists by which texts and categories are recognised."""

from dataclasses import dataclass

from gemeentedossier.catalogue.facts.entries import Entry
from gemeentedossier.catalogue.facts.sources import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class WordList(Entry):
    """Words or ids with something in common; `good_example` shows how it should be written.

    Where words vary too much to be listed, `patterns` are regular expressions for them, without regard to capitals.
    """

    about: Text
    words: tuple[str, ...]
    patterns: tuple[str, ...] = ()
    good_example: Text | None = None
