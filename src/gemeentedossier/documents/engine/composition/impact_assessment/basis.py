"""What the report rests on: the pre-scan that asked it, the records that were read, and the scale."""

from collections.abc import Iterator

from gemeentedossier.documents.engine.blocks import Block, BulletList, Paragraph, Section, Text
from gemeentedossier.documents.engine.composition import describing
from gemeentedossier.documents.engine.composition.extract import front
from gemeentedossier.documents.engine.composition.impact_assessment.report import Report
from gemeentedossier.documents.engine.composition.prescanned import decided, grounds, origins_of, verdict_words
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.risks.engine.prescan import prescan_result


def basis(report: Report) -> Section:
    """Why this assessment was made, and on which versions of which records it rests."""
    return report.desk.section("i.basis.heading", "basis", _basis(report))


def _basis(report: Report) -> Iterator[Block]:
    w = report.w
    for each in report.about:
        yield from _prescan(report, each)
    rows = [_record(report, each) for each in report.about]
    if rows:
        yield w.table("i.basis.caption", ("column.activity", "label.record-state", "label.processing-state"), rows)
    scale = w.catalogue.risk_scale
    if scale:
        yield w.paragraph("i.basis.scale", *w.origins.references(scale.law), name=scale.name.in_language(w.language))


def _prescan(report: Report, activity: Activity) -> Iterator[Block]:
    w, prescan = report.w, report.around.prescans.get(activity.id)
    result = prescan_result(activity, prescan, report.around)
    because = origins_of(w, activity, prescan)
    yield w.paragraph("i.basis.prescan", *because, activity=activity.name, verdict=verdict_words(w, result))
    reasons = grounds(w, result, *because)
    if reasons:
        yield BulletList(reasons)
    yield Paragraph(decided(w, activity, prescan))


def _record(report: Report, activity: Activity) -> tuple[Text, ...]:
    w = report.w
    state = w.word(f"processing.{activity.processing_state or 'unknown'}")
    return (
        describing.name(w, activity),
        front.state(report.desk, activity),
        w.said(state, *w.origins.field(activity, "processing_state"), slot="processing"),
    )
