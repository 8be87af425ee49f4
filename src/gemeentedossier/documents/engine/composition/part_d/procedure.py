"""What this document is, where a breach is reported, who does which step, and who decides."""

from collections.abc import Iterator

from gemeentedossier.catalogue.facts.breaches import BreachStep
from gemeentedossier.catalogue.facts.rules import Part
from gemeentedossier.documents.engine.blocks import Block, Note, NoteKind, Section, Text
from gemeentedossier.documents.engine.composition.material import Desk
from gemeentedossier.documents.engine.composition.outcome import outcome
from gemeentedossier.documents.engine.composition.wordings import in_the_netherlands, long_date
from gemeentedossier.organisation.enums import Role


def about(desk: Desk) -> Section:
    """What this document is about."""
    return desk.section("d.about.heading", "about", _about(desk))


def _about(desk: Desk) -> Iterator[Block]:
    w = desk.w
    yield w.paragraph("d.about.intro", *w.origins.organisation("name"))
    if w.dossier.organisation.is_example:
        yield Note(NoteKind.ATTENTION, w.say("example", *w.origins.organisation("is_example")))
    yield outcome(desk, Part.D)


def door(desk: Desk) -> Section:
    """Where a breach is reported: with or without an account, from inside and outside."""
    return desk.section("d.door.heading", "door", _door(desk))


def _door(desk: Desk) -> Iterator[Block]:
    w, moment = desk.w, desk.w.dossier.moment
    yield w.paragraph("d.door.intro")
    links = [each for each in w.dossier.report_links if each.ended_at is None or each.ended_at > moment]
    because = w.origins.organisation("report_links")
    if links:
        made = max(each.made_at for each in links)
        day = long_date(in_the_netherlands(made).date(), language=w.language)
        yield w.paragraph("d.door.link", *because, day=day)
    else:
        yield w.paragraph("d.door.no-link", *because)
    if contact := w.dossier.organisation.contact_point:
        yield w.paragraph("d.door.contact", *w.origins.organisation("contact_point"), contact=contact)


def steps(desk: Desk) -> Section:
    """The steps of the catalogue, with who holds the role that takes each."""
    return desk.section("d.steps.heading", "steps", _steps(desk))


def _steps(desk: Desk) -> Iterator[Block]:
    w, known = desk.w, desk.w.catalogue.breach_steps
    people = w.origins.organisation("people")
    yield w.paragraph("d.steps.intro")
    if known:
        columns = ("column.step", "column.responsible", "column.holders", "column.within")
        yield w.table("d.steps.caption", columns, [_step(desk, each) for each in known])
    roles = [role for role in Role if role.value in {each.role for each in known}]
    counted = {role: len(holders(desk, role)) for role in roles}
    for clause, count in (("d.steps.nobody", 0), ("d.steps.alone", 1)):
        if found := [w.word(f"responsible.{role}") for role, number in counted.items() if number == count]:
            yield w.paragraph(clause, *people, roles=w.listed(found))


def _step(desk: Desk, step: BreachStep) -> tuple[Text, ...]:
    w, because = desk.w, desk.w.origins.references(step.law)
    role, known = w.word(f"responsible.{step.role}"), step.role in set(Role)
    people = w.origins.organisation("people")
    names = w.listed(holders(desk, Role(step.role))) if known else "–"
    return (
        w.value(
            f"{step.number}. {step.name.in_language(w.language)}",
            because=because or people,
            slot=step.id,
        ),
        w.said(role, *(because or people), slot=f"{step.id}.role"),
        w.value_or_unknown(names, *people, slot=f"{step.id}.holders"),
        w.said(step.within.in_language(w.language), *(because or people), slot=f"{step.id}.within"),
    )


def holders(desk: Desk, role: Role) -> list[str]:
    """The names of who holds a role on the day of the snapshot."""
    people = desk.w.dossier.organisation.people
    return sorted({each.name for each in people if each.holds_on(role, desk.w.day)})


def mandate(desk: Desk) -> Section:
    """Who decides to notify and to tell."""
    return desk.section("d.mandate.heading", "mandate", _mandate(desk))


def _mandate(desk: Desk) -> Iterator[Block]:
    w, people = desk.w, desk.w.origins.organisation("people")
    yield w.paragraph("d.mandate.text")
    if names := holders(desk, Role.EXECUTIVE):
        yield w.paragraph("d.mandate.who", *people, names=w.listed(names))
    else:
        yield w.paragraph("d.mandate.nobody", *people)
