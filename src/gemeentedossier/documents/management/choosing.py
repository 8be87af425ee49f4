"""What a call of the command asks to write: documents of the whole dossier, or papers about one record."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.core.management.base import CommandError
from django.utils.text import slugify
from django.utils.translation import gettext as _

from gemeentedossier.documents.actions.papers import state_of
from gemeentedossier.documents.engine.blocks import Document
from gemeentedossier.documents.engine.composition import compose
from gemeentedossier.documents.engine.composition.material import Material
from gemeentedossier.documents.engine.composition.papers import Paper, papers_in
from gemeentedossier.documents.engine.rendering import Format
from gemeentedossier.documents.enums import DocumentKind, PaperKind
from gemeentedossier.foundation.engine.progress import counted

LONGEST_NAME = 60
"""Characters of what a record is called that a file is named after."""
EVERY = "all"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which documents, or which papers about which records; of no record is of every one."""

    documents: tuple[DocumentKind, ...] = ()
    papers: tuple[PaperKind, ...] = ()
    about: tuple[UUID, ...] = ()
    language: str = "nl"
    moment: dt.datetime | None = None

    @property
    def name(self) -> str:
        """What tells it from another call, in a file name."""
        which = "-".join((*self.documents, *self.papers)) if len(self.documents) != len(DocumentKind) else EVERY
        return "-".join((which, *(each.hex[:8] for each in self.about), self.language))

    def state(self, forms: Sequence[Format]) -> str:
        """What decides how the files come out; inside the scope."""
        about = ",".join(map(str, self.about)) or EVERY
        return "\n".join(
            f"{kind}:{about}:{form}:{self.language}:{state_of(self.moment)}"
            for kind in (*self.documents, *self.papers)
            for form in forms
        )


def wanted_by(
    *, document: str | None, paper: str | None, about: Sequence[str], language: str, moment: dt.datetime | None
) -> Wanted:
    """Return what is asked; CommandError where records are named and no kind of paper."""
    if paper is None:
        if about:
            raise CommandError(_("A record is named, but not which paper about it. Add --paper."), returncode=2)
        kinds = tuple(DocumentKind) if document in (None, EVERY) else (DocumentKind(document),)
        return Wanted(documents=kinds, language=language, moment=moment)
    keys = () if EVERY in about else tuple(_key(each) for each in about)
    kinds_of_papers = tuple(PaperKind) if paper == EVERY else (PaperKind(paper),)
    return Wanted(papers=kinds_of_papers, about=keys, language=language, moment=moment)


def _key(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        told = _("“%(text)s” is not the key of a record. It stands in the address of its page.") % {"text": text}
        raise CommandError(told, returncode=2) from None


def composed(wanted: Wanted, material: Material) -> tuple[tuple[str, Document], ...]:
    """Return each document with the part of its file name that says what it is; CommandError for an unknown record."""
    chosen = tuple(_papers(wanted, material))
    names = _names(chosen)
    made = [(str(kind), compose(kind, material, language=wanted.language)) for kind in wanted.documents]
    told = counted(zip(names, chosen, strict=True), step="compose", total=len(chosen))
    return (*made, *((name, paper.composed(language=wanted.language)) for name, paper in told))


def _papers(wanted: Wanted, material: Material) -> Iterator[Paper]:
    every = [paper for kind in wanted.papers for paper in papers_in(material, kind)]
    missing = set(wanted.about) - {paper.about for paper in every}
    if missing:
        told = _("There is no paper of this kind about “%(key)s”. Nothing was written; look the key up on its page.")
        raise CommandError(told % {"key": min(missing)})
    yield from (paper for paper in every if not wanted.about or paper.about in wanted.about)


def _names(papers: Sequence[Paper]) -> list[str]:
    """A name for each, by what its record is called; of those that are called the same, with the key."""
    named = [f"{each.kind}-{slugify(each.name)[:LONGEST_NAME].strip('-')}".strip("-") for each in papers]
    often = Counter(named)
    return [f"{name}-{paper.about.hex}" if often[name] > 1 else name for name, paper in zip(named, papers, strict=True)]
