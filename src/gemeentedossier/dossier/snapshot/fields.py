"""What the dossier holds beside organisation, parties and activities: each field with its tables and its reader."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from gemeentedossier.dossier.agreements import models as agreements
from gemeentedossier.dossier.agreements.queries import LINKS, PARTS, agreements_from, leaflets_from, role_tests_from
from gemeentedossier.dossier.assets import models as assets
from gemeentedossier.dossier.assets.queries import measures_from, systems_from, tools_from
from gemeentedossier.dossier.breaches import models as breaches
from gemeentedossier.dossier.breaches.queries import breaches_from, report_links_from
from gemeentedossier.dossier.evidence import models as evidence
from gemeentedossier.dossier.evidence.queries import attestations_from, evidence_from
from gemeentedossier.dossier.governance import models as governance
from gemeentedossier.dossier.governance.queries import (
    ambitions_from,
    appetites_from,
    interpretations_from,
    matters_from,
    officer_reports_from,
    own_advices_from,
    planned_steps_from,
    policy_clauses_from,
    reliances_from,
    samples_from,
    supervision_checks_from,
    suppressions_from,
)
from gemeentedossier.dossier.parties import models as parties
from gemeentedossier.dossier.parties.facts import Party
from gemeentedossier.dossier.parties.queries import representatives_from
from gemeentedossier.dossier.register import models as register
from gemeentedossier.dossier.register.queries.activities import review_notes_from
from gemeentedossier.dossier.requests import models as requests
from gemeentedossier.dossier.requests.queries import TABLES as REQUESTED
from gemeentedossier.dossier.requests.queries import consents_from, requests_from
from gemeentedossier.dossier.risks import models as risks
from gemeentedossier.dossier.risks.queries import PARTS as ASSESSED
from gemeentedossier.dossier.risks.queries import assessments_from, prescans_from
from gemeentedossier.dossier.security import models as security
from gemeentedossier.dossier.security.queries import (
    access_rights_from,
    access_rules_from,
    classifications_from,
    continuities_from,
    exclusions_from,
    log_review_plans_from,
    security_risks_from,
    system_levels_from,
    tool_rules_from,
)
from gemeentedossier.foundation.models.tracked import MunicipalityRecord
from gemeentedossier.foundation.rows import Rows
from gemeentedossier.organisation.facts import Organisation

Model = type[MunicipalityRecord]


@dataclass(frozen=True, slots=True)
class Names:
    """What people, bodies and parties are called, by key."""

    people: Mapping[UUID, str]
    bodies: Mapping[UUID, str]
    parties: Mapping[UUID, str]

    @classmethod
    def of(cls, organisation: Organisation, known_parties: tuple[Party, ...]) -> "Names":
        """From the organisation and the parties of the same moment."""
        return cls(
            people={person.id: person.name for person in organisation.people},
            bodies={body.id: body.name for body in organisation.controllers},
            parties={party.id: party.name for party in known_parties},
        )


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the dossier: the tables that it is read from, and how."""

    tables: tuple[Model, ...]
    read: Callable[[Rows, Names], tuple[Any, ...]]


