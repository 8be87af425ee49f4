"""The rows that one activity needs of a dossier: its own, and those that its rules and its page ask around it.

What everybody chooses from is read whole: the organisation, parties, systems, measures, readings and positions, and
the risk that each body accepts. Of all else only what is about this activity is read, however large the register is.
"""

from collections.abc import Collection, Iterable
from uuid import UUID

from gemeentedossier.dossier.agreements import models as agreements
from gemeentedossier.dossier.agreements.queries import LINKS
from gemeentedossier.dossier.agreements.queries import PARTS as AGREED
from gemeentedossier.dossier.assets import models as assets
from gemeentedossier.dossier.breaches import models as breaches
from gemeentedossier.dossier.evidence import models as evidence
from gemeentedossier.dossier.governance import models as governance
from gemeentedossier.dossier.parties import models as parties
from gemeentedossier.dossier.register import models as register
from gemeentedossier.dossier.register.queries.activities import PARTS
from gemeentedossier.dossier.requests import models as requests
from gemeentedossier.dossier.requests.queries import TABLES as REQUESTED
from gemeentedossier.dossier.risks import models as risks
from gemeentedossier.dossier.risks.queries import PARTS as ASSESSED
from gemeentedossier.dossier.security import models as security
from gemeentedossier.foundation.models.tracked import MunicipalityRecord
from gemeentedossier.foundation.rows import Row, Rows, Wanted, live_rows, live_rows_together
from gemeentedossier.organisation import models as organisation

Model = type[MunicipalityRecord]

WHOLE: tuple[Model, ...] = (
    organisation.OrganisationProfile,
    organisation.Controller,
    organisation.Unit,
    organisation.Person,
    organisation.RoleAssignment,
    parties.Party,
    assets.System,
    assets.Measure,
    assets.MeasureEvidence,
    governance.Interpretation,
    governance.ContestedMatter,
    governance.Position,
    governance.RiskAppetite,
)
"""What everybody chooses from, or what holds for every activity."""
RECORDS: tuple[Model, ...] = (
    register.Purpose,
    register.LegalBasis,
    register.PartyRelation,
    *(model for model, _ in PARTS.values()),
    security.Classification,
    security.AccessRule,
    security.AccessRight,
    security.SecurityRisk,
    security.Continuity,
    risks.Prescan,
)
"""What belongs to one activity, and what people can say something of."""
BESIDE: tuple[Model, ...] = (
    register.ActivityController,
    register.ActivitySystem,
    register.ActivityMeasure,
    register.ActivityVersion,
    register.ReviewNote,
    agreements.AgreementActivity,
    risks.AssessedActivity,
)
"""What else belongs to one activity; of what was agreed only that it covers the activity."""
SAID: tuple[Model, ...] = (evidence.Attestation, governance.Suppression, governance.Reliance)
"""What people said of a record."""
AGREEMENT_PARTS: tuple[Model, ...] = (*(part.model for part in AGREED.values()), *(link for link, _ in LINKS.values()))
UNASKED: frozenset[Model] = frozenset(
    {
        parties.PartyRepresentative,
        governance.PolicyClause,
        governance.PlannedStep,
        governance.Ambition,
        governance.OwnAdvice,
        governance.SupervisionCheck,
        governance.Sample,
        governance.SampledCase,
        governance.OfficerReport,
        assets.Tool,
        agreements.Leaflet,
        security.ToolRule,
        security.SystemLevel,
        security.LogReviewPlan,
        security.ControlExclusion,
        *REQUESTED,
        requests.Consent,
        breaches.PersonalDataBreach,
        breaches.BreachActivity,
        breaches.BreachDecision,
        breaches.BreachNotification,
        breaches.SentAnswer,
        breaches.BreachCommunication,
        breaches.BreachAdvice,
        breaches.BreachMeasure,
        breaches.BreachReportLink,
    }
)
"""What no rule about an activity is told of, and no page of an activity shows."""


def rows_around(activity_id: UUID) -> Rows:
    """Live rows of one activity and of what it needs around it, in a few journeys to the database.

    A table that is named nowhere here is read whole: slow, never wrong.
    """
    read = _read_around(activity_id)

    def rows(model: Model, /) -> Iterable[Row]:
        if model in UNASKED:
            return ()
        return read[model] if model in read else live_rows(model)

    return rows


def _read_around(activity_id: UUID) -> dict[Model, list[Row]]:
    own = [activity_id]
    read = _together(
        Wanted(register.Activity, "id", own),
        *(Wanted(model, "activity_id", own) for model in (*RECORDS, *BESIDE)),
        Wanted(agreements.RoleTest, "activity_id", own, or_none=True),
        *map(Wanted, WHOLE),
    )
    covering = _keys(read.pop(agreements.AgreementActivity), "agreement_id")  # each of them is read whole below
    assessed = _keys(read.pop(risks.AssessedActivity), "assessment_id")  # likewise
    records = {activity_id}.union(*(_keys(read[model]) for model in RECORDS))
    read |= _together(
        *(Wanted(model, "subject_id", records) for model in SAID),
        Wanted(security.SecurityRiskMeasure, "risk_id", _keys(read[security.SecurityRisk])),
        Wanted(agreements.RoleAnswer, "test_id", _keys(read[agreements.RoleTest])),
        Wanted(agreements.Agreement, "id", covering),
        *(Wanted(model, "agreement_id", covering) for model in AGREEMENT_PARTS),
        Wanted(risks.PrescanAnswer, "prescan_id", _keys(read[risks.Prescan])),
        Wanted(risks.AnsweredProposal, "prescan_id", _keys(read[risks.Prescan])),
        Wanted(risks.ImpactAssessment, "id", assessed),
        *(Wanted(model, "assessment_id", assessed) for model in ASSESSED),
    )
    read |= _together(
        Wanted(risks.RiskTreatment, "risk_id", _keys(read[risks.AssessedRisk])),
        Wanted(evidence.AttestationEvidence, "attestation_id", _keys(read[evidence.Attestation])),
    )
    shown = (read[evidence.AttestationEvidence], read[assets.MeasureEvidence])
    return read | _together(
        Wanted(evidence.Evidence, "id", {key for rows in shown for key in _keys(rows, "evidence_id")})
    )


def _together(*wanted: Wanted) -> dict[Model, list[Row]]:
    """The rows by table, in one journey; a table of which no key is asked is not read."""
    read: dict[Model, list[Row]] = {each.model: [] for each in wanted}
    asked = [each for each in wanted if each.keys is None or each.keys]
    return read | dict(zip((each.model for each in asked), live_rows_together(asked), strict=True))


def _keys(rows: Collection[Row], column: str = "id") -> set[UUID]:
    return {row[column] for row in rows}
