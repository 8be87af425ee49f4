"""The annex: what each rule found about this assessment, with its article."""

from collections.abc import Iterator

from gemeentedossier.assessment.engine import wording
from gemeentedossier.assessment.enums import Outcome
from gemeentedossier.assessment.facts import WORST_FIRST, Finding
from gemeentedossier.documents.engine.blocks import Block, Section, Text
from gemeentedossier.documents.engine.composition.impact_assessment.report import Report

SHOWN = frozenset(Outcome) - {Outcome.NOT_APPLICABLE}


def criteria(report: Report) -> Section:
    """Each criterion and contradiction with its outcome, the worst first; nothing without assessment of the rules."""
    return report.desk.section("i.criteria.heading", "criteria", _criteria(report))


def _criteria(report: Report) -> Iterator[Block]:
    w, judged = report.w, report.desk.material.assessment
    if judged is None:
        return
    own = [each for each in judged.findings()
           if each.subject_id == report.assessment.id and each.outcome in SHOWN]  # fmt: skip
    if own:
        yield w.paragraph("i.criteria.intro")
        columns = ("column.criterion", "column.article", "column.finding", "column.repair")
        ordered = sorted(own, key=lambda each: WORST_FIRST[each.outcome])
        yield w.table("i.criteria.caption", columns, [_row(report, each) for each in ordered])


def _row(report: Report, finding: Finding) -> tuple[Text, ...]:
    w, rule = report.w, finding.rule
    origin, name = w.origins.rule(rule.id), report.kept.origins("name")
    word = w.word(f"outcome.{finding.outcome.value}")
    told = f"{word}. {wording.reason(finding, w.language)}" if finding.is_open else f"{word}."
    repair = wording.repair(finding, w.language) if finding.is_open else ""
    return (
        w.value(rule.label.in_language(w.language), because=(origin,), slot="criterion"),
        w.value(w.origins.cited(rule.law), because=(origin, *w.origins.references(rule.law)), slot="article"),
        w.value(told, because=(origin, *name), slot="finding"),
        w.value(repair, because=(origin,), slot="repair") if repair else (),
    )
