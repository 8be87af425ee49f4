"""The invented municipality with its security: each state of a measure, a risk, an exclusion and a log once."""

import dataclasses
import datetime as dt
from collections.abc import Iterator

from gemeentedossier.assessment.engine.assess import assess
from gemeentedossier.catalogue.facts.risks import RiskLevel
from gemeentedossier.catalogue.facts.security import SecurityAspect
from gemeentedossier.documents.engine.blocks import Document
from gemeentedossier.documents.engine.composition import Material
from gemeentedossier.documents.engine.composition.clauses import Library
from gemeentedossier.documents.engine.composition.sheet import compose_sheet
from gemeentedossier.dossier.agreements.enums import AgreementKind
from gemeentedossier.dossier.agreements.facts import Agreement, AgreementParty
from gemeentedossier.dossier.assets.enums import Effect, MeasureState, SystemState, ToolState
from gemeentedossier.dossier.assets.facts import Measure, System, Tool
from gemeentedossier.dossier.evidence.enums import EvidenceKind
from gemeentedossier.dossier.evidence.facts import Evidence
from gemeentedossier.dossier.governance.facts import PolicyClause, RiskAppetite
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.security.enums import RiskDecision
from gemeentedossier.dossier.security.facts import (
    AccessRule,
    Classification,
    Continuity,
    ControlExclusion,
    LogReview,
    LogReviewPlan,
    SecurityRisk,
    SystemLevel,
)
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.facts import Person, RoleAssignment
from tests.unit.documents.composed_municipality import (
    ACCESS,
    BARE,
    CARE,
    CLOUD,
    COLLEGE,
    DOSSIER,
    LOGGING,
    MOMENT,
    NEIGHBOUR,
    SUPPORT,
    SYSTEM,
    WATCH,
    YOUTH,
    catalogue,
    library,
    number,
)

OFFICER = Person(number(1001), "R. Kustra", roles=(RoleAssignment(Role.CISO),))
LOW, MEDIUM, HIGH = RiskLevel


def shown(key: int, until: dt.date | None) -> Evidence:
    return Evidence(
        number(key), EvidenceKind.LINK, f"Rapport {key}", OFFICER.id, OFFICER.name, OFFICER.id, OFFICER.name, MOMENT,
        valid_until=until, url="https://www.veldwijk.example/rapport", seen="Gelezen",
    )  # fmt: skip


LASTING, ENDING = shown(1010, None), shown(1011, dt.date(2027, 5, 1))


def measure(key: int, name: str, state: MeasureState | None = MeasureState.DONE, **more: object) -> Measure:
    return dataclasses.replace(
        Measure(number(key), name, owner=OFFICER.name, indicator="steekproef", state=state), **more
    )


MEASURES = (
    dataclasses.replace(
        ACCESS, state=MeasureState.DONE, effects=(Effect.ACCESS_BY_TASK,), evidence_ids=(LASTING.id,),
        baseline=("5.15.01",),
    ),
    dataclasses.replace(LOGGING, effects=(Effect.LOGGING,)),
    measure(1020, "Back-up", evidence_ids=(ENDING.id,), effects=(Effect.BACKUP,)),
    measure(1021, "Tweede stap", MeasureState.IN_PROGRESS),
    measure(1022, "Adrescontrole", repeated_incident_on=dt.date(2026, 10, 6)),
    measure(1023, "Versleuteling"),
)  # fmt: skip
ARCHIVE = System(
    number(1030), "Archief 2008", NEIGHBOUR.id, state=SystemState.LEGACY, legacy_reason="Oudere zaken staan er nog in",
    oldest_record_on=dt.date(2009, 2, 3), recovery_hours=8, loss_hours=24,
)  # fmt: skip
DESK = System(number(1031), "Balie-app", CARE.id, recovery_tested_on=dt.date(2026, 9, 1))
SYSTEMS = (SYSTEM, ARCHIVE, DESK)


def level(key: int, system: System, aspect: SecurityAspect) -> SystemLevel:
    return SystemLevel(
        number(key), system.id, aspect, 2, "Een paar dagen wachten kan", OFFICER.id, MOMENT, OFFICER.name
    )


CLASSIFICATIONS = (
    Classification(
        number(1050), SUPPORT.id, 2, "Wachten kan", 3, "Een fout raakt iemands hulp", 4, "Gaat over gezondheid",
        OFFICER.id, "Teamleider Wmo", MOMENT, 1,
    ),
    Classification(number(1051), BARE.id, 4, "Spoed"),
)  # fmt: skip
LINES = (
    AccessRule(number(1060), SUPPORT.id, "Wmo-consulent", SUPPORT.purposes[0].id, ("health",), may_change=True),
    AccessRule(number(1061), SUPPORT.id, "Kwaliteit", reason="Kijkt een steekproef na", may_change=False),
    AccessRule(number(1062), WATCH.id, "Piket", data_own=("politiemutaties",)),
)


def plan(key: int, system: System, months: int, *reviews: LogReview) -> LogReviewPlan:
    return LogReviewPlan(number(key), system.id, "wie er kijkt", months, dt.date(2026, 1, 1), reviews=reviews)


