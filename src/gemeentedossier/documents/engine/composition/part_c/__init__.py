"""Part C, risks to people: how it goes, where an assessment is needed, which there are, and their risks."""

from collections.abc import Iterator

from gemeentedossier.assessment.engine.subjects.assessed import around_of
from gemeentedossier.catalogue.facts.assessments import AssessmentStep
from gemeentedossier.catalogue.facts.rules import Part
from gemeentedossier.documents.engine.blocks import Block, Document, Note, NoteKind, NumberedList, Section, Text
from gemeentedossier.documents.engine.composition import describing
from gemeentedossier.documents.engine.composition.annexes import contradictions_annex, criteria_annex
from gemeentedossier.documents.engine.composition.assessing import RISK_COLUMNS, of_assessment, risk_row
from gemeentedossier.documents.engine.composition.document import finished
from gemeentedossier.documents.engine.composition.material import Desk, Material, Telling, desk_for, untold
from gemeentedossier.documents.engine.composition.outcome import outcome
from gemeentedossier.documents.engine.composition.records import record, risk_words
from gemeentedossier.documents.engine.composition.wordings import long_date
from gemeentedossier.dossier.risks.engine.residual import highest_residual
from gemeentedossier.dossier.risks.engine.staleness import stale_points
from gemeentedossier.dossier.risks.engine.terms import review_due
from gemeentedossier.dossier.risks.facts import ImpactAssessment, Prescan


def compose_part_c(material: Material, *, language: str = "nl", told: Telling = untold) -> Document:
    """What a municipality knows of the risks of its processing to people (GDPR 35, 36), tailored from its snapshot."""
    desk: Desk = desk_for(material, language=language)
    wanted = (about, way, needed, assessments, risks) if desk.activities else (about, way)
    chapters: list[Section] = []
    for done, chapter in enumerate(wanted):
        told(done, len(wanted))
        chapters.append(chapter(desk))
    if material.assessment is not None:
        chapters += [
            criteria_annex(desk, material.assessment, part=Part.C),
            contradictions_annex(desk, material.assessment, part=Part.C),
        ]
    return finished(desk, "c", [each for each in chapters if each.blocks or each.children])


def about(desk: Desk) -> Section:
    """What this document is about."""
    return desk.section("c.about.heading", "about", _about(desk))


def _about(desk: Desk) -> Iterator[Block]:
    w, recorded = desk.w, desk.w.dossier
    yield w.paragraph("c.about.intro", *w.origins.organisation("name"))
    if recorded.organisation.is_example:
        yield Note(NoteKind.ATTENTION, w.say("example", *w.origins.organisation("is_example")))
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


def way(desk: Desk) -> Section:
    """The steps from pre-scan to review, with who takes each."""
    return desk.section("c.way.heading", "way", _way(desk))


def _way(desk: Desk) -> Iterator[Block]:
    w = desk.w
    steps = sorted(w.catalogue.entries_of(AssessmentStep).values(), key=lambda each: each.number)
    yield w.paragraph("c.way.intro")
    if steps:
        told = (
            w.say("c.way.step", step=f"{each.name.in_language(w.language)}.", role=w.word(f"responsible.{each.role}"))
            for each in steps
        )
        yield NumberedList(tuple(told))


def needed(desk: Desk) -> Section:
    """On which activities somebody decided whether an assessment is needed."""
    return desk.section("c.needed.heading", "needed", _needed(desk))


def _needed(desk: Desk) -> Iterator[Block]:
    w = desk.w
    yield w.paragraph("c.needed.intro")
    decided = [each for each in w.dossier.prescans if each.decision and each.activity_id in desk.by_id]
    if decided:
        columns = ("column.activity", "column.outcome", "column.why")
        yield w.table("c.needed.caption", columns, [_prescan(desk, each) for each in decided])
    else:
        yield w.paragraph("c.needed.none", *w.origins.organisation("prescans"))
    known = {each.activity_id for each in decided}
    yield from desk.about("c.needed.open", desk.where(lambda each: each.id not in known), "name")


def _prescan(desk: Desk, prescan: Prescan) -> tuple[Text, ...]:
    w, activity = desk.w, desk.by_id[prescan.activity_id]
    kept = record(w, "prescan", prescan, activity.name)
    word = w.word(f"verdict.{prescan.decision}") if prescan.decision else ""
    return (
        describing.name(w, activity),
        kept.said(word, "decision", "found"),
        kept.words(prescan.decided_because, "decided_because"),
    )


def assessments(desk: Desk) -> Section:
    """Every assessment with its state, what remains and when it is reviewed; and which their facts overtook."""
    return desk.section("c.list.heading", "assessments", _assessments(desk))


def _assessments(desk: Desk) -> Iterator[Block]:
    w, every = desk.w, desk.w.dossier.impact_assessments
    if not every:
        yield w.paragraph("c.list.none", *w.origins.organisation("impact_assessments"))
        return
    columns = ("column.assessment", "column.state", "column.remains", "column.review")
    yield w.table("c.list.caption", columns, [_listed(desk, each) for each in every])
    around = around_of(w.dossier, w.catalogue)
    for each in every:
        if stale := stale_points(each, desk.by_id, around):
            points = w.listed(one.point.name.in_language(w.language) for one in stale)
            because = of_assessment(desk, each).origins("text")
            yield w.paragraph("c.list.stale", *because, name=each.name, points=points)


def _listed(desk: Desk, each: ImpactAssessment) -> tuple[Text, ...]:
    w, kept = desk.w, of_assessment(desk, each)
    residual = highest_residual(each.risks, w.catalogue.risk_scale)
    due = review_due(each, w.catalogue)
    return (
        kept.cell(each.name, "name"),
        kept.said(w.word(f"assessment.{each.state}"), "state"),
        kept.cell(risk_words(w, residual), "residual_likelihood"),
        kept.cell(long_date(due, language=w.language) if due else "", "review_on"),
    )


def risks(desk: Desk) -> Section:
    """The risks of every assessment, under its name."""
    return desk.section("c.risks.heading", "risks", _risks(desk))


def _risks(desk: Desk) -> Iterator[Block]:
    w = desk.w
    rows = [
        (of_assessment(desk, each).cell(each.name, "name"), *risk_row(desk, each, risk))
        for each in w.dossier.impact_assessments
        for risk in each.risks
    ]
    if rows:
        yield w.table("c.risks.caption", ("column.assessment", *RISK_COLUMNS), rows)
