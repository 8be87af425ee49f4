"""The invented municipality with its risks to people: each state of a pre-scan and an assessment once."""

import dataclasses
import datetime as dt
from collections.abc import Iterator

from gemeentedossier.assessment.engine.assess import assess
from gemeentedossier.assessment.engine.subjects.assessed import around_of
from gemeentedossier.catalogue.facts.assessments import QuestionKind
from gemeentedossier.catalogue.facts.risks import RiskLevel
from gemeentedossier.documents.engine.blocks import Document
from gemeentedossier.documents.engine.composition import Material
from gemeentedossier.documents.engine.composition.clauses import Library
from gemeentedossier.documents.engine.composition.impact_assessment import compose_assessment
from gemeentedossier.dossier.governance.enums import AdviceAnswer
from gemeentedossier.dossier.register.facts import Activity, Characteristics, DataUse
from gemeentedossier.dossier.risks.engine.prescan import prescan_result
from gemeentedossier.dossier.risks.engine.staleness import basis_for, points_of
from gemeentedossier.dossier.risks.engine.statements import Around
from gemeentedossier.dossier.risks.enums import (
    AssessmentState,
    Conclusion,
    ConsultationPiece,
    PrescanVerdict,
    TreatmentKind,
)
from gemeentedossier.dossier.risks.facts import (
    AssessedRisk,
    AssessmentParagraph,
    ImpactAssessment,
    OfficerAdvice,
    Prescan,
    PrescanAnswer,
    PriorConsultation,
    RiskTreatment,
)
from gemeentedossier.dossier.snapshot.facts import Dossier
from tests.unit.documents.composed_municipality import (
    ACCESS,
    BARE,
    BENEFITS,
    MOMENT,
    SUPPORT,
    WATCH,
    YOUTH,
    catalogue,
    library,
    number,
)
from tests.unit.documents.secured_municipality import NO_MEANS, OFFICER, SECURED

LOW, MEDIUM, HIGH = RiskLevel
EARLIER = dt.datetime(2026, 6, 9, 12, tzinfo=dt.UTC)
LONG_AGO = dt.datetime(2022, 3, 1, 12, tzinfo=dt.UTC)
FLYER = Activity(
    id=number(7000), name="Kaarten voor de nieuwjaarsgroet", owner="Communicatie",
    data_uses=(DataUse(number(7001), 1, ("resident",), data_categories=("name-and-address",)),),
    characteristics=Characteristics(
        large_scale=False, profiling_with_effect=False, public_monitoring=False, children_under_16=False,
        vulnerable_subjects=False, transfer_outside_eea=False, uses_base_registry=False, algorithm=False,
        online_service_to_children=False,
    ),
    european_criteria=(), authority_list_items=(),
)  # fmt: skip
"""Of which everything is answered, so that nothing asks an assessment."""


def answers(key: int, **given: str) -> tuple[PrescanAnswer, ...]:
    return tuple(
        PrescanAnswer(number(key + place), question.replace("_", "-"), (value,), place)
        for place, (question, value) in enumerate(given.items())
    )


def all_answered(key: int, around: Around) -> tuple[PrescanAnswer, ...]:
    return tuple(
        PrescanAnswer(number(key + place), each.id, ("0",) if each.kind is QuestionKind.NUMBER else ("no",)
                      if each.kind is QuestionKind.YES_NO else (each.options[0].id if each.options else "none",), place)
        for place, each in enumerate(around.questions)
    )  # fmt: skip


