"""What is recorded of breaches as immutable values. None is unknown; an empty text was never written.

Moments are aware, to the minute. No name of a data subject and nothing of the data that leaked stands here.
"""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from gemeentedossier.dossier.breaches.enums import (
    BreachRisk,
    BreachType,
    Circumstance,
    DataContext,
    DecisionKind,
    Harm,
    Identification,
    IncidentKind,
    InformGround,
    Loss,
    Manner,
    MeasureKind,
    MessageElement,
    MunicipalRole,
    NotificationKind,
    ReportedBy,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class BreachMoments:
    """When it began and ended, and when who knew of it (GDPR 33(1)).

    ``aware_at`` is when the municipality knew with reasonable certainty that personal data were hit: from then the term
    runs. ``aware_who`` is a function, never the name of a data subject.
    """

    began_at: dt.datetime | None = None
    ended_at: dt.datetime | None = None
    is_ongoing: bool | None = None
    discovered_at: dt.datetime | None = None
    discovered_by: str = ""
    how_discovered: str = ""
    internally_reported_at: dt.datetime | None = None
    late_report_reason: str = ""
    aware_at: dt.datetime | None = None
    aware_who: str = ""
    aware_grounds: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BreachAtProcessor:
    """Whether it happened at a processor, at which, and when that one knew and told (GDPR 33(2))."""

    at_processor: bool | None = None
    party_id: UUID | None = None
    party_name: str = ""
    processor_knew_at: dt.datetime | None = None
    processor_told_at: dt.datetime | None = None
    processor_account: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BreachNature:
    """What happened, why, and how the data were protected before (GDPR 33(3)(a), 33(3)(c))."""

    kind: IncidentKind | None = None
    summary: str = ""
    cause: str = ""
    cause_found: bool | None = None
    protection: str = ""
    is_unintelligible: bool | None = None
    harms: tuple[Harm, ...] = ()
    consequences: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BreachConcerned:
    """Which data of whom were hit, and how many; the numbers are from and up to (GDPR 33(3)(a)).

    ``looked_into_at`` is when somebody recorded it first. ``under_sixteen`` is whether people under sixteen are among
    them, who are told through a parent or guardian.
    """

    data_categories: tuple[str, ...] = ()
    data_own: tuple[str, ...] = ()
    subject_categories: tuple[str, ...] = ()
    subjects_own: tuple[str, ...] = ()
    people_min: int | None = None
    people_max: int | None = None
    record_count: int | None = None
    is_cross_border: bool | None = None
    under_sixteen: bool | None = None
    looked_into_at: dt.datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BreachTriage:
    """The five questions that tell a breach from an incident, and which laws ask more (GDPR 4(12); Wpg; Cbw).

    ``controller_id`` is for whom the municipality processes, where it is the processor (GDPR 33(2)).
    """

    security_broken: bool | None = None
    personal_data: bool | None = None
    municipal_role: MunicipalRole | None = None
    controller_id: UUID | None = None
    controller_name: str = ""
    types: tuple[BreachType, ...] = ()
    police_data: bool | None = None
    significant_incident: bool | None = None
    triage_reason: str = ""
    triaged_by_id: UUID | None = None
    triaged_by: str = ""
    triaged_at: dt.datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BreachScore:
    """The factors of severity, each with its reason; what they give is advice and decides nothing (ENISA 2013).

    ``context_value`` is from 1 to 4. ``circumstances`` None was never looked at, empty is that none applies.
    """

    context: DataContext | None = None
    context_value: int | None = None
    context_reason: str = ""
    identification: Identification | None = None
    identification_reason: str = ""
    confidentiality_loss: Loss | None = None
    integrity_loss: Loss | None = None
    availability_loss: Loss | None = None
    is_malicious: bool | None = None
    circumstances: tuple[Circumstance, ...] | None = None
    circumstances_reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BreachJudgement:
    """What a person judged of the risk, by which method and why (GDPR 33(1), 34(1)); beside it the duty of the Wpg."""

    risk: BreachRisk | None = None
    risk_method: str = ""
    risk_reason: str = ""
    judged_by_id: UUID | None = None
    judged_by: str = ""
    judged_at: dt.datetime | None = None
    police_duty: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BreachClosing:
    """That the work is done, by whom and why; ``deletion_planned_on`` is when the record would be destroyed."""

    closed_at: dt.datetime | None = None
    closed_by_id: UUID | None = None
    closed_by: str = ""
    closed_because: str = ""
    deletion_planned_on: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BreachDecision:
    """That a named person decided to notify the authority, or to tell the people concerned, or not to, and why.

    ``ground`` is why people are not told (GDPR 34(3); UAVG 41). The newest of a kind counts.
    """

    id: UUID
    kind: DecisionKind
    is_yes: bool
    reason: str
    decided_by_id: UUID
    decided_at: dt.datetime
    ground: InformGround | None = None
    decided_by: str = ""
    late_reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SentAnswer:
    """What was really filled in at one question of the authority's form; ``question`` is the id of the catalogue."""

    id: UUID
    question: str
    answer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BreachNotification:
    """What was sent to an authority, when, under which number, and what stood in it (GDPR 33(1), 33(4)).

    ``delay_reason`` is why it was later than the term (33(1)); ``is_preliminary`` that more follows.
    """

    id: UUID
    kind: NotificationKind
    sent_at: dt.datetime
    sent_by_id: UUID
    sent_by: str = ""
    number: str = ""
    is_preliminary: bool | None = None
    delay_reason: str = ""
    note: str = ""
    evidence_id: UUID | None = None
    answers: tuple[SentAnswer, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BreachCommunication:
    """A message to the people concerned: how, when, to how many, and the text itself (GDPR 34).

    ``tells`` are the elements that it holds; ``told_data`` the categories and own words of data that it names.
    """

    id: UUID
    manner: Manner
    told_at: dt.datetime
    sent_by_id: UUID
    sent_by: str = ""
    people_count: int | None = None
    text: str = ""
    tells: tuple[MessageElement, ...] = ()
    told_data: tuple[str, ...] = ()
    delay_reason: str = ""

    @property
    def is_public(self) -> bool:
        """Whether it was told to everyone at once instead of each."""
        return self.manner is Manner.PUBLIC


@dataclass(frozen=True, slots=True, kw_only=True)
class BreachAdvice:
    """What the data protection officer advised, and what who decides answered (GDPR 39(1)(a))."""

    id: UUID
    text: str
    given_by_id: UUID
    given_at: dt.datetime
    given_by: str = ""
    answer: str = ""
    answered_by_id: UUID | None = None
    answered_by: str = ""
    answered_at: dt.datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BreachMeasure:
    """What is done about it: by whom, until when, and whether it worked (GDPR 33(3)(d), 24(1)).

    ``measure_id`` is a measure of Part B that it builds on. ``effect`` says what was seen when somebody looked.
    ``recorded_at`` is when it was written down.
    """

    id: UUID
    kind: MeasureKind
    what: str
    owner_id: UUID | None = None
    owner: str = ""
    due_on: dt.date | None = None
    measure_id: UUID | None = None
    done_on: dt.date | None = None
    done_how: str = ""
    evidence_id: UUID | None = None
    effect: str = ""
    effect_seen_on: dt.date | None = None
    recorded_at: dt.datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonalDataBreach:
    """A breach, or what may be one, from the first report to the closing (GDPR 4(12), 33(5)).

    ``number`` is unique in the municipality and never given twice. ``reporter`` is who told it, by function.
    """

    id: UUID
    number: str
    title: str
    reported_at: dt.datetime
    reported_by: ReportedBy | None = None
    reporter: str = ""
    first_account: str = ""
    is_exercise: bool = False
    exercise_case: str = ""
    lead_id: UUID | None = None
    lead: str = ""
    revision: int = 0
    moments: BreachMoments = BreachMoments()
    processor: BreachAtProcessor = BreachAtProcessor()
    nature: BreachNature = BreachNature()
    concerned: BreachConcerned = BreachConcerned()
    triage: BreachTriage = BreachTriage()
    score: BreachScore = BreachScore()
    judgement: BreachJudgement = BreachJudgement()
    closing: BreachClosing = BreachClosing()
    activity_ids: tuple[UUID, ...] = ()
    decisions: tuple[BreachDecision, ...] = ()
    notifications: tuple[BreachNotification, ...] = ()
    messages: tuple[BreachCommunication, ...] = ()
    advices: tuple[BreachAdvice, ...] = ()
    measures: tuple[BreachMeasure, ...] = ()

    @property
    def is_breach(self) -> bool | None:
        """Whether triage found a breach of personal data; None while that was not judged."""
        answers = (self.triage.security_broken, self.triage.personal_data)
        if False in answers:
            return False
        return None if None in answers else True

    @property
    def is_for_another(self) -> bool:
        """Whether the municipality only processes for another, who notifies, weighs and tells people (GDPR 33(2))."""
        return self.triage.municipal_role is MunicipalRole.PROCESSOR

    def decision(self, kind: DecisionKind) -> BreachDecision | None:
        """The decision that counts: the newest of the kind."""
        made = [each for each in self.decisions if each.kind is kind]
        return max(made, key=lambda each: (each.decided_at, each.id)) if made else None

    def sent(self, *kinds: NotificationKind) -> tuple[BreachNotification, ...]:
        """What was sent of these kinds, oldest first."""
        return tuple(each for each in self.notifications if each.kind in kinds)

    @property
    def first_notification(self) -> BreachNotification | None:
        """The first that told the authority of data protection (GDPR 33(1)); None where it was not told."""
        return next(iter(self.sent(NotificationKind.FIRST, NotificationKind.POLICE)), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class BreachReportLink:
    """The signed link by which an employee without an account reports; a new one ends the one before."""

    id: UUID
    made_by_id: UUID
    made_at: dt.datetime
    made_by: str = ""
    ended_at: dt.datetime | None = None
