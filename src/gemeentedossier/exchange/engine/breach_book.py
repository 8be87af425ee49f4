"""The register of breaches as a workbook: facts, effects and what was done of every breach (GDPR 33(5))."""

from collections.abc import Iterator, Sequence

from gemeentedossier.catalogue.facts.catalogue import Catalogue
from gemeentedossier.catalogue.facts.sources import Text
from gemeentedossier.dossier.breaches.engine.register import RegisterLine, register_lines
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.exchange.engine.writing.books import Book, Column, Sheet, Value

TITLE = Text("Register van datalekken", "Register of breaches")


def breach_book(dossier: Dossier, catalogue: Catalogue, *, language: str) -> Book:
    """The register as it stands; exercises are left out, and each text is as it is, never a formula."""
    names = {each.id: each.name for each in dossier.activities}
    lines = register_lines(dossier.breaches, catalogue, activities=names, language=language)
    headings = lines[0].cells if lines else ()
    return Book(
        title=f"{TITLE.in_language(language)} {dossier.organisation.name}",
        language=language,
        sheets=(
            Sheet(
                name=TITLE.in_language(language),
                columns=tuple(Column(heading=heading, width=24) for heading, _ in headings)
                or (Column(heading=TITLE.in_language(language), width=40),),
                rows=_rows(lines),
            ),
        ),
    )


def _rows(lines: Sequence[RegisterLine]) -> Iterator[Sequence[Value]]:
    for line in lines:
        yield tuple(text for _, text in line.cells)
