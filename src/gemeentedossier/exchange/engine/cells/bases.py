"""The legal bases of a cell: letters of GDPR 6(1), cited provisions, and words that are neither."""

import re
from dataclasses import dataclass

from gemeentedossier.dossier.register.enums import Article6
from gemeentedossier.exchange.engine.cells.absence import absence_of
from gemeentedossier.exchange.engine.cells.citations import (
    article_6_of,
    citations_in,
    is_article_6,
    segments,
)
from gemeentedossier.exchange.engine.cells.reading import Note, Reading, lost, notice
from gemeentedossier.exchange.engine.vocabulary import Resolver, Vocabulary
from gemeentedossier.exchange.engine.words import plain
from gemeentedossier.exchange.enums import RemarkCode, ResolvedKind
from gemeentedossier.exchange.facts import Citation, DraftBasis

FILLERS = frozenset(
    {
        "de", "het", "een", "van", "voor", "aan", "tot", "der", "op", "in", "is", "ter", "en", "of", "grond",
        "betrokkene", "betrokkenen", "noodzakelijk", "uitvoering", "uitoefening", "vervulling",
    }
)  # fmt: skip
_PARENTHESES = re.compile(r"\([^()]*\)")


@dataclass(frozen=True, slots=True)
class _Segment:
    text: str
    letter: Article6 | None
    conflicting: bool
    citations: tuple[Citation, ...]


def read_bases(text: str, *, vocabulary: Vocabulary, resolver: Resolver) -> Reading[DraftBasis]:
    """Every basis that the cell names. One letter beside provisions says what kind of basis they all are."""
    whole = letter_of_words(text, vocabulary) is not None
    parts = [text] if whole else segments(text, laws=vocabulary.laws)
    absent = [lost(code, part) for part in parts if (code := absence_of(part))]
    read = [_read_segment(part, vocabulary) for part in parts if absence_of(part) is None]
    letters = {segment.letter for segment in read if segment.letter}
    only = next(iter(letters)) if len(letters) == 1 else None
    bases = [basis for segment in read for basis in _bases(segment, only, resolver)]
    if only and not any(basis.article_6 for basis in bases):
        bases.insert(0, DraftBasis(next(each.text for each in read if each.letter), only))
    unnamed = [basis.text for basis in bases if not basis.article_6 and not basis.citation]
    notes = [*absent, *(notice(RemarkCode.NO_LEGAL_ARTICLE, part) for part in unnamed)]
    if len(letters) > 1 or any(segment.conflicting for segment in read):
        notes.append(notice(RemarkCode.SEVERAL_LETTERS, letters=", ".join(sorted(letters))))
    return Reading(tuple(dict.fromkeys(bases)), _once(notes))


def _once(notes: list[Note]) -> tuple[Note, ...]:
    return tuple(dict.fromkeys(notes))


def _read_segment(text: str, vocabulary: Vocabulary) -> _Segment:
    citations = citations_in(text, laws=vocabulary.laws)
    cited = next((letter for each in citations if (letter := article_6_of(each))), None)
    said = letter_of_words(text, vocabulary)
    others = tuple(each for each in citations if not is_article_6(each))
    conflicting = cited is not None and said is not None and cited != said
    return _Segment(text, cited or said, conflicting, others)


def _bases(segment: _Segment, only: Article6 | None, resolver: Resolver) -> list[DraftBasis]:
    if segment.citations:
        letter = only or segment.letter
        return [_on_provision(segment.text, letter, each, resolver) for each in segment.citations]
    if segment.letter and only:
        return []
    return [DraftBasis(segment.text, segment.letter)]


def _on_provision(text: str, letter: Article6 | None, citation: Citation, resolver: Resolver) -> DraftBasis:
    provision = resolver.resolve(ResolvedKind.PROVISION, str(citation))
    return DraftBasis(text, letter, citation, provision)


def letter_of_words(text: str, vocabulary: Vocabulary) -> Article6 | None:
    """The point of GDPR 6(1) that the words mean as a whole; "samenwerkingsovereenkomst" is no contract
    with the data subject, and a covenant is no basis at all."""
    said = _telling_words(_PARENTHESES.sub(" ", text))
    if not said:
        return None
    for synonyms in vocabulary.bases:
        if any(_telling_words(_PARENTHESES.sub(" ", phrase)) == said for phrase in synonyms.phrases):
            return synonyms.article_6
    return None


def _telling_words(text: str) -> frozenset[str]:
    return frozenset(plain(text).split()) - FILLERS
