"""Small dossiers for the tests of the assessment."""

import datetime as dt
from uuid import UUID

from gemeentedossier.dossier.evidence.enums import Answer
from gemeentedossier.dossier.evidence.facts import Attestation
from gemeentedossier.dossier.register.facts import Activity
from gemeentedossier.dossier.snapshot.facts import Dossier
from gemeentedossier.organisation.facts import Organisation

MOMENT = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)
DAY = dt.date(2026, 11, 23)


def some_id(number: int) -> UUID:
    return UUID(int=number)


def dossier_with(*activities: Activity, attestations: tuple[Attestation, ...] = ()) -> Dossier:
    organisation = Organisation(id=some_id(1), slug="voorbeeld", name="Voorbeeld", is_public_authority=True)
    return Dossier(organisation, MOMENT, 7, activities=activities, attestations=attestations)


def attestation(
    activity: Activity,
    criterion: str,
    answer: Answer,
    *,
    explanation: str = "",
    review_on: dt.date | None = None,
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
    )