AGREED: tuple[Model, ...] = (
    agreements.Agreement,
    *(part.model for part in PARTS.values()),
    *(link for link, _ in LINKS.values()),
)
BREACHED: tuple[Model, ...] = (
    breaches.PersonalDataBreach,
    breaches.BreachActivity,
    breaches.BreachDecision,
    breaches.BreachNotification,
    breaches.SentAnswer,
    breaches.BreachCommunication,
    breaches.BreachAdvice,
    breaches.BreachMeasure,
)
FIELDS: Mapping[str, Field] = {
    "systems": Field((assets.System,), lambda rows, named: systems_from(rows, people=named.people)),
    "measures": Field(
        (assets.Measure, assets.MeasureEvidence), lambda rows, named: measures_from(rows, people=named.people)
    ),
    "attestations": Field(
        (evidence.Attestation, evidence.AttestationEvidence),
        lambda rows, named: attestations_from(rows, named.people),
    ),
    "evidence": Field((evidence.Evidence,), lambda rows, named: evidence_from(rows, named.people)),
    "suppressions": Field((governance.Suppression,), lambda rows, named: suppressions_from(rows, named.people)),
    "interpretations": Field(
        (governance.Interpretation,), lambda rows, named: interpretations_from(rows, named.people)
    ),
    "matters": Field(
        (governance.ContestedMatter, governance.Position), lambda rows, named: matters_from(rows, named.people)
    ),
    "reliances": Field((governance.Reliance,), lambda rows, named: reliances_from(rows, named.people)),
    "agreements": Field(AGREED, lambda rows, named: agreements_from(rows, people=named.people, parties=named.parties)),
    "role_tests": Field(
        (agreements.RoleTest, agreements.RoleAnswer),
        lambda rows, named: role_tests_from(rows, people=named.people, parties=named.parties),
    ),
    "classifications": Field(
        (security.Classification,), lambda rows, named: classifications_from(rows, people=named.people)
    ),
    "system_levels": Field((security.SystemLevel,), lambda rows, named: system_levels_from(rows, people=named.people)),
    "access_rules": Field((security.AccessRule,), lambda rows, _named: access_rules_from(rows)),
    "access_rights": Field((security.AccessRight,), lambda rows, _named: access_rights_from(rows)),
    "representatives": Field(
        (parties.PartyRepresentative,), lambda rows, named: representatives_from(rows, people=named.people)
    ),
    "appetites": Field(
        (governance.RiskAppetite,), lambda rows, named: appetites_from(rows, named.people, controllers=named.bodies)
    ),
    "policy_clauses": Field((governance.PolicyClause,), lambda rows, named: policy_clauses_from(rows, named.people)),
    "planned_steps": Field((governance.PlannedStep,), lambda rows, named: planned_steps_from(rows, named.people)),
    "ambitions": Field((governance.Ambition,), lambda rows, named: ambitions_from(rows, named.people)),
    "own_advices": Field((governance.OwnAdvice,), lambda rows, named: own_advices_from(rows, named.people)),
    "supervision_checks": Field(
        (governance.SupervisionCheck,), lambda rows, named: supervision_checks_from(rows, named.people)
    ),
    "samples": Field((governance.Sample, governance.SampledCase), lambda rows, named: samples_from(rows, named.people)),
    "officer_reports": Field((governance.OfficerReport,), lambda rows, named: officer_reports_from(rows, named.people)),
    "tools": Field((assets.Tool,), lambda rows, named: tools_from(rows, people=named.people)),
    "tool_rules": Field((security.ToolRule,), lambda rows, _named: tool_rules_from(rows)),
    "log_review_plans": Field(
        (security.LogReviewPlan, security.LogReview),
        lambda rows, named: log_review_plans_from(rows, people=named.people),
    ),
    "security_risks": Field(
        (security.SecurityRisk, security.SecurityRiskMeasure),
        lambda rows, named: security_risks_from(rows, people=named.people),
    ),
    "exclusions": Field((security.ControlExclusion,), lambda rows, named: exclusions_from(rows, people=named.people)),
    "continuities": Field((security.Continuity,), lambda rows, _named: continuities_from(rows)),
    "requests": Field(REQUESTED, lambda rows, named: requests_from(rows, people=named.people)),
    "consents": Field((requests.Consent,), lambda rows, named: consents_from(rows, people=named.people)),
    "leaflets": Field((agreements.Leaflet,), lambda rows, named: leaflets_from(rows, parties=named.parties)),
    "breaches": Field(BREACHED, lambda rows, named: breaches_from(rows, people=named.people, parties=named.parties)),
    "report_links": Field(
        (breaches.BreachReportLink,), lambda rows, named: report_links_from(rows, people=named.people)
    ),
    "prescans": Field(
        (risks.Prescan, risks.PrescanAnswer, risks.AnsweredProposal),
        lambda rows, named: prescans_from(rows, people=named.people),
    ),
    "review_notes": Field((register.ReviewNote,), lambda rows, named: review_notes_from(rows, people=named.people)),
    "impact_assessments": Field(
        (risks.ImpactAssessment, *ASSESSED, risks.RiskTreatment),
        lambda rows, named: assessments_from(rows, people=named.people),
    ),
}
