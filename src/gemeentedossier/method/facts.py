"""How far the method is, as immutable values."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from gemeentedossier.catalogue.facts.citations import LawReference
from gemeentedossier.catalogue.facts.method import DoneWhen, MaturityTheme, MethodPhase, MethodStep
from gemeentedossier.catalogue.facts.rules import Part, Rule
from gemeentedossier.dossier.governance.facts import Ambition, PlannedStep
from gemeentedossier.foundation.clock import AMSTERDAM
from gemeentedossier.method.enums import (
    CountedOutcome,
    DutyPart,
    DutyState,
    HeldBack,
    HeldKind,
    PlanTermKind,
    StepState,
)
from gemeentedossier.organisation.enums import Role
from gemeentedossier.organisation.facts import Person

SOON = dt.timedelta(days=7)
"""How long before its day a duty is for now (our own choice)."""


@dataclass(frozen=True, slots=True)
class Lacking:
    """A record that still lacks something: of which kind, which one, and what it is called."""

    kind: str
    id: UUID
    name: str


@dataclass(frozen=True, slots=True)
class Counted:
    """How many are done of how many; ``lacking`` are those that are not, by name, ``criteria`` those not wholly met.

    ``begun`` says that something was done which does not count yet. ``asked`` is false where it does not apply.
    """

    done: int
    total: int
    lacking: tuple[Lacking, ...] = ()
    begun: bool = False
    asked: bool = True
    criteria: tuple[str, ...] = ()

    @property
    def state(self) -> StepState:
        """How far this is; where there is nothing to count nobody can tell."""
        if not self.asked:
            return StepState.NOT_ASKED
        if not self.total:
            return StepState.UNKNOWN
        if self.done >= self.total:
            return StepState.DONE
        return StepState.BEGUN if self.done or self.begun else StepState.OPEN


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition of a step, with how far it is."""

    asked: DoneWhen
    counted: Counted

    @property
    def state(self) -> StepState:
        """How far it is."""
        return self.counted.state


@dataclass(frozen=True, slots=True)
class StepProgress:
    """A step with its conditions, and who takes it by which day where that was planned.

    ``is_led`` says that whoever takes it works here now; of who left the step is to be taken over.
    """

    step: MethodStep
    conditions: tuple[Condition, ...]
    planned: PlannedStep | None = None
    is_led: bool = False

    @property
    def state(self) -> StepState:
        """How far the step is; see ``state_of``."""
        return state_of(tuple(each.state for each in self.conditions))

    @property
    def is_closed(self) -> bool:
        """Whether nothing is to be done about it now."""
        return self.state in (StepState.DONE, StepState.NOT_ASKED)

    def is_late(self, day: dt.date) -> bool:
        """Whether it should have been done before that day."""
        return not self.is_closed and self.planned is not None and self.planned.due_on < day


@dataclass(frozen=True, slots=True)
class PhaseProgress:
    """A phase with its steps."""

    phase: MethodPhase
    steps: tuple[StepProgress, ...]

    @property
    def closed(self) -> int:
        """How many steps ask nothing now."""
        return sum(each.is_closed for each in self.steps)


@dataclass(frozen=True, slots=True)
class Path:
    """The whole way, phase by phase."""

    phases: tuple[PhaseProgress, ...]

    @property
    def steps(self) -> tuple[StepProgress, ...]:
        """Every step, in order."""
        return tuple(step for phase in self.phases for step in phase.steps)

    @property
    def next_step(self) -> StepProgress | None:
        """The first step that is not done; None where every step is."""
        return next((each for each in self.steps if not each.is_closed), None)

    def step(self, step_id: str) -> StepProgress | None:
        """The step with that id; None where the method has none."""
        return next((each for each in self.steps if each.step.id == step_id), None)


@dataclass(frozen=True, slots=True, order=True)
class PlanTerm:
    """What is to be so on a day at the latest: a step done, or a theme as far as was chosen.

    ``place`` is the step or the theme by its id in the catalogue, ``name`` what it is called in the language of the
    reader, ``owner_id`` who takes the step, or who chose.
    """

    on: dt.date
    kind: PlanTermKind
    record_id: UUID
    place: str
    name: str
    owner_id: UUID
    detail: str = ""
    """Of a theme, the level that was chosen, in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """Something that a record asks on a day at the latest, whoever keeps the clock: the one form of every term.

    ``at`` is the moment where the law counts hours. ``owner_id`` is who answers for it; where nobody does, who holds
    one of ``roles``. ``law`` are the places that ask it; ``is_legal`` says that the term itself is the law's, and not
    one that was agreed or chosen. ``ends_by_itself``: nobody here is late with it. ``key`` is the same at every look.
    ``discreet`` is by what it is known outside the program, in e-mail and calendars of others: of a breach its number
    alone, and never what somebody wrote of a decision.
    """

    on: dt.date
    kind: StrEnum
    part: DutyPart
    record_id: UUID
    name: str
    discreet: str
    key: str
    at: dt.datetime | None = None
    detail: str = ""
    owner_id: UUID | None = None
    roles: frozenset[Role] = frozenset()
    law: tuple[LawReference, ...] = ()
    is_legal: bool = False
    ends_by_itself: bool = False
    place: str = ""
    """What else the address of its page needs, where its record alone does not say it."""

    @property
    def due_at(self) -> dt.datetime:
        """The moment after which it is late: the hour, else the end of its day."""
        if self.at or self.on == dt.date.max:
            return self.at or dt.datetime.max.replace(tzinfo=dt.UTC)
        return dt.datetime.combine(self.on + dt.timedelta(days=1), dt.time(), AMSTERDAM)

    def state(self, now: dt.datetime) -> DutyState:
        """How it stands at a moment."""
        if now >= self.due_at if self.at is None else now > self.due_at:
            return DutyState.ENDED if self.ends_by_itself else DutyState.OVERDUE
        return DutyState.NOW if self.on <= now.astimezone(AMSTERDAM).date() + SOON else DutyState.AHEAD

    def is_for(self, person_id: UUID | None, roles: frozenset[str], *, here: frozenset[UUID]) -> bool:
        """Whether it is somebody's to do: theirs by name, or by role where nobody ``here`` answers for it."""
        if self.owner_id in here:
            return person_id is not None and self.owner_id == person_id
        return bool(self.roles & roles)


