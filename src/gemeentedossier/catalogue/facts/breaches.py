"""What law and method say of breaches: terms and thresholds by day, the scale of severity, the authority's form, the
steps of the procedure and invented cases to exercise with.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from gemeentedossier.catalogue.facts.citations import LawReference
from gemeentedossier.catalogue.facts.entries import Entry
from gemeentedossier.catalogue.facts.sources import Source, Status, Text, Validity


class BreachRuleFor(StrEnum):
    """What a term or a threshold is about."""

    AUTHORITY = "authority"
    """From awareness to the notification of the authority."""
    INTERNAL_REPORT = "internal_report"
    PROCESSOR_REPORT = "processor_report"
    """Where no agreement says otherwise."""
    CONTROLLER_REPORT = "controller_report"
    """From the municipality as processor to the controller, where no agreement says otherwise."""
    EARLY_WARNING = "early_warning"
    INCIDENT = "incident"
    FINAL_REPORT = "final_report"
    KEPT = "kept"
    NOTIFY_FROM = "notify_from"
    INFORM_FROM = "inform_from"


@dataclass(frozen=True, slots=True, kw_only=True)
class BreachRule(Entry):
    """A term in elapsed hours or by the calendar, or the risk from which something must be done, between its days.

    ``hours`` are elapsed hours, ``duration`` an ISO 8601 term by the calendar, ``risk`` a word of the risk judgement;
    exactly one of the three is given.
    """

    about: BreachRuleFor
    name: Text
    law: tuple[LawReference, ...]
    validity: Validity
    note: Text | None
    status: Status
    source: Source
    hours: int | None = None
    duration: str | None = None
    risk: str | None = None

    def holds_on(self, day: date) -> bool:
        """Whether it holds on that day; a day that nobody knows does not bound it."""
        begun = self.validity.valid_from is None or self.validity.valid_from <= day
        return begun and (self.validity.valid_to is None or day <= self.validity.valid_to)


def breach_rule_on(rules: Iterable[BreachRule], about: BreachRuleFor, day: date) -> BreachRule | None:
    """The rule that held on a day, the latest to begin where several did; an unverified one fills nothing in."""
    held = [
        each for each in rules if each.about is about and each.holds_on(day) and each.status is not Status.UNVERIFIED
    ]
    return max(held, key=lambda each: (each.validity.valid_from or date.min, each.id), default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class SeverityContext:
    """A kind of data: where its severity starts from 1 to 4, and when each value fits (ENISA 2013)."""

    value: str
    name: Text
    base: int
    guides: tuple[Text, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SeverityPoints:
    """A choice of the method, what it is called and how much it counts."""

    value: str
    name: Text
    points: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class SeverityBand:
    """From which score on a severity has which name, from 1 (low) to 4 (very high)."""

    level: int
    start: Decimal
    name: Text
    meaning: Text
    risk: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SeverityShift:
    """Circumstances that, all together, make a breach weigh a band more or less; why, in words."""

    needs: tuple[str, ...]
    bands: int
    name: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class SeverityScale(Entry):
    """How severity is reckoned: context times identification, plus the circumstances (ENISA 2013).

    What it gives is advice: a person judges and says why. ``losses`` are the points by aspect of security.
    """

    name: Text
    contexts: tuple[SeverityContext, ...]
    identification: tuple[SeverityPoints, ...]
    losses: Mapping[str, tuple[SeverityPoints, ...]]
    malicious: Decimal
    bands: tuple[SeverityBand, ...]
    circumstances: tuple[SeverityPoints, ...]
    shifts: tuple[SeverityShift, ...]
    large_from: int
    note: Text
    status: Status
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class BreachFormField(Entry):
    """A question of the authority's form, in the order of the form; ``is_compared`` where an answer can differ from the
    record by more than its wording. ``form_version`` says which form was read.
    """

    number: str
    chapter: Text
    question: Text
    law: tuple[LawReference, ...]
    is_compared: bool
    is_required: bool
    form_version: str
    status: Status
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class BreachStep(Entry):
    """A step of the procedure: who does it, within how many hours of awareness; None is as soon as can be."""

    number: int
    name: Text
    role: str
    within: Text
    hours: int | None
    law: tuple[LawReference, ...]
    status: Status
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseEvent:
    """What becomes known in an exercise, so many minutes after it began."""

    after_minutes: int
    told: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseCase(Entry):
    """An invented breach to exercise with, and what a good answer holds; no real person or event."""

    name: Text
    title: Text
    events: tuple[ExerciseEvent, ...]
    risks: tuple[str, ...]
    inform_people: bool
    kinds: tuple[str, ...]
    lesson: Text
    status: Status
    source: Source
