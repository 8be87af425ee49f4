"""Impact assessments as sources of what is told: their risks, what makes these smaller, and what remains."""

from collections.abc import Iterator

from gemeentedossier.documents.engine.blocks import Text
from gemeentedossier.documents.engine.composition.material import Desk
from gemeentedossier.documents.engine.composition.records import Record, record, risk_words
from gemeentedossier.documents.engine.composition.wordings import long_date
from gemeentedossier.dossier.risks.engine.residual import level_of, residual_level
from gemeentedossier.dossier.risks.facts import AssessedRisk, ImpactAssessment

RISK_COLUMNS = ("column.threat", "column.before", "column.done", "column.remains")


def of_assessment(desk: Desk, assessment: ImpactAssessment) -> Record:
    """An assessment as a source."""
    return record(desk.w, "impact_assessment", assessment, assessment.name)


def risk_row(desk: Desk, assessment: ImpactAssessment, risk: AssessedRisk) -> tuple[Text, ...]:
    """A risk with its level, what is done, and what remains."""
    kept, scale = of_assessment(desk, assessment), desk.w.catalogue.risk_scale
    return (
        kept.words(risk.threat, "threat"),
        kept.cell(risk_words(desk.w, level_of(risk, scale)), "likelihood"),
        kept.cell("; ".join(_done(desk, risk)), "treatments"),
        kept.cell(risk_words(desk.w, residual_level(risk, scale)), "residual_likelihood"),
    )


def _done(desk: Desk, risk: AssessedRisk) -> Iterator[str]:
    names = {each.id: each.name for each in desk.w.dossier.measures}
    for each in risk.treatments:
        what = " – ".join(filter(None, (names.get(each.measure_id, "") if each.measure_id else "", each.text)))
        day = each.done_on or each.due_on
        when = long_date(day, language=desk.w.language) if day else ""
        who = ", ".join(filter(None, (each.owner, when)))
        yield f"{what} ({who})" if who else what
