"""The supervision plan as a document: per year what the officer looks at, why, how, and what came of it."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from gemeentedossier.documents.engine.blocks import Block, Document, Note, NoteKind, Section, Table, Text
from gemeentedossier.documents.engine.composition.document import finished
from gemeentedossier.documents.engine.composition.material import Desk, Material, desk_for
from gemeentedossier.documents.engine.composition.records import record
from gemeentedossier.documents.engine.composition.wordings import long_date
from gemeentedossier.dossier.governance.facts import SupervisionCheck

COLUMNS = ("column.topic", "column.why-looked", "column.manner", "column.came-of-it")


def compose_supervision(material: Material, *, language: str = "nl") -> Document:
    """The plan of one municipality in ``nl`` or ``en``."""
    desk = desk_for(material, language=language)
    checks = sorted(material.dossier.supervision_checks, key=lambda each: (-each.due_on.year, each.due_on, each.topic))
    years = [_year(desk, year, tuple(found)) for year, found in groupby(checks, key=lambda each: each.due_on.year)]
    return finished(desk, "sv", (desk.section("sv.about.heading", "about", _told(desk, checks)), *years))


def _told(desk: Desk, checks: Sequence[SupervisionCheck]) -> Iterator[Block]:
    w = desk.w
    yield w.paragraph("sv.about.intro")
    if w.dossier.organisation.is_example:
        yield Note(NoteKind.ATTENTION, w.say("example", *w.origins.organisation("is_example")))
    because = w.origins.organisation("supervision_checks")
    if not checks:
        yield w.paragraph("sv.about.none", *because)
        return
    done = sum(each.was_done is True for each in checks)
    yield w.paragraph("sv.about.far", *because, day=w.today(), done=str(done), total=str(len(checks)))
    if any(each.is_late(w.day) for each in checks):
        late = [each.topic for each in checks if each.is_late(w.day)]
        yield w.paragraph("sv.about.late", *because, topics=w.listed(late))


def _year(desk: Desk, year: int, checks: Sequence[SupervisionCheck]) -> Section:
    w, because = desk.w, desk.w.origins.organisation("supervision_checks")
    table = Table(
        caption=w.one("sv.year.caption", *because, year=str(year)),
        header=tuple((w.one(column),) for column in COLUMNS),
        rows=tuple(tuple(_row(desk, each)) for each in checks),
        header_column=True,
    )
    return Section(heading=w.one("sv.year.heading", *because, year=str(year)), anchor=f"y{year}", blocks=(table,))


def _row(desk: Desk, check: SupervisionCheck) -> Sequence[Text]:
    w = desk.w
    kept = record(w, "supervision_check", check, check.topic)
    day = long_date(check.closed_on or check.due_on, language=w.language)
    state = "open" if check.was_done is None else "done" if check.was_done else "not-done"
    came = kept.said(w.word(f"check.{state}"), "was_done")
    return (
        kept.cell(check.topic, "topic"),
        kept.cell(check.reason, "reason"),
        kept.said(f"{w.word(f'manner.{check.manner}')}, {day}", "manner", "due_on"),
        (*came, *kept.words(check.outcome, "outcome")) if check.outcome else came,
    )
