"""The report of one impact assessment: the points beside the register, the risks, advice and decision (GDPR 35(7))."""

from collections.abc import Iterator

from gemeentedossier.assessment.engine.subjects.assessed import around_of
from gemeentedossier.documents.engine.blocks import (
    Block,
    BulletList,
    DefinitionList,
    Document,
    Note,
    NoteKind,
    Paragraph,
    Section,
)
from gemeentedossier.documents.engine.composition.assessing import RISK_COLUMNS, of_assessment, risk_row
from gemeentedossier.documents.engine.composition.document import finished
from gemeentedossier.documents.engine.composition.material import Desk, Material, desk_for
from gemeentedossier.documents.engine.composition.wordings import in_the_netherlands, long_date
from gemeentedossier.documents.engine.composition.writer import quoted, say
from gemeentedossier.documents.engine.provenance import Origin
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.risks.engine.staleness import PointStanding, standing_of
from gemeentedossier.dossier.risks.engine.statements import NAMES
from gemeentedossier.dossier.risks.facts import ImpactAssessment

FIELDS = {
    "activity": "name",
    "description": "description",
    "data": "data_uses",
    "subject": "data_uses",
    "source": "sources",
    "recipient": "recipients",
    "system": "system_ids",
    "purpose": "purposes",
    "controller": "controllers",
    "party": "parties",
    "transfer": "transfers",
    "retention": "retention",
    "legal_basis": "purposes",
    "provision": "purposes",
    "exception": "data_uses",
    "further_use": "further_uses",
    "necessity": "purposes",
    "right": "rights_offered",
    "measure": "measure_ids",
}
"""By statement, the field of the activity that says it; of others its name."""


def compose_assessment(material: Material, assessment: ImpactAssessment, *, language: str = "nl") -> Document:
    """The report of an assessment, in the order of the model."""
    desk = desk_for(material, language=language)
    about = [each for each in desk.w.dossier.activities if each.id in assessment.activity_ids]
    around = around_of(desk.w.dossier, desk.w.catalogue)
    standings = standing_of(assessment, {each.id: each for each in about}, around)
    sections = (
        desk.section("i.opening.heading", "opening", _opening(desk, assessment, about)),
        *(_point(desk, assessment, about, each) for each in standings),
        desk.section("i.risks.heading", "risks", _risks(desk, assessment)),
        desk.section("i.end.heading", "decision", _end(desk, assessment)),
    )
    return finished(desk, "i", [each for each in sections if each.blocks], about=assessment.name)


def _opening(desk: Desk, assessment: ImpactAssessment, about: list[Activity]) -> Iterator[Block]:
    w, kept = desk.w, of_assessment(desk, assessment)
    if w.dossier.organisation.is_example:
        yield Note(NoteKind.ATTENTION, w.say("example", *w.origins.organisation("is_example")))
    names = w.listed(each.name for each in about) or "–"
    yield w.paragraph("i.opening.what", *kept.origins("activity_ids"), activities=names)
    yield w.paragraph("i.opening.register", *kept.origins("name"), day=w.today())
    yield Paragraph(kept.words(assessment.summary, "summary"))


def _point(desk: Desk, assessment: ImpactAssessment, about: list[Activity], standing: PointStanding) -> Section:
    """A point: own words, whether these were overtaken, and what the register says."""
    w, kept, point = desk.w, of_assessment(desk, assessment), standing.point
    heading = say(f"{point.number}. {point.name.in_language(w.language)}", because=kept.origins("name"), slot="point")
    blocks: list[Block] = []
    if standing.is_stale:
        blocks.append(Note(NoteKind.ATTENTION, w.say("i.point.stale", *kept.origins("text"))))
    text = standing.paragraph.text if standing.paragraph else ""
    blocks.append(DefinitionList((w.definition("label.own-words", kept.words(text, "text")),)))
    told = tuple(_statements(desk, about, standing))
    silent = w.say("i.point.silent", *kept.origins("activity_ids"))
    blocks.append(w.paragraph("i.point.register", *kept.origins("activity_ids")) if told else Paragraph(silent))
    if told:
        blocks.append(BulletList(told))
    return Section(heading=heading, anchor=f"point-{point.number}", blocks=tuple(blocks))


def _statements(desk: Desk, about: list[Activity], standing: PointStanding) -> Iterator[tuple]:  # type: ignore[type-arg]  # a text is a tuple of sentences
    w = desk.w
    by_name: dict[str, list[str]] = {}
    for name, words in sorted(standing.statements):
        by_name.setdefault(name, []).append(words)
    for name, words in by_name.items():
        because: list[Origin] = [origin for each in about for origin in w.origins.field(each, FIELDS.get(name, "name"))]
        label = NAMES[name].in_language(w.language)
        yield w.value(f"{label}: {'; '.join(words)}", because=because, slot=name)


def _risks(desk: Desk, assessment: ImpactAssessment) -> Iterator[Block]:
    w, kept = desk.w, of_assessment(desk, assessment)
    if not assessment.risks:
        yield w.paragraph("i.risks.none", *kept.origins("risks"))
        return
    yield w.table("c.risks.caption", RISK_COLUMNS, [risk_row(desk, assessment, each) for each in assessment.risks])


def _end(desk: Desk, assessment: ImpactAssessment) -> Iterator[Block]:
    w, kept = desk.w, of_assessment(desk, assessment)
    views = assessment.views if assessment.views_sought is not False else assessment.views_reason
    yield DefinitionList(
        (
            w.definition("label.views", kept.words(views, "views")),
            w.definition("label.conclusion", kept.words(assessment.conclusion_reason, "conclusion")),
        )
    )
    if not assessment.advice:
        yield w.paragraph("i.advice.none", *kept.origins("advice"))
    for each in assessment.advice:
        day = long_date(in_the_netherlands(each.advised_at).date(), language=w.language)
        given = {"day": day, "name": each.advised_by or "–", "words": quoted(each.text)}
        yield w.paragraph("i.advice.given", *kept.origins("advice"), **given)
        if each.answer_reason:
            yield w.paragraph("i.advice.answered", *kept.origins("advice"), words=quoted(each.answer_reason))
    yield from _decision(desk, assessment)
    for consultation in assessment.consultations:
        asked = long_date(consultation.requested_on, language=w.language)
        yield w.paragraph("i.consulted", *kept.origins("consultations"), day=asked)


def _decision(desk: Desk, assessment: ImpactAssessment) -> Iterator[Block]:
    w, kept = desk.w, of_assessment(desk, assessment)
    if assessment.adopted_at is None:
        yield w.paragraph("i.decision.none", *kept.origins("adopted_because"))
        return
    yield w.paragraph(
        "i.decision.taken",
        *kept.origins("adopted_because"),
        day=long_date(in_the_netherlands(assessment.adopted_at).date(), language=w.language),
        name=assessment.adopted_by or "–",
        version=assessment.version,
        words=quoted(assessment.adopted_because or "–"),
    )
