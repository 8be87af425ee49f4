"""What the catalogue tells the reader: the words of headings and bases, and who a text stands for."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from gemeentedossier.dossier.register.enums import Article6
from gemeentedossier.exchange.enums import Field, ListKind, ResolvedKind


@dataclass(frozen=True, slots=True)
class HeadingSynonyms:
    """The headings under which lists keep one field."""

    field: Field
    headings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BasisSynonyms:
    """The words by which registers mean one point of GDPR 6(1)."""

    article_6: Article6
    phrases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Data from the catalogue; ``laws`` are abbreviations and names as registers write them.

    ``headings`` are those of a register, ``others`` those of the other kinds of lists.
    """

    headings: tuple[HeadingSynonyms, ...] = ()
    others: Mapping[ListKind, tuple[HeadingSynonyms, ...]] = field(default_factory=dict)
    bases: tuple[BasisSynonyms, ...] = ()
    laws: tuple[str, ...] = ()

    def headings_of(self, kind: ListKind) -> tuple[HeadingSynonyms, ...]:
        """The headings of one kind of list."""
        return self.headings if kind is ListKind.REGISTER else self.others.get(kind, ())


class Resolver(Protocol):
    """Knows the ids of the catalogue and the dossier; never guesses."""

    def resolve(self, kind: ResolvedKind, text: str) -> str | None:
        """The id that this text certainly stands for, or None. A provision comes as "Wmo 2015 art. 2.3.2"."""


class KnowsNothing:
    """The resolver of an empty catalogue: every text stays in its own words."""

    def resolve(self, kind: ResolvedKind, text: str) -> str | None:
        """Always None."""
        return None
