"""The plan of action as a document: who takes which step by which day, and how far each is."""

from collections.abc import Iterator, Sequence

from gemeentedossier.documents.engine.blocks import Block, BulletList, Document, Note, NoteKind, Section, Table, Text
from gemeentedossier.documents.engine.composition.document import finished
from gemeentedossier.documents.engine.composition.material import Desk, Material, desk_for
from gemeentedossier.documents.engine.composition.records import Record, record
from gemeentedossier.documents.engine.provenance import Origin
from gemeentedossier.method.facts import Path, PhaseProgress, StepProgress

COLUMNS = ("column.step", "column.leads", "column.done-by", "column.how-far")


def compose_plan(material: Material, path: Path, *, language: str = "nl") -> Document:
    """The plan of one municipality in ``nl`` or ``en``."""
    desk = desk_for(material, language=language)
    phases = [_phase(desk, each) for each in path.phases if each.steps]
    still = (_still(desk, path),) if path.steps else ()
    return finished(desk, "m", (_about(desk, path), *still, *phases))


def _about(desk: Desk, path: Path) -> Section:
    return desk.section("m.about.heading", "about", _told(desk, path))


def _told(desk: Desk, path: Path) -> Iterator[Block]:
    w = desk.w
    yield w.paragraph("m.about.intro")
    if w.dossier.organisation.is_example:
        yield Note(NoteKind.ATTENTION, w.say("example", *w.origins.organisation("is_example")))
    because = w.origins.organisation("planned_steps")
    if not path.steps:
        yield w.paragraph("m.about.none", *because)
        return
    done = sum(each.is_closed for each in path.steps)
    yield w.paragraph("m.about.far", *because, day=w.today(), done=str(done), total=str(len(path.steps)))
    if path.next_step:
        yield w.paragraph("m.about.next", *_law(desk, path.next_step), step=_name(desk, path.next_step))
    else:
        yield w.paragraph("m.about.done", *because)


def _still(desk: Desk, path: Path) -> Section:
    """What nobody leads yet, and of what the day has passed."""
    return desk.section("m.open.heading", "open", _arranged(desk, path))


def _arranged(desk: Desk, path: Path) -> Iterator[Block]:
    w, because = desk.w, desk.w.origins.organisation("planned_steps")
    alone = [each for each in path.steps if not each.is_closed and not each.is_led]
    late = [each for each in path.steps if each.is_late(w.day)]
    for clause, found in (("m.open.nobody", alone), ("m.open.late", late)):
        if found:
            yield w.paragraph(clause, *because)
            yield BulletList(tuple(w.value(_name(desk, each), because=_law(desk, each)) for each in found))
    if not alone and not late:
        yield w.paragraph("m.open.nothing", *because)


def _phase(desk: Desk, progress: PhaseProgress) -> Section:
    w, phase = desk.w, progress.phase
    number, because = str(phase.number), w.origins.organisation("planned_steps")
    heading = w.one("m.phase.heading", *because, number=number, phase=phase.name.in_language(w.language))
    table = Table(
        caption=w.one("m.phase.caption", *because, number=number),
        header=tuple((w.one(column),) for column in COLUMNS),
        rows=tuple(tuple(_row(desk, each)) for each in progress.steps),
        header_column=True,
    )
    aim = w.paragraph("m.phase.aim", *because, aim=phase.aim.in_language(w.language))
    return Section(heading=heading, anchor=phase.id, blocks=(aim, table))


def _row(desk: Desk, progress: StepProgress) -> Sequence[Text]:
    w, law, step = desk.w, _law(desk, progress), progress.step
    state = w.word(f"method.{progress.state}")
    return (
        w.value(f"{step.number}. {_name(desk, progress)}", because=law, slot=step.id),
        _leads(desk, progress),
        _by(desk, progress),
        w.said(state, *_rules(desk, progress), slot=f"{step.id}.state"),
    )


def _leads(desk: Desk, progress: StepProgress) -> Text:
    kept = _kept(desk, progress)
    if kept and progress.planned:
        return kept.cell(progress.planned.owner, "owner")
    role = desk.w.word(f"responsible.{progress.step.lead}")
    return desk.w.said(role, *_law(desk, progress), slot=f"{progress.step.id}.role")


def _by(desk: Desk, progress: StepProgress) -> Text:
    kept = _kept(desk, progress)
    if kept and progress.planned:
        return kept.day(progress.planned.due_on, "due_on")
    return desk.w.value("–", because=_law(desk, progress), slot=f"{progress.step.id}.day")


def _kept(desk: Desk, progress: StepProgress) -> Record | None:
    return record(desk.w, "planned_step", progress.planned, _name(desk, progress)) if progress.planned else None


def _name(desk: Desk, progress: StepProgress) -> str:
    return progress.step.name.in_language(desk.w.language)


def _law(desk: Desk, progress: StepProgress) -> tuple[Origin, ...]:
    """Where the law asks the step; the municipality itself where a pack names no article."""
    return desk.w.origins.references(progress.step.law) or desk.w.origins.organisation("planned_steps")


def _rules(desk: Desk, progress: StepProgress) -> tuple[Origin, ...]:
    """The criteria by which it is told how far the step is, else the law that asks it."""
    named = [rule for each in progress.conditions for rule in each.asked.rules]
    return tuple(desk.w.origins.rule(each) for each in named) or _law(desk, progress)
