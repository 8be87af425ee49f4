"""Chapters 1 and 2: what this document is, and who answers for security."""

from collections.abc import Iterator

from gemeentedossier.catalogue.facts.rules import Part
from gemeentedossier.documents.engine.blocks import Block, Note, NoteKind, Section
from gemeentedossier.documents.engine.composition.material import Desk
from gemeentedossier.documents.engine.composition.outcome import outcome
from gemeentedossier.documents.engine.composition.records import about_records, of_measure, of_system
from gemeentedossier.organisation.enums import Role


def about(desk: Desk) -> Section:
    """What this document is and what it rests on."""
    return desk.section("b.about.heading", "about", _about(desk))


def _about(desk: Desk) -> Iterator[Block]:
    w, recorded = desk.w, desk.w.dossier
    yield w.paragraph("b.about.intro", *w.origins.organisation("name"), municipality=recorded.organisation.name)
    if recorded.organisation.is_example:
        yield Note(NoteKind.ATTENTION, w.say("example", *w.origins.organisation("is_example")))
    yield w.paragraph("b.about.how", *w.origins.organisation("activities"), day=w.today())
    if not desk.activities:
        yield Note(NoteKind.ATTENTION, w.say("no-activities", *w.origins.organisation("activities")))
        return
    yield w.paragraph(
        "b.about.count",
        *w.origins.organisation("activities"),
        activities=desk.counted(len(desk.activities)),
        systems=len(recorded.systems),
        measures=len(recorded.measures),
    )
    yield outcome(desk, Part.B)


def responsible(desk: Desk) -> Section:
    """The controllers, the CISO, and who looks after systems and measures."""
    return desk.section("b.who.heading", "responsible", _responsible(desk))


def _responsible(desk: Desk) -> Iterator[Block]:
    w, recorded = desk.w, desk.w.dossier
    yield w.paragraph("b.who.intro")
    people, officers = w.origins.organisation("people"), _officers(desk)
    yield w.paragraph("b.who.ciso", *people, people=officers) if officers else w.paragraph("b.who.no-ciso", *people)
    systems = [of_system(w, each) for each in recorded.systems if not each.owner]
    yield from about_records(desk, "b.who.systems-unowned", systems, "owner")
    measures = [of_measure(w, each) for each in recorded.measures if not each.owner]
    yield from about_records(desk, "b.who.measures-unowned", measures, "owner")


def _officers(desk: Desk) -> str:
    """Who holds the role on the day of the document, in words."""
    people = desk.w.dossier.organisation.people
    return desk.w.listed(
        each.name for each in people if any(held.role is Role.CISO and held.holds_on(desk.w.day) for held in each.roles)
    )