def _scanned(dossier: Dossier) -> tuple[Prescan, ...]:
    """Decided as found, decided otherwise, decided on what changed since, not decided, and nothing asked."""
    around = around_of(dossier, catalogue())
    result = prescan_result(SUPPORT, None, around)
    basis = tuple(sorted(result.statements))
    alike = Prescan(
        number(7100), SUPPORT.id, decision=PrescanVerdict.REQUIRED, found=result.verdict, decided_by="Teamleider Wmo",
        decided_by_id=number(1), decided_at=EARLIER, decided_because="Het gaat over gezondheid", revision=2,
        basis_names=tuple(name for name, _ in basis), basis_words=tuple(words for _, words in basis),
    )  # fmt: skip
    otherwise = dataclasses.replace(
        alike, id=number(7110), activity_id=YOUTH.id, decision=PrescanVerdict.NOT_REQUIRED,
        found=PrescanVerdict.RECOMMENDED, basis_names=("data", "subject"), basis_words=("postcode", "kind"),
        answers=answers(7111, people_count="12000", new_legislation="yes"),
    )  # fmt: skip
    return (
        alike,
        otherwise,
        Prescan(number(7120), BENEFITS.id, answers(7121, new_legislation="no")),
        Prescan(number(7140), FLYER.id, all_answered(7141, around)),
    )


def risk(key: int, remains: RiskLevel | None, **more: object) -> AssessedRisk:
    weighed = AssessedRisk(
        number(key), f"gevaar {key}", origin="Een fout", consequence="Iemand krijgt geen hulp",
        likelihood=MEDIUM, likelihood_reason="Elders elk jaar", impact=HIGH, impact_reason="Hulp blijft uit",
        residual_likelihood=remains, residual_impact=remains, residual_reason="Er kijkt iemand mee",
        treatments=(
            RiskTreatment(number(key + 1), 0, ACCESS.id, "", TreatmentKind.TECHNICAL, OFFICER.id, OFFICER.name,
                          None, dt.date(2026, 5, 29)),
            RiskTreatment(number(key + 2), 1, None, "Samen nakijken", TreatmentKind.ORGANISATIONAL, OFFICER.id,
                          OFFICER.name, dt.date(2027, 1, 29)),
            RiskTreatment(number(key + 3), 2, None, "Contract aanpassen", TreatmentKind.LEGAL, None, "",
                          dt.date(2026, 11, 22)),
        ),
    )  # fmt: skip
    return dataclasses.replace(weighed, **more)


def _advice(key: int, answer: AdviceAnswer | None, version: int = 1) -> OfficerAdvice:
    given = OfficerAdvice(number(key), "Kijk het na.\nDoe dat elk jaar.", OFFICER.id, EARLIER, "F. Zand", version)
    if answer is None:
        return given
    return dataclasses.replace(given, answer=answer, answer_reason="Dat past", answered_by="Wethouder",
                               answered_by_id=number(1), answered_at=EARLIER)  # fmt: skip


def _points(dossier: Dossier, activity: Activity, *, stale: int) -> tuple[AssessmentParagraph, ...]:
    around = around_of(dossier, catalogue())
    made = []
    for point in points_of(catalogue()):
        basis = (("data", "postcode"),) if point.number == stale else basis_for(point, (activity,), around)
        made.append(AssessmentParagraph(
            number(8100 + point.number), point.number, f"Wij schreven punt {point.number}.\nOok dit.",
            tuple(name for name, _ in basis), tuple(words for _, words in basis), OFFICER.id, OFFICER.name, EARLIER,
        ))  # fmt: skip
    return tuple(made)


def assessment(key: int, name: str, *about: Activity, **more: object) -> ImpactAssessment:
    return dataclasses.replace(
        ImpactAssessment(number(key), name, activity_ids=tuple(each.id for each in about), drawn_up_by="Adviseur"),
        **more,
    )


def _whole(dossier: Dossier) -> ImpactAssessment:
    return assessment(
        8000, "DPIA Wmo", SUPPORT, reference="DPIA-1", state=AssessmentState.ADOPTED, version=1, revision=4,
        summary="Het kan.\nEn het helpt.", paragraphs=_points(dossier, SUPPORT, stale=2),
        risks=(risk(8010, LOW, level_reason="De matrix geeft hoog"),
               risk(8020, LOW, treatments=(), origin="", position=1)),
        views_sought=True, views="De raad vindt het goed.", conclusion=Conclusion.MAY_START_AFTER_MEASURES,
        conclusion_reason="Wat blijft is klein", advice=(_advice(8030, AdviceAnswer.FOLLOWED),),
        adopted_by="Wethouder", adopted_by_id=number(1), adopted_at=EARLIER, adopted_because="Het nut is groot",
        review_on=dt.date(2027, 6, 1),
    )  # fmt: skip


