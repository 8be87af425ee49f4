"""The report of the data protection officer over a period: a judgement of the officer's own, and numbers with cases."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from gemeentedossier.documents.engine.blocks import (
    Block,
    BulletList,
    Document,
    Note,
    NoteKind,
    Paragraph,
    Section,
    Table,
    Text,
)
from gemeentedossier.documents.engine.composition.document import finished
from gemeentedossier.documents.engine.composition.material import Desk, Material, desk_for
from gemeentedossier.documents.engine.composition.records import Record, record
from gemeentedossier.documents.engine.composition.wordings import long_date
from gemeentedossier.documents.engine.provenance import Origin
from gemeentedossier.dossier.governance.facts import OfficerReport
from gemeentedossier.method.engine.advice import OPEN, GivenAdvice, advices_by, standing_of
from gemeentedossier.method.engine.independence import AtStake, Stake, at_stake
from gemeentedossier.method.engine.officer_figures import Figure, Period

NAMED = 5
"""How many cases of a number the document names; the page of the report names them all."""
COLUMNS = ("column.figure", "column.number-of", "column.which")


def compose_report(
    material: Material, report: OfficerReport, figures: Sequence[Figure], *, language: str = "nl"
) -> Document:
    """The report in ``nl`` or ``en``; ``material`` and ``figures`` are those of the end of its period."""
    desk = desk_for(material, language=language)
    kept = record(desk.w, "officer_report", report, period_in_words(report, language))
    sections = (
        desk.section("o.about.heading", "about", _about(desk, report, kept)),
        desk.section("o.judgement.heading", "judgement", _judgement(desk, report, kept)),
        desk.section("o.advice.heading", "advice", _advice(desk, report)),
        desk.section("o.independence.heading", "independence", _independence(desk)),
        desk.section("o.figures.heading", "figures", (desk.w.paragraph("o.figures.intro"),), _groups(desk, figures)),
    )
    about = period_in_words(report, language)
    return finished(desk, "o", sections, about=about, is_draft=not report.is_adopted)


def period_in_words(report: OfficerReport, language: str) -> str:
    """The first and the last day."""
    return f"{long_date(report.begins_on, language=language)} – {long_date(report.ends_on, language=language)}"


def _about(desk: Desk, report: OfficerReport, kept: Record) -> Iterator[Block]:
    w = desk.w
    yield w.paragraph("o.about.intro", *kept.origins("begins_on"), period=kept.name)
    if w.dossier.organisation.is_example:
        yield Note(NoteKind.ATTENTION, w.say("example", *w.origins.organisation("is_example")))
    if report.is_adopted and report.adopted_at:
        day = long_date(report.adopted_at.date(), language=w.language)
        yield w.paragraph("o.about.adopted", *kept.origins("adopted_at"), name=report.adopted_by, day=day)
    else:
        yield Note(NoteKind.ATTENTION, w.say("o.about.draft", *kept.origins("adopted_at")))


def _judgement(desk: Desk, report: OfficerReport, kept: Record) -> Iterator[Block]:
    w = desk.w
    yield w.paragraph("o.judgement.own", *kept.origins("written_by"), name=report.written_by)
    for text, field, clause in (
        (report.judgement, "judgement", "o.judgement.none"),
        (report.advice, "advice", "o.judgement.no-advice"),
    ):
        if text.strip():
            lines = [each for each in text.splitlines() if each.strip()]
            because = kept.origins(field)
            yield from (
                Paragraph(w.quoted_or_unknown(each, *because, slot=f"{field}.{number}"))
                for number, each in enumerate(lines, start=1)
            )
        else:
            yield w.paragraph(clause, *kept.origins(field))


def _advice(desk: Desk, report: OfficerReport) -> Iterator[Block]:
    """How much advice was given in the period, and what waits for an answer at its end, whenever it was given."""
    w, period = desk.w, Period(report.begins_on, report.ends_on)
    known = advices_by(w.dossier, report.ends_on)
    given = [each for each in known if period.holds(each.given_on)]
    waiting = [each for each in known if standing_of(each, w.catalogue, on=report.ends_on) in OPEN]
    because = w.origins.organisation("own_advices")
    yield w.paragraph("o.advice.given", *because, number=str(len(given)), waiting=str(len(waiting)))
    if waiting:
        yield w.paragraph("o.advice.waiting", *because)
        yield BulletList(tuple(w.value(_waits(desk, each), because=because, slot=str(each.id)) for each in waiting))


def _waits(desk: Desk, advice: GivenAdvice) -> str:
    return f"{advice.name} ({long_date(advice.given_on, language=desk.w.language)})"


def _independence(desk: Desk) -> Iterator[Block]:
    w = desk.w
    because = w.origins.organisation("people")
    yield w.paragraph("o.independence.law")
    found = at_stake(w.dossier, on=w.day)
    if not found:
        yield w.paragraph("o.independence.none", *because)
        return
    yield w.paragraph("o.independence.some", *because)
    yield BulletList(tuple(_stake(desk, each, because) for each in found))


def _stake(desk: Desk, stake: Stake, because: tuple[Origin, ...]) -> Text:
    w = desk.w
    if stake.how is AtStake.CONFLICTING_ROLE or stake.matter is None:
        roles = w.listed(w.word(f"responsible.{each}") for each in stake.roles)
        return w.say("o.independence.roles", *because, person=stake.person, roles=roles)
    return w.say("o.independence.matter", *because, person=stake.person, matter=stake.matter.name)


def _groups(desk: Desk, figures: Sequence[Figure]) -> Iterator[Section]:
    for group, found in groupby(figures, key=lambda each: each.group):
        table = Table(
            caption=desk.w.one(f"o.group.{group}.caption"),
            header=tuple((desk.w.one(column),) for column in COLUMNS),
            rows=tuple(tuple(_row(desk, each)) for each in found),
            header_column=True,
        )
        yield desk.section(f"o.group.{group}", f"figures-{group}", (table,))


def _row(desk: Desk, figure: Figure) -> Sequence[Text]:
    w = desk.w
    because = tuple(w.origins.entry(each.kind, each.id, each.name) for each in figure.cases[:NAMED])
    sources = because or w.origins.organisation("name")
    which = "–" if not figure.cases else "; ".join(each.name for each in figure.cases[:NAMED])
    more = w.one("o.figures.more", count=str(figure.number - NAMED)).text if figure.number > NAMED else ""
    return (
        w.said(w.word(f"figure.{figure.id}"), *sources, slot=figure.id),
        w.value(str(figure.number), because=sources, slot=f"{figure.id}.number"),
        w.value(f"{which} {more}".strip(), because=sources, slot=f"{figure.id}.cases"),
    )
