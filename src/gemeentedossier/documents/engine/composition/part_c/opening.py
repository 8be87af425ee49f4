"""Chapter 1: what this document is, and what it is about."""

from collections.abc import Iterator

from gemeentedossier.catalogue.facts.rules import Part
from gemeentedossier.documents.engine.blocks import Block, Note, NoteKind, Section
from gemeentedossier.documents.engine.composition.material import Desk
from gemeentedossier.documents.engine.composition.outcome import outcome


def about(desk: Desk) -> Section:
    """What this document is and what it rests on."""
    return desk.section("c.about.heading", "about", _about(desk))


def _about(desk: Desk) -> Iterator[Block]:
    w, recorded = desk.w, desk.w.dossier
    yield w.paragraph("c.about.intro", *w.origins.organisation("name"), municipality=recorded.organisation.name)
    if recorded.organisation.is_example:
        yield Note(NoteKind.ATTENTION, w.say("example", *w.origins.organisation("is_example")))
    yield w.paragraph("c.about.how", *w.origins.organisation("activities"), day=w.today())
    if not desk.activities:
        yield Note(NoteKind.ATTENTION, w.say("no-activities", *w.origins.organisation("activities")))
        return
    yield w.paragraph(
        "c.about.count",
        *w.origins.organisation("activities"),
        activities=desk.counted(len(desk.activities)),
        prescans=len(recorded.prescans),
        assessments=len(recorded.impact_assessments),
    )
    yield outcome(desk, Part.C)
