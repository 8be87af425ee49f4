"""Title, subtitle and the particulars of a document."""

from collections.abc import Sequence

from gemeentedossier.documents.engine.blocks import Document, Section
from gemeentedossier.documents.engine.composition.material import Desk
from gemeentedossier.documents.engine.composition.wordings import in_the_netherlands


def finished(
    desk: Desk, prefix: str, sections: Sequence[Section], *, about: str = "", is_draft: bool = False
) -> Document:
    """The document of these sections. Its version is the day of the snapshot, with the ledger number if it has one.

    ``about`` is the record that it is about, where it is about one. ``is_draft`` where something in it is still to be
    filled in: the title says so.
    """
    w = desk.w
    name = w.dossier.organisation.name
    number = w.dossier.ledger_number
    day = w.day.isoformat()
    title = w.one(f"{prefix}.title-draft" if is_draft else f"{prefix}.title")
    return Document(
        title=title,
        subtitle=w.one(f"{prefix}.subtitle", *w.origins.organisation("name"), municipality=name, about=about),
        language=w.language,
        municipality=name,
        subject=title.text,
        version=day if number is None else f"{day}.{number}",
        moment=in_the_netherlands(w.dossier.moment),
        keywords=("AVG", "GDPR", name),
        sections=tuple(sections),
    )
