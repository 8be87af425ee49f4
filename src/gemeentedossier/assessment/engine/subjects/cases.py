"""Every subject of a dossier that rules can be about, each with those above it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from typing import TYPE_CHECKING
from uuid import UUID

from gemeentedossier.assessment.engine.subjects.activity import ActivitySubject
from gemeentedossier.assessment.engine.subjects.agreed import Surroundings, agreement_subject, is_done_with
from gemeentedossier.assessment.engine.subjects.agreement import AgreementSubject
from gemeentedossier.assessment.engine.subjects.awaited import AWAITED
from gemeentedossier.assessment.engine.subjects.breach import BreachSubject
from gemeentedossier.assessment.engine.subjects.cooperating import covenant_subject
from gemeentedossier.assessment.engine.subjects.covenant import CovenantSubject
from gemeentedossier.assessment.engine.subjects.equipped import around_systems, measure_subject, system_subject
from gemeentedossier.assessment.engine.subjects.governed import InterpretationSubject, PositionSubject
from gemeentedossier.assessment.engine.subjects.impact_assessment import ImpactAssessmentSubject
from gemeentedossier.assessment.engine.subjects.keeping import (
    PartySubject,
    RetentionSubject,
    party_subject,
    retention_subject,
)
from gemeentedossier.assessment.engine.subjects.law import Law
from gemeentedossier.assessment.engine.subjects.lawfulness import (
    FurtherUseSubject,
    LegalBasisSubject,
    PurposeSubject,
    further_use_subject,
    legal_basis_subject,
    purpose_subject,
)
from gemeentedossier.assessment.engine.subjects.left_over import UnfinishedFields
from gemeentedossier.assessment.engine.subjects.making import Parts, activity_subject
from gemeentedossier.assessment.engine.subjects.observed import ConsentSubject
from gemeentedossier.assessment.engine.subjects.organisation import (
    DecisionTotals,
    OrganisationSubject,
    RegisterTotals,
    organisation_subject,
)
from gemeentedossier.assessment.engine.subjects.request import RequestSubject
from gemeentedossier.assessment.engine.subjects.secured import (
    Secured,
    classification_subject,
    right_subject,
)
from gemeentedossier.assessment.engine.subjects.security import (
    AccessRightSubject,
    MeasureSubject,
    SecurityClassificationSubject,
    SystemSubject,
)
from gemeentedossier.assessment.engine.subjects.shown import EvidenceSubject
from gemeentedossier.assessment.engine.subjects.told import LeafletSubject, ToolSubject, told_cases
from gemeentedossier.assessment.engine.subjects.use import (
    DataSourceSubject,
    DataUseSubject,
    RecipientSubject,
    TransferSubject,
    data_source_subject,
    data_use_subject,
    recipient_subject,
    transfer_subject,
)
from gemeentedossier.assessment.engine.subjects.weighed import PolicyClauseSubject, SecurityRiskSubject, risk_subject
from gemeentedossier.assessment.engine.subjects.whole import Whole
from gemeentedossier.assessment.facts import Case
from gemeentedossier.catalogue.engine.expressions import Declarations, declarations
from gemeentedossier.catalogue.facts.rules import SubjectKind
from gemeentedossier.dossier.agreements.enums import AgreementKind
from gemeentedossier.dossier.agreements.facts import Agreement
from gemeentedossier.dossier.assets.enums import SystemState
from gemeentedossier.dossier.parties.facts import Party
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.organisation.facts import Organisation

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

SHAPES: Mapping[SubjectKind, "type[DataclassInstance]"] = {
    SubjectKind.ACTIVITY: ActivitySubject,
    SubjectKind.PURPOSE: PurposeSubject,
    SubjectKind.LEGAL_BASIS: LegalBasisSubject,
    SubjectKind.DATA_USE: DataUseSubject,
    SubjectKind.DATA_SOURCE: DataSourceSubject,
    SubjectKind.RECIPIENT: RecipientSubject,
    SubjectKind.TRANSFER: TransferSubject,
    SubjectKind.RETENTION: RetentionSubject,
    SubjectKind.PARTY: PartySubject,
    SubjectKind.FURTHER_USE: FurtherUseSubject,
    SubjectKind.ORGANISATION: OrganisationSubject,
    SubjectKind.AGREEMENT: AgreementSubject,
    SubjectKind.COVENANT: CovenantSubject,
    SubjectKind.SECURITY_CLASSIFICATION: SecurityClassificationSubject,
    SubjectKind.MEASURE: MeasureSubject,
    SubjectKind.SYSTEM: SystemSubject,
    SubjectKind.ACCESS_RIGHT: AccessRightSubject,
    SubjectKind.SECURITY_RISK: SecurityRiskSubject,
    SubjectKind.POLICY_CLAUSE: PolicyClauseSubject,
    SubjectKind.INTERPRETATION: InterpretationSubject,
    SubjectKind.POSITION: PositionSubject,
    SubjectKind.EVIDENCE: EvidenceSubject,
    SubjectKind.TOOL: ToolSubject,
    SubjectKind.LEAFLET: LeafletSubject,
    SubjectKind.IMPACT_ASSESSMENT: ImpactAssessmentSubject,
    SubjectKind.REQUEST: RequestSubject,
    SubjectKind.CONSENT: ConsentSubject,
    SubjectKind.BREACH: BreachSubject,
    **AWAITED,
}
DECLARATIONS: Declarations = declarations({kind.value: shape for kind, shape in SHAPES.items()})
"""The names that expressions may use, with their types."""


_OF_SECURITY = {SubjectKind.SECURITY_CLASSIFICATION, SubjectKind.ACCESS_RIGHT, SubjectKind.SECURITY_RISK}


def organisation_case(
    organisation: Organisation,
    law: Law,
    *,
    register: RegisterTotals | None = None,
    decisions: DecisionTotals | None = None,
    unfinished: UnfinishedFields | None = None,
) -> Case:
    """Return the municipality as a case, with what is counted over its register, its decisions and other records."""
    subject = organisation_subject(organisation, law, register=register, decisions=decisions, unfinished=unfinished)
    return Case(SubjectKind.ORGANISATION, organisation.id, None, {"organisation": subject})


def agreement_cases(
    agreements: Iterable[Agreement],
    around: Surroundings,
    organisation: OrganisationSubject,
    law: Law,
    *,
    same: Mapping[UUID, Case],
) -> Iterator[Case]:
    """Yield each agreement as a case, and each covenant as one of its own kind; not what is over and done with.

    ``same`` are the cases that are known.
    """
    for each in agreements:
        if each.id in same:
            yield same[each.id]
            continue
        if each.kind is AgreementKind.COVENANT:
            covenant = covenant_subject(each, around, law)
            layers: Mapping[str, object] = {"covenant": covenant, "organisation": organisation}
            yield Case(SubjectKind.COVENANT, each.id, None, layers)
            continue
        agreement = agreement_subject(each, around, law)
        if not is_done_with(agreement):
            layers = {"agreement": agreement, "organisation": organisation}
            yield Case(SubjectKind.AGREEMENT, each.id, None, layers)


def asset_cases(dossier: Dossier, organisation: OrganisationSubject, law: Law, *, whole: Whole) -> Iterator[Case]:
    """Yield each system that is not gone, measure, tool and leaflet as a case; ``whole`` knows all activities."""
    evidence = {piece.id: piece for piece in dossier.evidence}
    using: dict[UUID, list[Activity]] = defaultdict(list)
    for activity in whole.activities.values():
        for key in activity.system_ids:
            using[key].append(activity)
    around = around_systems(dossier)
    for system in dossier.systems:
        if system.state is not SystemState.ENDED:
            own: object = system_subject(system, using[system.id], law, around=around)
            yield Case(SubjectKind.SYSTEM, system.id, None, {"system": own, "organisation": organisation})
    for measure in dossier.measures:
        own = measure_subject(measure, evidence, law, exclusions=dossier.exclusions)
        yield Case(SubjectKind.MEASURE, measure.id, None, {"measure": own, "organisation": organisation})
    yield from told_cases(dossier, organisation, law, using=using)


def activity_cases(
    activity: Activity,
    organisation: OrganisationSubject,
    parties: Mapping[UUID, Party],
    law: Law,
    *,
    whole: Whole = Whole(),  # noqa: B008  # frozen, and nobody writes to its tables
    asked: Set[SubjectKind] = frozenset(SubjectKind),
) -> Iterator[Case]:
    """Yield the activity and everything in it as cases, the activity first; of the kinds that rules are about."""
    data_uses = tuple(data_use_subject(use, law) for use in activity.data_uses)
    recipients = tuple(
        recipient_subject(each, parties.get(each.party_id) if each.party_id else None, activity, law)
        for each in activity.recipients
    )
    subject = activity_subject(activity, Parts(data_uses, recipients, whole), law)
    above: Mapping[str, object] = {"activity": subject, "organisation": organisation}

    def case(kind: SubjectKind, record_id: UUID, own: object) -> Case:
        return Case(kind, record_id, activity.id, {**above, kind.value: own})

    yield Case(SubjectKind.ACTIVITY, activity.id, activity.id, above)
    if not asked.isdisjoint(_OF_SECURITY):
        yield from _security_cases(activity, whole.secured_of(activity), above, law)
    yield from _lawfulness_cases(activity, above, law)
    for use, use_subject in zip(activity.data_uses, data_uses, strict=True):
        yield case(SubjectKind.DATA_USE, use.id, use_subject)
    for source in activity.sources if SubjectKind.DATA_SOURCE in asked else ():
        yield case(SubjectKind.DATA_SOURCE, source.id, data_source_subject(source, law))
    for recipient, own in zip(activity.recipients, recipients, strict=True):
        yield case(SubjectKind.RECIPIENT, recipient.id, own)
    for transfer in activity.transfers:
        yield case(SubjectKind.TRANSFER, transfer.id, transfer_subject(transfer, law))
    for retention in activity.retention:
        yield case(SubjectKind.RETENTION, retention.id, retention_subject(retention, law))
    covers = whole.covers_of(activity)
    for party in activity.parties:
        yield case(SubjectKind.PARTY, party.id, party_subject(party, law, covers=covers))
    for further in activity.further_uses:
        yield case(SubjectKind.FURTHER_USE, further.id, further_use_subject(further, law))


def _security_cases(activity: Activity, secured: Secured, above: Mapping[str, object], law: Law) -> Iterator[Case]:
    found = secured.classification
    if found:
        own: object = classification_subject(found, secured, law)
        layers = {**above, "security_classification": own}
        yield Case(SubjectKind.SECURITY_CLASSIFICATION, found.id, activity.id, layers)
    for right, within in secured.rights:
        own = right_subject(right, activity, law, within=within)
        yield Case(SubjectKind.ACCESS_RIGHT, right.id, activity.id, {**above, "access_right": own})
    for risk in secured.risks:
        own = risk_subject(risk, secured.accepted, law)
        yield Case(SubjectKind.SECURITY_RISK, risk.id, activity.id, {**above, "security_risk": own})


def _lawfulness_cases(activity: Activity, above: Mapping[str, object], law: Law) -> Iterator[Case]:
    begins = max(activity.started_on or law.day, law.day)
    for purpose in activity.purposes:
        own = {**above, "purpose": purpose_subject(purpose, activity, law)}
        yield Case(SubjectKind.PURPOSE, purpose.id, activity.id, own)
        for basis in purpose.legal_bases:
            layers = {**own, "legal_basis": legal_basis_subject(basis, law, begins_on=begins)}
            yield Case(SubjectKind.LEGAL_BASIS, basis.id, activity.id, layers)