@dataclass(frozen=True, slots=True)
class Holding:
    """A rule that holds a theme below a level, in how many cases, and why that is."""

    why: HeldBack
    rule: Rule
    count: int


@dataclass(frozen=True, slots=True)
class ThemeMaturity:
    """How mature a theme is by the findings. ``level`` None: nothing is known, or nothing applies.

    ``applying`` and ``met`` count what the law asks, ``unknown`` how much of it nobody answered. ``unproved`` are
    answers of people without evidence; ``contradictions`` cannot be true; ``beyond`` is what guidance and good practice
    ask and is not in order; ``overdue`` is past its day. ``open_rules`` are the rules of the law that are not met
    everywhere. ``holding`` says of each rule how it holds the theme back.
    """

    theme: MaturityTheme
    level: int | None
    applying: int
    met: int
    unknown: int
    unproved: int
    contradictions: int
    overdue: int
    beyond: int
    open_rules: tuple[tuple[Rule, int], ...] = ()
    holding: tuple[Holding, ...] = ()


@dataclass(frozen=True, slots=True)
class AmbitionStanding:
    """How far a theme is from the level that the executive chose for it.

    ``needed`` is what holds it below that level, the most cases first; ``steps`` are the steps of the method on which
    that is worked, by rule. ``short`` is how many points of the law must still be in order for the second level, where
    it is below that.
    """

    ambition: Ambition
    found: ThemeMaturity
    needed: tuple[Holding, ...]
    steps: Mapping[str, MethodStep]
    short: int = 0

    @property
    def is_reached(self) -> bool:
        """Whether the theme is as far by what was found; unknown never counts as reached."""
        return (self.found.level or 0) >= self.ambition.level

    def is_late(self, day: dt.date) -> bool:
        """Whether it should have been reached before that day."""
        return not self.is_reached and self.ambition.due_on < day


@dataclass(frozen=True, slots=True)
class SharedLevel:
    """What a municipality shows of a theme to the others that take part: the level on a day, None where none is told.

    ``met`` of ``applying`` points that the law asks were in order.
    """

    municipality: str
    theme: str
    level: int | None
    met: int
    applying: int
    as_of: dt.date


@dataclass(frozen=True, slots=True)
class ThemeCompared:
    """A theme with one's own level now, and who of the others is at which level; a level of None could not be told."""

    theme: MaturityTheme
    own: int | None
    others: tuple[tuple[int | None, tuple[SharedLevel, ...]], ...]

    @property
    def above(self) -> tuple[str, ...]:
        """Who is further, by name; nobody where the own level cannot be told."""
        told = ((level, each) for level, every in self.others for each in every)
        own = self.own
        return tuple(each.municipality for level, each in told if own is not None and level is not None and level > own)


def state_of(conditions: tuple[StepState, ...]) -> StepState:
    """How far a step is: done only where each condition is done or does not apply, and unknown is never done."""
    told = {each for each in conditions if each is not StepState.NOT_ASKED}
    if not told:
        return StepState.NOT_ASKED
    if told == {StepState.UNKNOWN}:
        return StepState.UNKNOWN
    if told == {StepState.DONE}:
        return StepState.DONE
    return StepState.BEGUN if told & {StepState.DONE, StepState.BEGUN} else StepState.OPEN


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """Something of which a person is the accountable one, and that is not done yet.

    ``record_id`` is the record that counts its edits and has a page, which is another one where this is a part;
    ``revision`` is what that record counted. ``place`` is what its page is known by where that is no key.
    """

    kind: HeldKind
    id: UUID
    name: str
    person_id: UUID
    record_id: UUID
    revision: int = 0
    place: str = ""

    @property
    def key(self) -> str:
        """By what a page names it as it was read."""
        return f"{self.kind}.{self.id}.{self.revision}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaver:
    """Somebody who does not work here and is still the accountable person of records.

    ``until`` is the last day that a role of theirs held; None where no day is recorded.
    """

    person: Person
    until: dt.date | None
    held: tuple[Held, ...]

    @property
    def counts(self) -> tuple[tuple[HeldKind, int], ...]:
        """How many of each kind, in the order of the kinds."""
        kinds = [each.kind for each in self.held]
        return tuple((kind, kinds.count(kind)) for kind in HeldKind if kind in kinds)


@dataclass(frozen=True, slots=True)
class PartCount:
    """How many findings of a Part were met, were not, and were unknown."""

    met: int
    not_met: int
    unknown: int

    def of(self, outcome: CountedOutcome) -> int:
        """How many are counted as this."""
        return {
            CountedOutcome.MET: self.met,
            CountedOutcome.NOT_MET: self.not_met,
            CountedOutcome.UNKNOWN: self.unknown,
        }[outcome]

    def __add__(self, other: "PartCount") -> "PartCount":
        return PartCount(self.met + other.met, self.not_met + other.not_met, self.unknown + other.unknown)


@dataclass(frozen=True, slots=True)
class MonthCount:
    """What was counted as the dossier stood at the end of the last day of a month, by which edition, and when."""

    as_of: dt.date
    parts: Mapping[Part, PartCount]
    edition: str
    counted_at: dt.datetime
