"""The report on one breach to the executive: what happened, the clock, the decisions and the measures."""

from collections.abc import Iterator

from gemeentedossier.documents.engine.blocks import Block, DefinitionList, Document, Note, NoteKind, Text
from gemeentedossier.documents.engine.composition.breached import at, clocks, of_breach
from gemeentedossier.documents.engine.composition.document import finished
from gemeentedossier.documents.engine.composition.material import Desk, Material, desk_for
from gemeentedossier.documents.engine.composition.writer import quoted
from gemeentedossier.documents.engine.provenance import Origin
from gemeentedossier.dossier.breaches.engine.clock import BreachClock
from gemeentedossier.dossier.breaches.engine.triage import state_of
from gemeentedossier.dossier.breaches.engine.words import word
from gemeentedossier.dossier.breaches.enums import DecisionKind
from gemeentedossier.dossier.breaches.facts import BreachDecision, BreachMeasure, PersonalDataBreach


def compose_breach_report(material: Material, breach: PersonalDataBreach, *, language: str = "nl") -> Document:
    """How a breach stands at the moment of the snapshot."""
    desk = desk_for(material, language=language)
    sections = (
        desk.section("q.what.heading", "what", _what(desk, breach)),
        desk.section("q.clock.heading", "clock", _clock(desk, breach)),
        desk.section("q.decided.heading", "decided", _decided(desk, breach)),
        desk.section("q.measures.heading", "measures", _measures(desk, breach)),
    )
    return finished(desk, "q", sections, about=f"{breach.number} {breach.title}")


def _what(desk: Desk, breach: PersonalDataBreach) -> Iterator[Block]:
    w, kept, hit = desk.w, of_breach(desk, breach), breach.concerned
    if w.dossier.organisation.is_example:
        yield Note(NoteKind.ATTENTION, w.say("example", *w.origins.organisation("is_example")))
    state = word(state_of(breach), w.language)
    yield w.paragraph("q.what.intro", *kept.origins("name"), day=w.today(), state=state)
    numbers = [str(each) for each in dict.fromkeys((hit.people_min, hit.people_max)) if each is not None]
    risk = breach.judgement.risk
    yield DefinitionList(
        (
            w.definition("label.facts", kept.words(breach.nature.summary or breach.first_account, "nature")),
            w.definition("label.people-count", kept.cell("–".join(numbers), "concerned")),
            w.definition(
                "label.risk-judged",
                kept.said(word(risk, w.language), "judgement") if risk else kept.cell("", "judgement"),
            ),
        )
    )


def _clock(desk: Desk, breach: PersonalDataBreach) -> Iterator[Block]:
    columns = ("column.term", "column.from", "column.until", "column.state")
    yield desk.w.table("q.clock.caption", columns, [_term(desk, breach, each) for each in clocks(desk, breach)])


def _term(desk: Desk, breach: PersonalDataBreach, clock: BreachClock) -> tuple[Text, ...]:
    w, because = desk.w, of_breach(desk, breach).origins("moments")
    sources: tuple[Origin, ...] = (*because, *w.origins.references(clock.rule.law if clock.rule else ()))
    return (
        w.said(word(clock.kind, w.language), *sources, slot=clock.kind),
        w.value_or_unknown(at(desk, clock.started_at), *because, slot=f"{clock.kind}.from"),
        w.value(at(desk, clock.due_at) or "–", because=sources, slot=f"{clock.kind}.until"),
        w.said(w.word(f"clock.{clock.state}"), *because, slot=f"{clock.kind}.state"),
    )


def _decided(desk: Desk, breach: PersonalDataBreach) -> Iterator[Block]:
    w, kept = desk.w, of_breach(desk, breach)
    for each in breach.advices:
        yield w.paragraph("q.advice", *kept.origins("advice"), words=quoted(each.text))
        if each.answer:
            yield w.paragraph("q.advice-answer", *kept.origins("advice"), words=quoted(each.answer))
    made = [found for kind in DecisionKind if (found := breach.decision(kind))]
    if made:
        columns = ("column.decision", "column.outcome", "column.reason", "column.by")
        yield w.table("q.decided.caption", columns, [_decision(desk, breach, each) for each in made])
    else:
        yield w.paragraph("q.decided.none", *kept.origins("decisions"))


def _decision(desk: Desk, breach: PersonalDataBreach, decision: BreachDecision) -> tuple[Text, ...]:
    w, because, key = desk.w, of_breach(desk, breach).origins("decisions"), decision.kind
    ground = word(decision.ground, w.language) if decision.ground else ""
    outcome = ", ".join(filter(None, (w.word("q.yes" if decision.is_yes else "q.no"), ground)))
    who = ", ".join(filter(None, (decision.decided_by, at(desk, decision.decided_at))))
    return (
        w.said(word(key, w.language), *because, slot=key),
        w.said(outcome, *because, slot=f"{key}.outcome"),
        w.quoted_or_unknown(decision.reason, *because, slot=f"{key}.reason"),
        w.value_or_unknown(who, *because, slot=f"{key}.by"),
    )


def _measures(desk: Desk, breach: PersonalDataBreach) -> Iterator[Block]:
    w = desk.w
    if breach.measures:
        columns = ("column.measure", "column.owner", "column.until-day", "column.done-on")
        yield w.table("q.measures.caption", columns, [_measure(desk, breach, each) for each in breach.measures])
    else:
        yield w.paragraph("q.measures.none", *of_breach(desk, breach).origins("measures"))


def _measure(desk: Desk, breach: PersonalDataBreach, measure: BreachMeasure) -> tuple[Text, ...]:
    kept, field = of_breach(desk, breach), f"measures.{measure.id}"
    return (
        kept.words(measure.what, f"{field}.what"),
        kept.cell(measure.owner, f"{field}.owner"),
        kept.day(measure.due_on, f"{field}.due_on"),
        kept.day(measure.done_on, f"{field}.done_on"),
    )
