"""Subjects of Part B about what was weighed and promised: security risk and policy clause (GDPR 24, 32)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from gemeentedossier.assessment.engine.subjects.law import Law
from gemeentedossier.assessment.engine.subjects.organisation import OrganisationSubject
from gemeentedossier.assessment.facts import Case
from gemeentedossier.catalogue.engine.lint import Lint
from gemeentedossier.catalogue.facts.risks import RiskLevel
from gemeentedossier.catalogue.facts.rules import SubjectKind
from gemeentedossier.dossier.governance.facts import PolicyClause
from gemeentedossier.dossier.security.engine.appetite import is_decided_on, residual_level
from gemeentedossier.dossier.security.facts import SecurityRisk
from gemeentedossier.dossier.snapshot.facts import Dossier


@dataclass(frozen=True, slots=True, kw_only=True)
class SecurityRiskSubject:
    """One risk to the data of an activity: ``security_risk.*`` (GDPR 32(2))."""

    threat: str
    """What can go wrong."""
    residual_level: str | None
    """The level that remains with the measures, by the scale of the catalogue."""
    accepted_level: str | None
    """The highest level that may remain for this activity; unknown where no controller of it decided."""
    above_appetite: bool | None
    """Whether more remains than that."""
    weighed: bool
    """Whether the likelihood and the impact that remain are recorded."""
    has_owner: bool
    """Whether somebody answers for it."""
    decided: bool
    """Whether the executive decided about it for a reason that is no blank, and an acceptance still holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyClauseSubject:
    """One clause of a policy: ``policy_clause.*`` (GDPR 24(2))."""

    name: str
    """Its title, with the policy in which it stands."""
    text: str
    """What the clause promises; its title where that is all."""
    has_procedure: bool
    """Whether is written how it is done."""
    has_owner: bool
    """Whether somebody answers for it who still holds a role on the day."""


def risk_subject(risk: SecurityRisk, accepted: RiskLevel | None, law: Law) -> SecurityRiskSubject:
    """Return a risk as a subject of rules on the law's day; ``accepted`` is what may remain."""
    remains = residual_level(risk, law.catalogue.risk_scale)
    return SecurityRiskSubject(
        threat=risk.threat,
        residual_level=remains.value if remains else None,
        accepted_level=accepted.value if accepted else None,
        above_appetite=remains.is_above(accepted) if remains and accepted else None,
        weighed=remains is not None,
        has_owner=risk.owner_id is not None,
        decided=is_decided_on(risk, law.day) and not law.lint.is_unfinished(risk.decided_because),
    )


def clause_subject(clause: PolicyClause, in_office: Mapping[UUID, bool], lint: Lint) -> PolicyClauseSubject:
    """Return a clause as a subject of rules; ``in_office`` says of people who held a role whether they still do."""
    owner = clause.owner_id
    return PolicyClauseSubject(
        name=f"{clause.policy}: {clause.title}" if clause.policy else clause.title,
        text=clause.text.strip() or clause.title,
        has_procedure=lint.says_something(clause.procedure),
        has_owner=owner is not None and in_office.get(owner, True),
    )


def clause_cases(
    dossier: Dossier, organisation: OrganisationSubject, law: Law, *, in_office: Mapping[UUID, bool]
) -> Iterator[Case]:
    """Yield each clause of a policy as a case."""
    for clause in dossier.policy_clauses:
        own = clause_subject(clause, in_office, law.lint)
        layers: Mapping[str, object] = {"policy_clause": own, "organisation": organisation}
        yield Case(SubjectKind.POLICY_CLAUSE, clause.id, None, layers)
