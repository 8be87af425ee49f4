"""What is recorded of security as immutable values. None is unknown; an empty text was never written."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from uuid import UUID

from gemeentedossier.catalogue.facts.risks import RiskLevel
from gemeentedossier.catalogue.facts.security import SecurityAspect
from gemeentedossier.dossier.security.enums import RiskDecision


@dataclass(frozen=True, slots=True)
class Classification:
    """How much harm the data of an activity can do, per aspect from 1 (low) to 4 (highest), with the reasoning.

    ``approved_at`` is when the process owner, or the college, approved these levels.
    """

    id: UUID
    activity_id: UUID
    availability: int | None = None
    availability_reason: str = ""
    integrity: int | None = None
    integrity_reason: str = ""
    confidentiality: int | None = None
    confidentiality_reason: str = ""
    approved_by_id: UUID | None = None
    approved_by: str = ""
    approved_at: dt.datetime | None = None
    revision: int = 0

    @property
    def levels(self) -> Mapping[SecurityAspect, int | None]:
        """The level of each aspect; None where nobody gave one."""
        return {aspect: self.level(aspect) for aspect in SecurityAspect}

    def level(self, aspect: SecurityAspect) -> int | None:
        """The level of one aspect; None where nobody gave one."""
        level: int | None = getattr(self, aspect.value)
        return level

    @property
    def reasons(self) -> Mapping[SecurityAspect, str]:
        """Why, per aspect."""
        return {aspect: getattr(self, f"{aspect.value}_reason") for aspect in SecurityAspect}

    @property
    def is_whole(self) -> bool:
        """Whether each aspect has a level."""
        return None not in self.levels.values()


@dataclass(frozen=True, slots=True)
class SystemLevel:
    """Where a system departs from the level that it inherits of its activities: which, who decided, and why."""

    id: UUID
    system_id: UUID
    aspect: SecurityAspect
    level: int
    reason: str
    decided_by_id: UUID
    decided_at: dt.datetime
    decided_by: str = ""


@dataclass(frozen=True, slots=True)
class AccessRule:
    """A line of the access matrix: this function may see these data for this purpose, and why (GDPR 25(2), 32(4)).

    ``function`` is a function of the organisation, never a person. Without a purpose it is about all of the activity.
    Without data nobody recorded which these are, and that is never all of them.
    """

    id: UUID
    activity_id: UUID
    function: str
    purpose_id: UUID | None = None
    data_categories: tuple[str, ...] = ()
    data_own: tuple[str, ...] = ()
    may_change: bool | None = None
    reason: str = ""

    @property
    def mark(self) -> str:
        """A short text that differs as soon as the line says something else: what a form remembers that was read."""
        return sha256(repr(self).encode()).hexdigest()[:16]

    def opens(self, purpose_id: UUID) -> bool:
        """Whether it is about this purpose of its activity: it names that one, or none."""
        return self.purpose_id in (None, purpose_id)


@dataclass(frozen=True, slots=True)
class AccessRight:
    """A right as somebody found it in a system: which function reaches which activity, and whether it still should.

    ``holder`` is the account or group in words, never the name of a data subject.
    """

    id: UUID
    system_id: UUID
    activity_id: UUID
    holder: str
    function: str
    purpose_id: UUID | None = None
    account_active: bool | None = None
    role_ended_on: dt.date | None = None
    seen_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class ToolRule:
    """Whether a digital tool may be used for an activity with these data, and why (GDPR 5(1)(b), 25(2)).

    Without a purpose it is about all of the activity. Without data it is about all data of that purpose. What no rule
    speaks of is unknown, which is never a yes.
    """

    id: UUID
    tool_id: UUID
    activity_id: UUID
    allowed: bool
    reason: str
    purpose_id: UUID | None = None
    data_categories: tuple[str, ...] = ()
    data_own: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LogReview:
    """That somebody looked at a log: what was looked at, what was found, and what became of it.

    ``followed_up_on`` is the day on which what was found was dealt with.
    """

    id: UUID
    done_on: dt.date
    done_by_id: UUID
    findings: str
    done_by: str = ""
    sample: str = ""
    follow_up: str = ""
    followed_up_on: dt.date | None = None
    evidence_id: UUID | None = None

    @property
    def follow_up_mark(self) -> str:
        """A short text that differs as soon as something else is said of what became of it."""
        return follow_up_mark(self.follow_up, self.followed_up_on)


def follow_up_mark(follow_up: str, followed_up_on: dt.date | None) -> str:
    """The mark of what became of what a review found: what a form remembers that was read."""
    return sha256(f"{followed_up_on} {follow_up}".encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class LogReviewPlan:
    """How often the log of a system is looked at, and for what (GDPR 32(1)(d)), with every review, oldest first.

    ``every_months`` is in months, counted from ``starts_on``; ``sample`` says how is chosen what is looked at.
    ``ended_on`` is the first day on which the plan no longer holds.
    """

    id: UUID
    system_id: UUID
    looks_at: str
    every_months: int
    starts_on: dt.date
    sample: str = ""
    owner_id: UUID | None = None
    owner: str = ""
    ended_on: dt.date | None = None
    revision: int = 0
    reviews: tuple[LogReview, ...] = ()

    def holds_on(self, day: dt.date) -> bool:
        """Whether the log is to be looked at by this plan on that day."""
        return self.starts_on <= day and (self.ended_on is None or self.ended_on > day)


@dataclass(frozen=True, slots=True)
class SecurityRisk:
    """What can go wrong with the data of an activity, what people then suffer, and what was decided (GDPR 32(2)).

    ``likelihood`` and ``impact`` are without the measures, ``residual_…`` with these; the level of risk follows from
    the scale of the catalogue. ``accepted_until`` is the last day on which an acceptance holds.
    """

    id: UUID
    activity_id: UUID
    aspect: SecurityAspect
    threat: str
    system_id: UUID | None = None
    consequence: str = ""
    likelihood: RiskLevel | None = None
    impact: RiskLevel | None = None
    residual_likelihood: RiskLevel | None = None
    residual_impact: RiskLevel | None = None
    reason: str = ""
    owner_id: UUID | None = None
    owner: str = ""
    decision: RiskDecision | None = None
    decided_by_id: UUID | None = None
    decided_by: str = ""
    decided_at: dt.datetime | None = None
    decided_because: str = ""
    accepted_until: dt.date | None = None
    revision: int = 0
    measure_ids: tuple[UUID, ...] = ()

    @property
    def levels(self) -> tuple[RiskLevel | None, ...]:
        """Likelihood and impact, without the measures and then with these; None where nobody gave one."""
        return (self.likelihood, self.impact, self.residual_likelihood, self.residual_impact)

    def is_accepted_on(self, day: dt.date) -> bool:
        """Whether somebody accepted what remains of it, and that still holds on the day."""
        accepted = self.decision is RiskDecision.ACCEPT
        return accepted and (self.accepted_until is None or day <= self.accepted_until)


@dataclass(frozen=True, slots=True)
class ControlExclusion:
    """That a control of the baseline, or a government measure under it, is proposed not to apply, and what was decided.

    ``number`` is that of the catalogue, such as `8.15` or `8.15.01`. ``granted`` None means that nobody decided yet.
    """

    id: UUID
    number: str
    reason: str
    proposed_by_id: UUID
    proposed_at: dt.datetime
    proposed_by: str = ""
    granted: bool | None = None
    decided_by_id: UUID | None = None
    decided_by: str = ""
    decided_at: dt.datetime | None = None
    decided_because: str = ""
    review_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Continuity:
    """How long people can do without an activity, and how they are helped meanwhile (GDPR 32(1)(b) and (c)).

    ``outage_hours`` is in hours. ``outcome`` says what was seen when the fallback was tried on ``tried_on``.
    """

    id: UUID
    activity_id: UUID
    outage_hours: int | None = None
    fallback: str = ""
    tried_on: dt.date | None = None
    outcome: str = ""
    revision: int = 0
