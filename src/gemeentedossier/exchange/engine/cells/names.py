"""Lists of people, data, recipients and other named things; the catalogue's id where it is certain."""

from dataclasses import dataclass
from functools import partial

from gemeentedossier.exchange.engine.cells.absence import absence_of, says_none
from gemeentedossier.exchange.engine.cells.reading import Note, Reading, changed, lost, notice
from gemeentedossier.exchange.engine.cells.splitting import Piece, pieces
from gemeentedossier.exchange.engine.vocabulary import KnowsNothing, Resolver
from gemeentedossier.exchange.engine.words import mended
from gemeentedossier.exchange.enums import RemarkCode, ResolvedKind
from gemeentedossier.exchange.facts import Named

NEIGHBOURS = {
    ResolvedKind.DATA_CATEGORY: (ResolvedKind.SUBJECT_CATEGORY, ResolvedKind.RECIPIENT),
    ResolvedKind.SUBJECT_CATEGORY: (ResolvedKind.DATA_CATEGORY, ResolvedKind.RECIPIENT),
}
"""Kinds that stray into each other's column."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A named thing with its number in the list and the numbers of the other list that it refers to."""

    named: Named
    number: str = ""
    refers_to: tuple[str, ...] = ()


def named(text: str, *, kind: ResolvedKind, resolver: Resolver) -> Named:
    """The text with its id. Broken letters are read as accented ones only where exactly one id fits."""
    found = resolver.resolve(kind, text)
    if found is not None:
        return Named(text, found)
    fitting = [(each, id_) for each in mended(text) if (id_ := resolver.resolve(kind, each)) is not None]
    if len({id_ for _, id_ in fitting}) == 1:
        return Named(*fitting[0])
    return Named(text)


def read_names(text: str, *, kind: ResolvedKind, resolver: Resolver) -> Reading[Listed]:
    """Every name in the cell; a part that is no value stands in a note."""
    if says_none(text):
        return Reading(notes=(changed(RemarkCode.DECLARED_NONE),))
    known = partial(_is_known, kind=kind, resolver=resolver)
    values: list[Listed] = []
    notes: list[Note] = []
    for piece in pieces(text, known=known):
        absent = absence_of(piece.text)
        if absent:
            notes.append(lost(absent, piece.text))
            continue
        listed = _listed(piece, kind=kind, resolver=resolver)
        values.append(listed)
        notes.extend(_stray(listed.named, kind=kind, resolver=resolver))
    return Reading(tuple(dict.fromkeys(values)), tuple(dict.fromkeys(notes)))


def _is_known(text: str, *, kind: ResolvedKind, resolver: Resolver) -> bool:
    return named(text, kind=kind, resolver=resolver).id is not None


def _listed(piece: Piece, *, kind: ResolvedKind, resolver: Resolver) -> Listed:
    return Listed(named(piece.text, kind=kind, resolver=resolver), piece.number, piece.refers_to)


def _stray(found: Named, *, kind: ResolvedKind, resolver: Resolver) -> list[Note]:
    if found.id is not None:
        return []
    for other in NEIGHBOURS.get(kind, ()):
        if resolver.resolve(other, found.text):
            return [notice(RemarkCode.OTHER_KIND, found.text, kind=other.value)]
    return []


def read_texts(text: str) -> Reading[str]:
    """A list of plain texts, such as systems or measures."""
    reading = read_names(text, kind=ResolvedKind.SOURCE, resolver=KnowsNothing())
    return Reading(tuple(each.named.text for each in reading.values), reading.notes)