PLANS = (
    plan(1070, SYSTEM, 12, LogReview(number(1071), dt.date(2026, 9, 1), OFFICER.id, "twee inzagen zonder zaak",
                                     OFFICER.name, follow_up="besproken", followed_up_on=dt.date(2026, 9, 8))),
    plan(1072, ARCHIVE, 1),
    plan(1073, DESK, 6, LogReview(number(1074), dt.date(2026, 10, 1), OFFICER.id, "oude accounts", OFFICER.name,
                                  follow_up="afsluiten")),
)  # fmt: skip


def risk(key: int, remains: RiskLevel | None, decision: RiskDecision | None = None, **more: object) -> SecurityRisk:
    weighed = SecurityRisk(
        number(key), SUPPORT.id, SecurityAspect.CONFIDENTIALITY, f"dreiging {key}", likelihood=HIGH, impact=HIGH,
        residual_likelihood=remains, residual_impact=remains, decision=decision, decided_by="Wethouder",
        decided_at=MOMENT if decision else None, decided_because="het kan niet anders",
    )  # fmt: skip
    return dataclasses.replace(weighed, **more)


RISKS = (
    risk(1080, None),
    risk(1081, LOW),
    risk(1082, HIGH),
    risk(1083, HIGH, RiskDecision.ACCEPT, accepted_until=dt.date(2027, 9, 1)),
    risk(1084, HIGH, RiskDecision.ACCEPT),
    risk(1085, HIGH, RiskDecision.TREAT),
    risk(1086, HIGH, RiskDecision.STOP),
)


def exclusion(key: int, control: str, *, granted: bool | None) -> ControlExclusion:
    return ControlExclusion(
        number(key), control, "Doet de leverancier", OFFICER.id, MOMENT, OFFICER.name, granted, number(1), "Wethouder",
        MOMENT,
    )  # fmt: skip


EXCLUSIONS = (
    exclusion(1090, "8.25", granted=True),
    exclusion(1091, "8.30", granted=None),
    exclusion(1092, "5.01.01", granted=False),
)
AGREEMENTS = (
    Agreement(
        number(1100), "Verwerkersovereenkomst zaaksysteem", AgreementKind.PROCESSOR, signed_on=dt.date(2024, 1, 1),
        ends_on=dt.date(2027, 12, 31), parties=(AgreementParty(number(1101), CLOUD.id, CLOUD.name),),
    ),
    Agreement(number(1102), "Afspraken balie", parties=(AgreementParty(number(1103), CARE.id, CARE.name),)),
)  # fmt: skip
SECURED = dataclasses.replace(
    DOSSIER,
    organisation=dataclasses.replace(DOSSIER.organisation, people=(OFFICER,)),
    systems=SYSTEMS,
    measures=MEASURES,
    evidence=(LASTING, ENDING),
    classifications=CLASSIFICATIONS,
    system_levels=(
        level(1040, SYSTEM, SecurityAspect.CONFIDENTIALITY),
        level(1041, DESK, SecurityAspect.AVAILABILITY),
    ),
    access_rules=LINES,
    log_review_plans=PLANS,
    continuities=(Continuity(number(1110), SUPPORT.id, 72, "Bellen met wie hulp verwacht", dt.date(2026, 9, 1)),),
    agreements=AGREEMENTS,
    tools=(Tool(number(1120), "Schrijfhulp", state=ToolState.ALLOWED_ON_CONDITIONS, may_go_in="openbare teksten"),),
    appetites=(
        RiskAppetite(number(1130), MEDIUM, "Wat herstelt mag blijven", COLLEGE.id, number(1), dt.date(2026, 9, 15),
                     COLLEGE.name),
    ),
    policy_clauses=(
        PolicyClause(number(1140), "Inzage", "Wij kijken na wie dossiers inziet", procedure="elk kwartaal",
                     measure_ids=(ACCESS.id,)),
    ),
    security_risks=RISKS,
    exclusions=EXCLUSIONS,
)  # fmt: skip
"""Youth care has neither levels nor lines, so that its gaps are told too."""
NO_MEANS = dataclasses.replace(SECURED, systems=(), measures=(), activities=(SUPPORT, YOUTH))


def sheet_of(
    activity: Activity,
    dossier: Dossier = SECURED,
    *,
    judged: bool = True,
    language: str = "nl",
    words: Library | None = None,
) -> Document:
    """The security sheet of the first purpose of an activity."""
    assessment = assess(dossier, catalogue()) if judged else None
    material = Material(dossier=dossier, catalogue=catalogue(), library=words or library(), assessment=assessment)
    return compose_sheet(material, activity, activity.purposes[0], language=language)


def every_sheet(words: Library | None = None) -> Iterator[Document]:
    for language in ("nl", "en"):
        for activity in (SUPPORT, YOUTH, WATCH):
            yield sheet_of(activity, language=language, words=words)
    yield sheet_of(SUPPORT, NO_MEANS, judged=False, words=words)
