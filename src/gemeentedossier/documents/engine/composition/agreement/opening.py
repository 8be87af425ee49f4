"""How the text stands: a draft or signed, what is still open, and the standard that municipalities have."""

from collections.abc import Iterator

from gemeentedossier.documents.engine.blocks import Block, Note, NoteKind, Section
from gemeentedossier.documents.engine.composition.material import Desk
from gemeentedossier.documents.engine.composition.records import record
from gemeentedossier.dossier.agreements.engine.points import points_of
from gemeentedossier.dossier.agreements.enums import AgreementKind
from gemeentedossier.dossier.agreements.facts import Agreement


def opening(desk: Desk, agreement: Agreement) -> Section:
    """What a reader must know of the text before reading it."""
    return desk.section("g.opening.heading", "opening", _opening(desk, agreement))


def _opening(desk: Desk, agreement: Agreement) -> Iterator[Block]:
    w, kept = desk.w, record(desk.w, "agreement", agreement, agreement.name)
    if w.dossier.organisation.is_example:
        yield Note(NoteKind.ATTENTION, w.say("example", *w.origins.organisation("is_example")))
    if agreement.signed_on is None:
        yield Note(NoteKind.ATTENTION, w.say("g.opening.draft", *kept.origins("signed_on"), day=w.today()))
    waiting = sum(agreement.agreed(each) is None for each in points_of(agreement.kind))
    if waiting:
        yield w.paragraph("g.opening.waiting", *kept.origins("points"), count=waiting)
    yield w.paragraph(f"g.opening.{agreement.kind}", *kept.origins("kind"))
    if agreement.kind is AgreementKind.PROCESSOR:
        yield Note(NoteKind.INFO, w.say("g.opening.standard"))
