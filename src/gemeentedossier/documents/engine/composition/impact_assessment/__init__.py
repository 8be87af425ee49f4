"""The report of one impact assessment: the facts of the register beside what was weighed and decided (GDPR 35(7))."""

from uuid import UUID

from gemeentedossier.documents.engine.blocks import Document
from gemeentedossier.documents.engine.composition.document import finished
from gemeentedossier.documents.engine.composition.impact_assessment.annex import criteria
from gemeentedossier.documents.engine.composition.impact_assessment.basis import basis
from gemeentedossier.documents.engine.composition.impact_assessment.consultation import consultations
from gemeentedossier.documents.engine.composition.impact_assessment.decision import advice, decision, signature, views
from gemeentedossier.documents.engine.composition.impact_assessment.opening import opening, summary
from gemeentedossier.documents.engine.composition.impact_assessment.points import description, lawfulness
from gemeentedossier.documents.engine.composition.impact_assessment.report import report_on
from gemeentedossier.documents.engine.composition.impact_assessment.risks import measures, risks
from gemeentedossier.documents.engine.composition.material import Material, desk_for
from gemeentedossier.dossier.risks.facts import ImpactAssessment

CHAPTERS = (
    opening,
    summary,
    description,
    lawfulness,
    risks,
    measures,
    views,
    advice,
    decision,
    consultations,
    basis,
    signature,
    criteria,
)


def assessment_of(material: Material, key: UUID) -> ImpactAssessment | None:
    """The assessment with this key; None where the dossier has none."""
    return next((each for each in material.dossier.impact_assessments if each.id == key), None)


def compose_assessment(material: Material, assessment: ImpactAssessment, *, language: str = "nl") -> Document:
    """The report of an assessment, tailored: nothing is said about what does not occur, and unknown is said so."""
    report = report_on(desk_for(material, language=language), assessment)
    sections = [chapter(report) for chapter in CHAPTERS]
    return finished(report.desk, "i", [each for each in sections if each.blocks or each.children],
                    about=assessment.name)  # fmt: skip
