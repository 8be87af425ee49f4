"""An activity, its pre-scan and its assessment, as plain facts for the tests of Part C."""

import datetime as dt
from dataclasses import replace
from uuid import UUID

from gemeentedossier.catalogue.engine.lint import Lint
from gemeentedossier.catalogue.facts.risks import RiskLevel
from gemeentedossier.catalogue.queries import current_catalogue
from gemeentedossier.dossier.governance.enums import AdviceAnswer
from gemeentedossier.dossier.register.facts import Activity, Characteristics, DataUse, RetentionPeriod
from gemeentedossier.dossier.risks.engine.staleness import basis_for, points_of
from gemeentedossier.dossier.risks.engine.statements import Around
from gemeentedossier.dossier.risks.enums import AssessmentState, Conclusion
from gemeentedossier.dossier.risks.facts import (
    AssessedRisk,
    AssessmentParagraph,
    ImpactAssessment,
    OfficerAdvice,
    Prescan,
    PrescanAnswer,
    RiskTreatment,
)

CATALOGUE = current_catalogue()
LINT = Lint(CATALOGUE)
AROUND = Around(CATALOGUE)
NOON = dt.datetime(2026, 6, 1, 12, tzinfo=dt.UTC)
WHO, OFFICER, BOARD = UUID(int=1), UUID(int=2), UUID(int=3)
KNOWN = Characteristics(
    large_scale=False, vulnerable_subjects=False, children_under_16=False, profiling_with_effect=False,
    public_monitoring=False, automated_decision=False, transfer_outside_eea=False, uses_base_registry=False,
    algorithm=False, online_service_to_children=False,
)  # fmt: skip
PLAIN = Activity(
    UUID(int=10),
    "Nieuwsbrief",
    data_uses=(DataUse(UUID(int=11), 1, ("residents",), data_categories_own=("e-mailadres",)),),
    retention=(RetentionPeriod(UUID(int=12), "adres", period="P1M"),),
    characteristics=KNOWN,
    authority_list_items=(),
    european_criteria=(),
)
"""Of which the register knows everything, and nothing asks an assessment."""
ANSWERED = Prescan(
    UUID(int=20),
    PLAIN.id,
    tuple(
        PrescanAnswer(UUID(int=21 + number), question, values, number)
        for number, (question, values) in enumerate(
            {
                "new-legislation": ("no",),
                "cloud": ("none",),
                "people-count": ("500",),
                "frequency": ("yearly",),
                "storage-outside": ("no",),
                "high-risk-ai": ("no",),
            }.items()
        )
    ),
)


def answered(question: str, *values: str) -> Prescan:
    """The pre-scan with another answer; without values it is open."""
    kept = tuple(each for each in ANSWERED.answers if each.question != question)
    fresh = (PrescanAnswer(UUID(int=50), question, values, 9),) if values else ()
    return replace(ANSWERED, answers=(*kept, *fresh))


def like(activity: Activity = PLAIN, **characteristics: bool | None) -> Activity:
    """The activity with other characteristics."""
    return replace(activity, characteristics=replace(activity.characteristics, **characteristics))


def assessment(activity: Activity = PLAIN, around: Around = AROUND) -> ImpactAssessment:
    """An assessment that is whole: written, weighed, advised on and answered."""
    paragraphs = []
    for point in points_of(CATALOGUE):
        basis = basis_for(point, (activity,), around)
        paragraphs.append(
            AssessmentParagraph(
                UUID(int=100 + point.number), point.number, f"Zo doen wij dat bij {point.name.nl}.",
                tuple(one for one, _ in basis), tuple(other for _, other in basis), WHO, "Noor", NOON,
            )
        )  # fmt: skip
    treatment = RiskTreatment(UUID(int=131), text="Gesprek in het team.", owner_id=WHO, due_on=dt.date(2027, 1, 1))
    risk = AssessedRisk(
        UUID(int=130), "Iemand leest mee.", 0, "Nieuwsgierig.", "Schaamte.", RiskLevel.MEDIUM, "Komt voor.",
        RiskLevel.HIGH, "Blijft.", "Past.", RiskLevel.LOW, RiskLevel.HIGH, "Kan niet minder.", (treatment,),
    )  # fmt: skip
    advice = OfficerAdvice(
        UUID(int=140), "Doe minder.", OFFICER, NOON, "Femke", 1, AdviceAnswer.FOLLOWED, "Gedaan.", BOARD, "Ali", NOON
    )
    return ImpactAssessment(
        UUID(int=99), "DPIA", state=AssessmentState.UNDER_ADVICE, activity_ids=(activity.id,), drawn_up_by_id=WHO,
        paragraphs=tuple(paragraphs), risks=(risk,), views_sought=True, views="De adviesraad vond het goed.",
        conclusion=Conclusion.MAY_START, conclusion_reason="Weinig blijft over.", advice=(advice,), asked_at=NOON,
    )  # fmt: skip
