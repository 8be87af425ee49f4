"""Parts A and B: each point in the assessment's own words, beside what the register says and what changed since."""

from collections.abc import Iterator

from gemeentedossier.catalogue.facts.assessments import ModelPoint
from gemeentedossier.documents.engine.blocks import Block, Note, NoteKind, Section, Text
from gemeentedossier.documents.engine.composition.assessing import day_of, quotes
from gemeentedossier.documents.engine.composition.impact_assessment.registered import registered
from gemeentedossier.documents.engine.composition.impact_assessment.report import Report
from gemeentedossier.documents.engine.composition.wordings import first_capital
from gemeentedossier.documents.engine.composition.writer import Writer
from gemeentedossier.documents.engine.provenance import Origin
from gemeentedossier.dossier.risks.engine.staleness import PointStanding
from gemeentedossier.dossier.risks.engine.statements import NAMES, Statement


def description(report: Report) -> Section:
    """Part A: what is done with which data of whom (GDPR 35(7)(a))."""
    return report.desk.section("i.part.A.heading", "part-a", (), points_in(report, "A"))


def lawfulness(report: Report) -> Section:
    """Part B: whether it is lawful, necessary and proportionate (GDPR 35(7)(b))."""
    return report.desk.section("i.part.B.heading", "part-b", (), points_in(report, "B"))


def points_in(report: Report, part: str) -> Iterator[Section]:
    """A section for each point of a part of the model."""
    for standing in report.standings:
        if standing.point.part == part:
            yield _point(report, standing)


def _point(report: Report, standing: PointStanding) -> Section:
    w, point = report.w, standing.point
    because = w.origins.references(point.law)
    heading = w.one("i.point", *because, number=point.number, name=point.name.in_language(w.language))
    blocks = (*written(report, standing), *registered(report, point))
    return Section(heading=heading, anchor=f"point-{point.number}", blocks=blocks)


def written(report: Report, standing: PointStanding) -> Iterator[Block]:
    """What the assessment says on a point, who looked whether it fits, and what changed since."""
    w, paragraph = report.w, standing.paragraph
    because = _origins(report, standing.point)
    asks = standing.point.asks.in_language(w.language)
    yield w.paragraph("i.point.asks", *w.origins.references(standing.point.law), asks=asks)
    if paragraph is None or not paragraph.text.strip():
        yield w.paragraph("i.point.unwritten", *because)
    else:
        yield from quotes(w, paragraph.text, *because, slot=f"point-{standing.point.number}")
    if paragraph and paragraph.noted_at:
        yield w.paragraph("i.point.noted", *because, day=day_of(w, paragraph.noted_at), who=paragraph.noted_by or "–")
    yield from changed(w, standing, *because)


def _origins(report: Report, point: ModelPoint) -> tuple[Origin, ...]:
    return (*report.kept.origins(f"paragraphs.{point.number}"), *report.w.origins.references(point.law))


def changed(w: Writer, standing: PointStanding, *because: Origin) -> Iterator[Block]:
    """What the register says otherwise than when a point was written (GDPR 35(11)); nothing where it fits."""
    if standing.delta is None:
        return
    rule = w.origins.rule("assessment-older-than-its-facts")
    yield Note(NoteKind.ATTENTION, w.say("i.stale.note", rule, *because))
    names = dict.fromkeys(name for name, _ in (*standing.delta.gone, *standing.delta.new))
    rows = [_change(w, name, standing.delta.gone, standing.delta.new, because) for name in names]
    yield w.table("i.stale.caption", ("column.fact", "column.then", "column.now"), rows)


def _change(
    w: Writer, name: str, gone: tuple[Statement, ...], new: tuple[Statement, ...], because: tuple[Origin, ...]
) -> tuple[Text, ...]:
    label = NAMES[name].in_language(w.language) if name in NAMES else name
    then, now = ("; ".join(words for own, words in each if own == name) for each in (gone, new))
    return (
        w.said(label, *because, slot=f"{name}-changed"),
        w.value(first_capital(then) or "–", because=because, slot=f"{name}-then"),
        w.value(first_capital(now) or "–", because=because, slot=f"{name}-now"),
    )
