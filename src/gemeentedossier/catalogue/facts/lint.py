"""Word lists by which texts and categories are recognised."""

from dataclasses import dataclass

from gemeentedossier.catalogue.facts.entries import Entry
from gemeentedossier.catalogue.facts.sources import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class WordList(Entry):
    """Words or ids with something in common; `good_example` shows how it should be written."""

    about: Text
    words: tuple[str, ...]
    good_example: Text | None = None
