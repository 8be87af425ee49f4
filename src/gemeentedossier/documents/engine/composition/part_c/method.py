"""Chapters 2 to 5: who does what, when an assessment is needed, the list and the criteria, and the scale."""

from collections.abc import Iterator

from gemeentedossier.catalogue.facts.assessments import AssessmentStep, AuthorityListItem, GroundKind, PrescanOutcome
from gemeentedossier.catalogue.facts.citations import LawReference
from gemeentedossier.catalogue.facts.norms import ScreeningCriterion
from gemeentedossier.catalogue.facts.risks import RiskLevel, RiskScale
from gemeentedossier.catalogue.facts.sources import Status
from gemeentedossier.documents.engine.blocks import Block, NumberedList, Section, Text
from gemeentedossier.documents.engine.composition.material import Desk
from gemeentedossier.documents.engine.composition.records import risk_words
from gemeentedossier.documents.engine.composition.wordings import first_capital
from gemeentedossier.documents.engine.provenance import Origin
from gemeentedossier.dossier.risks.enums import PrescanVerdict


def steps(desk: Desk) -> Section:
    """The way from pre-scan to review, with the role that takes each step."""
    return desk.section("c.steps.heading", "steps", _steps(desk))


def _steps(desk: Desk) -> Iterator[Block]:
    w = desk.w
    yield w.paragraph("c.steps.intro")
    found = sorted(w.catalogue.entries_of(AssessmentStep).values(), key=lambda each: each.number)
    because = w.say("c.steps.source")[0].provenance.origins
    rows = [
        (
            w.value(str(each.number), because=because, slot=f"{each.id}-number"),
            w.value(each.name.in_language(w.language), because=because, slot=f"{each.id}-name"),
            w.said(w.word(f"responsible.{each.role}"), *because, slot=f"{each.id}-role"),
        )
        for each in found
    ]
    if rows:
        yield w.table("c.steps.caption", ("column.step", "column.asked", "column.doer"), rows)


def weighing(desk: Desk) -> Section:
    """What asks an assessment: the law and the list before the score, which decides nothing (GDPR 35(1), (3), (4))."""
    return desk.section("c.weighing.heading", "weighing", _weighing(desk))


def _weighing(desk: Desk) -> Iterator[Block]:
    w, order = desk.w, list(GroundKind)
    yield w.paragraph("c.weighing.intro")
    found = sorted(w.catalogue.entries_of(PrescanOutcome).values(),
                   key=lambda each: (order.index(each.ground), -each.at_least))  # fmt: skip
    rows = [_outcome(desk, each) for each in found]
    if rows:
        yield w.table("c.weighing.caption", ("column.case", "column.follows", "column.article"), rows)


def _outcome(desk: Desk, outcome: PrescanOutcome) -> tuple[Text, ...]:
    w, because = desk.w, _laws(desk, outcome.law)
    verdict = w.word(f"verdict.{_word_of(outcome)}")
    return (
        w.value(outcome.sentence.in_language(w.language), because=because, slot=f"{outcome.id}-case"),
        w.said(verdict, *because, slot=f"{outcome.id}-verdict"),
        w.value(w.origins.cited(outcome.law), because=because, slot=f"{outcome.id}-law"),
    )


def _laws(desk: Desk, laws: tuple[LawReference, ...]) -> tuple[Origin, ...]:
    return desk.w.origins.references(laws) or desk.w.say("c.weighing.source")[0].provenance.origins


def listed(desk: Desk) -> Section:
    """The supervisor's list with its thresholds, and the nine European criteria."""
    w = desk.w
    items = sorted(w.catalogue.entries_of(AuthorityListItem).values(), key=lambda each: each.number)
    criteria = sorted(w.catalogue.entries_of(ScreeningCriterion).values(), key=lambda each: each.number)
    children = []
    if items:
        columns = ("column.number", "column.sort", "column.threshold")
        table = w.table("c.list.caption", columns, [_item(desk, each) for each in items])
        children.append(desk.section("c.list.heading", "authority-list", [w.paragraph("c.list.intro"), table]))
    if criteria:
        told = NumberedList(tuple(
            w.said(each.name.in_language(w.language), *_laws(desk, each.law), slot=each.value) for each in criteria
        ))  # fmt: skip
        children.append(desk.section("c.nine.heading", "nine-criteria", [w.paragraph("c.nine.intro"), told]))
    return desk.section("c.listed.heading", "listed", (), children)


def _item(desk: Desk, item: AuthorityListItem) -> tuple[Text, ...]:
    w, because = desk.w, _laws(desk, item.law)
    return (
        w.value(str(item.number), because=because, slot=f"{item.id}-number"),
        w.said(item.name.in_language(w.language), *because, slot=f"{item.id}-name"),
        w.said(item.threshold.in_language(w.language), *because, slot=f"{item.id}-threshold"),
    )


def scale(desk: Desk) -> Section:
    """When a likelihood or an impact fits a level, and which level of risk the two give."""
    found = desk.w.catalogue.risk_scale
    return desk.section("c.scale.heading", "scale", _scale(desk, found) if found else ())


def _scale(desk: Desk, found: RiskScale) -> Iterator[Block]:
    w, because = desk.w, desk.w.origins.references(found.law)
    yield w.paragraph("c.scale.intro")
    if any(each.status is Status.OWN_WORK for each in found.guides):
        yield w.paragraph("c.scale.own", *because)
    columns = ("column.risk-level", "column.likelihood", "column.impact")
    yield w.table("c.scale.caption", columns, [_guide(desk, found, each, because) for each in RiskLevel])
    across = ("column.likelihood", *(f"c.scale.impact-{each.value}" for each in RiskLevel))
    yield w.table("c.matrix.caption", across, [_line(desk, found, each, because) for each in RiskLevel])
    yield w.paragraph("c.scale.note", *because, note=found.note.in_language(w.language))


def _guide(desk: Desk, found: RiskScale, level: RiskLevel, because: tuple[Origin, ...]) -> tuple[Text, ...]:
    w, guide = desk.w, found.guide_to(level)
    return (
        w.said(guide.name.in_language(w.language), *because, slot=f"{level}-name"),
        w.value(guide.likelihood.in_language(w.language), because=because, slot=f"{level}-likelihood"),
        w.value(guide.impact.in_language(w.language), because=because, slot=f"{level}-impact"),
    )


def _line(desk: Desk, found: RiskScale, likelihood: RiskLevel, because: tuple[Origin, ...]) -> tuple[Text, ...]:
    w = desk.w
    cells = (
        w.said(risk_words(w, found.level_of(likelihood, impact)), *because, slot=f"{likelihood}-{impact}")
        for impact in RiskLevel
    )
    return w.value(first_capital(risk_words(w, likelihood)), because=because, slot=f"line-{likelihood}"), *cells


def _word_of(outcome: PrescanOutcome) -> str:
    """The word of the library for what follows; apart where only the guidance asks it (WP 248, III.B)."""
    if outcome.ground is GroundKind.EUROPEAN_CRITERIA and outcome.verdict == PrescanVerdict.REQUIRED:
        return "guidance"
    return outcome.verdict or "beside"
