"""Requests and consents as immutable values. None is unknown; an empty text was never written.

No fact names the person: ``subject_key`` is a keyed pseudonym, the same for the same person in one municipality.
"""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from gemeentedossier.dossier.register.enums import DataSubjectRight
from gemeentedossier.dossier.requests.enums import (
    AskedBy,
    Channel,
    ClosedAs,
    ConsentBy,
    ConsentForm,
    ConsentKind,
    ExtensionGround,
    IdentityMethod,
    LineKind,
    RepresentationProof,
    RequestQuestion,
    SuspensionGround,
)


@dataclass(frozen=True, slots=True)
class Suspension:
    """That the term stood still: from the question on, until the answer came; without ``until`` it still does."""

    id: UUID
    ground: SuspensionGround
    since: dt.date
    reason: str
    until: dt.date | None = None


@dataclass(frozen=True, slots=True)
class SearchLine:
    """One place where data of the person are looked for, and what came of it.

    ``target_id`` is the system, party or recipient of the register. What is found is delivered, never kept here.
    """

    id: UUID
    kind: LineKind
    target_id: UUID
    name: str
    owner_id: UUID | None = None
    owner: str = ""
    asked_on: dt.date | None = None
    found: bool | None = None
    delivered_on: dt.date | None = None
    note: str = ""
    named_in_answer: bool | None = None
    """For a recipient: whether the answer names it (GDPR 15(1)(c))."""
    told_on: dt.date | None = None
    """For a recipient: when it heard what was changed (GDPR 19)."""
    untold_because: str = ""
    """Why telling it is impossible or takes disproportionate effort (GDPR 19)."""


@dataclass(frozen=True, slots=True)
class QuestionAnswer:
    """A yes or no with a note; what nobody answered is not there."""

    id: UUID
    question: RequestQuestion
    answer: bool
    note: str = ""


@dataclass(frozen=True, slots=True)
class DecisionPart:
    """A part of what is asked, granted or refused; a refusal with its ground from the catalogue (GDPR 12(4)).

    ``point`` is a letter of that ground: of GDPR 17(3), or of UAVG 41(1). ``factors_weighed`` is about UAVG 41(2).
    """

    id: UUID
    what: str
    granted: bool
    reason: str = ""
    refusal: str = ""
    point: str = ""
    provision: str = ""
    factors_weighed: bool | None = None


@dataclass(frozen=True, slots=True)
class RequestAdvice:
    """What the data protection officer advised, and what who decides did with it (GDPR 38(3), 39(1)(a))."""

    id: UUID
    text: str
    given_by_id: UUID
    given_at: dt.datetime
    given_by: str = ""
    answer: str = ""
    answered_by_id: UUID | None = None
    answered_by: str = ""
    answered_at: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class DataSubjectRequest:
    """A request under GDPR 15 to 22 or 7(3), from receipt to closing. ``number`` is how people speak of it."""

    id: UUID
    number: str
    right: DataSubjectRight
    received_on: dt.date
    channel: Channel
    asked_by: AskedBy = AskedBy.SELF
    subject_key: str = ""
    asks: str = ""
    subject_age: int | None = None
    guardianship: bool | None = None
    proof: RepresentationProof | None = None
    identity_method: IdentityMethod | None = None
    identity_on: dt.date | None = None
    acknowledged_on: dt.date | None = None
    handler_id: UUID | None = None
    handler: str = ""
    activity_ids: tuple[UUID, ...] = ()
    suspensions: tuple[Suspension, ...] = ()
    extension_ground: ExtensionGround | None = None
    extension_reason: str = ""
    extension_months: int | None = None
    extension_told_on: dt.date | None = None
    lines: tuple[SearchLine, ...] = ()
    answers: tuple[QuestionAnswer, ...] = ()
    parts: tuple[DecisionPart, ...] = ()
    advices: tuple[RequestAdvice, ...] = ()
    decided_by_id: UUID | None = None
    decided_by: str = ""
    decided_at: dt.datetime | None = None
    decided_because: str = ""
    told_on: dt.date | None = None
    late_because: str = ""
    objection_on: dt.date | None = None
    objection_decided_on: dt.date | None = None
    objection_outcome: str = ""
    default_on: dt.date | None = None
    closed_as: ClosedAs | None = None
    closed_on: dt.date | None = None
    closed_because: str = ""
    revision: int = 0

    def answered(self, question: RequestQuestion) -> bool | None:
        """The answer to a question; None where nobody gave one."""
        return next((each.answer for each in self.answers if each.question is question), None)

    @property
    def unanswered_advice(self) -> tuple[RequestAdvice, ...]:
        """What the officer advised and who decides did not answer yet."""
        return tuple(each for each in self.advices if each.answered_at is None)

    @property
    def is_extended(self) -> bool:
        """Whether the term was made longer, for whatever reason."""
        return self.extension_ground is not None

    @property
    def is_open(self) -> bool:
        """Whether something is still to be done."""
        return self.closed_on is None


@dataclass(frozen=True, slots=True)
class Consent:
    """That a person said yes to one thing: for what, with which exceptions, how and when; and when they took it back.

    ``subject_key`` is the pseudonym. Withdrawal works forward only (GDPR 7(3)); ``consequences`` say what was stopped.
    """

    id: UUID
    kind: ConsentKind
    activity_id: UUID
    scope: str
    given_on: dt.date
    form: ConsentForm
    given_by: ConsentBy
    subject_key: str = ""
    purpose_id: UUID | None = None
    exceptions: str = ""
    text_version: str = ""
    subject_age: int | None = None
    recorded_by_id: UUID | None = None
    recorded_by: str = ""
    withdrawn_on: dt.date | None = None
    withdrawn_by: ConsentBy | None = None
    withdrawn_form: ConsentForm | None = None
    consequences: str = ""
    used_after_withdrawal: bool | None = None
    used_outside_exceptions: bool | None = None
    revision: int = 0

    def holds_on(self, day: dt.date) -> bool:
        """Whether it was given and not taken back on a day."""
        return self.given_on <= day and (self.withdrawn_on is None or day < self.withdrawn_on)
