"""Chapters 7 to 9: the assessments with their state, the risks that are high or open, and the measures."""

from collections.abc import Iterator

from gemeentedossier.catalogue.facts.risks import RiskLevel
from gemeentedossier.documents.engine.blocks import Block, Section, Text
from gemeentedossier.documents.engine.composition.assessing import (
    activities_of,
    level,
    of_assessment,
    treatment_day,
    treatment_name,
    treatment_origins,
)
from gemeentedossier.documents.engine.composition.material import Desk
from gemeentedossier.documents.engine.composition.writer import quoted
from gemeentedossier.dossier.risks.engine.residual import highest_residual, level_of, residual_level
from gemeentedossier.dossier.risks.facts import AssessedRisk, ImpactAssessment, RiskTreatment


def assessments(desk: Desk) -> Section:
    """Each assessment with its activities, state and highest remaining risk."""
    return desk.section("c.assessments.heading", "assessments", _assessments(desk))


def _assessments(desk: Desk) -> Iterator[Block]:
    w, found = desk.w, desk.w.dossier.impact_assessments
    yield w.paragraph("c.assessments.intro")
    if not found:
        yield w.paragraph("c.assessments.none", *w.origins.organisation("activities"))
        return
    columns = ("column.assessment", "column.about-activities", "label.state", "label.version", "column.remains")
    yield w.table("c.assessments.caption", columns, [_assessment(desk, each) for each in found])
    exempt = [each for each in found if each.exempt_under.strip()]
    for each in exempt:
        because = of_assessment(w, each).origins("exempt_under")
        yield w.paragraph("c.assessments.exempt", *because, name=each.name, law=each.exempt_under)


def _assessment(desk: Desk, assessment: ImpactAssessment) -> tuple[Text, ...]:
    w, kept = desk.w, of_assessment(desk.w, assessment)
    about = activities_of(desk, assessment)
    names = w.listed(each.name for each in about)
    remains = highest_residual(assessment.risks, w.catalogue.risk_scale)
    return (
        kept.cell(assessment.name, "name"),
        w.value_or_unknown(names, *kept.origins("activity_ids"), *desk.fields(about, "name"), slot="about"),
        kept.said(w.word(f"assessment.{assessment.state}"), "state"),
        kept.cell(str(assessment.upcoming_version), "version"),
        level(w, remains, *kept.origins("risks"), slot="remains"),
    )


def kept_risks(desk: Desk) -> Section:
    """The risks of which something high remains, or of which nobody weighed what remains."""
    return desk.section("c.risks.heading", "risks", _risks(desk))


def _risks(desk: Desk) -> Iterator[Block]:
    w, scale = desk.w, desk.w.catalogue.risk_scale
    every = [(each, risk) for each in w.dossier.impact_assessments for risk in each.risks]
    shown = [(each, risk) for each, risk in every if residual_level(risk, scale) in {None, RiskLevel.HIGH}]
    if shown:
        yield w.paragraph("c.risks.intro")
        columns = ("column.risk", "column.assessment", "column.before", "column.remains")
        yield w.table("c.risks.caption", columns, [_risk(desk, each, risk) for each, risk in shown])
    elif every:
        because = [origin for each, _ in every for origin in of_assessment(w, each).origins("risks")]
        yield w.paragraph("c.risks.none", *dict.fromkeys(because))


def _risk(desk: Desk, assessment: ImpactAssessment, risk: AssessedRisk) -> tuple[Text, ...]:
    w, kept, scale = desk.w, of_assessment(desk.w, assessment), desk.w.catalogue.risk_scale
    because = kept.origins(f"risks.{risk.position + 1}")
    return (
        w.value(quoted(risk.threat), because=because, slot=f"{risk.position}-threat"),
        kept.cell(assessment.name, "name"),
        level(w, level_of(risk, scale), *because, slot=f"{risk.position}-before"),
        level(w, residual_level(risk, scale), *because, slot=f"{risk.position}-remains"),
    )


def measures(desk: Desk) -> Section:
    """What is still to be done about risks, with who does it and by when, the first day first."""
    return desk.section("c.measures.heading", "measures", _measures(desk))


def _measures(desk: Desk) -> Iterator[Block]:
    w = desk.w
    waiting = [
        (assessment, risk, each)
        for assessment in w.dossier.impact_assessments
        for risk in assessment.risks
        for each in risk.treatments
        if each.done_on is None
    ]
    if not waiting:
        return
    waiting.sort(key=lambda each: (each[2].due_on is None, each[2].due_on or w.day, each[0].name, each[2].position))
    yield w.paragraph("c.measures.intro")
    columns = ("column.measure", "column.assessment", "column.doer", "column.day")
    yield w.table("c.measures.caption", columns, [_measure(desk, *each) for each in waiting])


def _measure(
    desk: Desk, assessment: ImpactAssessment, risk: AssessedRisk, treatment: RiskTreatment
) -> tuple[Text, ...]:
    w, kept = desk.w, of_assessment(desk.w, assessment)
    because, slot = treatment_origins(w, kept, treatment), f"{risk.position}-{treatment.position}"
    return (
        w.value_or_unknown(treatment_name(w, treatment), *because, slot=f"{slot}-name"),
        kept.cell(assessment.name, "name"),
        w.value_or_unknown(treatment.owner, *because, slot=f"{slot}-owner"),
        treatment_day(w, kept, treatment),
    )
