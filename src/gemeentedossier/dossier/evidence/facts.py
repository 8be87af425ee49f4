"""Attestations and the evidence they rest on, as immutable values."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from gemeentedossier.dossier.evidence.enums import Answer, EvidenceKind


@dataclass(frozen=True, slots=True)
class Evidence:
    """What shows that an answer is true: a file that is kept here, or a link with what was seen there.

    ``sha256`` is the digest of the file, in hexadecimal; ``size`` is in bytes. ``lost_at`` is when the file was
    found to be gone or changed: evidence that nobody can look at shows nothing.
    """

    id: UUID
    kind: EvidenceKind
    title: str
    owner_id: UUID
    owner: str
    added_by_id: UUID
    added_by: str
    added_at: dt.datetime
    valid_until: dt.date | None = None
    file_name: str = ""
    media_type: str = ""
    size: int | None = None
    sha256: str = ""
    url: str = ""
    seen: str = ""
    lost_at: dt.datetime | None = None
    withdrawn_at: dt.datetime | None = None
    withdrawn_because: str = ""

    def stands_on(self, day: dt.date) -> bool:
        """Whether it can still be looked at and is valid; ``valid_until`` is the last day on which it is."""
        here = self.lost_at is None and self.withdrawn_at is None
        return here and (self.valid_until is None or self.valid_until >= day)


@dataclass(frozen=True, slots=True)
class Attestation:
    """A named person's answer to a criterion for one subject, and the evidence that the person showed."""

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
    evidence_ids: tuple[UUID, ...] = ()
