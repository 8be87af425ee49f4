"""A party that a list makes new and whose name looks like another's: told, and never joined by itself."""

from collections.abc import Iterable, Iterator

from gemeentedossier.dossier.parties.engine.alike import NamesAlike
from gemeentedossier.exchange.enums import Field, RemarkCode, Severity
from gemeentedossier.exchange.facts import Place, Remark

New = tuple[str, Place, Field]
"""The name of a new party, where it stands, and in what kind of column."""


def new_in(remarks: Iterable[Remark]) -> Iterator[New]:
    """The parties that were told to be new."""
    for each in remarks:
        if each.code is RemarkCode.NEW_PARTY and each.field:
            yield each.original, each.place, each.field


def alike(new: Iterable[New], known: Iterable[str]) -> Iterator[Remark]:
    """One remark for each new party that looks like a known one, or like another that is new."""
    names = NamesAlike(known)
    for name, place, of in new:
        for like in names.like(name)[:1]:
            yield Remark(RemarkCode.LOOKS_LIKE, place, name, Severity.NOTICE, of, (("known", like),))
        names.add(name)
