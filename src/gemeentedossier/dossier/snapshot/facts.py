"""The dossier of a municipality as one immutable tree: input of every judgement, form of every export."""

import datetime as dt
from dataclasses import dataclass

from gemeentedossier.dossier.agreements.facts import Agreement, Leaflet, RoleTest
from gemeentedossier.dossier.assets.facts import Measure, System, Tool
from gemeentedossier.dossier.breaches.facts import BreachReportLink, PersonalDataBreach
from gemeentedossier.dossier.evidence.facts import Attestation, Evidence
from gemeentedossier.dossier.governance.facts import (
    Ambition,
    ContestedMatter,
    Interpretation,
    OfficerReport,
    OwnAdvice,
    PlannedStep,
    PolicyClause,
    Reliance,
    RiskAppetite,
    Sample,
    SupervisionCheck,
    Suppression,
)
from gemeentedossier.dossier.parties.facts import Party, PartyRepresentative
from gemeentedossier.dossier.register.facts import Activity, AdoptedVersion, ReviewNote
from gemeentedossier.dossier.requests.facts import Consent, DataSubjectRequest
from gemeentedossier.dossier.risks.facts import ImpactAssessment, Prescan
from gemeentedossier.dossier.security.facts import (
    AccessRight,
    AccessRule,
    Classification,
    Continuity,
    ControlExclusion,
    LogReviewPlan,
    SecurityRisk,
    SystemLevel,
    ToolRule,
)
from gemeentedossier.organisation.facts import Organisation


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything recorded of one municipality at one moment.

    ``ledger_number`` is the last entry of the ledger that the tree holds, None for the live tables
    (GDPR 5(2): what was known can be shown as it was).
    """

    organisation: Organisation
    moment: dt.datetime
    ledger_number: int | None = None
    parties: tuple[Party, ...] = ()
    systems: tuple[System, ...] = ()
    measures: tuple[Measure, ...] = ()
    activities: tuple[Activity, ...] = ()
    versions: tuple[AdoptedVersion, ...] = ()
    attestations: tuple[Attestation, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    suppressions: tuple[Suppression, ...] = ()
    interpretations: tuple[Interpretation, ...] = ()
    matters: tuple[ContestedMatter, ...] = ()
    reliances: tuple[Reliance, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    role_tests: tuple[RoleTest, ...] = ()
    classifications: tuple[Classification, ...] = ()
    system_levels: tuple[SystemLevel, ...] = ()
    access_rules: tuple[AccessRule, ...] = ()
    access_rights: tuple[AccessRight, ...] = ()
    representatives: tuple[PartyRepresentative, ...] = ()
    appetites: tuple[RiskAppetite, ...] = ()
    policy_clauses: tuple[PolicyClause, ...] = ()
    tools: tuple[Tool, ...] = ()
    tool_rules: tuple[ToolRule, ...] = ()
    log_review_plans: tuple[LogReviewPlan, ...] = ()
    security_risks: tuple[SecurityRisk, ...] = ()
    exclusions: tuple[ControlExclusion, ...] = ()
    continuities: tuple[Continuity, ...] = ()
    leaflets: tuple[Leaflet, ...] = ()
    requests: tuple[DataSubjectRequest, ...] = ()
    consents: tuple[Consent, ...] = ()
    breaches: tuple[PersonalDataBreach, ...] = ()
    report_links: tuple[BreachReportLink, ...] = ()
    prescans: tuple[Prescan, ...] = ()
    impact_assessments: tuple[ImpactAssessment, ...] = ()
    planned_steps: tuple[PlannedStep, ...] = ()
    ambitions: tuple[Ambition, ...] = ()
    review_notes: tuple[ReviewNote, ...] = ()
    own_advices: tuple[OwnAdvice, ...] = ()
    supervision_checks: tuple[SupervisionCheck, ...] = ()
    samples: tuple[Sample, ...] = ()
    officer_reports: tuple[OfficerReport, ...] = ()
