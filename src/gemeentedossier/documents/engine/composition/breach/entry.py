"""The entry of one breach in the register of Article 33(5)."""

from collections.abc import Iterator

from gemeentedossier.documents.engine.blocks import Block, Document, Note, NoteKind
from gemeentedossier.documents.engine.composition.breached import of_breach
from gemeentedossier.documents.engine.composition.document import finished
from gemeentedossier.documents.engine.composition.material import Desk, Material, desk_for
from gemeentedossier.documents.engine.composition.wordings import first_capital
from gemeentedossier.dossier.breaches.engine.register import register_lines
from gemeentedossier.dossier.breaches.facts import PersonalDataBreach


def compose_entry(material: Material, breach: PersonalDataBreach, *, language: str = "nl") -> Document:
    """Every line of the register about this breach, what nobody recorded included."""
    desk = desk_for(material, language=language)
    section = desk.section("y.entry.heading", "entry", _entry(desk, breach))
    return finished(desk, "y", (section,), about=f"{breach.number} {breach.title}")


def _entry(desk: Desk, breach: PersonalDataBreach) -> Iterator[Block]:
    w, kept = desk.w, of_breach(desk, breach)
    if w.dossier.organisation.is_example:
        yield Note(NoteKind.ATTENTION, w.say("example", *w.origins.organisation("is_example")))
    yield w.paragraph("y.entry.intro")
    names = {each.id: each.name for each in w.dossier.activities}
    because = kept.origins("name")
    rows = [
        (
            w.said(heading, *because, slot=f"{number}.heading"),
            w.value_or_unknown(first_capital(text), *because, slot=f"{number}.text"),
        )
        for line in register_lines((breach,), w.catalogue, activities=names, language=w.language)
        for number, (heading, text) in enumerate(line.cells)
    ]
    yield w.table("y.entry.caption", ("column.register-line", "column.recorded"), rows)
