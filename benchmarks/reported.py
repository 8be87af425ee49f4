"""An invented impact assessment whose report is about forty pages."""

import datetime as dt
from dataclasses import replace
from uuid import UUID

from gemeentedossier.assessment.engine.subjects.assessed import around_of
from gemeentedossier.catalogue.facts.catalogue import Catalogue
from gemeentedossier.catalogue.facts.risks import RiskLevel
from gemeentedossier.dossier.risks.engine.staleness import basis_for, points_of
from gemeentedossier.dossier.risks.facts import AssessedRisk, AssessmentParagraph, ImpactAssessment, RiskTreatment
from gemeentedossier.dossier.snapshot.facts import Dossier

RISKS, LINES, TREATMENTS = 60, 7, 2
WORDS = "Wij keken wat dit met mensen doet, en kozen wat het minste vraagt. "
NOTED = dt.datetime(2026, 4, 14, 10, tzinfo=dt.UTC)


def with_assessment(dossier: Dossier, catalogue: Catalogue) -> Dossier:
    """The dossier with one assessment about its first activity."""
    return replace(dossier, impact_assessments=(_assessment(dossier, catalogue),))


def _assessment(dossier: Dossier, catalogue: Catalogue) -> ImpactAssessment:
    about, around = dossier.activities[0], around_of(dossier, catalogue)
    points = []
    for point in points_of(catalogue):
        basis = basis_for(point, (about,), around)
        names, words = tuple(name for name, _ in basis), tuple(told for _, told in basis)
        text = "\n".join(WORDS * 4 for _ in range(LINES))
        points.append(AssessmentParagraph(_key(point.number), point.number, text, names, words, noted_at=NOTED))
    return ImpactAssessment(
        _key(0), "DPIA", activity_ids=(about.id,), summary=WORDS * 8, paragraphs=tuple(points),
        risks=tuple(_risk(number) for number in range(RISKS)), views_sought=True, views=WORDS * 8,
    )  # fmt: skip


def _risk(number: int) -> AssessedRisk:
    treatments = tuple(
        RiskTreatment(_key(1000 + number * 10 + place), place, text=WORDS, due_on=dt.date(2027, 1, 1))
        for place in range(TREATMENTS)
    )
    return AssessedRisk(
        _key(100 + number), WORDS, number, WORDS, WORDS, RiskLevel.MEDIUM, WORDS, RiskLevel.HIGH, WORDS, WORDS,
        RiskLevel.LOW, RiskLevel.HIGH, WORDS, treatments,
    )  # fmt: skip


def _key(number: int) -> UUID:
    return UUID(int=0xA55E55 * 10_000 + number)
