"""A municipality with pre-scans and impact assessments, for the tests of Part C and of the report."""

import dataclasses
import datetime as dt
from collections.abc import Iterator

from gemeentedossier.assessment.engine.assess import assess
from gemeentedossier.catalogue.facts.risks import RiskLevel
from gemeentedossier.documents.engine.blocks import Document
from gemeentedossier.documents.engine.composition import Material
from gemeentedossier.documents.engine.composition.assessment_report import compose_assessment
from gemeentedossier.documents.engine.composition.clauses import Library
from gemeentedossier.dossier.risks.enums import AdviceAnswer, AssessmentState, Conclusion, PrescanVerdict
from gemeentedossier.dossier.risks.facts import (
    AssessedRisk,
    AssessmentParagraph,
    ImpactAssessment,
    OfficerAdvice,
    Prescan,
    PriorConsultation,
    RiskTreatment,
)
from tests.unit.documents.composed_municipality import SUPPORT, YOUTH, catalogue, library, number
from tests.unit.documents.secured_municipality import SECURED

AT = dt.datetime(2026, 6, 1, 12, tzinfo=dt.UTC)
WHO = number(1301)
RISK = AssessedRisk(
    number(1302), "Een brief komt verkeerd aan.", 0, "Een fout adres.", "Schaamte.", RiskLevel.MEDIUM, "Komt voor.",
    RiskLevel.HIGH, "Blijft.", "Past.", RiskLevel.LOW, RiskLevel.HIGH, "Kan niet minder.",
    (RiskTreatment(number(1303), 0, None, "Iemand leest mee.", owner="Jet", due_on=dt.date(2027, 1, 4)),),
)  # fmt: skip
ADVICE = OfficerAdvice(
    number(1304), "Deel minder.", WHO, AT, "Femke", 1, AdviceAnswer.FOLLOWED, "Dat doen wij.", WHO, "Ali", AT
)
ADOPTED = ImpactAssessment(
    number(1305), "DPIA Wmo", state=AssessmentState.ADOPTED, version=1, summary="Het gaat om hulp thuis.",
    activity_ids=(SUPPORT.id,),
    paragraphs=(
        AssessmentParagraph(number(1306), 1, "Wij bieden hulp.", ("activity",), ("Anders",), WHO, "Jet", AT),
    ),
    risks=(RISK,), views_sought=True, views="De adviesraad is het eens.", conclusion=Conclusion.MAY_START,
    conclusion_reason="Er blijft weinig over.", advice=(ADVICE,), adopted_by_id=WHO, adopted_by="Ali", adopted_at=AT,
    adopted_because="Het nut is groot.", consultations=(PriorConsultation(number(1307), dt.date(2026, 6, 8)),),
)  # fmt: skip
BEGUN = ImpactAssessment(number(1308), "DPIA Jeugd", activity_ids=(YOUTH.id,))
ASSESSED = dataclasses.replace(
    SECURED,
    prescans=(
        Prescan(
            number(1309), SUPPORT.id, decision=PrescanVerdict.REQUIRED, found=PrescanVerdict.RECOMMENDED,
            decided_because="Het raakt veel mensen.", decided_by_id=WHO, decided_at=AT,
        ),
    ),
    impact_assessments=(BEGUN, ADOPTED),
)  # fmt: skip


def report_of(assessment: ImpactAssessment, *, language: str = "nl", words: Library | None = None) -> Document:
    """The report of an assessment."""
    found = assess(ASSESSED, catalogue())
    material = Material(dossier=ASSESSED, catalogue=catalogue(), library=words or library(), assessment=found)
    return compose_assessment(material, assessment, language=language)


def every_report(words: Library | None = None) -> Iterator[Document]:
    """Each report in both languages."""
    nowhere = dataclasses.replace(ADOPTED, activity_ids=())
    for language in ("nl", "en"):
        for each in (ADOPTED, BEGUN, nowhere):
            yield report_of(each, language=language, words=words)
