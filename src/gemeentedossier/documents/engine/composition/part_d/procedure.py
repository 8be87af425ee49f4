"""Chapters 1 to 3: what this document is, who does what when something goes wrong, and the terms that hold."""

from collections.abc import Iterator

from gemeentedossier.catalogue.engine.durations import parse_duration
from gemeentedossier.catalogue.facts.breaches import BreachRule, BreachRuleFor, BreachStep
"""What this document is, where a breach is reported, who does which step, and who decides."""

from collections.abc import Iterator

from gemeentedossier.catalogue.facts.breaches import BreachStep
from gemeentedossier.catalogue.facts.rules import Part
from gemeentedossier.documents.engine.blocks import Block, Note, NoteKind, Section, Text
from gemeentedossier.documents.engine.composition.material import Desk
from gemeentedossier.documents.engine.composition.outcome import outcome
from gemeentedossier.organisation.enums import Role

HOLDERS = {
    "privacy_officer": Role.PRIVACY_OFFICER,
    "data_protection_officer": Role.DATA_PROTECTION_OFFICER,
    "ciso": Role.CISO,
    "executive": Role.EXECUTIVE,
}
"""The roles of the procedure that somebody holds by name."""
TERMS = (
    BreachRuleFor.INTERNAL_REPORT,
    BreachRuleFor.PROCESSOR_REPORT,
    BreachRuleFor.AUTHORITY,
    BreachRuleFor.EARLY_WARNING,
    BreachRuleFor.INCIDENT,
    BreachRuleFor.FINAL_REPORT,
    BreachRuleFor.KEPT,
)


def about(desk: Desk) -> Section:
    """What this document is and what it rests on."""
from gemeentedossier.documents.engine.composition.wordings import in_the_netherlands, long_date
from gemeentedossier.organisation.enums import Role


def about(desk: Desk) -> Section:
    """What this document is about."""
    return desk.section("d.about.heading", "about", _about(desk))


def _about(desk: Desk) -> Iterator[Block]:
    w, organisation = desk.w, desk.w.dossier.organisation
    yield w.paragraph("d.about.intro", *w.origins.organisation("name"), municipality=organisation.name)
    if organisation.is_example:
        yield Note(NoteKind.ATTENTION, w.say("example", *w.origins.organisation("is_example")))
    yield w.paragraph("d.about.how", *w.origins.organisation("name"), day=w.today())
    yield outcome(desk, Part.D)


def steps(desk: Desk) -> Section:
    """The steps in their order, with who does them and within which time."""
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
    if not known:
        return
    yield w.paragraph("d.steps.intro")
    columns = ("column.d-step", "column.d-who-does", "column.d-within")
    yield w.table("d.steps.caption", columns, [_step(desk, each) for each in known])


def _step(desk: Desk, step: BreachStep) -> tuple[Text, ...]:
    w = desk.w
    because = (*w.say("d.steps.intro")[0].provenance.origins, *w.origins.references(step.law))
    role = w.word("d.role.everyone" if step.role == "everyone" else f"responsible.{step.role}")
    people = _holders(desk, step.role)
    return (
        w.value(step.name.in_language(w.language), because=because, slot=f"{step.id}-name"),
        w.value(f"{role}: {people}" if people else role, because=because, slot=f"{step.id}-role"),
        w.value(step.within.in_language(w.language), because=because, slot=f"{step.id}-within"),
    )


def _holders(desk: Desk, role: str) -> str:
    """Who holds the role on the day of the document, in words; empty where nobody does by name."""
    wanted = HOLDERS.get(role)
    people = desk.w.dossier.organisation.people
    return desk.w.listed(
        each.name for each in people if any(held.role is wanted and held.holds_on(desk.w.day) for held in each.roles)
    )


def terms(desk: Desk) -> Section:
    """The terms that hold on the day of the document, each with its law; one of our own says so."""
    return desk.section("d.terms.heading", "terms", _terms(desk))


def _terms(desk: Desk) -> Iterator[Block]:
    w = desk.w
    held = [rule for about in TERMS if (rule := w.catalogue.breach_rule(about, w.day))]
    if not held:
        return
    yield w.paragraph("d.terms.intro")
    columns = ("column.d-term-of", "column.d-lasts", "column.d-rests-on")
    yield w.table("d.terms.caption", columns, [_term(desk, each) for each in held])


def _term(desk: Desk, rule: BreachRule) -> tuple[Text, ...]:
    w = desk.w
    because = (*w.say("d.terms.intro")[0].provenance.origins, *w.origins.references(rule.law))
    lasts = parse_duration(rule.duration).wording(w.language) if rule.duration else ""
    if rule.hours:
        lasts = w.one("d.terms.hours", hours=rule.hours).text
    return (
        w.value(rule.name.in_language(w.language), because=because, slot=f"{rule.id}-name"),
        w.value(lasts, because=because, slot=f"{rule.id}-lasts"),
        w.value(w.origins.cited(rule.law) or w.word("d.terms.own"), because=because, slot=f"{rule.id}-law"),
    )
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
