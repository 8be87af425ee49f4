"""Records around an activity that stand there or are gone, for random histories: laid as a dossier file lays them."""

from uuid import UUID

from gemeentedossier.catalogue.facts.risks import RiskLevel
from gemeentedossier.catalogue.facts.security import SecurityAspect
from gemeentedossier.dossier.agreements.actions.rows import insert_leaflets
from gemeentedossier.dossier.agreements.facts import Leaflet
from gemeentedossier.dossier.agreements.models import Leaflet as LeafletRow
from gemeentedossier.dossier.assets.actions.writing import insert_assets
from gemeentedossier.dossier.assets.enums import ToolKind
from gemeentedossier.dossier.assets.facts import Measure, System, Tool
from gemeentedossier.dossier.governance.actions.whole import insert_governance
from gemeentedossier.dossier.governance.facts import PolicyClause
from gemeentedossier.dossier.governance.models import PolicyClause as PolicyClauseRow
from gemeentedossier.dossier.parties.actions.parties import insert_parties
from gemeentedossier.dossier.parties.facts import Party, PartyRepresentative
from gemeentedossier.dossier.parties.models import PartyRepresentative as RepresentativeRow
from gemeentedossier.dossier.security import models
from gemeentedossier.dossier.security.actions.whole import insert_safeguards
from gemeentedossier.dossier.security.facts import (
    Continuity,
    ControlExclusion,
    LogReview,
    LogReviewPlan,
    SecurityRisk,
    ToolRule,
)
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.foundation import clock
from gemeentedossier.foundation.identifiers import new_id
from gemeentedossier.foundation.models.tracked import MunicipalityRecord
from gemeentedossier.foundation.trail import Actor, verb

TAKEN: tuple[type[MunicipalityRecord], ...] = (
    LeafletRow,
    PolicyClauseRow,
    RepresentativeRow,
    models.ToolRule,
    models.SecurityRisk,
    models.Continuity,
    models.ControlExclusion,
    models.LogReview,
)


def lay(now: Dossier, activity: UUID, by: Actor) -> None:
    """Record one of each around the activity, beside whatever was laid before."""
    assert by.person_id
    today, person, number = clock.today(), by.person_id, str(len(now.tools))
    party, system = Party(new_id(), f"Leverancier {number}"), System(new_id(), f"Systeem {number}")
    measure = Measure(new_id(), f"Beperking {number}")
    tool = Tool(new_id(), f"Hulpmiddel {number}", ToolKind.FORM, party.id, system.id)
    review = LogReview(new_id(), today, person, "Niets.")
    plan = LogReviewPlan(new_id(), system.id, "Inzage.", 3, today, reviews=(review,))
    risk = SecurityRisk(
        new_id(), activity, SecurityAspect.INTEGRITY, "Uitval.", system.id, impact=RiskLevel.HIGH,
        measure_ids=(measure.id,),
    )  # fmt: skip
    with verb("test.lay", by=by):
        insert_parties([party], representatives=[PartyRepresentative(new_id(), party.id, person, today)])
        insert_assets(systems=[system], measures=[measure], tools=[tool])
        insert_governance(
            suppressions=(), interpretations=(), matters=(), reliances=(),
            policy_clauses=[PolicyClause(new_id(), f"Bepaling {number}", measure_ids=(measure.id,))],
        )  # fmt: skip
        insert_leaflets([Leaflet(new_id(), party.id, tool_id=tool.id)])
        insert_safeguards(
            tool_rules=[ToolRule(new_id(), tool.id, activity, True, "Nodig.")],
            log_review_plans=[plan],
            security_risks=[risk],
            exclusions=[ControlExclusion(new_id(), number, "Niet hier.", person, clock.now())],
            continuities=() if _is_planned(now, activity) else [Continuity(new_id(), activity, 8)],
        )


def take(which: int, by: Actor) -> None:
    """Take away all records of some of the kinds."""
    with verb("test.take", by=by):
        for model in TAKEN[which::4]:
            model.objects.all().delete()


def _is_planned(now: Dossier, activity: UUID) -> bool:
    return any(each.activity_id == activity for each in now.continuities)