def consulted(key: int, **more: object) -> PriorConsultation:
    return dataclasses.replace(
        PriorConsultation(number(key), dt.date(2026, 10, 1), (ConsultationPiece.ASSESSMENT,),
                          received_on=dt.date(2026, 10, 2)), **more,
    )  # fmt: skip


def _others() -> Iterator[ImpactAssessment]:
    yield assessment(8200, "DPIA leeg")
    yield assessment(
        8300, "DPIA Jeugd", YOUTH, BENEFITS, state=AssessmentState.UNDER_REVISION, version=1,
        risks=(risk(8310, HIGH, level_reason=""),), conclusion=Conclusion.CONSULT_AUTHORITY, views_sought=True,
        advice=(_advice(8330, AdviceAnswer.PARTLY_FOLLOWED),), adopted_at=LONG_AGO, adopted_by="Wethouder",
    )  # fmt: skip
    yield assessment(
        8400, "DPIA kopie", BENEFITS, state=AssessmentState.UNDER_ADVICE, copied_from_id=number(8000),
        views_sought=False, views_reason="Het is nog geheim", risks=(risk(8410, None),),
        advice=(_advice(8430, None),),
    )  # fmt: skip
    yield assessment(
        8500, "DPIA kopie die past", WATCH, copied_from_id=number(8000), copy_confirmed_at=EARLIER,
        exempt_under="Wet op de straat", exempt_reason="Zij gaat over hetzelfde", views_sought=False,
        risks=(risk(8510, HIGH, likelihood=None, likelihood_reason=""),), conclusion=Conclusion.MAY_NOT_START,
        advice=(_advice(8530, AdviceAnswer.NOT_FOLLOWED),),
        consultations=(
            consulted(8540, received_on=None),
            consulted(8541),
            consulted(8542, extended_on=dt.date(2026, 10, 20), received_on=dt.date(2026, 10, 31)),
            consulted(8543, suspended_on=dt.date(2026, 10, 20)),
            consulted(8544, received_on=dt.date(2026, 7, 1), requested_on=dt.date(2026, 6, 30)),
            consulted(8545, answered_on=dt.date(2026, 11, 20), outcome="Begin niet",
                      suspended_on=dt.date(2026, 10, 5), resumed_on=dt.date(2026, 10, 9)),
        ),
    )  # fmt: skip


_BEFORE = dataclasses.replace(SECURED, activities=(*SECURED.activities, FLYER))
_SCANNED = dataclasses.replace(_BEFORE, prescans=_scanned(_BEFORE))
ASSESSED = dataclasses.replace(_SCANNED, impact_assessments=(_whole(_SCANNED), *_others()))
WHOLE = ASSESSED.impact_assessments[0]
CALM = dataclasses.replace(ASSESSED, impact_assessments=(WHOLE,))
"""With nothing but an assessment of which little remains."""


def report_of(
    key: int, dossier: Dossier = ASSESSED, *, judged: bool = True, language: str = "nl", words: Library | None = None
) -> Document:
    """The report of the assessment with this number."""
    found = assess(dossier, catalogue()) if judged else None
    material = Material(dossier=dossier, catalogue=catalogue(), library=words or library(), assessment=found)
    chosen = next(each for each in dossier.impact_assessments if each.id == number(key))
    return compose_assessment(material, chosen, language=language)


def every_report(words: Library | None = None) -> Iterator[Document]:
    for each in ASSESSED.impact_assessments:
        for language in ("nl", "en"):
            yield report_of(each.id.int, language=language, words=words)
    yield report_of(8000, dataclasses.replace(NO_MEANS, impact_assessments=(WHOLE,)), judged=False, words=words)


__all__ = ["ASSESSED", "BARE", "CALM", "FLYER", "MOMENT", "WHOLE", "every_report", "report_of", "risk"]
