"""What the law leaves open, and which of its articles ask something of a municipality."""

from dataclasses import dataclass

from gemeentedossier.catalogue.facts.citations import LawReference
from gemeentedossier.catalogue.facts.entries import Entry
from gemeentedossier.catalogue.facts.sources import Source, Status, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenNorm(Entry):
    """A word of the law that each controller must give a meaning: where it stands, and what a reading must answer."""

    name: Text
    law: tuple[LawReference, ...]
    asks: Text
    status: Status


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreeningCriterion(Entry):
    """One of the criteria by which a high risk is recognised, so that an impact assessment is needed (GDPR 35(1)).

    ``value`` is how a record of the register names it; ``number`` its place in the guidance.
    """

    number: int
    value: str
    name: Text
    law: tuple[LawReference, ...]
    status: Status
    source: Source


@dataclass(frozen=True, slots=True)
class SilentArticles:
    """Articles that ask a municipality to record nothing, and why that is so."""

    articles: tuple[str, ...]
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberedArticle:
    """The paragraphs of an article as the law numbers them, or the points where it is one list of these."""

    article: str
    parts: tuple[str, ...]
    are_points: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SilentParts:
    """Paragraphs or points of one article that ask a municipality to record nothing, and why."""

    article: str
    parts: tuple[str, ...]
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class LawArticles(Entry):
    """Every article of a law that the coverage must account for; those not silent are asked for by some rule.

    ``law`` is how rules name it, e.g. `AVG`; ``source`` is the text whose articles these are. An article that is
    ``numbered`` is accounted for by paragraph or point.
    """

    statute: str
    law: str
    articles: tuple[str, ...]
    silent: tuple[SilentArticles, ...]
    status: Status
    source: Source
    numbered: tuple[NumberedArticle, ...] = ()
    silent_parts: tuple[SilentParts, ...] = ()
