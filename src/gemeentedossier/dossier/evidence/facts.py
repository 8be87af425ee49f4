"""Attestations as immutable values."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from gemeentedossier.dossier.evidence.enums import Answer


@dataclass(frozen=True, slots=True)
class Attestation:
    """A named person's answer to a criterion for one subject."""

    id: UUID
    subject_kind: str
    subject_id: UUID
    criterion: str
    answer: Answer
    explanation: str
    answered_by_id: UUID
    answered_by: str
    answered_role: str
    answered_at: dt.datetime
    review_on: dt.date | None = None
