"""Agreements as immutable values. None is unknown; an empty text was never written."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from gemeentedossier.dossier.agreements.enums import (
    AgreementKind,
    Authorisation,
    Duty,
    EndChoice,
    FoundRole,
    PartyKind,
    Point,
    Renewal,
    RoleQuestion,
    SubProcessorDecision,
)
from gemeentedossier.dossier.register.enums import PartyRole, TransferMechanism


@dataclass(frozen=True, slots=True)
class AgreementParty:
    """Somebody with whom it was agreed, besides the municipality. In a covenant a party joins, attests and leaves.

    ``attested_by`` are the name and function of who attested, in words; ``attested_person_id`` is there where that
    person did so itself, with an account of the party. ``left_on`` is the last day on which the party takes part.
    """

    id: UUID
    party_id: UUID
    party_name: str = ""
    role: PartyRole | None = None
    kind: PartyKind | None = None
    joined_on: dt.date | None = None
    attested_on: dt.date | None = None
    attested_by: str = ""
    attested_person_id: UUID | None = None
    attested_person: str = ""
    attestation: str = ""
    attestation_evidence_id: UUID | None = None
    left_on: dt.date | None = None
    left_because: str = ""

    def takes_part_on(self, day: dt.date) -> bool:
        """Whether the party takes part on that day."""
        return self.left_on is None or self.left_on >= day


@dataclass(frozen=True, slots=True)
class AgreedPoint:
    """What was agreed on one point: whether, in which words, and where in the contract that stands."""

    id: UUID
    point: Point
    agreed: bool | None = None
    text: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class SubProcessor:
    """Somebody whom the processor, or another sub-processor, engages (GDPR 28(2), 28(4)).

    ``above_id`` is the sub-processor that engages this one; None is the processor itself. ``listed`` says whether the
    agreement names it; where it does not, ``seen_in`` says where it was seen. ``country`` is ISO 3166-1 alpha-2.
    """

    id: UUID
    party_id: UUID
    party_name: str = ""
    above_id: UUID | None = None
    service: str = ""
    country: str | None = None
    listed: bool | None = None
    seen_in: str = ""
    notified_on: dt.date | None = None
    objection_until: dt.date | None = None
    decision: SubProcessorDecision | None = None
    decided_on: dt.date | None = None
    decided_because: str = ""


@dataclass(frozen=True, slots=True)
class DividedDuty:
    """Which joint controller meets a duty (GDPR 26(1)); without a party the municipality does."""

    id: UUID
    duty: Duty
    party_id: UUID | None = None
    party_name: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class SharedClause:
    """A clause of a covenant that holds for every participant. ``code`` is its number in the covenant."""

    id: UUID
    code: str
    title: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Deviation:
    """Where a participant departs from a shared clause, and why; both texts, so that the difference can be shown.

    ``shared_clause_id`` is the clause, where the covenant holds it as a record; ``shared_text`` is what it said then.
    """

    id: UUID
    party_id: UUID
    clause: str
    shared_text: str
    own_text: str
    reason: str
    party_name: str = ""
    recorded_on: dt.date | None = None
    shared_clause_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Instruction:
    """A documented instruction to a processor (GDPR 28(3)(a), 29)."""

    id: UUID
    given_on: dt.date
    text: str
    given_by_id: UUID
    given_by: str = ""


@dataclass(frozen=True, slots=True)
class Agreement:
    """One agreement with what it covers in the register.

    ``data_categories`` None means that nobody read what the agreement covers. ``countries`` (ISO 3166-1 alpha-2) are
    where the party processes or reaches the data; ``parent_country`` is where the company stands that it belongs to.
    ``ends_on`` is the last day agreed, ``notice_ends_on`` the last day after notice, ``ended_on`` the last day as it
    turned out. ``signed_text_evidence_id`` is the text that was signed, where it was kept as evidence.
    ``breach_report_hours`` is in hours, ``notice_months`` and ``renewal_months`` in months.
    """

    id: UUID
    name: str
    kind: AgreementKind | None = None
    reference: str = ""
    subject: str = ""
    place: str = ""
    owner_id: UUID | None = None
    owner: str = ""
    revision: int = 0
    signed_on: dt.date | None = None
    signed_by: str = ""
    signed_text_evidence_id: UUID | None = None
    starts_on: dt.date | None = None
    ends_on: dt.date | None = None
    renewal: Renewal | None = None
    renewal_months: int | None = None
    notice_months: int | None = None
    notice_given_on: dt.date | None = None
    notice_ends_on: dt.date | None = None
    ended_on: dt.date | None = None
    end_reason: str = ""
    data_categories: tuple[str, ...] | None = None
    data_categories_own: tuple[str, ...] = ()
    subject_categories: tuple[str, ...] | None = None
    subject_categories_own: tuple[str, ...] = ()
    breach_report_hours: int | None = None
    breach_contact: str = ""
    reviewed_on: dt.date | None = None
    review_outcome: str = ""
    uses_subprocessors: bool | None = None
    subprocessor_authorisation: Authorisation | None = None
    objection_days: int | None = None
    end_choice: EndChoice | None = None
    erasure_evidence_id: UUID | None = None
    erasure_proved_on: dt.date | None = None
    countries: tuple[str, ...] | None = None
    parent_country: str | None = None
    mechanism: TransferMechanism | None = None
    mechanism_reference: str = ""
    mechanism_valid_until: dt.date | None = None
    transfer_assessment_on: dt.date | None = None
    expected_of_party: str = ""
    expected_of_municipality: str = ""
    essence: str = ""
    essence_place: str = ""
    activity_ids: tuple[UUID, ...] = ()
    purpose_ids: tuple[UUID, ...] = ()
    system_ids: tuple[UUID, ...] = ()
    parties: tuple[AgreementParty, ...] = ()
    points: tuple[AgreedPoint, ...] = ()
    sub_processors: tuple[SubProcessor, ...] = ()
    duties: tuple[DividedDuty, ...] = ()
    clauses: tuple[SharedClause, ...] = ()
    deviations: tuple[Deviation, ...] = ()
    instructions: tuple[Instruction, ...] = ()

    def agreed(self, point: Point) -> bool | None:
        """Whether the point was agreed; None where nobody recorded it."""
        return next((each.agreed for each in self.points if each.point is point), None)

    @property
    def party_names(self) -> str:
        """The parties in words."""
        return ", ".join(each.party_name for each in self.parties)


@dataclass(frozen=True, slots=True)
class RoleAnswer:
    """The answer to one question of the role test, with what it rests on."""

    id: UUID
    question: RoleQuestion
    answer: bool | None = None
    explanation: str = ""


@dataclass(frozen=True, slots=True)
class RoleTest:
    """A test of what a party is, in one activity or as such, with its answers and what somebody decided.

    ``outcome`` is what followed from the answers, None where they leave it open; ``decided`` what holds. Where these
    two differ, ``reason`` says why.
    """

    id: UUID
    party_id: UUID
    party_name: str = ""
    activity_id: UUID | None = None
    tested_at: dt.datetime | None = None
    outcome: FoundRole | None = None
    decided: FoundRole | None = None
    reason: str = ""
    decided_by_id: UUID | None = None
    decided_by: str = ""
    decided_at: dt.datetime | None = None
    answers: tuple[RoleAnswer, ...] = ()


@dataclass(frozen=True, slots=True)
class Leaflet:
    """What a party tells about one product or service: what happens with which data, for people without the law.

    It is about a system, a digital tool, or else ``product`` in words: exactly one of the three. ``contact`` is whom
    to ask. ``valid_until`` is the last day on which it may be relied on.
    """

    id: UUID
    party_id: UUID
    party_name: str = ""
    agreement_id: UUID | None = None
    system_id: UUID | None = None
    tool_id: UUID | None = None
    product: str = ""
    used_for: str = ""
    which_data: str = ""
    of_whom: str = ""
    where_processed: str = ""
    shared_with: str = ""
    kept_for: str = ""
    protection: str = ""
    contact: str = ""
    issued_on: dt.date | None = None
    valid_until: dt.date | None = None
    evidence_id: UUID | None = None
    revision: int = 0
