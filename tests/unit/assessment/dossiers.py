"""Small dossiers for the tests of the assessment."""

import datetime as dt
from uuid import UUID

from gemeentedossier.dossier.evidence.enums import Answer, EvidenceKind
from gemeentedossier.dossier.evidence.facts import Attestation, Evidence
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.organisation.facts import Organisation

MOMENT = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)
DAY = dt.date(2026, 11, 23)


def some_id(number: int) -> UUID:
    return UUID(int=number)


def dossier_with(
    *activities: Activity, attestations: tuple[Attestation, ...] = (), evidence: tuple[Evidence, ...] = ()
) -> Dossier:
    organisation = Organisation(id=some_id(1), slug="voorbeeld", name="Voorbeeld", is_public_authority=True)
    return Dossier(organisation, MOMENT, 7, activities=activities, attestations=attestations, evidence=evidence)


def attestation(
    activity: Activity,
    criterion: str,
    answer: Answer,
    *,
    explanation: str = "",
    review_on: dt.date | None = None,
    evidence_ids: tuple[UUID, ...] = (),
) -> Attestation:
    return Attestation(
        id=some_id(900),
        subject_kind="activity",
        subject_id=activity.id,
        criterion=criterion,
        answer=answer,
        explanation=explanation,
        answered_by_id=some_id(901),
        answered_by="A. Jansen",
        answered_role="privacy officer",
        answered_at=dt.datetime(2026, 3, 1, 9, tzinfo=dt.UTC),
        review_on=review_on,
        evidence_ids=evidence_ids,
    )


def a_note(number: int, *, valid_until: dt.date | None = None, lost_at: dt.datetime | None = None) -> Evidence:
    return Evidence(
        id=some_id(number),
        kind=EvidenceKind.FILE,
        title="Notitie",
        owner_id=some_id(901),
        owner="A. Jansen",
        added_by_id=some_id(901),
        added_by="A. Jansen",
        added_at=dt.datetime(2026, 3, 1, 9, tzinfo=dt.UTC),
        valid_until=valid_until,
        lost_at=lost_at,
    )
