"""What was decided about law, findings, risk and policy, as immutable values. None is unknown."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from gemeentedossier.catalogue.facts.risks import RiskLevel
from gemeentedossier.dossier.governance.enums import (
    AdviceAnswer,
    PositionHolder,
    SampledKind,
    SampleVerdict,
    SupervisionManner,
)


@dataclass(frozen=True, slots=True)
class Suppression:
    """A finding set aside by a named person with a reason, up to and including a day. It stays visible."""

    id: UUID
    rule: str
    subject_kind: str
    subject_id: UUID
    reason: str
    until: dt.date
    suppressed_by_id: UUID
    suppressed_by: str
    suppressed_role: str
    suppressed_at: dt.datetime
    lifted_at: dt.datetime | None = None
    lifted_because: str = ""

    def holds_on(self, day: dt.date) -> bool:
        """Whether the finding is set aside on that day."""
        return self.lifted_at is None and self.until >= day


@dataclass(frozen=True, slots=True)
class Interpretation:
    """How the municipality reads an open norm of the law. ``norm`` is an id of the catalogue's open norms."""

    id: UUID
    norm: str
    reading: str
    reason: str
    decided_by_id: UUID
    decided_by: str
    decided_on: dt.date
    review_on: dt.date | None = None
    ended_on: dt.date | None = None
    ended_because: str = ""

    def is_ended_on(self, day: dt.date) -> bool:
        """Whether it was the municipality's reading and is not any more; ``ended_on`` is the first such day."""
        return self.ended_on is not None and self.ended_on <= day

    def holds_on(self, day: dt.date) -> bool:
        """Whether it is the municipality's reading on that day."""
        return self.decided_on <= day and not self.is_ended_on(day)


@dataclass(frozen=True, slots=True)
class Position:
    """What somebody holds about a contested matter; ``reference`` says where that can be read.

    ``stated_on`` is when they said it; ``recorded_at`` when the municipality knew, None where nobody wrote that down.
    """

    id: UUID
    holder: PositionHolder
    statement: str
    reference: str
    stated_on: dt.date
    url: str = ""
    recorded_by_id: UUID | None = None
    recorded_by: str = ""
    recorded_at: dt.datetime | None = None
    revision: int = 0


@dataclass(frozen=True, slots=True)
class ContestedMatter:
    """A question about the law on which people who may know disagree, with every position, oldest first."""

    id: UUID
    title: str
    question: str
    positions: tuple[Position, ...] = ()
    revision: int = 0


@dataclass(frozen=True, slots=True)
class Reliance:
    """That a record rests on a reading or on a position: one of the two keys is there. ``note`` says what for."""

    id: UUID
    subject_kind: str
    subject_id: UUID
    recorded_by_id: UUID
    recorded_by: str
    recorded_at: dt.datetime
    interpretation_id: UUID | None = None
    position_id: UUID | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class RiskAppetite:
    """The highest level of risk to people that a body accepts to remain, and what that means in words.

    ``controller_id`` is the body that decided; ``decided_by`` is who decided on its behalf.
    """

    id: UUID
    level: RiskLevel
    statement: str
    controller_id: UUID
    decided_by_id: UUID
    decided_on: dt.date
    controller: str = ""
    decided_by: str = ""
    review_on: dt.date | None = None
    ended_on: dt.date | None = None

    def holds_on(self, day: dt.date) -> bool:
        """Whether it holds on that day; ``ended_on`` is the first day on which it does not."""
        return self.decided_on <= day and (self.ended_on is None or self.ended_on > day)


@dataclass(frozen=True, slots=True)
class PolicyClause:
    """What a policy promises, who answers for it, and how the work is done so that it is kept (GDPR 24(2)).

    ``policy`` says in which policy it stands; ``procedure`` how it is done in the work process. ``measure_ids`` are
    the measures that carry it out, as plain ids: measures belong to a room above this one.
    """

    id: UUID
    title: str
    text: str = ""
    policy: str = ""
    owner_id: UUID | None = None
    owner: str = ""
    procedure: str = ""
    measure_ids: tuple[UUID, ...] = ()
    revision: int = 0


@dataclass(frozen=True, slots=True)
class PlannedStep:
    """Who takes a step of the method, and by which day. ``step`` is an id of the catalogue.

    Whether the step is done stands nowhere: it follows from the dossier.
    """

    id: UUID
    step: str
    owner_id: UUID
    due_on: dt.date
    owner: str = ""
    note: str = ""
    revision: int = 0


@dataclass(frozen=True, slots=True)
class Ambition:
    """How far the executive wants a theme of the method to be by a day, and why. ``theme`` is an id of the catalogue.

    How far the theme is stands nowhere: it follows from the dossier.
    """

    id: UUID
    theme: str
    level: int
    due_on: dt.date
    because: str
    decided_by_id: UUID
    decided_on: dt.date
    decided_by: str = ""
    revision: int = 0


@dataclass(frozen=True, slots=True)
class OwnAdvice:
    """What the data protection officer advised without being asked (GDPR 39(1)(a)), and the answer of who decides.

    Nobody can change the advice. ``subject_kind`` and ``subject_id`` name the record that it is about.
    """

    id: UUID
    title: str
    text: str
    subject_kind: str
    subject_id: UUID
    advised_by_id: UUID
    advised_at: dt.datetime
    advised_by: str = ""
    answer: AdviceAnswer | None = None
    answer_reason: str = ""
    answered_by_id: UUID | None = None
    answered_by: str = ""
    answered_at: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class SupervisionCheck:
    """What the officer looks at, why, how and by which day (GDPR 39(1)(b)).

    ``was_done`` is None while it is open; ``outcome`` is what was found, or why it was not done.
    """

    id: UUID
    topic: str
    reason: str
    manner: SupervisionManner
    due_on: dt.date
    was_done: bool | None = None
    outcome: str = ""
    closed_by_id: UUID | None = None
    closed_by: str = ""
    closed_on: dt.date | None = None
    revision: int = 0

    def is_late(self, day: dt.date) -> bool:
        """Whether it is open after the day by which it was to be done."""
        return self.was_done is None and self.due_on < day


@dataclass(frozen=True, slots=True)
class SampledCase:
    """A record that was drawn, as it was called then; ``verdict`` is None until the officer judged it."""

    id: UUID
    subject_id: UUID
    name: str
    verdict: SampleVerdict | None = None
    note: str = ""
    judged_by_id: UUID | None = None
    judged_by: str = ""
    judged_at: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class Sample:
    """A draw that anybody can do again: the records up to an entry of the ledger, and the seed.

    ``planned_check_id`` is the check of the supervision plan that it belongs to.
    """

    id: UUID
    kind: SampledKind
    reason: str
    ledger_number: int
    population_size: int
    seed: str
    drawn_by_id: UUID
    drawn_at: dt.datetime
    drawn_by: str = ""
    planned_check_id: UUID | None = None
    cases: tuple[SampledCase, ...] = ()


@dataclass(frozen=True, slots=True)
class OfficerReport:
    """The officer's account of a period, first and last day counted; the judgement is the officer's own.

    ``evidence_id`` is the text as it was adopted.
    """

    id: UUID
    begins_on: dt.date
    ends_on: dt.date
    written_by_id: UUID
    written_by: str = ""
    judgement: str = ""
    advice: str = ""
    adopted_by_id: UUID | None = None
    adopted_by: str = ""
    adopted_at: dt.datetime | None = None
    evidence_id: UUID | None = None
    revision: int = 0

    @property
    def is_adopted(self) -> bool:
        """Whether nothing of it changes any more."""
        return self.adopted_at is not None
