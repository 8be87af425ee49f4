"""How the municipality reads open norms, and on whose word it decided where the law is contested."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from gemeentedossier.assessment.engine.readings import (
    Names,
    Readings,
    Standing,
    named,
    readings_in,
    record_names,
)
from gemeentedossier.assessment.engine.saying import HOLDERS
from gemeentedossier.catalogue.facts.norms import OpenNorm
from gemeentedossier.documents.engine.blocks import Block, Note, NoteKind, Paragraph, Section
from gemeentedossier.documents.engine.composition.material import Desk
from gemeentedossier.documents.engine.composition.wordings import anchor_of, long_date
from gemeentedossier.documents.engine.composition.writer import quoted
from gemeentedossier.documents.engine.provenance import Origin
from gemeentedossier.dossier.governance.facts import ContestedMatter, Interpretation, Position, Reliance


@dataclass(frozen=True, slots=True)
class Law:
    """How the law is read on the day of the document, and what everything is called that rests on it."""

    readings: Readings
    names: Names


def law_read(desk: Desk) -> list[Section]:
    """The chapters on open norms and on contested law; of the latter none where nothing is contested."""
    dossier = desk.w.dossier
    law = Law(readings_in(dossier, day=desk.w.day), record_names(dossier, desk.by_id.values()))
    chapters = [_norms(desk, law)]
    if dossier.matters:
        children = [_matter(desk, law, each) for each in dossier.matters]
        intro = [desk.w.paragraph("r.matters.intro")]
        chapters.append(desk.section("r.matters.heading", "matters", intro, children))
    return chapters


def _norms(desk: Desk, law: Law) -> Section:
    w = desk.w
    every = sorted(w.catalogue.open_norms.values(), key=lambda each: each.name.in_language(w.language).casefold())
    read = [each for each in every if _telling(law, each)]
    blocks: list[Block] = [w.paragraph("r.readings.intro")]
    unread = [each.name.in_language(w.language) for each in every if each not in read]
    if unread:
        blocks.append(w.paragraph("r.readings.none", *w.origins.organisation("name"), norms=w.listed(unread)))
    return desk.section("r.readings.heading", "readings", blocks, [_norm(desk, law, each) for each in read])


def _telling(law: Law, norm: OpenNorm) -> tuple[Interpretation, ...]:
    """The readings that hold, and those that ended while something still rests on them."""
    every = law.readings.of_norm(norm.id)
    return tuple(each for each in every if each.holds_on(law.readings.day) or law.readings.resting_on(each.id))


def _norm(desk: Desk, law: Law, norm: OpenNorm) -> Section:
    w = desk.w
    laws = w.origins.references(norm.law)
    blocks: list[Block] = [w.paragraph("r.reading.asks", *laws, asks=norm.asks.in_language(w.language))]
    held = law.readings.holding(norm.id)
    if len(held) > 1:
        because = (w.origins.rule("norm-read-differently"), *(_origin(desk, each) for each in held))
        blocks.append(Note(NoteKind.ATTENTION, w.say("r.reading.differs", *because)))
    for each in _telling(law, norm):
        blocks += _held(desk, law, each) if each in held else [_ended(desk, law, each)]
    heading = w.one("r.readings.norm", *laws, norm=f"“{norm.name.in_language(w.language)}”")
    return Section(heading=heading, anchor=anchor_of("norm", norm.id), blocks=tuple(blocks))


def _held(desk: Desk, law: Law, reading: Interpretation) -> Iterator[Block]:
    w, origin = desk.w, _origin(desk, reading)
    since = long_date(reading.decided_on, language=w.language)
    said = w.say(
        "r.reading.held",
        origin,
        day=since,
        reading=quoted(reading.reading),
        reason=quoted(reading.reason),
        person=reading.decided_by,
    )
    if reading.review_on:
        clause = "r.reading.review" if reading.review_on >= law.readings.day else "r.reading.review-over"
        said += w.say(clause, origin, day=long_date(reading.review_on, language=w.language))
    yield Paragraph(said)
    applied = tuple(named(law.readings.resting_on(reading.id), law.names))
    if applied:
        yield w.paragraph("r.reading.applied", origin, *_records(desk, law, reading), records=w.listed(applied))
    else:
        yield w.paragraph("r.reading.nowhere", origin)


def _ended(desk: Desk, law: Law, reading: Interpretation) -> Note:
    w = desk.w
    applied = w.listed(named(law.readings.resting_on(reading.id), law.names))
    because = (w.origins.rule("rests-on-ended-reading"), _origin(desk, reading), *_records(desk, law, reading))
    until = long_date(reading.ended_on or law.readings.day, language=w.language)
    told = w.say("r.reading.ended", *because, day=until, reading=quoted(reading.reading), records=applied)
    return Note(NoteKind.ATTENTION, told)


def _origin(desk: Desk, reading: Interpretation) -> Origin:
    return desk.w.origins.entry("interpretation", reading.id, reading.reading, "reading")


def _records(desk: Desk, law: Law, reading: Interpretation) -> Iterable[Origin]:
    """The activities that rest on a reading, as sources."""
    keys = {each.subject_id for each in law.readings.resting_on(reading.id)}
    return desk.fields((activity for key, activity in desk.by_id.items() if key in keys), "name")


def _matter(desk: Desk, law: Law, matter: ContestedMatter) -> Section:
    w = desk.w
    origin = w.origins.entry("matter", matter.id, matter.title, "question")
    blocks: list[Block] = [w.paragraph("r.matter.question", origin, question=matter.question)]
    for position in matter.positions:
        blocks += _position(desk, law, position)
    heading = w.one("r.matters.matter", origin, title=matter.title)
    return Section(heading=heading, anchor=anchor_of("matter", str(matter.id)), blocks=tuple(blocks))


def _position(desk: Desk, law: Law, position: Position) -> Iterator[Block]:
    w, holder = desk.w, HOLDERS[position.holder].in_language(desk.w.language)
    origin = w.origins.entry("position", position.id, position.reference, "statement")
    yield w.paragraph(
        "r.position.held",
        origin,
        day=long_date(position.stated_on, language=w.language),
        holder=holder,
        statement=quoted(position.statement),
        reference=position.reference,
    )
    for each in law.readings.resting_on(position.id):
        yield from _decided(desk, law, each, origin)


def _decided(desk: Desk, law: Law, reliance: Reliance, origin: Origin) -> Iterator[Block]:
    w, name = desk.w, law.names.get(reliance.subject_id)
    if name is None:
        return
    yield w.paragraph("r.position.decided", origin, record=name, note=quoted(reliance.note))
    if law.readings.standing_of(reliance) is Standing.OVERTAKEN:
        rule = w.origins.rule("rests-on-superseded-position")
        yield Note(NoteKind.ATTENTION, w.say("r.position.overtaken", rule, origin))
