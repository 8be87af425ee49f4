"""Parts C and D: what can happen to people and how bad it is, what is done about it, and what remains."""

from collections.abc import Iterator

from gemeentedossier.documents.engine.blocks import Block, Section, Text
from gemeentedossier.documents.engine.composition.assessing import (
    level,
    level_with_reason,
    treatment_day,
    treatment_name,
    treatment_origins,
)
from gemeentedossier.documents.engine.composition.impact_assessment.points import points_in
from gemeentedossier.documents.engine.composition.impact_assessment.report import Report
from gemeentedossier.documents.engine.composition.writer import quoted
from gemeentedossier.documents.engine.provenance import RecordOrigin
from gemeentedossier.dossier.risks.engine.residual import level_of, residual_level
from gemeentedossier.dossier.risks.facts import AssessedRisk, RiskTreatment


def risks(report: Report) -> Section:
    """Part C: each risk with its likelihood, impact and level, and why (GDPR 35(7)(c))."""
    w, found = report.w, report.assessment.risks
    if found:
        columns = ("column.risk", "column.consequence", "column.likelihood", "column.impact", "column.risk-level")
        rows = [_risk(report, number, each) for number, each in enumerate(found, 1)]
        block: Block = w.table("i.risks.caption", columns, rows)
    else:
        block = w.paragraph("i.summary.no-risks", *report.kept.origins("risks"))
    weighed = report.desk.section("i.risks.heading", "risks", [w.paragraph("i.risks.intro"), block])
    return report.desk.section("i.part.C.heading", "part-c", (), (*points_in(report, "C"), weighed))


def _because(report: Report, number: int) -> tuple[RecordOrigin, ...]:
    return report.kept.origins(f"risks.{number}")


def _risk(report: Report, number: int, risk: AssessedRisk) -> tuple[Text, ...]:
    w, because = report.w, _because(report, number)
    told = w.say("i.risks.named", *because, number=number, words=quoted(risk.threat))
    if risk.origin.strip():
        told += w.say("i.risks.origin", *because, words=quoted(risk.origin))
    found = level_of(risk, w.catalogue.risk_scale)
    levelled = level_with_reason(w, found, risk.level_reason, *because)
    return (
        told,
        w.quoted_or_unknown(risk.consequence, *because, slot=f"{number}-consequence"),
        level_with_reason(w, risk.likelihood, risk.likelihood_reason, *because),
        level_with_reason(w, risk.impact, risk.impact_reason, *because),
        levelled,
    )


def measures(report: Report) -> Section:
    """Part D: what makes each risk smaller, who does it and when, and what remains (GDPR 35(7)(d))."""
    made = report.desk.section("i.measures.heading", "measures", _measures(report))
    rest = report.desk.section("i.remains.heading", "remains", _remains(report))
    shown = [each for each in (made, rest) if each.blocks]
    return report.desk.section("i.part.D.heading", "part-d", (), (*points_in(report, "D"), *shown))


def _measures(report: Report) -> Iterator[Block]:
    w, found = report.w, report.assessment.risks
    rows = [
        _treatment(report, number, treatment) for number, risk in enumerate(found, 1) for treatment in risk.treatments
    ]
    if rows:
        columns = ("column.risk", "column.measure", "column.sort", "column.doer", "column.day")
        yield w.table("i.measures.caption", columns, rows)
    bare = [number for number, risk in enumerate(found, 1) if not risk.treatments]
    if bare:
        because = [origin for number in bare for origin in _because(report, number)]
        yield w.paragraph("i.measures.none", *because, numbers=w.listed(map(str, bare)))


def _treatment(report: Report, number: int, treatment: RiskTreatment) -> tuple[Text, ...]:
    w, kept = report.w, report.kept
    because, slot = treatment_origins(w, kept, treatment), f"{number}-{treatment.position}"
    sort = w.word(f"treatment.{treatment.kind}") if treatment.kind else ""
    return (
        w.value(str(number), because=_because(report, number), slot=f"{slot}-number"),
        w.value_or_unknown(treatment_name(w, treatment), *because, slot=f"{slot}-name"),
        w.said(sort, *because, slot=f"{slot}-sort") if sort else w.unknown(*because),
        w.value_or_unknown(treatment.owner, *because, slot=f"{slot}-owner"),
        treatment_day(w, kept, treatment),
    )


def _remains(report: Report) -> Iterator[Block]:
    found = report.assessment.risks
    if found:
        columns = ("column.risk", "column.likelihood", "column.impact", "column.remains", "column.reasoning")
        rows = [_rest(report, number, each) for number, each in enumerate(found, 1)]
        yield report.w.table("i.remains.caption", columns, rows)


def _rest(report: Report, number: int, risk: AssessedRisk) -> tuple[Text, ...]:
    w, because = report.w, _because(report, number)
    remains = residual_level(risk, w.catalogue.risk_scale)
    return (
        w.value(str(number), because=because, slot=f"{number}-rest"),
        level(w, risk.residual_likelihood, *because, slot=f"{number}-rest-likelihood"),
        level(w, risk.residual_impact, *because, slot=f"{number}-rest-impact"),
        level(w, remains, *because, slot=f"{number}-rest-level"),
        w.quoted_or_unknown(risk.residual_reason, *because, slot=f"{number}-rest-reason"),
    )
